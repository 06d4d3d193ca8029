import { wordClass, type WordClass } from '../lexicon/index.js';
import { WordFacts } from '../text/word-facts.js';
import { hasWord, type Words } from '../text/words.js';

/** Whether the words from `at` on are exactly these, space-parted. */
export function wordsAre(words: Words, at: number, phrase: string): boolean {
  return restIs(words, at, phrase, 0);
}

/** The same of a phrase whose first word is known to stand at `at`. */
function goesOn(words: Words, at: number, phrase: string): boolean {
  const second = words.norm[at].length + 1;
  return second > phrase.length || restIs(words, at + 1, phrase, second);
}

/** The first of phrases, which all begin with the word at `at`, that stands there. */
export function firstGoingOn(words: Words, at: number, phrases: readonly string[] | undefined): string | undefined {
  if (phrases) for (const phrase of phrases) if (goesOn(words, at, phrase)) return phrase;
  return undefined;
}

/** Whether the words from `at` on are those that stand in a phrase from the letter `from` on. */
function restIs({ norm }: Words, at: number, phrase: string, from: number): boolean {
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

const NONE: readonly string[] = [];

/** Phrases kept by their first word, so that a walk over a draft compares only where one may begin. */
export class PhraseSet {
  readonly #alike: WordFacts<readonly string[]>;

  /** The words that a phrase can begin with. */
  readonly openings: WordClass;

  constructor(phrases: Iterable<string>) {
    const byFirst = byFirstWord(phrases);
    this.openings = wordClass([...byFirst.keys()].join(' '));
    this.#alike = new WordFacts((first) => byFirst.get(first) ?? NONE);
  }

  /** The phrases that begin at word `at`, in the order they were given in. */
  startingAt(words: Words, at: number): readonly string[] {
    if (!this.openings.at(words, at)) return NONE;
    let found: string[] | undefined;
    for (const phrase of this.#alike.at(words, at)) if (goesOn(words, at, phrase)) (found ??= []).push(phrase);
    return found ?? NONE;
  }
}

/** Whether a particle stands close enough behind its verb to belong to it. */
export function hasParticle(norm: readonly string[], from: number, to: number, particle: string): boolean {
  return hasWord(norm, from, Math.min(to, from + 5), particle);
}
