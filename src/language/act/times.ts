import { append } from '../../text/append.js';
import { isCapital, isDigit } from '../../text/letters.js';
import { listed, wordList } from '../../lexicon/index.js';
import { lazy } from '../../text/lazy.js';
import type { When } from '../../text/calendar.js';
import { WordFlags } from '../../text/word-flags.js';
import { Gap, splitWords, type Words } from '../../text/words.js';
import { closedClass, Tag } from '../grammar/closed-classes.js';
import type { LazyReading } from '../index.js';
import type { TimeExpression } from '../reading.js';
import { EVENTS, MONTHS, NOW_PHRASES, NOW_WORDS, PAST_AFTER, PAST_BEFORE, SEASONS, UNITS, VAGUE, WEEKDAYS } from './time-words.js';
import { byFirstWord, firstGoingOn } from '../window.js';

const NUMBERS = listed('numbers');

/** A time that begins at some word: one past its last word, and what it says. */
interface Found {
  readonly to: number;
  readonly specific: boolean;
  readonly when?: When;
}

const CLOSE_BREAK = Gap.stop | Gap.blankLine;
const CLOCK = /^(?:(?:[01]?\d|2[0-4])(?:\.[0-5]\d)?(?:am|pm|a|p|hrs|h|ish)|(?:0?[1-9]|1[0-2])[0-5]\d(?:am|pm|a|p))$/;
const SPAN = /^\d{1,3}(?:h|hr|hrs|hours|d|days|min|mins|wks)$/;
const ORDINAL = /^(\d{1,2})(?:st|nd|rd|th)$/;
const BY_OPENER = byFirstWord(longestFirst(VAGUE));
const NOW_BY_OPENER = byFirstWord(longestFirst(NOW_PHRASES));

/** What a word may begin: nearly all begin nothing, and the others one or two of these. */
const Opens = { fixed: 1, date: 2, unit: 4, clock: 8, event: 16, slot: 32, stretch: 64 } as const;
const DIGITS = Opens.date | Opens.unit | Opens.clock;
const openers = lazy(() => {
  const flagsOf = new Map<string, number>();
  const add = (words: Iterable<string>, flags: number): void => {
    for (const word of words) flagsOf.set(word, (flagsOf.get(word) ?? 0) | flags);
  };
  add([...NOW_WORDS.keys(), ...BY_OPENER.keys(), ...NOW_BY_OPENER.keys()], Opens.fixed);
  add([...WEEKDAYS.keys(), ...MONTHS.keys(), 'q1', 'q2', 'q3', 'q4'], Opens.date);
  add([...SEASONS, ...'end this next coming few several couple a an one'.split(' ')], Opens.unit);
  add(wordList('numbers').words, Opens.unit | Opens.clock);
  add('before prior upon until ahead by on in'.split(' '), Opens.event);
  add('in within at with'.split(' '), Opens.stretch);
  add('date time day deadline eta datum weekday timeframe xx dd'.split(' '), Opens.slot);
  return flagsOf;
});

function longestFirst(phrases: readonly string[]): readonly string[] {
  return [...phrases].sort((a, b) => b.length - a.length);
}

const OPENERS = new WordFlags((norm) => (isDigit(norm, 0) ? DIGITS : 0) | (openers().get(norm) ?? 0));

/** Time expressions, specific and vague (RULES §1.8). */
export function readTimes(reading: LazyReading): readonly TimeExpression[] {
  const { words, text, sentences } = reading.grammar;
  const times: TimeExpression[] = [];
  for (const { from, to } of sentences) append(times, timesIn(words, text, from, to));
  return times;
}

/** Time expressions of a text that is not the draft: an earlier reply of ours. */
export function timesOf(text: string): readonly TimeExpression[] {
  const words = splitWords(text);
  return timesIn(words, text, 0, words.length);
}

/** Time expressions among the words `from` up to, not including, `to`. Each word begins a bounded number of tries. */
function timesIn(words: Words, text: string, from: number, to: number): TimeExpression[] {
  const times: TimeExpression[] = [];
  for (let i = from; i < to; i += 1) {
    const opens = OPENERS.at(words, i);
    const found = opens === 0 ? undefined : timeAt(words, text, i, from, to, opens);
    if (!found) continue;
    if (!isPast(words, i, found.to, from, to))
      times.push({
        from: i,
        to: found.to,
        start: words.start[i],
        end: words.end[found.to - 1],
        specific: found.specific,
        ...(found.when && { when: found.when }),
      });
    i = found.to - 1;
  }
  return times;
}

function isPast({ norm, gap }: Words, at: number, end: number, from: number, to: number): boolean {
  if (end < to && !(gap[end] & CLOSE_BREAK) && PAST_AFTER.has(norm[end])) return true;
  for (let k = at - 1; k >= Math.max(from, at - 2); k -= 1) if (PAST_BEFORE.has(norm[k])) return true;
  return false;
}

function timeAt(words: Words, text: string, at: number, from: number, to: number, opens: number): Found | undefined {
  return (
    (opens & Opens.fixed ? fixedAt(words, at) : undefined) ??
    (opens & Opens.date ? dateAt(words, text, at, from, to) : undefined) ??
    (opens & Opens.unit ? unitAt(words, at, from, to) : undefined) ??
    (opens & Opens.clock ? clockAt(words, text, at, from, to) : undefined) ??
    (opens & Opens.event ? eventAt(words, at, to) : undefined) ??
    (opens & Opens.stretch ? soonAt(words, at, to) : undefined) ??
    (opens & Opens.slot ? slotAt(words, text, at) : undefined)
  );
}

const FAR_OR_NEAR =
  /^(?:very|not|too|so|near|nearest|nearer|short|shorter|shortest|quickest|fastest|earliest|soonest|immediate|foreseeable|distant|coming|possible|best|least|minimum|reasonable|timely|next)$/;
const STRETCH =
  /^(?:term|future|time|times|timeframe|while|period|delay|manner|fashion|notice|opportunity|convenience|instance|moment|possible)$/;

/** `in the shortest possible time`, `in the near term`, `within the least possible delay`, `at the very earliest opportunity`: soon, and no more than that. */
function soonAt({ norm }: Words, at: number, to: number): Found | undefined {
  if (norm[at + 1] !== 'the' && norm[at + 1] !== 'a') return undefined;
  let next = at + 2;
  while (next < Math.min(to, at + 7) && FAR_OR_NEAR.test(norm[next])) next += 1;
  if (next === at + 2) return undefined;
  if (next < to && STRETCH.test(norm[next])) return { to: next + 1, specific: false };
  return norm[next - 1] === 'possible' ? { to: next, specific: false } : undefined;
}

/** Times that are always the same words: vague ones, "right away", "tomorrow". */
function fixedAt(words: Words, at: number): Found | undefined {
  const word = words.norm[at];
  const vague = firstGoingOn(words, at, BY_OPENER.get(word));
  if (vague) return { to: at + vague.split(' ').length, specific: false };
  const fixed = firstGoingOn(words, at, NOW_BY_OPENER.get(word));
  if (fixed) return { to: at + fixed.split(' ').length, specific: true };
  if (!NOW_WORDS.has(word)) return undefined;
  const days = NOW_WORDS.get(word);
  return specific(at + 1, days === undefined ? undefined : { days });
}

function specific(to: number, when?: When): Found {
  return { to, specific: true, ...(when && { when }) };
}

function number(word: string): number | undefined {
  const match = isDigit(word, 0) ? /^(\d{1,3})(?:st|nd|rd|th)?$/.exec(word) : null;
  return match ? Number(match[1]) : undefined;
}

/** `Tuesday`, `Tuesday the 21st`, `3 May`, `May 3rd, 2026`, `in June`, `2026-05-03`, `the 11th`, `by 2027`. */
function dateAt(words: Words, text: string, at: number, from: number, to: number): Found | undefined {
  const { norm, gap } = words;
  const word = norm[at];
  const weekday = WEEKDAYS.get(word);
  if (weekday !== undefined && (word.length > 5 || isCapital(text, words.start[at]))) {
    let next = at + 1;
    while (next < to && next < at + 3 && (norm[next] === 'the' || norm[next] === 'on')) next += 1;
    const rest = next < to && !(gap[at + 1] & CLOSE_BREAK) ? dayAndMonth(words, next, to) : undefined;
    return rest ? specific(rest.to, { weekday, ...rest.when }) : specific(at + 1, { weekday });
  }
  const date = dayAndMonth(words, at, to);
  if (date && (date.when.month !== undefined || /^(?:on|by|until|till|before|from|after|of)$/.test(at > from ? beforeThe(norm, at) : '')))
    return specific(date.to, date.when);
  const month = MONTHS.get(word);
  const governor = at > from ? norm[at - 1] : '';
  if (
    month !== undefined &&
    isCapital(text, words.start[at]) &&
    /^(?:in|by|until|till|before|early|late|mid|of|from|next|this|to|and)$/.test(governor)
  ) {
    if (word !== 'may' || !(closedClass.of(norm[at + 1] ?? '') & (Tag.pronoun | Tag.verb))) return specific(at + 1, { month });
  }
  if (/^(?:in|by|until|before|of|for)$/.test(governor) && /^20[1-9]\d$/.test(word)) return specific(at + 1, { year: Number(word) });
  return word.length === 2 && /^q[1-4]$/.test(word) ? specific(at + 1) : undefined;
}

function beforeThe(norm: readonly string[], at: number): string {
  return norm[at - 1] === 'the' ? (norm[at - 2] ?? '') : '';
}

/** A day of a month at `at`: `3 May 2026`, `3rd of May`, `May 3`, `2026-05-03`, or an ordinal alone (`21st`). */
function dayAndMonth({ norm, gap }: Words, at: number, to: number): { to: number; when: When } | undefined {
  const word = norm[at];
  if (at + 2 < to && gap[at + 1] & Gap.hyphen && gap[at + 2] & Gap.hyphen && /^20\d\d$/.test(word)) {
    const month = Number(norm[at + 1]);
    const day = Number(norm[at + 2]);
    return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? { to: at + 3, when: { year: Number(word), month, day } } : undefined;
  }
  const day = number(word);
  if (day !== undefined && day >= 1 && day <= 31 && /^\d/.test(word)) {
    let next = at + 1;
    if (next < to && norm[next] === 'of') next += 1;
    const month = next < to && !(gap[next] & CLOSE_BREAK) ? MONTHS.get(norm[next]) : undefined;
    if (month !== undefined) return withYear(norm, next + 1, to, { day, month });
    if (at + 1 < to && gap[at + 1] & Gap.slash && /^\d{1,2}$/.test(word) && /^\d{1,2}$/.test(norm[at + 1])) {
      const other = Number(norm[at + 1]);
      if (other < 1 || other > 31 || (day === 24 && other === 7)) return undefined;
      return at + 2 < to && gap[at + 2] & Gap.slash ? { to: at + 3, when: {} } : undefined;
    }
    return ORDINAL.test(word) ? { to: at + 1, when: { day } } : undefined;
  }
  const month = MONTHS.get(word);
  if (month === undefined || at + 1 >= to || gap[at + 1] & (CLOSE_BREAK | Gap.comma)) return undefined;
  const next = norm[at + 1] === 'the' ? at + 2 : at + 1;
  const behind = next < to && /^\d/.test(norm[next]) ? number(norm[next]) : undefined;
  return behind !== undefined && behind >= 1 && behind <= 31 ? withYear(norm, next + 1, to, { day: behind, month }) : undefined;
}

function withYear(norm: readonly string[], at: number, to: number, when: When): { to: number; when: When } {
  return at < to && /^20\d\d$/.test(norm[at]) ? { to: at + 1, when: { ...when, year: Number(norm[at]) } } : { to: at, when };
}

/** `within two working days`, `24-48 hours`, `a few minutes`, `this week`, `next month`, `the end of the week`, `this summer`. */
function unitAt(words: Words, at: number, from: number, to: number): Found | undefined {
  const { norm, gap } = words;
  const word = norm[at];
  if (isMeasured(word) && SPAN.test(word)) return specific(at + 1);
  if (word === 'end' && norm[at + 1] === 'of') {
    for (let k = at + 2; k < Math.min(to, at + 5); k += 1) if (UNITS.has(norm[k]) || MONTHS.has(norm[k])) return specific(k + 1);
    return undefined;
  }
  if (word === 'this' || word === 'next' || word === 'coming') {
    const next = norm[at + 1] === 'coming' ? at + 2 : at + 1;
    if (next < to && WEEKDAYS.has(norm[next]) && norm[next].length > 5) return specific(next + 1, { weekday: WEEKDAYS.get(norm[next]) });
    if (next < to && (UNITS.has(norm[next]) || SEASONS.has(norm[next]) || MONTHS.has(norm[next])) && norm[next] !== 'time')
      return specific(next + 1, { days: (word === 'this' ? 1 : 2) * (UNITS.get(norm[next]) ?? 92) });
  }
  if (SEASONS.has(word) && at > from && /^(?:in|by|before|until|this|the|over|for|at|after|of)$/.test(norm[at - 1]))
    return specific(at + 1);
  // "One day" is no day.
  if (word === 'one' && norm[at + 1] === 'day' && !/^(?:within|in|by)$/.test(at > from ? norm[at - 1] : '')) return undefined;
  const quantity = quantityAt(words, at, to);
  if (!quantity) return undefined;
  let next = quantity.to;
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
    !/^(?:within|in|for|after|every|half|about|by|under|over)$/.test(at > from ? norm[at - 1] : '') &&
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
    return { to: next, ...(count !== undefined && { count }) };
  }
  if (word === 'few' || word === 'several') return { to: at + 1 };
  if (word === 'couple') return { to: norm[at + 1] === 'of' ? at + 2 : at + 1, count: 2 };
  if (word === 'a' || word === 'an' || word === 'one') return { to: at + 1, count: 1, article: word !== 'one' };
  return undefined;
}

function isCount(words: Words, at: number, to: number): boolean {
  return at < to && (NUMBERS.at(words, at) || (isDigit(words.norm[at], 0) && /^\d{1,3}$/.test(words.norm[at])));
}

/** Whether a word begins with a digit and does not end with one: only then are the long patterns asked, which V8 compiles at their first use. */
function isMeasured(word: string): boolean {
  return isDigit(word, 0) && !isDigit(word, word.length - 1);
}

/** `4 pm`, `14:00`, `9.30`, `at noon`, `by five`. */
function clockAt(words: Words, text: string, at: number, from: number, to: number): Found | undefined {
  const { norm, gap } = words;
  const word = norm[at];
  if (isMeasured(word) && CLOCK.test(word) && /\d[aphi]/.test(word)) return specific(at + 1);
  const isDigits = isDigit(word, 0) && /^\d{1,2}(?:\.[0-5]\d)?$/.test(word);
  const isNumber = isDigits || NUMBERS.at(words, at);
  if (!isNumber) return undefined;
  const next = norm[at + 1] ?? '';
  const joined = at + 1 < to && !(gap[at + 1] & (CLOSE_BREAK | Gap.comma | Gap.break));
  if (joined && /^(?:am|pm|o'clock|hrs)$/.test(next)) return specific(at + 2);
  // "5 p.m." is three words.
  if (joined && /^[ap]$/.test(next) && norm[at + 2] === 'm' && text[words.end[at + 1]] === '.') return specific(at + 3);
  if (isDigits && at + 1 < to && text[words.end[at]] === ':' && words.start[at + 1] === words.end[at] + 1 && /^[0-5]\d/.test(next))
    return specific(at + 2);
  if (at === from || !/^(?:at|by|before|until|till|around|after|from)$/.test(norm[at - 1])) return undefined;
  if (isDigits && Number(word) > 24) return undefined;
  const flags = closedClass.of(next);
  const alone =
    at + 1 >= to || gap[at + 1] !== 0 || WEEKDAYS.has(next) || NOW_WORDS.has(next) || (flags & (Tag.preposition | Tag.coordinator)) !== 0;
  return (alone || cannotBeCounted(flags, next)) && next !== 'of' ? specific(at + 1) : undefined;
}

/** "At seven either way", "at nine whatever he says", "at eight sharp": no noun that the number could count. "At five other shops" has one. */
function cannotBeCounted(flags: number, next: string): boolean {
  if (/^(?:sharp|latest|prompt|exactly|precisely|daily|whatever|whichever|regardless|come|ish)$/.test(next)) return true;
  return (flags & (Tag.determiner | Tag.pronoun | Tag.possessive | Tag.subordinator | Tag.adverb)) !== 0 && !MEASURING.test(next);
}

/** What may stand between a number and the noun it counts. */
const MEASURING =
  /^(?:other|more|less|such|few|several|many|much|half|enough|one|ones|u|away|ago|times|once|twice|later|earlier|further|very|quite|so|rather|almost|nearly|fully|far|well)$/;

/** `before the match`, `ahead of your appointment`, `on arrival`. */
function eventAt({ norm, gap }: Words, at: number, to: number): Found | undefined {
  const word = norm[at];
  const governs =
    word === 'before' ||
    word === 'upon' ||
    word === 'until' ||
    (word === 'ahead' && norm[at + 1] === 'of') ||
    (word === 'prior' && norm[at + 1] === 'to') ||
    word === 'by';
  if (!governs && !(word === 'on' && norm[at + 1] === 'arrival') && !(word === 'in' && norm[at + 1] === 'time')) return undefined;
  for (let k = at + 1; k < Math.min(to, at + 6) && !(gap[k] & (CLOSE_BREAK | Gap.comma)); k += 1)
    if (EVENTS.has(norm[k])) return specific(k + 1);
  return undefined;
}

/** The merge field or slot for a date of a template: `{{delivery_date}}`, `[DATE]`, `%repair_date%`. */
function slotAt({ norm, gap, start, end }: Words, text: string, at: number): Found | undefined {
  // "XX/XX/XXXX", "DD/MM"
  if (norm[at] === 'xx' || norm[at] === 'dd') {
    let to = at + 1;
    while (to < at + 3 && gap[to] & Gap.slash && /^(?:x{2,4}|mm|yy|yyyy)$/.test(norm[to])) to += 1;
    return to > at + 1 ? specific(to) : undefined;
  }
  if (text[end[at]] === '%') {
    for (let k = at; k > at - 4 && k >= 0; k -= 1) if (text[start[k] - 1] === '%') return specific(at + 1);
    return undefined;
  }
  if (!(gap[at + 1] & Gap.closeBracket)) return undefined;
  for (let k = at; k > at - 4 && k >= 0; k -= 1) if (gap[k] & Gap.openBracket) return specific(at + 1);
  return undefined;
}
