import type { LazyReading } from '../index.js';
import type { Sentence, TimeExpression } from '../reading.js';

/** A sum of money. */
export const SUM_OF_MONEY =
  /[£$€₹]\s?\d|\d\s?(?:€|eur|euros?|pounds?|dollars?|usd|gbp|chf|cents?|pence|p|kr|kronor|zł|rupees?|rs|naira|cedis|rand)(?![\p{L}\d])/iu;
/** Nouns of time that a number or a quantifier makes a time of. */
export const UNITS_OF_TIME = /^(?:weeks?|months?|hours?|minutes?|days?|years?)$/;

/** "Free", "no charge", "the price is a third less", "it costs ten a day". */
export function namesPrice(norm: readonly string[], from: number, to: number): boolean {
  let priced = false;
  let numbered = false;
  for (let i = from; i < to; i += 1) {
    if (/^(?:free|complimentary|gratis|included|nothing|waived)$/.test(norm[i])) return true;
    priced ||= (norm[i] === 'head' || norm[i] === 'person') && /^(?:a|per)$/.test(norm[i - 1] ?? '');
    priced ||=
      /^(?:costs?|prices?|fees?|charges?|charged|rates?|fares?|tariffs?|pay|paid|payment|cheaper|discount|depends?|vary|varies)$/.test(
        norm[i],
      );
    numbered ||=
      /\d/.test(norm[i]) || /^(?:no|not|depends?|vary|varies|same|cent|half|ten|twenty|thirty|forty|fifty|hundred)$/.test(norm[i]);
  }
  return priced && numbered;
}

/** "Six bursaries of £3,000": what somebody is given is no price. */
export function namesGrant(norm: readonly string[], from: number, to: number): boolean {
  for (let i = from; i < to; i += 1)
    if (
      /^(?:bursary|bursaries|grants?|scholarships?|stipends?|prizes?|awards?|rewards?|cashback|subsidy|subsidies|allowances?|bonus)$/.test(
        norm[i],
      )
    )
      return true;
  return false;
}

/** A number that counts: no price, date, clock or reference ("£14", "3rd", "9:30", "8 weeks"). */
export function isCount({ grammar: { words, tags, text } }: LazyReading, i: number, to: number): boolean {
  const word = words.norm[i];
  if (!/^\d{1,4}$/.test(word) && (tags.pos[i] !== 'number' || /\d/.test(word))) return false;
  const before = text.slice(Math.max(0, words.start[i] - 2), words.start[i]);
  const behind = text.slice(words.end[i], words.end[i] + 2);
  if (/[£$€₹#:/.-]\s?$/.test(before) || /^[:/%]|^\s?[£$€]/.test(behind)) return false;
  const next = i + 1 < to ? words.norm[i + 1] : '';
  return (
    !UNITS_OF_TIME.test(next) &&
    !/^(?:pounds?|euros?|dollars?|am|pm|o'clock|january|february|march|april|may|june|july|august|september|october|november|december|day|week|month|hour|minute|year)$/.test(
      next,
    )
  );
}

/** "At present", "forty calls in a day": no time at which anything will be. */
export function isCurrent({ grammar: { words } }: LazyReading, { from, to }: TimeExpression): boolean {
  const { norm } = words;
  return /^(?:present|moment)$/.test(norm[to - 1]) || (norm[to - 1] === 'day' && norm[to - 2] === 'a') || norm[from] === 'currently';
}

/** Whether the time at word `at` stands in a clause that tells what happened. */
export function tellsOfPast({ clauses }: LazyReading, { firstClause, endClause }: Sentence, at: number): boolean {
  let past = false;
  for (let k = firstClause; k < endClause; k += 1) {
    const { from, to, verb } = clauses[k];
    // "We forgot to send it in March": the infinitive hangs on what was told.
    if (verb && verb.tense !== 'none') past = verb.tense === 'past';
    if (from <= at && at < to) return past;
  }
  return false;
}
