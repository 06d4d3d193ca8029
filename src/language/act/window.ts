import { listed } from '../../lexicon/index.js';
import { firstEndingAfter } from '../../text/span.js';
import { Gap } from '../../text/words.js';
import type { LazyReading } from '../index.js';
import type { Apology, Clause, Sentence, TimeExpression } from '../reading.js';

const NUMBERS = listed('numbers');

/** How many words, times or clauses beside a clause can bear on it. Longer sentences do not occur; the bound keeps every reading linear. */
const REACH = 60;
const REACH_CLAUSES = 6;
const REACH_TIMES = 8;

/** The words of the sentence that can bear on the clause: first, and one past the last. */
export function around(sentence: Sentence, clause: Clause): { readonly from: number; readonly to: number } {
  return { from: Math.max(sentence.from, clause.from - REACH), to: Math.min(sentence.to, clause.to + REACH) };
}

/** The clauses behind this one in its sentence, nearest first. */
export function clausesAfter(reading: LazyReading, clause: Clause): readonly Clause[] {
  const end = reading.sentences[clause.sentence].endClause;
  return reading.clauses.slice(clause.index + 1, Math.min(end, clause.index + 1 + REACH_CLAUSES));
}

/** The apology whose complement holds the verb of the clause: what is regretted there is told as a failing. */
export function regretOf(reading: LazyReading, { verb }: Clause): Apology | undefined {
  if (!verb) return undefined;
  const { apologies } = reading;
  const apology = apologies[firstEndingAfter(apologies, verb.start)];
  return apology && apology.start < verb.start && verb.end <= apology.end ? apology : undefined;
}

/** A bare apology behind the verb in its sentence: "We gave your slot away, and I'm sorry". */
export function bareRegretOf(reading: LazyReading, { verb, sentence }: Clause): Apology | undefined {
  if (!verb) return undefined;
  const { apologies } = reading;
  const apology = apologies[firstEndingAfter(apologies, verb.end)];
  return apology?.kind === 'bare' && apology.sentence === sentence && apology.start > verb.end && !apology.mention ? apology : undefined;
}

/** "Our mistake, and I am sorry: we printed the old address": the apology before the colon, behind which the failing is told. */
export function announcedRegret(reading: LazyReading, clause: Clause): Apology | undefined {
  const { apologies, grammar } = reading;
  const apology = apologies[firstEndingAfter(apologies, clause.start) - 1];
  return apology?.sentence === clause.sentence && grammar.words.gap[clause.from] & Gap.break ? apology : undefined;
}

/** Whether the sentence names a time that the customer can hold us to: a day, a date, an hour, a number of days. */
export function saysWhen(reading: LazyReading, sentence: Sentence): boolean {
  return timesFrom(reading, sentence.start).some(({ start, specific }) => specific && start < sentence.end);
}

/** Whether the sentence says when, be it as vaguely as "soon". */
export function saysAnyTime(reading: LazyReading, sentence: Sentence): boolean {
  return timesFrom(reading, sentence.start).some(({ start }) => start < sentence.end);
}

/** The next times that end behind an offset of the text: as many as can bear on what stands there. */
export function timesFrom({ times }: LazyReading, offset: number): readonly TimeExpression[] {
  const first = firstEndingAfter(times, offset);
  return times.slice(first, first + REACH_TIMES);
}

/** A definite or counted subject: `the`, `your`, `a`, a name. A bare plural ("cases take 28 days") speaks of habits. */
export function hasDeterminer(reading: LazyReading, clause: Clause): boolean {
  const { subject } = clause;
  if (!subject) return false;
  const { tags, words } = reading.grammar;
  if (words.norm[subject.from] === 'all' && (tags.pos[subject.from + 1] !== 'nominal' || NUMBERS.at(words, subject.from + 1))) return true;
  if (/^(?:all|any|most|every|each|many)$/.test(words.norm[subject.from])) return false;
  if (tags.pos[subject.from] === 'number') return true;
  return tags.pos[subject.from] !== 'nominal' || !words.norm[subject.head].endsWith('s') || subject.actor !== 'thing';
}
