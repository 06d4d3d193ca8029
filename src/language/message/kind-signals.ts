import type { Kind } from '../../draft/draft.js';
import { wordClass, type WordClass } from '../../lexicon/index.js';
import type { Words } from '../../text/words.js';
import { byFirstWord, wordsAre } from '../window.js';

/** Kinds that a text can speak for. */
export type Spoken = Exclude<Kind, 'unknown'>;

/** What speaks for each kind in a text. Weights add up; the heaviest kind wins. */
export type Signals = Record<Spoken, number>;

/** Signals that say nothing yet. */
export function noSignals(): Signals {
  return { complaint: 0, problem: 0, question: 0, thanks: 0, suggestion: 0, sensitive: 0, proactive: 0 };
}

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
  readonly openings: WordClass;
  readonly byFirst: ReadonlyMap<string, readonly (readonly [name: Name, phrases: readonly string[]])[]>;
}

/** Joins indexes, so that a text is walked once for all of them. */
export function joinIndexes<Name extends string>(indexes: Readonly<Record<Name, PhraseIndex>>): PhraseIndexes<Name> {
  const joined = new Map<string, [Name, readonly string[]][]>();
  for (const name of Object.keys(indexes) as Name[])
    for (const [first, phrases] of indexes[name]) {
      const known = joined.get(first);
      if (known) known.push([name, phrases]);
      else joined.set(first, [[name, phrases]]);
    }
  return { openings: wordClass([...joined.keys()].join(' ')), byFirst: joined };
}

/** Counts, for each index named in `none`, the words at which a phrase of it begins, and gives `none` with the counts. */
export function countPhrases<Name extends string>(
  words: Words,
  { openings, byFirst }: PhraseIndexes<Name>,
  none: Record<Name, number>,
): Record<Name, number> {
  for (let i = openings.first(words); i >= 0; i = openings.first(words, i + 1)) {
    for (const [name, phrases] of byFirst.get(words.norm[i]) ?? [])
      if (phrases.some((phrase) => wordsAre(words, i, phrase))) none[name] += 1;
  }
  return none;
}
