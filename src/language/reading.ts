import type { Draft, Kind } from '../draft/draft.js';
import type { ReplyKind } from '../draft/kind.js';
import type { When } from '../text/calendar.js';
import type { Span } from '../text/span.js';

/** Whose doing something is (RULES §1.4). `thing` is none of them: a parcel, a date, an idea. */
export type Actor = 'own' | 'colleague' | 'department' | 'third-party' | 'circumstance' | 'customer' | 'nobody' | 'thing';

/** A noun phrase: word indexes into `Draft.words`, its head word, and whose it is. */
export interface NounPhrase extends Span {
  readonly from: number;
  readonly to: number;
  /** Index of the head word. */
  readonly head: number;
  readonly actor: Actor;
}

/** A verb with its auxiliaries. */
export interface VerbGroup extends Span {
  readonly from: number;
  readonly to: number;
  /** Index of the main verb. */
  readonly main: number;
  /** Dictionary form of the main verb (`forget` for `forgot`). */
  readonly lemma: string;
  readonly tense: 'past' | 'present' | 'future' | 'perfect' | 'none';
  readonly voice: 'active' | 'passive';
  readonly progressive: boolean;
  /** `can`, `could`, `may`, `might`, `must`, `shall`, `should`, `will`, `would`, `need`, `have to`, `going to`. */
  readonly modal?: string;
  readonly negated: boolean;
}

/** How a clause is meant (RULES §1.3). */
export type Mood = 'statement' | 'question' | 'imperative' | 'condition' | 'counterfactual';

/** One clause: the stretch around one finite verb (or an imperative, or a verbless fragment). */
export interface Clause extends Span {
  readonly index: number;
  readonly from: number;
  readonly to: number;
  /** Index into `Reading.sentences`. */
  readonly sentence: number;
  /** The word that ties it to its neighbours: `because`, `if`, `that`, `who`, `but`, `and`, … */
  readonly link?: string;
  readonly subject?: NounPhrase;
  readonly verb?: VerbGroup;
  readonly mood: Mood;
  /** The verb is negated, or its subject or object is (`no one`, `nothing`, `never`). */
  readonly negated: boolean;
  /** Somebody else's words, or words that are talked about, not used (RULES §1.2). */
  readonly mention: boolean;
}

/** A sentence of salutation, body or closing. */
export interface Sentence extends Span {
  readonly index: number;
  readonly from: number;
  readonly to: number;
  /** Index of its paragraph (block) among those of the draft's prose. */
  readonly paragraph: number;
  readonly role: 'salutation' | 'body' | 'closing';
  /** Indexes into `Reading.clauses`: first, and one past the last. */
  readonly firstClause: number;
  readonly endClause: number;
  readonly question: boolean;
}

/** What "sorry" complements (RULES §1.5). */
export type ApologyKind =
  /** Our act, or a bare apology. */
  | 'own-act'
  | 'bare'
  /** Sorry to hear. `life-event` is condolence. */
  | 'hearing'
  | 'life-event'
  | 'feelings'
  | 'conditional'
  | 'undercut'
  | 'any-inconvenience'
  | 'the-inconvenience'
  | 'specific-inconvenience'
  | 'refusal-preface'
  /** Sorry to bother, to see you go; if you have already sent it. */
  | 'courtesy'
  /** Pity without "sorry": you poor thing, how awful for you, most unfortunate that you. */
  | 'pity';

/** A word of apology or sorrow with what it is about. The span is from the word to the end of its complement. */
export interface Apology extends Span {
  readonly kind: ApologyKind;
  readonly sentence: number;
  /** Names the failing in its complement, or in the sentence beside it. */
  readonly specific: boolean;
  readonly mention: boolean;
}

/** Perspective or evaluation of the customer's situation (RULES §1.6). */
export interface EmpathyStatement extends Span {
  readonly sentence: number;
  /** Names the situation: not a bare "I understand your frustration". */
  readonly specific: boolean;
  readonly kind: 'perspective' | 'evaluation' | 'impact' | 'validation' | 'standard';
}

/** What is told as hard on us: "it has been a difficult year for the whole trade". */
export interface Hardship extends Span {
  readonly sentence: number;
}

/** What a word of thanks is for. */
export type ThanksObject = 'contact' | 'patience' | 'custom' | 'advance' | 'sign-off' | 'other';

export interface Thanks extends Span {
  readonly sentence: number;
  readonly object: ThanksObject;
}

/** The sentence by which the opening takes up the customer's contact, or the first one when none does. */
export interface Opening extends Span {
  /** `demand`, `process` and `other` take up nothing. */
  readonly kind:
    'thanks' | 'apology' | 'empathy' | 'answer' | 'welcome' | 'contact' | 'event' | 'topic' | 'engagement' | 'demand' | 'process' | 'other';
}

/** A failure that a clause tells of, and who is made its author. */
export interface Fault extends Span {
  readonly clause: number;
  readonly sentence: number;
  readonly actor: Actor;
  /** How the author is named: subject of the verb, possessor of the fault noun, by-phrase, due to …, cleft, disclaimer. */
  readonly role: 'subject' | 'possessor' | 'by' | 'cause' | 'cleft' | 'disclaimer' | 'none';
  /** The words that name the author. */
  readonly author?: Span;
  /** Asserted: not negated, not asked, not conditional, not quoted or reported. */
  readonly asserted: boolean;
}

/**
 * An act told as what brought the trouble about, by the signs round it and not by its verb: the care it left out, the better way it is set against, what came of it.
 * The span is from its subject to the end of the sign.
 */
export interface Deed extends Span {
  readonly clause: number;
  readonly sentence: number;
  /** `own`, `colleague`, `department`, `third-party` or `customer`. */
  readonly actor: Actor;
}

/** What the reply asserts against the customer's own words, as they wrote them: "we did call you" to whoever wrote that nobody did. */
export interface Dispute extends Span {
  readonly clause: number;
  readonly sentence: number;
}

export type FaultState = 'admitted' | 'described' | 'none';

/** A time expression (RULES §1.8). What lies in the past (`last week`, `two days ago`, `since Monday`) is none. */
export interface TimeExpression extends Span {
  readonly specific: boolean;
  readonly from: number;
  readonly to: number;
  readonly when?: When;
}

/** A promise of ours to act. */
export interface Commitment extends Span {
  readonly clause: number;
  readonly sentence: number;
  readonly lemma: string;
  readonly time: 'specific' | 'vague' | 'none';
  /** Waits on the customer, or on an event with a time of its own. */
  readonly conditional: boolean;
  /** From now on; always: no single act. */
  readonly habitual: boolean;
}

/** A benefit that we refuse. */
export interface Refusal extends Span {
  readonly clause: number;
  readonly sentence: number;
  readonly lemma: string;
  readonly reason: 'given' | 'policy' | 'none';
}

/** The customer is told to turn to somebody. The span is from the words that tell it to the end of whom they name. */
export interface Referral extends Span {
  readonly clause: number;
  readonly sentence: number;
  /**
   * Whom they are sent to: us (`call me`), another part of ours, a firm that works for us, somebody whom the customer chose (`your bank`, the seller),
   * an authority (an ombudsman, the police), or somebody by name.
   */
  readonly target: 'us' | 'part-of-ours' | 'third-party' | 'theirs' | 'authority' | 'named';
  /** Only if the customer wants or needs it: `if you would rather talk`. */
  readonly optional: boolean;
  /** The writer has handed the matter over, or does it, in the same sentence or beside it. */
  readonly handedOver: boolean;
}

/** What a sentence of ours does (RULES §5: noted, passed on and shared feedback are no acts). */
export interface SpeechAct extends Span {
  readonly sentence: number;
  readonly clause: number;
  readonly kind: 'done' | 'promised' | 'offered' | 'asked' | 'instructed' | 'answered' | 'decided' | 'noted';
  readonly lemma: string;
}

/** What a draft says of a failure besides admitting it: the words of each, where there are any (RULES rules 28 to 30). */
export interface Recovery {
  /** How it came about, or that this is being found out. */
  readonly cause?: Span;
  /** Repair or gesture. */
  readonly redress?: Span;
  /** What keeps it from happening again. */
  readonly prevention?: Span;
}

/** A question or request in the customer's turn. The span counts in `Turn.text`. */
export interface CustomerQuestion extends Span {
  readonly kind: 'yes-no' | 'wh' | 'request' | 'demand';
  readonly answer: 'answered' | 'deferred' | 'refused' | 'missed';
  /** The words of ours that answer it. */
  readonly answeredAt?: Span;
  /** Nothing in those words is of the question: they answer because a short reply has no room for anything else. */
  readonly oblique?: true;
}

/**
 * What the words of one draft do, worked out once and only as far as it is asked for. Every property is computed at its first use.
 * docs/language.md shows each with examples.
 */
export interface Reading {
  readonly draft: Draft;
  readonly sentences: readonly Sentence[];
  /** Those of the body, in order. */
  readonly body: readonly Sentence[];
  readonly clauses: readonly Clause[];
  /** Quoted or reported words, and lists of words to avoid: masked for all rules about wording. */
  readonly mentions: readonly Span[];
  readonly kind: ReplyKind;
  /** How likely the message is of one of these kinds, from 0 to 1: a kind that is given is certain. */
  likelihood(kinds: readonly Kind[]): number;
  /** ISO 639-1; `und` when there is too little text. */
  readonly language: string;
  readonly apologies: readonly Apology[];
  readonly empathy: readonly EmpathyStatement[];
  readonly hardships: readonly Hardship[];
  readonly thanks: readonly Thanks[];
  readonly faults: readonly Fault[];
  readonly deeds: readonly Deed[];
  readonly disputes: readonly Dispute[];
  readonly faultState: FaultState;
  readonly times: readonly TimeExpression[];
  /** The times that each of `Draft.earlier` names, in its own text. */
  readonly earlierTimes: readonly (readonly TimeExpression[])[];
  readonly commitments: readonly Commitment[];
  readonly refusals: readonly Refusal[];
  readonly referrals: readonly Referral[];
  readonly acts: readonly SpeechAct[];
  readonly recovery: Recovery;
  readonly questions: readonly CustomerQuestion[];
  /** The draft breaks off or begins in mid-text (`1/2`, `…`): nothing can be called missing. */
  readonly cutOff: boolean;
  /** A line or two of chat, where one courtesy must do for all. */
  readonly brief: boolean;
  /** A later turn of a running conversation: it owes no thanks for the contact, and no acknowledgement of it. */
  readonly followUp: boolean;
  /** How the reply opens; undefined without a body. */
  readonly opening: Opening | undefined;

  /**
   * Whether words `from`…`to` of the draft name something that the customer wrote of, or a day or season that they named. False where their message is not known.
   */
  takesUp(from: number, to: number): boolean;
  /** Whether the stretch lies in a mention. */
  isMention(at: Span): boolean;
  /** The sentence that holds the offset, or the nearest before it. */
  sentenceAt(offset: number): Sentence | undefined;
  /** The clause that holds word `index`. */
  clauseAt(index: number): Clause | undefined;
  /** Whether word `index` is a noun, a name, an adjective, a verb or a number: a word that can name something. */
  isContent(index: number): boolean;
}
