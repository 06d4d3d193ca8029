import { inDigits, lookUp, numberAt, pack, packDictionary, startOf, textAt, type Packed } from '../text/packed.js';
import { automatonOf, type Stop } from './automaton.js';
import type { PhraseIndex } from './compile.js';
import { ALL_SIGNS, signOf, type End, type Place, type Token } from './graph.js';
import type { Phrase } from './phrase.js';

/** The phrases of several owners, worked out and packed when the package is built: a start unfolds nothing, and reads what a draft asks for. */
export interface PhraseBook {
  /** By token its number, and where it leads to when it comes first: `17 245`. */
  readonly tokens: Packed;
  /**
   * Each place that tokens lead to, in numbers of {@link WIDTH} digits: the place after a gap (0, the first, stands for none), how many phrases end
   * here, those phrases, then by ascending token each token that can follow and where it leads to.
   */
  readonly places: Packed;
  /** Each phrase: `^` and `$` where it is held to the start or end of a sentence, its tag, and the phrase as it was written, parted by tabs. */
  readonly phrases: Packed;
  /** The number of the first phrase of each owner, and how many there are in all. */
  readonly chapters: readonly number[];
  /** Names of the word lists that the phrases speak of. */
  readonly lists: readonly string[];
}

/** The phrases of one owner, in a book. */
export interface Chapter {
  readonly book: PhraseBook;
  readonly number: number;
}

const WIDTH = 3;

/**
 * Makes a book of what each owner has, chapter by chapter.
 * @public called by build/generate
 */
export function packBook(owners: readonly { readonly phrases: readonly Phrase[]; readonly phraseIndex: PhraseIndex }[]): PhraseBook {
  const automaton = automatonOf(owners.map(({ phraseIndex }) => phraseIndex));
  const stops = new Map<Stop | undefined, number>([[undefined, 0]]);
  const tokens = new Map<string, number>();
  const numberOf = <T>(thing: T, known: Map<T, number>): number => {
    if (!known.has(thing)) known.set(thing, known.size);
    return known.get(thing)!;
  };
  for (const [token, stop] of automaton) {
    numberOf(token, tokens);
    numberOf(stop, stops);
  }
  const chapters = [0];
  for (const { phrases } of owners) chapters.push(chapters.at(-1)! + phrases.length);
  const places: string[] = [];
  // A map that grows while it is walked is walked to its new end.
  for (const stop of stops.keys()) {
    const { ends = [], gap, next = new Map<string, Stop>() } = stop ?? {};
    const follow = [...next].map(([token, to]) => [numberOf(token, tokens), numberOf(to, stops)]).sort(([a], [b]) => a - b);
    const numbers = [numberOf(gap, stops), ends.length, ...ends.map(({ owner, phrase }) => chapters[owner] + phrase), ...follow.flat()];
    places.push(numbers.map((number) => inDigits(number, WIDTH)).join(''));
  }
  return {
    tokens: packDictionary([...tokens].map(([token, number]) => [token, `${number} ${stops.get(automaton.get(token))}`])),
    places: pack(places),
    phrases: pack(owners.flatMap(linesOf)),
    chapters,
    lists: [...new Set(owners.flatMap(({ phraseIndex }) => phraseIndex.lists))],
  };
}

function linesOf({ phrases, phraseIndex }: { readonly phrases: readonly Phrase[]; readonly phraseIndex: PhraseIndex }): string[] {
  const lines = phraseIndex.phrases.split('\n');
  return phrases.map(({ text, tag = '' }, i) =>
    [(lines[i].startsWith('^ ') ? '^' : '') + (lines[i].endsWith(' $') ? '$' : ''), tag, text].join('\t'),
  );
}

/** All phrases of a chapter as they were written. */
export function phrasesOf({ book, number }: Chapter): readonly Phrase[] {
  const first = book.chapters[number];
  return Array.from({ length: book.chapters[number + 1] - first }, (_, i) => phraseAt(book, first + i));
}

function phraseAt({ phrases }: PhraseBook, number: number): Phrase {
  const [, tag, text] = textAt(phrases, number).split('\t');
  return { text, ...(tag !== '' && { tag }) };
}

/** A book as a matcher reads it, for the owners that it has. */
export class BookReader {
  readonly #places = new Map<number, BookPlace>();
  readonly #ends = new Map<number, End | undefined>();
  readonly #phrases = new Map<number, Phrase>();

  /** @param owners the number that the matcher has for the owner of a chapter, by chapter; the others are not looked for */
  constructor(
    readonly book: PhraseBook,
    private readonly owners: ReadonlyMap<number, number>,
  ) {}

  /** The number of a token, and where it leads to as the first one; undefined when no phrase speaks of it. */
  find(token: string): { readonly number: number; readonly first: Place | undefined } | undefined {
    const found = lookUp(this.book.tokens, token);
    if (found === undefined) return undefined;
    const between = found.indexOf(' ');
    return { number: Number(found.slice(0, between)), first: this.place(Number(found.slice(between + 1))) };
  }

  /** The place of a number; undefined for 0. */
  place(number: number): BookPlace | undefined {
    if (number === 0) return undefined;
    let place = this.#places.get(number);
    if (!place) this.#places.set(number, (place = new BookPlace(this, number)));
    return place;
  }

  /** A phrase of a chapter as it was written. */
  phrase(chapter: number, number: number): Phrase {
    const inBook = this.book.chapters[chapter] + number;
    let phrase = this.#phrases.get(inBook);
    if (!phrase) this.#phrases.set(inBook, (phrase = phraseAt(this.book, inBook)));
    return phrase;
  }

  /** Where a phrase of the book ends; undefined when nobody looks for it. */
  end(number: number): End | undefined {
    if (this.#ends.has(number)) return this.#ends.get(number);
    const { chapters, phrases } = this.book;
    const chapter = chapters.findIndex((first, i) => first <= number && number < chapters[i + 1]);
    const owner = this.owners.get(chapter);
    const bounds = textAt(phrases, number).split('\t', 1)[0];
    const phrase = number - chapters[chapter];
    const end = { phrase, atStart: bounds.includes('^'), atEnd: bounds.includes('$'), met: -1, gapEnd: -1 };
    const found = owner === undefined ? undefined : { owner, ...end };
    this.#ends.set(number, found);
    return found;
  }
}

/** A place that was asked so often what follows is unpacked: a search in packed text is cheaper only for the few words of a single draft. */
const MANY = 16;

/** A place of a book. */
class BookPlace implements Place {
  readonly ends: readonly End[];
  signs: number;
  readonly #reader: BookReader;
  readonly #gap: number;
  #afterGap: Place | undefined;
  /** What can follow stands from here to there in the text of the places. */
  readonly #from: number;
  readonly #to: number;
  #asked = 0;
  /** The number of the place behind each token that can follow. */
  #next: ReadonlyMap<number, number> | undefined;

  constructor(reader: BookReader, number: number) {
    const { places } = reader.book;
    const start = startOf(places, number);
    const count = numberAt(places.text, start + WIDTH, WIDTH);
    this.#reader = reader;
    this.#gap = numberAt(places.text, start, WIDTH);
    this.#from = start + (2 + count) * WIDTH;
    this.#to = startOf(places, number + 1);
    this.signs = this.#from === this.#to ? 0 : ALL_SIGNS;
    this.ends = Array.from({ length: count }, (_, i) => reader.end(numberAt(places.text, start + (2 + i) * WIDTH, WIDTH)) ?? []).flat();
  }

  get afterGap(): Place | undefined {
    return this.#gap === 0 ? undefined : (this.#afterGap ??= this.#reader.place(this.#gap));
  }

  after({ number }: Token): Place | undefined {
    if (number === undefined) return undefined;
    this.#asked += 1;
    if (this.#asked > MANY) return this.#reader.place((this.#next ??= this.#unpacked()).get(number) ?? 0);
    const { text } = this.#reader.book.places;
    let low = 0;
    let high = this.#count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const at = this.#from + middle * 2 * WIDTH;
      const token = numberAt(text, at, WIDTH);
      if (token === number) return this.#reader.place(numberAt(text, at + WIDTH, WIDTH));
      if (token < number) low = middle + 1;
      else high = middle;
    }
    return undefined;
  }

  get #count(): number {
    return (this.#to - this.#from) / (2 * WIDTH);
  }

  #unpacked(): ReadonlyMap<number, number> {
    const { text } = this.#reader.book.places;
    const next = new Map<number, number>();
    let signs = 0;
    for (let at = this.#from; at < this.#to; at += 2 * WIDTH) {
      const number = numberAt(text, at, WIDTH);
      next.set(number, numberAt(text, at + WIDTH, WIDTH));
      signs |= signOf(number);
    }
    this.signs = signs;
    return next;
  }
}
