import type { Span } from '../../text/span.js';
import type { CustomerQuestion, Sentence } from '../reading.js';
import type { Wanted } from '../question/wanted.js';

/** What one sentence of ours offers to those who asked. */
export interface Offer extends Named, Done, Stated, Shaped {
  readonly sentence: Sentence;
  /** Answers whatever was asked: it defers, refers, or stands for the answer. `contact`: it only says that they will hear from us; `patience`: it
   * only bids them wait while we work, which answers who wants something done; `steps`: it tells what to do, which answers who wants to know how. */
  readonly forAll?: 'answered' | 'deferred' | 'refused' | 'contact' | 'patience' | 'steps';
}

/** What it speaks of, and what it names. */
interface Named {
  /** Stems of its topic words, without those of thanks, apologies and courtesies. */
  readonly topic: ReadonlySet<string>;
  /** Stems of what it says thanks or sorry for, and of the sentence before it: what "it", "one" and a bare number may speak of. */
  readonly context: ReadonlySet<string>;
  /** The kinds of question that it has an answer for. */
  readonly gives: ReadonlySet<Wanted>;
  /** Names a number that is no price, date or time. */
  readonly counts: boolean;
  /** Names a sum of money. */
  readonly money: boolean;
  /** Names a time in a clause that tells of no past: when something is, or will be. */
  readonly ahead: boolean;
  /** Speaks of a new one, or another. */
  readonly renews: boolean;
  /** Takes something off a price: "20 % less". */
  readonly reduces: boolean;
}

/** What is done about the matter, or will not be. */
interface Done {
  /** We did something, do it, or let them do it. */
  readonly acts: boolean;
  /** We did, do or shall do something. */
  readonly ours: boolean;
  /** We have done, are doing or shall do something. */
  readonly measures: boolean;
  /** Tells what to do. */
  readonly instructs: boolean;
  /** "He" and "she" where they are the subject of a clause. */
  readonly persons: ReadonlySet<string>;
  /** How many clauses say what the customer may, can or must do. */
  readonly licenses: number;
  /** "It's attached", "all done". */
  readonly delivers: boolean;
  /** Says where the answer stands: "on our website". */
  readonly refers: boolean;
  readonly refuses: boolean;
  /** We, or "it" and "that", cannot: a refusal of anything that was asked. */
  readonly declines: boolean;
}

/** What is said of the matter. */
interface Stated {
  /** States something of the matter: no thanks, apology, wish or standard. */
  readonly states: boolean;
  /** How many things it states or tells to do, each with a subject of its own: no more questions than these are answered by it. */
  readonly told: number;
  /** Tells how something came about, or how it stands: no wish, and nothing that we merely see or shall do. */
  readonly explains: boolean;
  /** States nothing but what we ourselves do or expect: no time, number, denial or advice. */
  readonly ofUs: boolean;
  /** Says how something of theirs is: "your boat is safe". */
  readonly ofYours: boolean;
  /** Says nothing of any matter: thanks, regret, a wish, an assurance, a greeting, a sign. */
  readonly hollow: boolean;
}

/** How it is put, by which it may answer without a word of the question. */
interface Shaped {
  /** Yes, no and their kin at its head. */
  readonly particle: boolean;
  /** How often it says yes or no: "yes, yes and no". */
  readonly particles: number;
  /** "Yes to both", "both are". */
  readonly both: boolean;
  /** Holds thanks, regret or fellow feeling. */
  readonly thanks: boolean;
  /** Opens with "if": what it bids holds only then. */
  readonly conditional: boolean;
  /** Opens by naming what it speaks of: "Concerning the deadline: …". */
  readonly fronts: boolean;
  /** Begins with words that have no verb of their own: "three years, charger included". */
  readonly terse: boolean;
  /** Its subject only points ("it", "there", "all", "you"), or it tells what we lend or lay out: it may speak of anything that was asked. */
  readonly loose: boolean;
}

/** What became of one question, and where. */
export type Answer = Pick<CustomerQuestion, 'answer' | 'answeredAt' | 'oblique'>;

/** Whether two topics have a stem in common. */
export function meets(topic: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  for (const each of topic) if (other.has(each)) return true;
  return false;
}

/** Whether the sentence holds one of the stems. */
export function shares(topic: ReadonlySet<string>, offer: Offer): boolean {
  return meets(topic, offer.topic);
}

/** The answer that the sentence is. */
export function given(offer: Offer): Answer {
  return { answer: offer.refuses ? 'refused' : 'answered', answeredAt: spanOf(offer) };
}

export function spanOf({ sentence: { start, end } }: Offer): Span {
  return { start, end };
}
