import { interned } from '../text/interned.js';
import { lookUp } from '../text/packed.js';
import { WordFlags } from '../text/word-flags.js';
import { CLASSES_TOGETHER, WordClass } from './word-class.js';
import { listed as dictionary, wordLists } from './words.generated.js';

export { formsOf, isVerb, lemmaOf, verbForms, verbFormsAt, verbReadings } from './verbs.js';
export type { VerbForm, VerbReading } from './verbs.js';
export { classBy, wordClass, type WordClass } from './word-class.js';

/** One shared word list of `rules/_words`, folded as `Words.norm` folds. */
export interface WordList {
  readonly words: ReadonlySet<string>;
  /** Entries of more than one word, their words parted by single spaces. */
  readonly phrases: readonly string[];
}

/** An entry of a shared word list, by the word that begins it. */
export interface ListEntry {
  readonly list: string;
  /** The place of the list among {@link listNames}. */
  readonly number: number;
  /** The words that follow; undefined where the entry is one word. */
  readonly rest: readonly string[] | undefined;
}

const EMPTY: WordList = { words: new Set(), phrases: [] };
const NONE: readonly ListEntry[] = [];
const MEMO_LIMIT = 20_000;
const names = Object.keys(wordLists);
const unfolded = new Map<string, WordList>();
const memo = new Map<string, readonly ListEntry[]>();

/** The names of all shared word lists. */
export function listNames(): readonly string[] {
  return names;
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

/**
 * The entries of all lists that a folded word begins, list by list; in each the word alone comes first. Callers look a word ahead: one behind the last word
 * of a text begins none.
 */
export function entriesFrom(norm: string | undefined): readonly ListEntry[] {
  return norm ? (memo.get(norm) ?? lookedUp(norm)) : NONE;
}

function lookedUp(norm: string): readonly ListEntry[] {
  const found = lookUp(dictionary, norm)?.split('|').map(entryOf) ?? NONE;
  if (memo.size >= MEMO_LIMIT) memo.clear();
  memo.set(norm, found);
  return found;
}

function entryOf(said: string): ListEntry {
  const end = said.indexOf(' ');
  const number = Number(end < 0 ? said : said.slice(0, end));
  return {
    list: names[number],
    number,
    rest:
      end < 0
        ? undefined
        : said
            .slice(end + 1)
            .split(' ')
            .map(interned),
  };
}

/** For each list a flag of the words that begin such an entry of it. */
function flagsOfLists(counts: (entry: ListEntry) => boolean): readonly WordFlags[] {
  return Array.from(
    { length: Math.ceil(names.length / CLASSES_TOGETHER) },
    (_, k) =>
      new WordFlags((norm) => {
        let flags = 0;
        for (const entry of entriesFrom(norm)) {
          const number = entry.number - k * CLASSES_TOGETHER;
          if (number >= 0 && number < CLASSES_TOGETHER && counts(entry)) flags |= 1 << number;
        }
        return flags;
      }),
  );
}

function classOf(name: string, flags: readonly WordFlags[]): WordClass {
  const number = names.indexOf(name);
  if (number < 0) throw new Error(`there is no word list ${name}`);
  return new WordClass(flags[Math.floor(number / CLASSES_TOGETHER)], 1 << (number % CLASSES_TOGETHER));
}

const single = flagsOfLists(({ rest }) => !rest);
const first = flagsOfLists(() => true);

/** The entries of one word of a shared list, as a class. The list must be one. */
export function listed(name: string): WordClass {
  return classOf(name, single);
}

/** The words with which an entry of a shared list begins. The list must be one. */
export function beginning(name: string): WordClass {
  return classOf(name, first);
}

/**
 * Whether a folded word stands in a list, as an entry of one word; a word behind the last one of a text stands in none.
 * For words of a text the class that is {@link listed} answers many times faster.
 */
export function inList(name: string, norm: string | undefined): boolean {
  return norm ? (alone.get(norm) ?? listsOf(norm)).has(name) : false;
}

/** The lists in which a folded word stands alone, for the words that were asked about. */
const alone = new Map<string, ReadonlySet<string>>();
const NO_LIST: ReadonlySet<string> = new Set();

function listsOf(norm: string): ReadonlySet<string> {
  const lists = entriesFrom(norm).flatMap(({ list, rest }) => (rest ? [] : [list]));
  const found = lists.length > 0 ? new Set(lists) : NO_LIST;
  if (alone.size >= MEMO_LIMIT) alone.clear();
  alone.set(norm, found);
  return found;
}
