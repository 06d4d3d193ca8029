import type { Finding } from '../engine/finding.js';
import type { Category, Gate } from '../rule/rule.js';

export type Grade = 'A' | 'B' | 'C' | 'D' | 'F';

export interface CategoryScore {
  readonly id: Category;
  readonly cap: number;
  /** Points lost after caps. */
  readonly lost: number;
  /** 0 to 100; null when no rule of the category applied. */
  readonly subscore: number | null;
}

/** A part of a loss, booked where it falls. */
export interface Charged {
  readonly rule: string;
  readonly category: Category;
  readonly lost: number;
}

/** One finding with what it cost: the `lost` of all findings add up to 100 − points. */
export interface ScoredFinding extends Finding {
  readonly lost: number;
  /** Where the loss falls when those that the finding stands for cost more than itself; empty when it is charged as itself. */
  readonly charged: readonly Charged[];
}

/** The one rule whose removal raises the score most (several where no single one raises it), and what the score would be. */
export interface NextFix {
  readonly rules: readonly string[];
  readonly score: number;
  readonly grade: Grade;
}

export interface Score {
  readonly score: number;
  readonly points: number;
  readonly grade: Grade;
  /** The class, the rule and the cap that hold the score below the points; null when none does. */
  readonly gate: { readonly class: Gate; readonly rule: string; readonly cap: number } | null;
  readonly categories: readonly CategoryScore[];
  readonly findings: readonly ScoredFinding[];
  readonly next: NextFix | null;
  /** The fewest rules, greedily found, whose removal brings the score to the pass mark; null when it is there, or when `next` brings it there. */
  readonly toPass: NextFix | null;
  /** Version of the scorecard (SCORE §6.7). */
  readonly scorecard: 1;
}
