import { inList } from '../lexicon/index.js';
import type { LazyReading } from './index.js';
import type { Clause, Sentence } from './reading.js';

const DAYS = new Set(
  'today tonight tomorrow monday tuesday wednesday thursday friday saturday sunday noon midnight january february march april june july august september october november december'.split(
    ' ',
  ),
);
const UNITS = new Set('minute minutes hour hours day days week weeks month months am pm'.split(' '));

/** Whether the sentence names a time: a day, a date, an hour or a number of days. */
export function saysWhen(reading: LazyReading, sentence: Sentence): boolean {
  const { words, tags } = reading.grammar;
  for (let i = sentence.from; i < sentence.to; i += 1) {
    if (DAYS.has(words.norm[i])) return true;
    if (/^\d{1,2}[:.]?\d{0,2}(?:am|pm)$/.test(words.norm[i])) return true;
    const before = /^(?:business|working|calendar)$/.test(words.norm[i - 1] ?? '') ? i - 2 : i - 1;
    if (UNITS.has(words.norm[i]) && (tags.pos[before] === 'number' || /^\d/.test(words.norm[before] ?? ''))) return true;
    if (words.norm[i] === 'at' && /^\d{1,2}(?:[:.]\d\d)?$/.test(words.norm[i + 1] ?? '')) return true;
  }
  return false;
}

/** A definite or counted subject: `the`, `your`, `a`, a name. A bare plural ("cases take 28 days") speaks of habits. */
export function hasDeterminer(reading: LazyReading, clause: Clause): boolean {
  const { subject } = clause;
  if (!subject) return false;
  const { tags, words } = reading.grammar;
  if (words.norm[subject.from] === 'all' && (tags.pos[subject.from + 1] !== 'nominal' || inList('numbers', words.norm[subject.from + 1])))
    return true;
  if (/^(?:all|any|most|every|each|many)$/.test(words.norm[subject.from])) return false;
  return tags.pos[subject.from] !== 'nominal' || !words.norm[subject.head].endsWith('s') || subject.actor !== 'thing';
}
