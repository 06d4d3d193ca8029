import { wordList } from '../lexicon/index.js';
import { wordSpan, type Words } from '../text/words.js';
import type { Span } from '../text/span.js';
import { wordsAre } from './window.js';

const byFirst = new Map<string, ReadonlyMap<string, readonly string[]>>();

/** The phrases of a list by their first words, longest first. */
function phrasesOf(list: string): ReadonlyMap<string, readonly string[]> {
  const known = byFirst.get(list);
  if (known) return known;
  const { words, phrases } = wordList(list);
  const index = new Map<string, string[]>();
  for (const phrase of [...phrases, ...words].sort((a, b) => b.length - a.length)) {
    const space = phrase.indexOf(' ');
    const first = space < 0 ? phrase : phrase.slice(0, space);
    const same = index.get(first);
    if (same) same.push(phrase);
    else index.set(first, [phrase]);
  }
  byFirst.set(list, index);
  return index;
}

/** The first entry of a shared list, of one word or several, between two words. Linear in the words. */
export function findPhrase(words: Words, from: number, to: number, list: string): Span | undefined {
  const index = phrasesOf(list);
  for (let i = from; i < to; i += 1) {
    const phrase = index.get(words.norm[i])?.find((one) => wordsAre(words, i, one));
    if (phrase !== undefined) return wordSpan(words, i, Math.min(to, i + phrase.split(' ').length));
  }
  return undefined;
}
