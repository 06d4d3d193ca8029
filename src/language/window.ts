import { wordClass, type WordClass } from '../lexicon/index.js';
import type { Words } from '../text/words.js';

/** Whether the words from `at` on are exactly these, space-parted. */
export function wordsAre(words: Words, at: number, phrase: string): boolean {
  for (let i = at, from = 0; ; i += 1) {
    const word = words.norm[i];
    if (word === undefined || !phrase.startsWith(word, from)) return false;
    from += word.length + 1;
    if (from > phrase.length) return true;
    if (phrase[from - 1] !== ' ') return false;
  }
}

/** Index of the first item that reaches past word `index`, by bisection; `items.length` when none does. The items stand in order and do not overlap. */
export function firstPastWord(items: readonly { readonly to: number }[], index: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (items[middle].to > index) high = middle;
    else low = middle + 1;
  }
  return low;
}

function standsAt(words: Words, at: number, phrase: readonly string[]): boolean {
  for (let k = 0; k < phrase.length; k += 1) if (words.norm[at + k] !== phrase[k]) return false;
  return true;
}

const NONE: readonly string[] = [];

/** Phrases kept by their first word, so that a walk over a draft compares only where one may begin. */
export class PhraseSet {
  readonly #byFirst = new Map<string, { readonly phrase: string; readonly parts: readonly string[] }[]>();

  /** The words that a phrase can begin with. */
  readonly openings: WordClass;

  constructor(phrases: Iterable<string>) {
    for (const phrase of phrases) {
      const parts = phrase.split(' ');
      const known = this.#byFirst.get(parts[0]);
      if (known) known.push({ phrase, parts });
      else this.#byFirst.set(parts[0], [{ phrase, parts }]);
    }
    this.openings = wordClass([...this.#byFirst.keys()].join(' '));
  }

  /** The phrases that begin at word `at`, in the order they were given in. */
  startingAt(words: Words, at: number): readonly string[] {
    if (!this.openings.at(words, at)) return NONE;
    let found: string[] | undefined;
    for (const { phrase, parts } of this.#byFirst.get(words.norm[at])!) if (standsAt(words, at, parts)) (found ??= []).push(phrase);
    return found ?? NONE;
  }
}
