import { lazy } from '../text/lazy.js';
import { BookReader, type Chapter } from './book.js';
import { compilePhrases, type PhraseIndex } from './compile.js';
import { signOf, unfold, type Place, type Token } from './graph.js';
import type { Phrase } from './phrase.js';
import { Root, type Beginning } from './root.js';

/** Phrases that somebody looks for. */
export interface PhraseSource {
  readonly phrases: readonly Phrase[];
  /** The phrases as they were compiled, alone or in a book; compiled here when absent. */
  readonly phraseIndex?: PhraseIndex | Chapter;
}

/** A token, and what phrases can begin with it. */
export interface Opening extends Token {
  readonly sign: number;
  readonly places: readonly Place[];
}

/** By first token, what phrases of many owners can begin with it: those of one book, and those of owners who are in none. */
export class Openings {
  /** Names of the word lists that the phrases speak of, each once. */
  readonly lists: readonly string[];
  readonly #book: BookReader | undefined;
  readonly #firsts = new Map<string, { readonly owner: number; readonly entries: string }[]>();
  readonly #lines: (() => readonly string[])[] = [];
  readonly #roots = new Map<string, Root>();
  readonly #owners: readonly PhraseSource[];

  constructor(owners: readonly PhraseSource[]) {
    this.#owners = owners;
    const chapters = new Map<number, number>();
    const lists = new Set<string>();
    let book: Chapter['book'] | undefined;
    owners.forEach((source, owner) => {
      const { phraseIndex } = source;
      if (phraseIndex && 'book' in phraseIndex && (book ??= phraseIndex.book) === phraseIndex.book) {
        chapters.set(phraseIndex.number, owner);
        for (const name of book.lists) lists.add(name);
      } else {
        const index = phraseIndex && !('book' in phraseIndex) ? phraseIndex : compilePhrases(source.phrases).index;
        for (const name of index.lists) lists.add(name);
        this.#lines[owner] = lazy(() => index.phrases.split('\n'));
        for (const first in index.firsts) {
          const known = this.#firsts.get(first);
          if (known) known.push({ owner, entries: index.firsts[first] });
          else this.#firsts.set(first, [{ owner, entries: index.firsts[first] }]);
        }
      }
    });
    if (book) this.#book = new BookReader(book, chapters);
    this.lists = [...lists];
  }

  /** Whether there is no phrase. */
  get isEmpty(): boolean {
    return this.#book === undefined && this.#firsts.size === 0;
  }

  /** What can begin with a token; undefined where surely no phrase speaks of it. */
  with(token: string): Opening | undefined {
    const found = this.#book?.find(token);
    if (!found && this.#firsts.size === 0) return undefined;
    const root = this.#root(token);
    return { token, number: found?.number, sign: signOf(found?.number), places: [found?.first ?? [], root ?? []].flat() };
  }

  /** A phrase of an owner, both by their numbers. */
  phrase(owner: number, number: number): Phrase {
    const source = this.#owners[owner];
    const { phraseIndex } = source;
    // The phrases of an owner in a book are listed when somebody asks for them all.
    return this.#book && phraseIndex && 'book' in phraseIndex && phraseIndex.book === this.#book.book
      ? this.#book.phrase(phraseIndex.number, number)
      : source.phrases[number];
  }

  #root(token: string): Root | undefined {
    const entries = this.#firsts.get(token);
    if (!entries) return undefined;
    let root = this.#roots.get(token);
    if (!root) {
      const beginnings = entries.flatMap(({ owner, entries: all }) => all.split(' ').map((entry) => this.#beginning(owner, entry)));
      this.#roots.set(token, (root = new Root(token, beginnings)));
    }
    return root;
  }

  /** One entry of an index: `4`, or `4:be,have`. */
  #beginning(owner: number, entry: string): Beginning {
    const colon = entry.indexOf(':');
    const phrase = Number(colon < 0 ? entry : entry.slice(0, colon));
    const start = lazy(() => unfold(this.#lines[owner]()[phrase], owner, phrase));
    return colon < 0 ? { start } : { start, seconds: entry.slice(colon + 1).split(',') };
  }
}
