import { wordClass } from '../../lexicon/index.js';
import type { Words } from '../../text/words.js';
import { ownWords } from './anchors.js';
import { evaluation } from './evaluation.js';
import { validation } from './validation.js';
import type { LazyReading } from '../index.js';
import type { Hardship, Sentence } from '../reading.js';

const THEM = wordClass('you your yours yourself u ur ya');
/** Whom a hardship strikes, where it is not the customer: us, our trade, "a small firm". */
const STRIKES = wordClass('for on');
const TRADE = /^(?:trade|industry|sector|business|team|staff|crew)$/;
/** "Waiting for us", "counting on us": what they do, and nothing that strikes us. */
const TURNING_TO =
  /^(?:work|works|worked|working|speak|speaks|drives|drive|wait|waiting|waited|count|counting|rely|relying|ask|asking|call|calling|look|looking|pay|paying|is|are|was|were|be)$/;
/** What only the writer is judged by: a review, an accusation. */
const HELD_AGAINST_US = wordClass('reviews insult insults insulted accused accusation accusations star');

/** "It is not easy for us either", "a hard year for the whole trade", "it is painful to be accused": the lot is ours, and nobody else stands in the sentence. */
export function isOwnLot({ grammar: { words } }: LazyReading, { from, to }: Sentence): boolean {
  if (THEM.first(words, from, to) >= 0) return false;
  return HELD_AGAINST_US.first(words, from, to) >= 0 || strikesUs(words, from, to);
}

function strikesUs(words: Words, from: number, to: number): boolean {
  const { norm } = words;
  for (let i = STRIKES.first(words, from, to - 1); i >= 0; i = STRIKES.first(words, i + 1, to - 1)) {
    if (TURNING_TO.test(norm[i - 1] ?? '')) continue;
    // "It is not right for us to leave a guest standing": what we do.
    if (/^(?:us|me)$/.test(norm[i + 1]) && !/^(?:to|all|both)$/.test(norm[i + 2] ?? '')) return true;
    if (/^(?:our|my)$/.test(norm[i + 1]) && TRADE.test(norm[i + 2] ?? '') && norm[i + 3] !== 'to') return true;
    if (norm[i + 1] === 'the' && (TRADE.test(norm[i + 2] ?? '') || TRADE.test(norm[i + 3] ?? '') || TRADE.test(norm[i + 4] ?? '')))
      return true;
  }
  return false;
}

/** What is told as hard on us: the judgements that would show understanding if they were about the customer. At most one a sentence. */
export function readHardships(reading: LazyReading): readonly Hardship[] {
  const { words } = reading.grammar;
  const theirs = ownWords(reading);
  return reading.body.flatMap((sentence): Hardship[] => {
    if (sentence.question || THEM.first(words, sentence.from, sentence.to) >= 0 || !strikesUs(words, sentence.from, sentence.to)) return [];
    const told = validation(reading, sentence) ?? evaluation(reading, sentence, theirs);
    return told ? [{ start: told.start, end: told.end, sentence: sentence.index }] : [];
  });
}
