import { beginning, entriesFrom, type WordClass } from '../lexicon/index.js';
import type { Span } from '../text/span.js';
import { WordFacts } from '../text/word-facts.js';
import { wordSpan, type Words } from '../text/words.js';
import { Alike } from './window.js';

/** The entries of a shared list, of one word or several. */
export class PhraseList {
  readonly #beginning: WordClass;
  readonly #alike: WordFacts<Alike>;

  constructor(name: string) {
    this.#beginning = beginning(name);
    this.#alike = new WordFacts((first) => new Alike(entriesOf(name, first)));
  }

  /** The first entry between two words; an entry of several words goes before one that is their first. */
  find(words: Words, from: number, to: number): Span | undefined {
    for (let i = this.#beginning.first(words, from, to); i >= 0; i = this.#beginning.first(words, i + 1, to)) {
      const entry = this.#alike.at(words, i).firstAt(words, i);
      if (entry !== undefined) return wordSpan(words, i, Math.min(to, i + entry.split(' ').length));
    }
    return undefined;
  }
}

/** The entries of a list that a word begins, the word alone behind the others. */
function entriesOf(name: string, first: string): readonly string[] {
  const entries = entriesFrom(first).filter(({ list }) => list === name);
  const longer = entries.flatMap(({ rest }) => (rest ? [`${first} ${rest.join(' ')}`] : []));
  return longer.length < entries.length ? [...longer, first] : longer;
}
