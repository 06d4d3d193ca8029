import { listed } from '../../lexicon/index.js';
import { isDigit } from '../../text/letters.js';
import { Gap, type Words } from '../../text/words.js';
import { CLOSE_BREAK, isFigure, number, specific, type Found } from './found.js';
import { CLOCK_GOVERNOR, spokenClockAt, standsAlone } from './spoken-clock.js';
import { MONTHS, SEASONS, UNITS, WEEKDAYS } from './words.js';

const NUMBERS = listed('numbers');

const CLOCK = /^(?:(?:[01]?\d|2[0-4])(?:\.[0-5]\d)?(?:am|pm|a|p|hrs|h|ish)|(?:0?[1-9]|1[0-2])[0-5]\d(?:am|pm|a|p))$/;
const WEEKEND_GOVERNOR = /^(?:over|by|before|at|on|during|until|till|after)$/;
/** Where a stretch of time begins or ends, and what else than a unit has such an end. */
const BOUND = /^(?:end|start|close|beginning|middle|turn)$/;
const BOUNDED = /^(?:shift|term|play|business|season|session)$/;
const SPAN = /^\d{1,3}(?:h|hr|hrs|hours|d|days|min|mins|wks)$/;

/** `within two working days`, `24-48 hours`, `a few minutes`, `this week`, `next month`, `the end of the week`, `this summer`. */
export function unitAt(words: Words, at: number, from: number, to: number): Found | undefined {
  const { norm, gap } = words;
  const word = norm[at];
  if (isMeasured(word) && SPAN.test(word)) return specific(at + 1);
  if (norm[at + 1] === 'of' && BOUND.test(word)) {
    for (let k = at + 2; k < Math.min(to, at + 5); k += 1)
      if (UNITS.has(norm[k]) || MONTHS.has(norm[k]) || BOUNDED.test(norm[k])) return specific(k + 1);
    return undefined;
  }
  if (word === 'this' || word === 'next' || word === 'coming') {
    const next = norm[at + 1] === 'coming' ? at + 2 : at + 1;
    if (next < to && WEEKDAYS.has(norm[next]) && norm[next].length > 5) return specific(next + 1, { weekday: WEEKDAYS.get(norm[next]) });
    if (next < to && (UNITS.has(norm[next]) || SEASONS.has(norm[next]) || MONTHS.has(norm[next])) && norm[next] !== 'time')
      return specific(next + 1, { days: (word === 'this' ? 1 : 2) * (UNITS.get(norm[next]) ?? 92) });
  }
  // "Over the weekend", "by the weekend"; "by month end".
  if (word === 'weekend' && at > from + 1 && norm[at - 1] === 'the' && WEEKEND_GOVERNOR.test(norm[at - 2])) return specific(at + 1);
  if ((word === 'month' || word === 'year') && norm[at + 1] === 'end' && at > from && /^(?:by|before|until|at)$/.test(norm[at - 1]))
    return specific(at + 2);
  if (SEASONS.has(word) && at > from && /^(?:in|by|before|until|this|the|over|for|at|after|of|on)$/.test(norm[at - 1]))
    return specific(/^(?:eve|day)$/.test(norm[at + 1] ?? '') ? at + 2 : at + 1);
  // "One day" is no day.
  if (word === 'one' && norm[at + 1] === 'day' && !/^(?:within|in|by)$/.test(at > from ? norm[at - 1] : '')) return undefined;
  const quantity = quantityAt(words, at, to);
  if (!quantity) return undefined;
  // "One and a half hours".
  let next = quantity.to + (norm[quantity.to] === 'and' && norm[quantity.to + 1] === 'a' && norm[quantity.to + 2] === 'half' ? 3 : 0);
  let working = false;
  while (
    next < to &&
    next < quantity.to + 2 &&
    /^(?:working|business|calendar|full|more|odd|short)$/.test(norm[next]) &&
    !(gap[next] & CLOSE_BREAK)
  ) {
    working ||= norm[next] === 'working' || norm[next] === 'business';
    next += 1;
  }
  const length = next < to && !(gap[next] & (CLOSE_BREAK | Gap.comma)) ? UNITS.get(norm[next]) : undefined;
  if (length === undefined) return undefined;
  // "a day", "an hour": a time only where something makes it one.
  if (
    quantity.article &&
    !/^(?:within|inside|in|for|after|every|half|about|by|under|over|than|once|twice)$/.test(at > from ? norm[at - 1] : '') &&
    norm[next + 1] !== 'before' &&
    norm[next + 1] !== 'prior'
  )
    return undefined;
  if (quantity.count === undefined) return specific(next + 1);
  return specific(next + 1, working ? { workingDays: quantity.count * length } : { days: quantity.count * length });
}

/** `three`, `3 to 5`, `24-48`, `a couple of`, `the next few`, `a`. */
function quantityAt(words: Words, at: number, to: number): { to: number; count?: number; article?: boolean } | undefined {
  const { norm } = words;
  const word = norm[at];
  if (isCount(words, at, to)) {
    let next = at + 1;
    let last = at;
    if ((norm[next] === 'to' || norm[next] === 'or' || norm[next] === 'and') && isCount(words, next + 1, to)) last = next + 1;
    else if (isCount(words, next, to)) last = next;
    next = last + 1;
    const count = number(norm[last]);
    return count === undefined ? { to: next } : { to: next, count };
  }
  if (word === 'few' || word === 'several') return { to: at + 1 };
  if (word === 'couple') return { to: norm[at + 1] === 'of' ? at + 2 : at + 1, count: 2 };
  if (word === 'a' || word === 'an' || word === 'one') return { to: at + 1, count: 1, article: word !== 'one' };
  return undefined;
}

function isCount(words: Words, at: number, to: number): boolean {
  return at < to && (NUMBERS.at(words, at) || isFigure(words.norm[at], 3));
}

/** Whether a word begins with a digit and does not end with one: only then are the long patterns asked, which V8 compiles at their first use. */
function isMeasured(word: string): boolean {
  return isDigit(word, 0) && !isDigit(word, word.length - 1);
}

/** `4 pm`, `14:00`, `9.30`, `by five`, `half past two`. */
export function clockAt(words: Words, text: string, at: number, from: number, to: number): Found | undefined {
  const { norm, gap } = words;
  const word = norm[at];
  const spoken = spokenClockAt(words, at, from, to);
  if (spoken) return spoken;
  if (isMeasured(word) && CLOCK.test(word) && /\d[aphi]/.test(word)) return specific(at + 1);
  const isDigits = isFigure(word, 2) || (isDigit(word, 0) && /^\d{1,2}\.[0-5]\d$/.test(word));
  const isNumber = isDigits || NUMBERS.at(words, at);
  if (!isNumber) return undefined;
  const next = norm[at + 1] ?? '';
  const joined = at + 1 < to && !(gap[at + 1] & (CLOSE_BREAK | Gap.comma | Gap.break));
  if (joined && (/^(?:am|pm|o'clock|hrs)$/.test(next) || (next === 'hours' && word.includes('.')))) return specific(at + 2);
  // "5 p.m." is three words.
  if (joined && /^[ap]$/.test(next) && norm[at + 2] === 'm' && text[words.end[at + 1]] === '.') return specific(at + 3);
  if (isDigits && at + 1 < to && text[words.end[at]] === ':' && words.start[at + 1] === words.end[at] + 1 && /^[0-5]\d/.test(next))
    return specific(at + 2);
  if (at === from || !CLOCK_GOVERNOR.test(norm[at - 1])) return undefined;
  if (isDigits && Number(word) > 24) return undefined;
  return standsAlone(words, at + 1, to) ? specific(at + 1) : undefined;
}
