import { wordClass, type WordClass } from '../../lexicon/index.js';
import type { Words } from '../../text/words.js';
import { byFirstWord, wordsAre } from '../window.js';

/** Phrases by their first word, so that a text is walked once. */
export type PhraseIndex = ReadonlyMap<string, readonly string[]>;

/** Makes an index of space-parted phrases, a phrase a line. */
export function indexPhrases(lines: string): PhraseIndex {
  return byFirstWord(
    lines
      .trim()
      .split('\n')
      .map((line) => line.trim()),
  );
}

/** Several indexes as one: by the first word of phrases, the index that each belongs to; and those words. */
export interface PhraseIndexes<Name extends string> {
  /** Nothing counted yet. */
  readonly none: Readonly<Record<Name, number>>;
  readonly openings: WordClass;
  readonly byFirst: ReadonlyMap<string, readonly (readonly [name: Name, phrases: readonly string[]])[]>;
}

/** Joins indexes, so that a text is walked once for all of them. */
export function joinIndexes<Name extends string>(indexes: Readonly<Record<Name, PhraseIndex>>): PhraseIndexes<Name> {
  const joined = new Map<string, [Name, readonly string[]][]>();
  const names = Object.keys(indexes) as Name[];
  for (const name of names)
    for (const [first, phrases] of indexes[name]) {
      const known = joined.get(first);
      if (known) known.push([name, phrases]);
      else joined.set(first, [[name, phrases]]);
    }
  const none = Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
  return { none, openings: wordClass([...joined.keys()].join(' ')), byFirst: joined };
}

/** Counts, for each of the joined indexes, the words at which a phrase of it begins. */
export function countPhrases<Name extends string>(words: Words, { none, openings, byFirst }: PhraseIndexes<Name>): Record<Name, number> {
  const counts: Record<Name, number> = { ...none };
  for (let i = openings.first(words); i >= 0; i = openings.first(words, i + 1)) {
    for (const [name, phrases] of byFirst.get(words.norm[i]) ?? [])
      if (phrases.some((phrase) => wordsAre(words, i, phrase))) counts[name] += 1;
  }
  return counts;
}
