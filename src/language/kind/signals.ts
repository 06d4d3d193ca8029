import { wordClass, wordList, type WordClass } from '../../lexicon/index.js';
import { WordFacts } from '../../text/word-facts.js';
import type { Words } from '../../text/words.js';
import { Alike, byFirstWord } from '../window.js';

/** Several lists of phrases as one: by the first word of phrases, the list that each belongs to; and those words. */
export interface JoinedPhrases<Name extends string> {
  /** Nothing counted yet. */
  readonly none: Readonly<Record<Name, number>>;
  readonly openings: WordClass;
  readonly byFirst: WordFacts<readonly { readonly name: Name; readonly alike: Alike }[]>;
}

/** Joins shared word lists, given by their names, so that a text is walked once for all of them. */
export function joinPhrases<Name extends string>(lists: Readonly<Record<Name, string>>): JoinedPhrases<Name> {
  const joined = new Map<string, { name: Name; alike: Alike }[]>();
  const names = Object.keys(lists) as Name[];
  for (const name of names) {
    const { words, phrases } = wordList(lists[name]);
    for (const [first, alike] of byFirstWord([...words, ...phrases])) {
      const one = { name, alike: new Alike(alike) };
      const known = joined.get(first);
      if (known) known.push(one);
      else joined.set(first, [one]);
    }
  }
  const none = Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
  return { none, openings: wordClass([...joined.keys()].join(' ')), byFirst: new WordFacts((first) => joined.get(first) ?? []) };
}

/** Counts, for each of the joined lists, the words at which a phrase of it begins, of those that `counts` lets count. */
export function countPhrases<Name extends string>(
  words: Words,
  { none, openings, byFirst }: JoinedPhrases<Name>,
  counts: (name: Name, at: number) => boolean = () => true,
): Record<Name, number> {
  const found: Record<Name, number> = { ...none };
  for (let i = openings.first(words); i >= 0; i = openings.first(words, i + 1)) {
    for (const { name, alike } of byFirst.at(words, i)) if (alike.firstAt(words, i) !== undefined && counts(name, i)) found[name] += 1;
  }
  return found;
}
