import type { LazyReading } from './index.js';
import type { Sentence } from './reading.js';
import { findListed, wordsAre } from './window.js';

/** Life events in the sentence, or in the customer's turn when the sentence only says "that". */
export function lifeEvent(reading: LazyReading, sentence: Sentence): boolean {
  const { words } = reading.grammar;
  if (findListed(words, sentence.from, sentence.to, 'life-events') >= 0) return true;
  return wordsAre(words, sentence.to - 2, 'your loss');
}
