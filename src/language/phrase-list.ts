import { beginning, entriesFrom, type WordClass } from '../lexicon/index.js';
import type { Span } from '../text/span.js';
import { wordSpan, type Words } from '../text/words.js';

/** The entries of a shared list, of one word or several. */
export class PhraseList {
  readonly #name: string;
  readonly #beginning: WordClass;

  constructor(name: string) {
    this.#name = name;
    this.#beginning = beginning(name);
  }

  /** The first entry between two words; an entry of several words goes before one that is their first. */
  find(words: Words, from: number, to: number): Span | undefined {
    for (let i = this.#beginning.first(words, from, to); i >= 0; i = this.#beginning.first(words, i + 1, to)) {
      const length = this.#lengthAt(words, i);
      if (length > 0) return wordSpan(words, i, Math.min(to, i + length));
    }
    return undefined;
  }

  /** How many words the entry has that begins at word `at`; 0 when none does. */
  #lengthAt({ norm }: Words, at: number): number {
    let length = 0;
    for (const { list, rest } of entriesFrom(norm[at])) {
      if (list !== this.#name) continue;
      if (!rest) length = 1;
      else if (rest[0] === norm[at + 1] && rest.every((word, k) => norm[at + 1 + k] === word)) return rest.length + 1;
    }
    return length;
  }
}
