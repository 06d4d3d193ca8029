import type { Kind } from '../draft/draft.js';
import type { Words } from '../text/words.js';

/** Kinds that a text can speak for. */
export type Spoken = Exclude<Kind, 'unknown'>;

/** What speaks for each kind in a text. Weights add up; the heaviest kind wins. */
export type Signals = Record<Spoken, number>;

/** Signals that say nothing yet. */
export function noSignals(): Signals {
  return { complaint: 0, problem: 0, question: 0, thanks: 0, suggestion: 0, sensitive: 0, proactive: 0 };
}

/** Phrases, word by word, by their first word, so that a text is walked once. */
export type PhraseIndex = ReadonlyMap<string, readonly (readonly string[])[]>;

/** Makes an index of space-parted phrases, a phrase a line. */
export function indexPhrases(lines: string): PhraseIndex {
  const index = new Map<string, string[][]>();
  for (const line of lines.trim().split('\n')) {
    const phrase = line.trim().split(' ');
    index.set(phrase[0], [...(index.get(phrase[0]) ?? []), phrase]);
  }
  return index;
}

/** How many phrases of the index stand in the words. */
export function countPhrases(words: Words, index: PhraseIndex): number {
  let found = 0;
  for (let i = 0; i < words.length; i += 1) {
    const phrases = index.get(words.norm[i]);
    if (phrases && anyAt(words, i, phrases)) found += 1;
  }
  return found;
}

function anyAt({ norm }: Words, at: number, phrases: readonly (readonly string[])[]): boolean {
  for (const phrase of phrases) {
    let k = 1;
    while (k < phrase.length && norm[at + k] === phrase[k]) k += 1;
    if (k === phrase.length) return true;
  }
  return false;
}
