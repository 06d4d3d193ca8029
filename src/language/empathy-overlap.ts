import { inList } from '../lexicon/index.js';
import type { LazyReading } from './index.js';

/** Stems of the content words of the customer's turn: what a sentence that restates their situation shares with it. Empty when the turn is not known. */
export function ownWords(reading: LazyReading): ReadonlySet<string> {
  const stems = new Set<string>();
  const grammar = reading.customerGrammar;
  if (!grammar) return stems;
  const { words, tags } = grammar;
  for (let i = 0; i < words.length; i += 1) {
    const pos = tags.pos[i];
    if (pos !== 'nominal' && pos !== 'verb' && pos !== 'number') continue;
    if (!inList('stock-words', words.norm[i])) stems.add(stem(words.norm[i]));
  }
  return stems;
}

/** Whether a word of `from` up to, not including, `to` is one of theirs. */
export function restates(reading: LazyReading, from: number, to: number, theirs: ReadonlySet<string>): boolean {
  if (theirs.size === 0) return false;
  for (let i = from; i < to; i += 1) if (reading.isContent(i) && theirs.has(stem(reading.grammar.words.norm[i]))) return true;
  return false;
}

/** Rough on purpose: `exports` and `exported` meet, and nothing hangs on a word that is cut too short. */
function stem(word: string): string {
  return word.length > 4 ? word.replace(/(?:ings?|ed|es|s|ly)$/, '') : word;
}
