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

/** One finding with what it cost: the `lost` of all findings add up to 100 − points. */
export interface ScoredFinding extends Finding {
  readonly lost: number;
}

/** The one rule whose removal raises the score most, and what the score would be. */
export interface NextFix {
  readonly rules: readonly string[];
  readonly score: number;
  readonly grade: Grade;
}

export interface Score {
  readonly score: number;
  readonly points: number;
  readonly grade: Grade;
  /** The class, the rule and the cap that hold the score down; null when none does. */
  readonly gate: { readonly class: Gate; readonly rule: string; readonly cap: number } | null;
  readonly categories: readonly CategoryScore[];
  readonly findings: readonly ScoredFinding[];
  readonly next: NextFix | null;
  /** Version of the scorecard (SCORE §6.7). */
  readonly scorecard: 1;
}
