import { isDigit } from '../../text/letters.js';
import { wordList } from '../../lexicon/index.js';
import { lazy } from '../../text/lazy.js';
import { WordFacts } from '../../text/word-facts.js';
import { WordFlags } from '../../text/word-flags.js';
import { splitWords, type Words } from '../../text/words.js';
import type { LazyReading } from '../index.js';
import type { TimeExpression } from '../reading.js';
import { dateAt } from './dates.js';
import { eventAt, slotAt } from './events.js';
import { CLOSE_BREAK, specific, type Found } from './found.js';
import { clockAt, unitAt } from './measures.js';
import { MONTHS, NOW_PHRASES, NOW_WORDS, PAST_AFTER, PAST_BEFORE, SEASONS, VAGUE, WEEKDAYS } from './words.js';
import { Alike, byFirstWord } from '../window.js';

const BY_OPENER = byFirstWord(longestFirst(VAGUE));
const NOW_BY_OPENER = byFirstWord(longestFirst(NOW_PHRASES));

/** The fixed times of several words that a word begins. */
const FIXED = new WordFacts((first) => ({ vague: new Alike(BY_OPENER.get(first) ?? []), now: new Alike(NOW_BY_OPENER.get(first) ?? []) }));

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
  add([...SEASONS, ...'end start close beginning middle turn this next coming few several couple a an one'.split(' ')], Opens.unit);
  add(wordList('numbers').words, Opens.unit | Opens.clock);
  add('half quarter between a'.split(' '), Opens.clock);
  add('weekend month year'.split(' '), Opens.unit);
  add('before prior upon until till ahead by on in at with over for after during following'.split(' '), Opens.event);
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
  for (const { from, to } of sentences) findTimes(times, words, text, from, to);
  return times;
}

/** Time expressions of a text that is not the draft: an earlier reply of ours. */
export function timesOf(text: string): readonly TimeExpression[] {
  const words = splitWords(text);
  const times: TimeExpression[] = [];
  findTimes(times, words, text, 0, words.length);
  return times;
}

/** Adds the time expressions among the words `from` up to, not including, `to`. Each word begins a bounded number of tries. */
function findTimes(times: TimeExpression[], words: Words, text: string, from: number, to: number): void {
  for (let i = from; i < to; i += 1) {
    const opens = OPENERS.at(words, i);
    const found = opens === 0 ? undefined : timeAt(words, text, i, from, to, opens);
    if (!found) continue;
    if (!isPast(words, i, found.to, from, to)) {
      const { to: end, specific, when } = found;
      const start = words.start[i];
      times.push(
        when
          ? { from: i, to: end, start, end: words.end[end - 1], specific, when }
          : { from: i, to: end, start, end: words.end[end - 1], specific },
      );
    }
    i = found.to - 1;
  }
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

/** Times that are always the same words: vague ones, "right away", "tomorrow". */
function fixedAt(words: Words, at: number): Found | undefined {
  const alike = FIXED.at(words, at);
  const vague = alike.vague.firstAt(words, at);
  if (vague) return { to: at + vague.split(' ').length, specific: false };
  const fixed = alike.now.firstAt(words, at);
  if (fixed) return { to: at + fixed.split(' ').length, specific: true };
  const word = words.norm[at];
  if (!NOW_WORDS.has(word)) return undefined;
  const days = NOW_WORDS.get(word);
  return specific(at + 1, days === undefined ? undefined : { days });
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
