import { Gap, type Words } from '../../text/words.js';
import { closedClass, Tag } from '../grammar/closed-classes.js';
import { CLOSE_BREAK, isFigure, specific, type Found } from './found.js';
import { NOW_WORDS, WEEKDAYS } from './words.js';

const HOUR = /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[1-9]|1[0-2])$/;
const TWELVE = /^(?:noon|midday|midnight)$/;
const MINUTES = /^(?:five|ten|twenty|twentyfive|5|10|20|25)$/;
/** Behind these a number can be a time of day. */
export const CLOCK_GOVERNOR = /^(?:at|by|before|until|till|around|about|after|from)$/;

/** A time of day as one says it: `half past twelve`, `a quarter to nine`, `ten to four`, `by half six`, `between two and four`, `at 1830`. */
export function spokenClockAt(words: Words, at: number, from: number, to: number): Found | undefined {
  const { norm } = words;
  const word = norm[at];
  const governed = at > from && CLOCK_GOVERNOR.test(norm[at - 1]);
  if (word === 'between') return betweenHours(words, at, to);
  if (word === 'a' || word === 'quarter')
    return norm[word === 'a' ? at + 1 : at] === 'quarter' ? pastOrTo(words, word === 'a' ? at + 2 : at + 1, to, governed) : undefined;
  if (word === 'half') {
    if (norm[at + 1] === 'past') return pastOrTo(words, at + 1, to, true);
    // "At half six": British for half past.
    return governed && HOUR.test(norm[at + 1] ?? '') && standsAlone(words, at + 2, to) ? specific(at + 2) : undefined;
  }
  if (governed && isFigure(word, 4) && word.length === 4)
    return isMilitary(word, norm[at - 1]) && standsAlone(words, at + 1, to) ? specific(at + 1) : undefined;
  if (!governed || !MINUTES.test(word)) return undefined;
  return pastOrTo(words, /^min(?:ute)?s$/.test(norm[at + 1] ?? '') ? at + 2 : at + 1, to, governed);
}

/** `past three`, `to noon`, from the word at `at`; `to` leads to an hour only where nothing is counted behind it. */
function pastOrTo(words: Words, at: number, to: number, governed: boolean): Found | undefined {
  const { norm, gap } = words;
  const hour = norm[at + 1] ?? '';
  if (at + 1 >= to || gap[at + 1] & (CLOSE_BREAK | Gap.comma) || (!HOUR.test(hour) && !TWELVE.test(hour))) return undefined;
  if (norm[at] === 'past') return specific(at + 2);
  return governed && norm[at] === 'to' && standsAlone(words, at + 2, to) ? specific(at + 2) : undefined;
}

/** `between two and four`, `between 9 and 5`. */
function betweenHours(words: Words, at: number, to: number): Found | undefined {
  const { norm } = words;
  const first = norm[at + 1] ?? '';
  const last = norm[at + 3] ?? '';
  const hours = (HOUR.test(first) || TWELVE.test(first)) && norm[at + 2] === 'and' && (HOUR.test(last) || TWELVE.test(last));
  return hours && at + 3 < to && standsAlone(words, at + 4, to) ? specific(at + 4) : undefined;
}

/** `1830`, `0900`; a round one that could be a year is one behind "by" and the like. */
function isMilitary(word: string, governor: string): boolean {
  return /^(?:[01]\d|2[0-3])(?:00|15|30|45)$/.test(word) && (governor === 'at' || !/^(?:19|20)/.test(word));
}

/** Whether no noun stands at `at` that the number before it could count. */
export function standsAlone({ norm, gap }: Words, at: number, to: number): boolean {
  const next = norm[at] ?? '';
  const flags = closedClass.of(next);
  const alone =
    at >= to || gap[at] !== 0 || WEEKDAYS.has(next) || NOW_WORDS.has(next) || (flags & (Tag.preposition | Tag.coordinator)) !== 0;
  return (alone || cannotBeCounted(flags, next)) && next !== 'of';
}

/** "At seven either way", "at nine whatever he says", "at eight sharp": no noun that the number could count. "At five other shops" has one. */
function cannotBeCounted(flags: number, next: string): boolean {
  if (/^(?:sharp|latest|prompt|exactly|precisely|daily|whatever|whichever|regardless|come|ish)$/.test(next)) return true;
  return (flags & (Tag.determiner | Tag.pronoun | Tag.possessive | Tag.subordinator | Tag.adverb)) !== 0 && !MEASURING.test(next);
}

/** What may stand between a number and the noun it counts. */
const MEASURING =
  /^(?:other|more|less|such|few|several|many|much|half|enough|one|ones|u|away|ago|times|once|twice|later|earlier|further|very|quite|so|rather|almost|nearly|fully|far|well)$/;
