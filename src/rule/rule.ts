import type { Draft, Kind, Mode, Role, Style } from '../draft/draft.js';
import type { Organisation } from '../draft/organisation.js';
import type { Reading } from '../language/reading.js';
import type { Chapter } from '../match/book.js';
import type { PhraseIndex } from '../match/compile.js';
import type { Hit, Phrase } from '../match/phrase.js';
import type { Place } from '../text/source-map.js';
import type { Span } from '../text/span.js';

export type { Organisation } from '../draft/organisation.js';

export type Severity = 'error' | 'warning' | 'suggestion';
/** How loud a rule is. */
export type Level = 'off' | Severity;
/** Gate classes cap the score (SCORE §3). */
export type Gate = 'blocker' | 'critical' | 'error';
export type Category =
  | 'personalisation'
  | 'template'
  | 'ownership'
  | 'empathy'
  | 'acknowledgement'
  | 'respect'
  | 'honesty'
  | 'resolution'
  | 'timeliness'
  | 'tone'
  | 'mechanics'
  | 'safety';

/** What one kind of finding of a rule costs when it differs from the rule itself (`third-party`, `any-inconvenience`, `fill-in`). */
export interface Variant {
  readonly severity: Severity;
  readonly weight: number;
  readonly gate?: Gate;
  readonly message?: string;
}

/** A change of the text, in spans of `Draft.text`. */
export interface TextEdit {
  readonly kind: 'text';
  readonly span: Span;
  readonly text: string;
}

/** Takes properties of style away from a stretch of HTML. */
export interface StyleEdit {
  readonly kind: 'style';
  readonly span: Span;
  readonly drop: readonly ('font' | 'size' | 'color' | 'background')[];
  /** The look of the text around it. */
  readonly like?: Style;
}

export type Edit = TextEdit | StyleEdit;

export interface Fix {
  readonly label: string;
  readonly safety: 'safe' | 'unsafe' | 'suggestion';
  readonly edits: readonly Edit[];
}

/** A stretch of either side that explains a finding. */
export interface Related {
  readonly in: 'draft' | 'customer';
  readonly span: Span;
  readonly note: string;
}

/** What a check has to say: a stretch of the draft, or null for the whole message. */
export interface Remark {
  readonly span: Span | null;
  /** Stands for the rule's own message. */
  readonly message?: string;
  /** Stands for the rule's own suggestion: what to write instead here. */
  readonly suggest?: string;
  readonly variant?: string;
  /** `low` when the judgement leans on something inferred: shown, costs half, never a gate (SCORE §4). */
  readonly confidence?: 'high' | 'low';
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
  /** Where a message-level finding is best shown (the first body paragraph, say). It stays a finding about the whole message. */
  readonly anchor?: Span;
  /** Where that stands which a finding is about and which is no text: an image. Its `span` is null. */
  readonly place?: Place;
}

/** What a check may look at. */
export interface Look<O = Options> {
  readonly draft: Draft;
  /** Where the rule's phrases stand in the zones of its scope, in text order. */
  readonly hits: readonly Hit[];
  /** The shared reading of the language: computed at most once per draft, and only what is asked for. */
  readonly language: Reading;
  readonly options: O;
  readonly organisation: Organisation;
  /** The instant that counts as now when the draft has no date: ISO 8601. */
  readonly now?: string;
  readonly settings: Settings;
}

export type Options = Readonly<Record<string, unknown>>;

export type Check<O = Options> = (look: Look<O>) => Iterable<Remark>;

/** A phrase that the team allows (`vocabulary`): findings about wording leave it alone. Without `rules` it holds for all of them. */
export interface AllowedPhrase {
  readonly phrase: string;
  readonly reason: string;
  readonly rules?: readonly string[];
}

/** Facts of the team that several rules need: `agent`, `contact`, `sla`, `workingHours`, `holidays`, `dialect`. */
export interface Settings {
  readonly agent?: string;
  readonly contact?: string;
  /** Longest time to a reply, in working hours. */
  readonly slaHours?: number;
  /** Working day: hours of the day in 24-hour clock and weekdays (1 Monday to 7 Sunday). */
  readonly workingHours?: { readonly from: string; readonly to: string; readonly days: readonly number[] };
  /** ISO dates. */
  readonly holidays?: readonly string[];
  readonly dialect?: string;
}

/** How suppressions are taken. */
export interface SuppressionSettings {
  /** False: as if there were none. */
  readonly obey?: boolean;
  /** `required`: a suppression without its reason silences nothing. */
  readonly reason?: 'optional' | 'required';
  /** What becomes of a suppression that silences nothing; `warning` unless said. */
  readonly unused?: 'off' | 'warning' | 'error';
}

/** A rule: words and facts from rule.yml, and a check where phrases cannot decide. Frozen. */
export interface Rule<O = Options> {
  readonly id: string;
  /** Ids it went by before: what names one of them still finds it. */
  readonly renamedFrom?: readonly string[];
  readonly title: string;
  /** What is wrong, one line, said to the writer. */
  readonly message: string;
  /** Why it matters to the customer. */
  readonly why: string;
  /** What to write instead. */
  readonly suggest: string;
  /** The sentences of advice it carries out: `S1.29`. */
  readonly advice: readonly string[];
  readonly sources: readonly string[];
  readonly category: Category;
  readonly severity: Severity;
  readonly weight: number;
  readonly gate?: Gate;
  /** Counted per 120 words (SCORE §3). */
  readonly density: boolean;
  readonly variants: Readonly<Record<string, Variant>>;
  readonly modes: readonly Mode[];
  readonly kinds: readonly Kind[];
  /** An absence rule speaks of what is missing: off when the kind is unknown and in drafts that are cut off. */
  readonly absence: boolean;
  /** Needs no English, so it also runs on drafts in other languages. */
  readonly anyLanguage: boolean;
  readonly scope: readonly Role[];
  readonly phrases: readonly Phrase[];
  /** The phrases as they were compiled with the rule; a rule made by hand may leave it out. */
  readonly phraseIndex?: PhraseIndex | Chapter;
  readonly options: O;
  /** Rules whose finding makes this one superfluous (RULES §1.10): one fault, one finding. */
  readonly yieldsTo: readonly Yield[];
  readonly examples: { readonly bad: readonly string[]; readonly good: readonly string[] };
  readonly check: Check<O>;
}

/** "This rule is silent where that one spoke": on an overlapping span, in the same sentence, or anywhere in the message. */
export interface Yield {
  readonly to: string;
  readonly variants?: readonly string[];
  readonly where: 'span' | 'sentence' | 'salutation' | 'message';
}
