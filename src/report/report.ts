import type { Entry } from '../draft/entry.js';
import type { ReplyKind } from '../draft/kind.js';
import type { Segment } from '../draft/draft.js';
import type { RelatedFinding, Strength, Suppressed, Suppression } from '../engine/finding.js';
import type { Category, Edit, Fix, Gate, Severity } from '../rule/rule.js';
import type { Grade, Score, ScoredFinding } from '../score/score.js';
import type { Problem } from '../text/problem.js';
import type { Place } from '../text/source-map.js';
import type { Span } from '../text/span.js';

/** All a reporter sees. It holds plain data: whatever needs a parser or a file has been worked out before. */
export interface Report {
  readonly version: 1;
  readonly tool: { readonly name: 'replylint'; readonly version: string };
  readonly drafts: readonly DraftReport[];
  /** Problems with the run and with files that gave no draft. */
  readonly problems: readonly Problem[];
  readonly totals: Totals;
  readonly gates: Gates;
  /** The rules that spoke, in the order in which they are listed. */
  readonly rules: readonly RuleFacts[];
  /** What has changed since a report that was made before; only where one was given. */
  readonly comparison?: Comparison;
  /** What was done to each draft that fixes were asked for. */
  readonly fixed?: readonly FixReport[];
}

/** What a report says of a rule apart from its findings. */
export interface RuleFacts {
  readonly id: string;
  readonly title: string;
  readonly message: string;
  readonly why: string;
  readonly suggest: string;
  readonly category: Category;
  readonly severity: Severity;
  readonly gate?: Gate;
}

/** Each draft of this report or of the one before that is new, gone, or scored otherwise. */
export interface Comparison {
  /** The report that was made before, as it was named. */
  readonly file: string;
  readonly changes: readonly Change[];
  /** Drafts that were judged both times and score what they did. */
  readonly unchanged: number;
}

export interface Change {
  readonly file: string;
  readonly id: string;
  /** Null for a draft that is new. */
  readonly before: Standing | null;
  /** Null for a draft that was not judged this time. */
  readonly after: Standing | null;
  /** Rules with more findings than before, and with fewer, each with how many. */
  readonly more: readonly RuleCount[];
  readonly fewer: readonly RuleCount[];
}

export interface Standing {
  readonly score: number;
  readonly grade: Grade;
  readonly pass: boolean;
}

export interface RuleCount {
  readonly rule: string;
  readonly findings: number;
}

/** What a draft needs to pass. */
export interface Gates {
  /** 0 to 100. */
  readonly minScore: number;
  /** Of all drafts together; null for any number. */
  readonly maxWarnings: number | null;
  /** The mildest level of finding that fails a draft. */
  readonly failOn: 'error' | 'warning' | 'suggestion' | 'never';
  /** Per cent of the drafts that must pass, none held by a blocker; null: all of them must. */
  readonly minPassShare: number | null;
}

export interface Totals {
  readonly drafts: number;
  readonly passed: number;
  readonly failed: number;
  /** Drafts with a finding that would embarrass or harm if they were sent (gate class `blocker`). */
  readonly blocked: number;
  /** Drafts or files that could not be judged. */
  readonly unjudged: number;
  readonly errors: number;
  readonly warnings: number;
  readonly suggestions: number;
}

/** What is said of one draft: its score, what to change, what it does well. */
export interface DraftReport extends Omit<Score, 'findings'> {
  /** `file`, or `file#entry` where the file holds several drafts. */
  readonly id: string;
  /** What the library says of this draft, where it is one of its entries. */
  readonly entry?: Entry;
  /** As it is shown: a path, or the name that the caller gave. */
  readonly file: string;
  /** The draft as the customer reads it; spans of findings count in it. */
  readonly text: string;
  /** What each stretch of the text is; they tile it. */
  readonly segments: readonly Segment[];
  /** The score reaches the mark and nothing is found at the level that fails. */
  readonly pass: boolean;
  readonly kind: ReplyKind;
  readonly language: string;
  readonly findings: readonly ReportedFinding[];
  readonly strengths: readonly Strength[];
  /** Found, and accepted by a suppression: neither shown nor counted. */
  readonly suppressed: readonly Suppressed[];
  readonly suppressions: readonly Suppression[];
  readonly problems: readonly Problem[];
}

/** The fixes of one draft. */
export interface FixReport {
  /** As it is shown. */
  readonly file: string;
  readonly applied: readonly FixRecord[];
  /** Those that were asked for and not made. */
  readonly offered: readonly OfferedFix[];
}

/** A fix that was made, or could have been. */
export interface FixRecord {
  readonly rule: string;
  readonly label: string;
  readonly safety: Fix['safety'];
  /** 1-based, where the draft stood when the fix was made. */
  readonly line: number;
  readonly column: number;
  /** The words that go, and those that come. The same for a fix of style. */
  readonly before: string;
  readonly after: string;
}

/** A fix that was not made, with the reason. */
export interface OfferedFix extends FixRecord {
  readonly reason: string;
}

/** A fix with the places of its edits. */
export interface ReportedFix extends Omit<Fix, 'edits'> {
  /** `source`: UTF-16 range in the string that the draft was parsed from, bytes for a mail; null where the origin is not exact. */
  readonly edits: readonly (Edit & { readonly source: Span | null })[];
}

/** A finding with the line of text it stands in. */
export interface ReportedFinding extends Omit<ScoredFinding, 'related' | 'fixes'> {
  readonly related: readonly ReportedRelated[];
  readonly fixes: readonly ReportedFix[];
  /** UTF-16 range in the string that the draft was parsed from; null where the origin is not exact, and for the whole message. */
  readonly source: Span | null;
  /** The line of the draft that holds the span's start (or the anchor's), as the customer reads it. Of a very long line, the part around it. */
  readonly excerpt: string;
  /** UTF-16 range inside `excerpt` to mark; null for a finding about the whole message. */
  readonly mark: Span | null;
}

export interface ReportedRelated extends RelatedFinding {
  /** As {@link ReportedFinding.source}, for a stretch of the draft; for the customer's words the range in their message as it was given, null where it was quoted. */
  readonly source: Span | null;
  /** Where to point a reader; absent for words of the customer that the draft does not quote. */
  readonly place?: Place;
}
