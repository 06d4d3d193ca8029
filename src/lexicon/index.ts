import { wordLists } from './words.generated.js';

export { allVerbs, formsOf, isVerb, lemmaOf, verbForms, verbReadings } from './verbs.js';
export type { VerbForm, VerbReading } from './verbs.js';

/** One shared word list of `rules/_words`, folded as `Words.norm` folds. */
export interface WordList {
  readonly words: ReadonlySet<string>;
  /** Entries of more than one word, their words parted by single spaces. */
  readonly phrases: readonly string[];
}

const EMPTY: WordList = { words: new Set(), phrases: [] };
const unfolded = new Map<string, WordList>();

/** The names of all shared word lists. */
export function listNames(): readonly string[] {
  return Object.keys(wordLists);
}

/** A shared word list by its file name without `.yml`; an empty one when there is none of that name. Lists are unfolded at their first use. */
export function wordList(name: string): WordList {
  const known = unfolded.get(name);
  if (known) return known;
  if (!Object.hasOwn(wordLists, name)) return EMPTY;
  const entries = wordLists[name].split('\n');
  const list = { words: new Set(entries.filter((entry) => !entry.includes(' '))), phrases: entries.filter((entry) => entry.includes(' ')) };
  unfolded.set(name, list);
  return list;
}

/** Whether a folded word stands in a list, as an entry of one word. */
export function inList(name: string, norm: string): boolean {
  return (unfolded.get(name) ?? wordList(name)).words.has(norm);
}
