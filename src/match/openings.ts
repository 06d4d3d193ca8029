import { lazy } from '../text/lazy.js';
import { beginningsIn, lineIn, type Chapter, type PhraseBook } from './book.js';
import { compilePhrases, type PhraseIndex } from './compile.js';
import { unfold } from './graph.js';
import type { Phrase } from './phrase.js';
import type { Beginning } from './root.js';

/** Phrases that somebody looks for. */
export interface PhraseSource {
  readonly phrases: readonly Phrase[];
  /** The phrases as they were compiled, alone or in a book; compiled here when absent. */
  readonly phraseIndex?: PhraseIndex | Chapter;
}

/** By first token, what phrases of many owners can begin with it. */
export class Openings {
  /** Names of the word lists that the phrases speak of, each once. */
  readonly lists: readonly string[];
  readonly #own = new Map<string, { readonly owner: number; readonly entries: string }[]>();
  /** Owners by chapter. */
  readonly #books = new Map<PhraseBook, Map<number, number>>();
  /** Compiled phrases by owner. */
  readonly #line: ((phrase: number) => string)[];

  constructor(owners: readonly PhraseSource[]) {
    const lists = new Set<string>();
    this.#line = owners.map((source, owner) => {
      const index = source.phraseIndex ?? compilePhrases(source.phrases).index;
      if ('book' in index) {
        this.#open(index, owner, lists);
        return (phrase) => lineIn(index, phrase);
      }
      for (const name of index.lists) lists.add(name);
      for (const first in index.firsts) {
        const known = this.#own.get(first);
        if (known) known.push({ owner, entries: index.firsts[first] });
        else this.#own.set(first, [{ owner, entries: index.firsts[first] }]);
      }
      const lines = lazy(() => index.phrases.split('\n'));
      return (phrase) => lines()[phrase];
    });
    this.lists = [...lists];
  }

  #open({ book, number }: Chapter, owner: number, lists: Set<string>): void {
    const known = this.#books.get(book);
    if (known) known.set(number, owner);
    else {
      this.#books.set(book, new Map([[number, owner]]));
      for (const name of book.lists) lists.add(name);
    }
  }

  /** Whether no phrase begins with any token. */
  get isEmpty(): boolean {
    return this.#own.size === 0 && this.#books.size === 0;
  }

  /** The phrases that can begin with a token, in the order of their owners; each is unfolded when it is asked for. */
  after(token: string): readonly Beginning[] {
    const found = [...(this.#own.get(token) ?? [])];
    for (const [book, owners] of this.#books)
      for (const { chapter, entries } of beginningsIn(book, token)) {
        const owner = owners.get(chapter);
        if (owner !== undefined) found.push({ owner, entries });
      }
    found.sort((a, b) => a.owner - b.owner);
    return found.flatMap(({ owner, entries }) => entries.split(' ').map((entry) => this.#beginning(owner, entry)));
  }

  /** One entry of an index: `4`, or `4:be,have`. */
  #beginning(owner: number, entry: string): Beginning {
    const colon = entry.indexOf(':');
    const phrase = Number(colon < 0 ? entry : entry.slice(0, colon));
    const start = lazy(() => unfold(this.#line[owner](phrase), owner, phrase));
    return colon < 0 ? { start } : { start, seconds: entry.slice(colon + 1).split(',') };
  }
}
