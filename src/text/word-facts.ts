import { oncePer } from './lazy.js';
import type { Vocabulary } from './word-flags.js';
import type { Words } from './words.js';

/** What is worked out of a word by itself, once for each word of the language that is met: like `WordFlags`, for what is more than a flag. */
export class WordFacts<T extends object> {
  readonly #find: (norm: string) => T;
  /** By the number of the word. */
  readonly #facts = oncePer<Vocabulary, (T | undefined)[]>(() => []);

  /** `find` gives what is known of a folded word. */
  constructor(find: (norm: string) => T) {
    this.#find = find;
  }

  /** What is known of the word `index` of a text, which must be one. */
  at({ vocabulary, numbers }: Words, index: number): T {
    const facts = this.#facts(vocabulary);
    const number = numbers[index];
    return (number < facts.length ? facts[number] : undefined) ?? this.#ask(facts, number, vocabulary.norms[number]);
  }

  #ask(facts: (T | undefined)[], number: number, norm: string): T {
    // A list that is written to far behind its end is no longer one to V8.
    while (facts.length <= number) facts.push(undefined);
    return (facts[number] = this.#find(norm));
  }
}
