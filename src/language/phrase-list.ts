import { wordList } from '../lexicon/index.js';
import type { Span } from '../text/span.js';
import { wordSpan, type Words } from '../text/words.js';
import { PhraseSet } from './window.js';

const sets = new Map<string, PhraseSet>();

function phrasesOf(list: string): PhraseSet {
  const known = sets.get(list);
  if (known) return known;
  const { words, phrases } = wordList(list);
  const set = new PhraseSet([...phrases, ...words]);
  sets.set(list, set);
  return set;
}

/** The first entry of a shared list, of one word or several, between two words. Linear in the words. */
export function findPhrase(words: Words, from: number, to: number, list: string): Span | undefined {
  const phrases = phrasesOf(list);
  for (let i = from; i < to; i += 1) {
    const [phrase] = phrases.startingAt(words, i);
    if (phrase !== undefined) return wordSpan(words, i, Math.min(to, i + phrase.split(' ').length));
  }
  return undefined;
}
