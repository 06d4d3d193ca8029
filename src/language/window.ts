import { wordClass, type WordClass } from '../lexicon/index.js';
import type { Words } from '../text/words.js';

/** Whether the words from `at` on are exactly these, space-parted. */
export function wordsAre(words: Words, at: number, phrase: string): boolean {
  // Nearly always the first letter tells, and the phrase need not be taken apart.
  return words.norm[at]?.charCodeAt(0) === phrase.charCodeAt(0) && standsAt(words, at, split(phrase));
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

const parts = new Map<string, readonly string[]>();

/** The words of a phrase of ours: there are a few hundred, and they are asked for at every word of a draft. */
function split(phrase: string): readonly string[] {
  let known = parts.get(phrase);
  if (!known) parts.set(phrase, (known = phrase.split(' ')));
  return known;
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
      const parts = split(phrase);
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
