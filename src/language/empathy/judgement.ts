import { listed, verbForms } from '../../lexicon/index.js';
import type { Words } from '../../text/words.js';
import type { LazyReading } from '../index.js';
import type { Clause } from '../reading.js';
import { GOOD, IDLE_NO } from './judgement-words.js';
import { isVerdict } from './situation-predicate.js';

const EVALUATIVE_WORDS = listed('evaluative-words');
const FEELING_WORDS = listed('feeling-words');
const CONTACT_NOUNS = listed('contact-nouns');

/** The predicate holds a word of judgement, or a good one that is denied. */
export function judged(reading: LazyReading, clause: Clause): boolean {
  const { words } = reading.grammar;
  const { norm } = words;
  const verb = clause.verb!;
  const none = clause.negated && !verb.negated;
  const end = predicateEnd(reading, clause);
  for (let i = verb.to; i < end; i += 1) {
    const word = norm[i];
    const denied = verb.negated || norm[i - 1] === 'no' || norm[i - 1] === 'not' || norm[i - 2] === 'not';
    if (
      word === 'no' &&
      i === verb.to &&
      i + 1 < clause.to &&
      !IDLE_NO.at(words, i + 1) &&
      clause.subject &&
      norm[clause.subject.from] !== 'there'
    )
      return true;
    // "a let-down" written apart; "drives people mad"; "a lot of running around", "a lot to ask".
    if (word === 'let' && norm[i + 1] === 'down' && norm[i - 1] === 'a') return !denied;
    if (word === 'lot' && norm[i - 1] === 'a' && muchIsAsked(reading, clause, i)) return true;
    if (/^(?:little|no|small|scant)$/.test(word) && /^(?:use|help|comfort|value|consolation|good)$/.test(norm[i + 1] ?? '')) return true;
    if (word === 'long' && !denied && /^(?:time|wait|night|day|evening|week|month|year|journey|way)$/.test(norm[i + 1] ?? '')) return true;
    if (word === 'too' && i + 1 < clause.to && /^(?:long|much|late|many|slow|short|high|hot|cold|small|far|often)$/.test(norm[i + 1]))
      return !denied;
    // "kind of", "the weather was not kind to us".
    const idle = (word === 'kind' && norm[i + 1] === 'of') || (norm[i + 1] === 'to' && /^(?:us|me)$/.test(norm[i + 2] ?? ''));
    if (GOOD.at(words, i) && denied && !none && !idle) return true;
    // "is as bad as it gets"
    if (word === 'as' && /^(?:bad|poor|low|grim|rude|shabby)$/.test(norm[i + 1] ?? '') && norm[i + 2] === 'as' && !denied) return true;
    if (!GOOD.at(words, i) && !denied && EVALUATIVE_WORDS.at(words, i) && !hardForUs(norm, i) && !heard(words, i)) return true;
  }
  return false;
}

/** "That is a lot of running around", "three visits are a lot to ask": what the customer bears, not what we have ("we have a lot of rooms"). */
function muchIsAsked({ grammar: { words, tags } }: LazyReading, { subject, verb }: Clause, i: number): boolean {
  const what = words.norm[i + 2] ?? '';
  if (verb!.lemma !== 'be' || verb!.negated || !subject || words.norm[subject.from] === 'there') return false;
  if (words.norm[i + 1] === 'to') return /^(?:ask|bear|take|swallow|expect|put|carry|lose|wait)$/.test(what);
  return (
    words.norm[i + 1] === 'of' &&
    (tags.form[i + 2] === 'ing' || /^(?:money|time|hassle|trouble|worry|stress|effort|work|phone|calls|waiting|fuss)$/.test(what))
  );
}

/** "Disappointing to hear (this)": sorrow about the news, no judgement on what it was like; not "galling to hear hold music". */
export function heard({ norm, gap }: Words, i: number): boolean {
  if (norm[i + 1] !== 'to' || !/^(?:hear|read|learn|see|know)$/.test(norm[i + 2] ?? '')) return false;
  const what = norm[i + 3];
  if (what === undefined || gap[i + 3] !== 0 || norm[i + 2] === 'learn' || norm[i + 2] === 'know') return true;
  return /^(?:that|this|these|those|of|about|it|you|your|from|how|such|the|so|we|our|a|as|when)$/.test(what) || CONTACT_NOUNS.has(what);
}

/** "It is hard to say", "difficult for us to check": hard for the writer. */
export function hardForUs(norm: readonly string[], i: number): boolean {
  if (!/^(?:hard|difficult|tough|impossible)$/.test(norm[i])) return false;
  if (norm[i + 1] === 'for') return /^(?:us|me|our)$/.test(norm[i + 2] ?? '');
  return (
    norm[i + 1] === 'to' &&
    /^(?:say|tell|know|predict|judge|check|answer|see|find|comment|guarantee|give|confirm|please)$/.test(norm[i + 2] ?? '')
  );
}

/** The predicate may look like a clause of its own: "is costly as well as tiring". */
function predicateEnd(reading: LazyReading, clause: Clause): number {
  const next = reading.clauses[clause.index + 1];
  const participle =
    next?.sentence === clause.sentence && next.verb?.tense === 'none' && reading.grammar.tags.pos[next.verb.from] === 'verb';
  return participle ? next.to : clause.to;
}

/** "costs £30": a price, no burden. */
export function pricesSomething(reading: LazyReading, clause: Clause): boolean {
  const { norm } = reading.grammar.words;
  const { verb } = clause;
  if (verb!.lemma !== 'cost') return /^(?:us|me|our)$/.test(norm[verb!.to] ?? '') && norm[verb!.to + 1] !== 'too';
  for (let i = verb!.to; i < clause.to && i < verb!.to + 3; i += 1) if (/\d/.test(norm[i]) || norm[i] === 'us') return true;
  return false;
}

/** The predicate is an adjective or a noun that reports no mere state (`is a lot of bread`, `is a slog`). */
export function describes(reading: LazyReading, clause: Clause): boolean {
  const { words, tags } = reading.grammar;
  const verb = clause.verb!;
  // "Passes can't be used after five": terms.
  if (verb.modal === 'can' || verb.modal === 'may') return false;
  let i = verb.to;
  while (i < clause.to && /^(?:adverb|determiner|negation)$/.test(tags.pos[i])) i += 1;
  if (i >= clause.to || (tags.pos[i] !== 'nominal' && tags.pos[i] !== 'preposition' && tags.pos[i] !== 'subordinator')) return false;
  // "has been booked" is read as a noun behind "been".
  if (verb.tense === 'perfect' && words.norm[i]?.endsWith('ed')) return false;
  // "Two pumps were sold on that day": so is a participle behind a noun that looks like a verb.
  const done = verb.lemma === 'be' ? verbForms(words.norm[i]) : undefined;
  if (done?.forms.includes('participle') && !EVALUATIVE_WORDS.at(words, i) && !FEELING_WORDS.at(words, i)) return false;
  if (tags.pos[i] === 'nominal') return isVerdict(reading, verb.to, clause.to, verb.negated);
  return words.norm[i] === 'what' || words.norm[i] === 'how';
}
