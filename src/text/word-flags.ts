import { interned } from './interned.js';
import type { Words } from './words.js';

/** A folded word, and what every {@link WordFlags} that was asked says of it. The same word is the same object in all texts. */
export interface KnownWord {
  readonly norm: string;
  readonly flags: number[];
}

const vocabulary = new Map<string, KnownWord>();
/** Texts bring new words for ever (numbers, names). Words of drafts that are still read outlive the clearing. */
const VOCABULARY_LIMIT = 20_000;
const LONGEST = 20;

/** The word of this folded form. */
export function knownWord(norm: string): KnownWord {
  const known = vocabulary.get(norm);
  if (known) return known;
  const made = { norm: interned(norm), flags: [] };
  if (norm.length > LONGEST) return made;
  if (vocabulary.size >= VOCABULARY_LIMIT) vocabulary.clear();
  vocabulary.set(made.norm, made);
  return made;
}

let made = 0;

/**
 * Flags of words, at most 30. They are looked up once for each word of the language that is met, and kept with the word, because the reading asks thousands
 * of such questions of a draft: each is then a few steps in memory, and one for a whole text where it has no such word.
 */
export class WordFlags {
  readonly #index = made++;
  readonly #find: (norm: string) => number;

  /** `find` gives the flags of a folded word, 0 when it has none. */
  constructor(find: (norm: string) => number) {
    this.#find = find;
  }

  /** The flags of a folded word. For words of a text {@link at} answers faster. */
  of(norm: string): number {
    return this.#flagsOf(knownWord(norm));
  }

  /** The flags of the word `index` of a text; 0 beyond its ends. */
  at({ known }: Words, index: number): number {
    return index >= 0 && index < known.length ? this.#flagsOf(known[index]) : 0;
  }

  /** Every flag that some word of a text has: what is not here need not be looked for. */
  any({ known, flags }: Words): number {
    const told = flags[this.#index];
    if (told !== undefined) return told;
    let any = 0;
    for (const word of known) any |= this.#flagsOf(word);
    return (flags[this.#index] = any);
  }

  #flagsOf(word: KnownWord): number {
    return word.flags[this.#index] ?? (word.flags[this.#index] = this.#find(word.norm));
  }
}
