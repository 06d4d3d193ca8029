import { wordClass, type WordClass } from '../lexicon/index.js';
import { interned } from '../text/interned.js';
import { WordFacts } from '../text/word-facts.js';
import { hasWord, type Words } from '../text/words.js';

const NONE: readonly string[] = [];

/** Whether the words from `at` on are exactly these, space-parted. */
export function wordsAre({ norm }: Words, at: number, phrase: string): boolean {
  return restIs(norm, at, phrase, 0);
}

/** The same of folded words. */
export function normsAre(norm: readonly string[], at: number, phrase: string): boolean {
  return restIs(norm, at, phrase, 0);
}

/** Phrases that begin with the same word. Few of the words behind it have a first letter with which one goes on: the others are told by a look at it. */
export class Alike {
  readonly #phrases: readonly string[];
  /** What follows the first word of each, word by word: made when one may stand somewhere. */
  #rests: readonly (readonly string[])[] | undefined = undefined;
  /** A bit for each letter with which a second word begins, by the last five bits of its code; all of them where the first word is a phrase by itself. */
  #letters = 0;

  constructor(phrases: readonly string[]) {
    this.#phrases = phrases;
    for (const phrase of phrases) {
      const second = phrase.indexOf(' ') + 1;
      this.#letters |= second === 0 ? -1 : 1 << (phrase.charCodeAt(second) & 31);
    }
  }

  /** The first of them, in the order they were given in, that stands at `at`, where their first word does. */
  firstAt(words: Words, at: number): string | undefined {
    if (!this.#canGoOn(words, at)) return undefined;
    const rests = (this.#rests ??= this.#phrases.map(restOf));
    for (let k = 0; k < rests.length; k += 1) if (follows(words.norm, at, rests[k])) return this.#phrases[k];
    return undefined;
  }

  /** All of them that stand at `at`, where their first word does. */
  allAt(words: Words, at: number): readonly string[] {
    if (!this.#canGoOn(words, at)) return NONE;
    let found: string[] | undefined;
    const rests = (this.#rests ??= this.#phrases.map(restOf));
    for (let k = 0; k < rests.length; k += 1) if (follows(words.norm, at, rests[k])) (found ??= []).push(this.#phrases[k]);
    return found ?? NONE;
  }

  #canGoOn({ norm }: Words, at: number): boolean {
    if (this.#letters === -1) return true;
    return at + 1 < norm.length && (this.#letters & (1 << (norm[at + 1].charCodeAt(0) & 31))) !== 0;
  }
}

/** The words of a phrase behind its first. */
function restOf(phrase: string): readonly string[] {
  return phrase.split(' ').slice(1).map(interned);
}

/** Whether the words behind `at` are these. */
function follows(norm: readonly string[], at: number, rest: readonly string[]): boolean {
  if (at + rest.length >= norm.length) return false;
  for (let k = 0; k < rest.length; k += 1) if (norm[at + 1 + k] !== rest[k]) return false;
  return true;
}

/** Whether the words from `at` on are those that stand in a phrase from the letter `from` on. */
function restIs(norm: readonly string[], at: number, phrase: string, from: number): boolean {
  for (let i = at; ; i += 1) {
    const word = norm[i];
    // Nearly all differ in their first letter.
    if (word === undefined || word.charCodeAt(0) !== phrase.charCodeAt(from) || !phrase.startsWith(word, from)) return false;
    from += word.length + 1;
    if (from > phrase.length) return true;
    if (phrase[from - 1] !== ' ') return false;
  }
}

/** Index of the first item that reaches past word `index`, by bisection; `items.length` when none does. The items stand in order and do not overlap. */
export function firstPastWord(items: readonly { readonly to: number }[], index: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (items[middle].to > index) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Space-parted phrases by their first word, in the order they were given in. They are not cut up: a draft comes to few of them. */
export function byFirstWord(phrases: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const byFirst = new Map<string, string[]>();
  for (const phrase of phrases) {
    const end = phrase.indexOf(' ');
    const first = end < 0 ? phrase : phrase.slice(0, end);
    const known = byFirst.get(first);
    if (known) known.push(phrase);
    else byFirst.set(first, [phrase]);
  }
  return byFirst;
}

/** Phrases kept by their first word, so that a walk over a draft compares only where one may begin. */
export class PhraseSet {
  readonly #alike: WordFacts<Alike>;

  /** The words that a phrase can begin with. */
  readonly openings: WordClass;

  constructor(phrases: Iterable<string>) {
    const byFirst = byFirstWord(phrases);
    this.openings = wordClass([...byFirst.keys()].join(' '));
    this.#alike = new WordFacts((first) => new Alike(byFirst.get(first) ?? NONE));
  }

  /** The phrases that begin at word `at`, in the order they were given in. */
  startingAt(words: Words, at: number): readonly string[] {
    return this.openings.at(words, at) ? this.#alike.at(words, at).allAt(words, at) : NONE;
  }
}

/** Whether a particle stands close enough behind its verb to belong to it. */
export function hasParticle(norm: readonly string[], from: number, to: number, particle: string): boolean {
  return hasWord(norm, from, Math.min(to, from + 5), particle);
}
