import type { Words } from './words.js';

/** A folded word, and what every {@link WordFlags} that was asked says of it. The same word is the same object in all texts. */
export interface KnownWord {
  readonly norm: string;
  readonly flags: number[];
}

/** What one {@link WordFlags} says of the words of a text. */
export interface TextFlags {
  /** The flags of each word, by its index. */
  readonly at: readonly number[];
  /** Every flag that some word has: what is not here need not be looked for. */
  readonly any: number;
}

const vocabulary = new Map<string, KnownWord>();
/** Texts bring new words for ever (numbers, names). Words of drafts that are still read outlive the clearing. */
const VOCABULARY_LIMIT = 20_000;
const LONGEST = 20;

/** The word of this folded form. */
export function knownWord(norm: string): KnownWord {
  const known = vocabulary.get(norm);
  if (known) return known;
  if (norm.length > LONGEST) return { norm, flags: [] };
  if (vocabulary.size >= VOCABULARY_LIMIT) vocabulary.clear();
  const made = { norm: unbound(norm), flags: [] };
  vocabulary.set(made.norm, made);
  return made;
}

/** The same string apart from the text that it was cut out of: V8 cuts longer ones by reference, and keeping one would keep the text. */
export function unbound(word: string): string {
  return word.length > 12 ? [...word].join('') : word;
}

let made = 0;

/**
 * Flags of words, at most 30, kept where the words are: the hash of a word is looked up once for each word of the language that is met, and the flags of a word of a
 * text are then an array's element. That matters because the reading asks thousands of such questions of a draft.
 */
export class WordFlags {
  readonly #index = made++;

  readonly #find: (norm: string) => number;

  /** `find` gives the flags of a folded word, 0 when it has none. */
  constructor(find: (norm: string) => number) {
    this.#find = find;
  }

  /** The flags of a folded word. For words of a text {@link on} answers many times faster. */
  of(norm: string): number {
    return this.#flagsOf(knownWord(norm));
  }

  /** The flags of the words of a text. */
  on(words: Words): TextFlags {
    return words.flags[this.#index] ?? this.#read(words);
  }

  #read(words: Words): TextFlags {
    const at: number[] = [];
    let any = 0;
    for (const word of words.known) {
      const flags = this.#flagsOf(word);
      at.push(flags);
      any |= flags;
    }
    return (words.flags[this.#index] = { at, any });
  }

  #flagsOf({ norm, flags }: KnownWord): number {
    return (flags[this.#index] ??= this.#find(norm));
  }
}
