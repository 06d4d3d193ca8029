import { beginning, entriesFrom, type WordClass } from '../lexicon/index.js';
import type { Span } from '../text/span.js';
import { WordFacts } from '../text/word-facts.js';
import { wordSpan, type Words } from '../text/words.js';

/** What follows a word in the entries that it begins: nothing, or the words parted by spaces. */
type Rests = readonly (readonly string[] | undefined)[];

/** The entries of a shared list, of one word or several. */
export class PhraseList {
  readonly #beginning: WordClass;
  readonly #rests: WordFacts<Rests>;

  constructor(name: string) {
    this.#beginning = beginning(name);
    this.#rests = new WordFacts((first) => entriesFrom(first).flatMap(({ list, rest }) => (list === name ? [rest] : [])));
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
  #lengthAt(words: Words, at: number): number {
    let length = 0;
    for (const rest of this.#rests.at(words, at)) {
      if (!rest) length = 1;
      else if (follow(words.norm, at + 1, rest)) return rest.length + 1;
    }
    return length;
  }
}

function follow(norm: readonly string[], at: number, rest: readonly string[]): boolean {
  for (let k = 0; k < rest.length; k += 1) if (norm[at + k] !== rest[k]) return false;
  return true;
}
