import { listed, wordClass } from '../../lexicon/index.js';
import { Gap } from '../../text/words.js';
import type { LazyReading } from '../index.js';
import type { ApologyKind } from '../reading.js';

const STOCK_WORDS = listed('stock-words');

/** What an apology is about. */
export interface Complement {
  readonly kind: ApologyKind;
  /** One past the last word of the complement. */
  readonly end: number;
  /** It names a failing. */
  readonly specific: boolean;
}

/** Nouns of trouble that a formula is made of. */
export const INCONVENIENCE = listed('inconvenience-nouns');
/** Words of feeling. */
export const FEELING = listed('feeling-words');
/** Customer's verbs of feeling and judging: sorry you feel, think, found. */
export const JUDGING = new Set(
  'feel think find believe perceive consider regard judge view dislike interpret misinterpret misunderstand misread misconstrue assume reckon suppose suspect imagine sense deem rate regret resent mind hate loathe detest object disagree disapprove doubt distrust mistrust fear'.split(
    ' ',
  ),
);
/** What somebody may have got of us. */
export const IMPRESSION = wordClass('impression perception feeling view opinion taste image notion memory belief conviction');
/** No complement is longer: the bound keeps a sentence of thousands of words linear. */
export const LONGEST = 80;

/** Whether word `i` is a name behind the last comma before `end`. */
export function isVocative(reading: LazyReading, i: number, end: number): boolean {
  const { words } = reading.grammar;
  return i === end - 1 && (words.gap[i] & Gap.comma) !== 0 && /[A-Z]/.test(reading.grammar.text[words.start[i]]);
}

/** Whether the words from `at` to `end` hold content that no formula has. */
export function namesSomething(reading: LazyReading, at: number, end: number): boolean {
  const { words } = reading.grammar;
  for (let i = at; i < end; i += 1) if (reading.isContent(i) && !STOCK_WORDS.at(words, i) && !isVocative(reading, i, end)) return true;
  return false;
}
