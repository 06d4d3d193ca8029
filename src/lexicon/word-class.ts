import { lazy } from '../text/lazy.js';
import { WordFlags } from '../text/word-flags.js';
import type { Words } from '../text/words.js';

/** A set of words of which a text is asked word by word. */
export class WordClass {
  readonly #flags: WordFlags;
  readonly #flag: number;

  /** The words that have this flag. */
  constructor(flags: WordFlags, flag: number) {
    this.#flags = flags;
    this.#flag = flag;
  }

  /** Whether a folded word is one of them; a word behind the last one of a text is none. */
  has(norm: string | undefined): boolean {
    return norm !== undefined && (this.#flags.of(norm) & this.#flag) !== 0;
  }

  /** Whether the word `index` of a text is one of them: {@link has} without looking the word up. */
  at(words: Words, index: number): boolean {
    return (this.#flags.at(words, index) & this.#flag) !== 0;
  }

  /** Index of the first of them from word `from` up to, not including, `to`; -1 when none is there. Costs nothing in a text that has none. */
  first(words: Words, from = 0, to = words.length): number {
    return this.#flags.first(words, this.#flag, from, to);
  }
}

/** As many flags as V8 keeps in a number that is no object of its own, in a browser too. */
export const CLASSES_TOGETHER = 30;

/** The class of the folded words that pass a test. It is asked once of each word of the language. */
export function classBy(test: (norm: string) => boolean): WordClass {
  return new WordClass(new WordFlags((norm) => (test(norm) ? 1 : 0)), 1);
}

/** A class of these folded words, parted by spaces. */
export function wordClass(words: string): WordClass {
  if (!filling || filling.isFull) filling = new Shelf();
  return filling.add(words);
}

/** Classes that were made one after another, and whose words are looked up together: the reading asks for most of them. */
class Shelf {
  readonly #classes: string[] = [];
  #isAsked = false;
  readonly #table = lazy(() => {
    this.#isAsked = true;
    const table = new Map<string, number>();
    this.#classes.forEach((words, k) => {
      for (const word of words.split(' ')) table.set(word, (table.get(word) ?? 0) | (1 << k));
    });
    return table;
  });
  readonly #flags = new WordFlags((norm) => this.#table().get(norm) ?? 0);

  get isFull(): boolean {
    return this.#isAsked || this.#classes.length === CLASSES_TOGETHER;
  }

  add(words: string): WordClass {
    this.#classes.push(words);
    return new WordClass(this.#flags, 1 << (this.#classes.length - 1));
  }
}

let filling: Shelf | undefined;
