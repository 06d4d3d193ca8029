import type { Draft } from '../draft/draft.js';
import type { ReplyKind } from '../draft/kind.js';
import type { Category, Fix, Gate, Severity } from '../rule/rule.js';
import type { Place } from '../text/source-map.js';
import type { Problem } from '../text/problem.js';
import type { Span } from '../text/span.js';

/** A related stretch with its words, ready to be shown. */
export interface RelatedFinding {
  readonly in: 'draft' | 'customer';
  readonly span: Span;
  readonly quote: string;
  readonly note: string;
}

/** One fault, reported once. */
export interface Finding {
  readonly rule: string;
  readonly variant?: string;
  readonly category: Category;
  readonly severity: Severity;
  /** Points for the first finding of its rule. */
  readonly weight: number;
  /** The rule's own weight, where configuration changed it. */
  readonly defaultWeight?: number;
  readonly gate?: Gate;
  readonly density: boolean;
  /** In `Draft.text`; null for a finding about the whole message. */
  readonly span: Span | null;
  /** Where a finding about the whole message is best shown. */
  readonly anchor?: Span;
  /** True where `span` is null because what the finding is about is no text: `place` is then where that stands (an image). */
  readonly isBesideText?: boolean;
  /** The marked words; null for the whole message. */
  readonly quote: string | null;
  readonly message: string;
  readonly why: string;
  readonly suggest: string;
  readonly confidence: 'high' | 'low';
  readonly related: readonly RelatedFinding[];
  readonly fixes: readonly Fix[];
  readonly place: Place;
  /** Findings this one stands for (RULES §1.10). They are not shown, but their cost counts where it is larger (SCORE §4). */
  readonly standsFor: readonly Finding[];
}

/** Something a draft does well: reported, never scored (RULES §4). */
export interface Strength {
  readonly id: string;
  readonly message: string;
  readonly span: Span | null;
  readonly quote: string | null;
}

/** A finding that somebody has accepted. */
export interface Suppressed {
  readonly finding: Finding;
  /** A suppression in the draft itself, or an entry of the baseline. */
  readonly by: 'draft' | 'baseline';
  readonly reason?: string;
  /** Its fingerprint in the baseline. */
  readonly print?: string;
}

/** One suppression of a draft that holds, and what came of it. */
export interface Suppression {
  /** What it covers: one line, the rest of the draft (or as far as it is enabled again), or all of it. */
  readonly reach: 'line' | 'rest' | 'draft';
  /** Ids of rules; empty for all of them. */
  readonly rules: readonly string[];
  readonly reason?: string;
  readonly place: Place;
  /** Findings that it silences. */
  readonly silenced: number;
  /** Those of its rules that it silences something of; of a suppression of all rules, `all`. */
  readonly used: readonly string[];
  /** Those of its rules that ran and that it silences nothing of; of a suppression of all rules, `all`. */
  readonly unused: readonly string[];
  /** Byte ranges of the file whose removal takes out what is unused; absent where that cannot be done exactly. */
  readonly cuts?: readonly (readonly [start: number, end: number])[];
}

/** What the engine says of one draft, before the score. */
export interface Verdict {
  readonly draft: Draft;
  readonly findings: readonly Finding[];
  readonly strengths: readonly Strength[];
  /** Not among `findings`: they cost nothing. */
  readonly suppressed: readonly Suppressed[];
  readonly suppressions: readonly Suppression[];
  readonly kind: ReplyKind;
  /** ISO 639-1, `und` when there is too little text. */
  readonly language: string;
  /** Ids of the rules that applied to this draft (mode, kind, language, level), whether they spoke or not. */
  readonly applied: readonly string[];
  /** Categories of those rules: any other is "n/a" in the score. */
  readonly categories: readonly Category[];
  /** Words of salutation, body and closing: what density rules are counted against. */
  readonly words: number;
  readonly problems: readonly Problem[];
}
