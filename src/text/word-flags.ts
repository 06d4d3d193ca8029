import { interned } from './interned.js';
import type { Words } from './words.js';

/** Texts bring new words for ever (numbers, names): with so many, a new vocabulary is begun. Texts that are still read keep theirs. */
const VOCABULARY_LIMIT = 20_000;
const FIRST_ROOM = 1024;
/** Longer words are addresses and slips that hardly come again. */
const LONGEST = 20;
/** Flags that are made when there is a vocabulary already, by a part of the program that is loaded late, find room in it too. */
const SPARE_COLUMNS = 6;

let made = 0;

/**
 * The folded words that were met, each by its number, and what every {@link WordFlags} that was asked says of each: a row of numbers a word, in one table,
 * so that what a reading asks of the words of a text lies close together in memory.
 */
export class Vocabulary {
  /** Numbers in a row of the table. */
  readonly width = made + SPARE_COLUMNS;
  /** Twice the flags, and 1 more, where they are known; else 0. */
  table = new Int32Array(FIRST_ROOM * this.width);
  /** The words by their numbers. */
  readonly norms: string[] = [];
  readonly #numbers = new Map<string, number>();

  /** The number of a folded word, which is made known when it is new. */
  numberOf(norm: string): number {
    const known = this.#numbers.get(norm);
    if (known !== undefined) return known;
    const number = this.norms.length;
    const word = interned(norm);
    this.norms.push(word);
    if ((number + 1) * this.width > this.table.length) {
      const larger = new Int32Array(2 * this.table.length);
      larger.set(this.table);
      this.table = larger;
    }
    if (norm.length <= LONGEST) this.#numbers.set(word, number);
    return number;
  }
}

let current: Vocabulary | undefined;

/** The vocabulary that new texts are split with. */
export function currentVocabulary(): Vocabulary {
  if (current === undefined || current.norms.length >= VOCABULARY_LIMIT) current = new Vocabulary();
  return current;
}

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
    const vocabulary = currentVocabulary();
    return this.#flagsOf(vocabulary, vocabulary.numberOf(norm));
  }

  /** The flags of the word `index` of a text; 0 beyond its ends. */
  at({ vocabulary, numbers }: Words, index: number): number {
    return index >= 0 && index < numbers.length ? this.#flagsOf(vocabulary, numbers[index]) : 0;
  }

  /** Every flag that some word of a text has: what is not here need not be looked for. */
  any({ vocabulary, numbers, flags }: Words): number {
    const column = this.#index;
    const known = flags[column];
    if (known > 0) return known >> 1;
    const { width } = vocabulary;
    let { table } = vocabulary;
    let any = 0;
    for (let i = 0; i < numbers.length; i += 1) {
      const told = column < width ? table[numbers[i] * width + column] : 0;
      if (told > 0) any |= told >> 1;
      else {
        any |= this.#ask(vocabulary, numbers[i]);
        table = vocabulary.table;
      }
    }
    flags[column] = (any << 1) | 1;
    return any;
  }

  /** Index of the first word that has one of these flags, from word `from` up to, not including, `to`; -1 when none has. */
  first(words: Words, flags: number, from: number, to: number): number {
    if ((this.any(words) & flags) === 0) return -1;
    const column = this.#index;
    const { vocabulary, numbers } = words;
    const { table, width } = vocabulary;
    const end = Math.min(to, numbers.length);
    if (column >= width) return this.#firstFound(words, flags, from, end);
    // Whether any has one was asked of all words of the text.
    for (let i = Math.max(0, from), told = flags << 1; i < end; i += 1) if (table[numbers[i] * width + column] & told) return i;
    return -1;
  }

  /** The same for flags that were made when the vocabulary had no more room. */
  #firstFound({ norm }: Words, flags: number, from: number, end: number): number {
    for (let i = Math.max(0, from); i < end; i += 1) if (this.#find(norm[i]) & flags) return i;
    return -1;
  }

  #flagsOf(vocabulary: Vocabulary, number: number): number {
    const { table, width } = vocabulary;
    const told = this.#index < width ? table[number * width + this.#index] : 0;
    return told > 0 ? told >> 1 : this.#ask(vocabulary, number);
  }

  #ask(vocabulary: Vocabulary, number: number): number {
    const flags = this.#find(vocabulary.norms[number]);
    // Finding may have made words known, and the table larger.
    const { table, width } = vocabulary;
    if (this.#index < width) table[number * width + this.#index] = (flags << 1) | 1;
    return flags;
  }
}
