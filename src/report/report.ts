import type { ReplyKind } from '../draft/kind.js';
import type { Strength } from '../engine/finding.js';
import type { Score, ScoredFinding } from '../score/score.js';
import type { Problem } from '../text/problem.js';

/** All a reporter sees. It holds plain data: whatever needs a parser or a file has been worked out before. */
export interface Report {
  readonly version: 1;
  readonly tool: { readonly name: 'replylint'; readonly version: string };
  readonly drafts: readonly DraftReport[];
  /** Problems with the run and with files that gave no draft. */
  readonly problems: readonly Problem[];
  readonly totals: Totals;
  readonly gates: Gates;
}

export interface Gates {
  readonly minScore: number;
  readonly maxWarnings: number | null;
  readonly failOn: 'error' | 'warning' | 'suggestion' | 'never';
}

export interface Totals {
  readonly drafts: number;
  readonly passed: number;
  readonly failed: number;
  /** Drafts or files that could not be judged. */
  readonly unjudged: number;
  readonly errors: number;
  readonly warnings: number;
  readonly suggestions: number;
}

export interface DraftReport extends Omit<Score, 'findings'> {
  readonly id: string;
  readonly file: string;
  readonly pass: boolean;
  readonly kind: ReplyKind;
  readonly language: string;
  readonly findings: readonly ReportedFinding[];
  readonly strengths: readonly Strength[];
  readonly problems: readonly Problem[];
}

/** A finding with the line of text it stands in. */
export interface ReportedFinding extends ScoredFinding {
  /** The whole line of the draft that holds the span's start (or the anchor's), as the customer reads it. */
  readonly excerpt: string;
  /** UTF-16 range inside `excerpt` to mark; null for a finding about the whole message. */
  readonly mark: { readonly start: number; readonly end: number } | null;
  /** A link for more (`replylint explain RULE` page). */
  readonly help?: string;
}
