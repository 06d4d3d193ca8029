import { around } from './window.js';
import type { LazyReading } from '../index.js';
import type { Clause, Sentence } from '../reading.js';

/** Follows that concern another occasion, or nothing in particular: following them does not move this matter on. */
const ELSEWHERE = new Set('further future again ever other another'.split(' '));
/** "Any other questions" are another matter; "other flights" are what to choose from in this one. */
const MATTER =
  /^(?:questions?|queries|query|concerns?|issues?|matters?|problems?|feedback|comments?|requests?|suggestions?|needs?|inquiries|enquiries|assistance|help|information|occasions?|guests?|customers?|users?|passengers?)$/;
/** Done once more, these are part of a remedy: "log in again", "turn it off and on again". */
const REPEATED = new Set(
  'log sign try turn restart open launch install reinstall download update start switch scan enter pay connect check refresh attempt submit upload retry plug run charge press tap click reset wait'.split(
    ' ',
  ),
);
/** "For any further questions", "on your next stay", "if you are ever unhappy": another matter. */
export function isElsewhere(reading: LazyReading, sentence: Sentence, clause: Clause): boolean {
  const { norm } = reading.grammar.words;
  const { from, to } = around(sentence, clause);
  for (let i = from; i < to; i += 1) {
    const word = norm[i];
    if (word === 'further') {
      // "for further assistance" is about this matter; "any further questions" about others.
      if (norm[i - 1] === 'any' || /^(?:questions?|queries|query|concerns|comments)$/.test(norm[i + 1] ?? '')) return true;
    } else if (word === 'other') {
      const chosen = norm[i - 1] === 'each' || norm[i - 1] === 'the';
      if (!chosen && (norm[i - 1] === 'any' || norm[i - 1] === 'some' || MATTER.test(norm[i + 1] ?? ''))) return true;
    } else if (word === 'next') {
      // "On your next stay" is another time; "the next available seat" is what this one is about.
      if (norm[i - 1] !== 'the' || /^(?:time|visit|stay|trip|year|season)$/.test(norm[i + 1] ?? '')) return true;
    } else if (word === 'again' ? !isRetry(reading, clause, i) : ELSEWHERE.has(word)) return true;
  }
  return false;
}

/** "Try again", "once again", "log in again". */
function isRetry({ grammar: { words } }: LazyReading, { verb }: Clause, i: number): boolean {
  const { norm } = words;
  return (
    norm[i - 1] === 'once' ||
    [norm[i - 1], norm[i - 2]].some((word) => REPEATED.has(word)) ||
    (verb !== undefined && REPEATED.has(verb.lemma))
  );
}
