import type { Vocabulary } from './word-flags.js';
import type { Words } from './words.js';

/** What is worked out of a word by itself, once for each word of the language that is met: like `WordFlags`, for what is more than a flag. */
export class WordFacts<T extends object> {
  readonly #find: (norm: string) => T;
  /** What was found in the vocabulary of the text that was last asked about, by the number of the word. */
  #facts: (T | undefined)[] = [];
  #vocabulary: Vocabulary | undefined = undefined;

  /** `find` gives what is known of a folded word. */
  constructor(find: (norm: string) => T) {
    this.#find = find;
  }

  /** What is known of the word `index` of a text, which must be one. */
  at({ vocabulary, numbers }: Words, index: number): T {
    const number = numbers[index];
    const isKnown = vocabulary === this.#vocabulary && number < this.#facts.length;
    return (isKnown ? this.#facts[number] : undefined) ?? this.#ask(vocabulary, number);
  }

  #ask(vocabulary: Vocabulary, number: number): T {
    if (vocabulary !== this.#vocabulary) {
      this.#vocabulary = vocabulary;
      this.#facts = [];
    }
    // A list that is written to far behind its end is no longer one to V8.
    while (this.#facts.length <= number) this.#facts.push(undefined);
    return (this.#facts[number] = this.#find(vocabulary.norms[number]));
  }
}
