import { inList } from '../lexicon/index.js';
import type { Words } from '../text/words.js';

/** Index of the first word of `from`…`to` that stands in `set`; -1 when none does. */
export function findWord(words: Words, from: number, to: number, set: ReadonlySet<string>): number {
  for (let i = from; i < to; i += 1) if (set.has(words.norm[i])) return i;
  return -1;
}

/** Index of the first word of `from`…`to` that stands in a shared word list; -1 when none does. */
export function findListed(words: Words, from: number, to: number, list: string): number {
  for (let i = from; i < to; i += 1) if (inList(list, words.norm[i])) return i;
  return -1;
}

/** Whether the words from `at` on are exactly these, space-parted. */
export function wordsAre(words: Words, at: number, phrase: string): boolean {
  let i = at;
  for (const word of phrase.split(' ')) {
    if (words.norm[i] !== word) return false;
    i += 1;
  }
  return true;
}
