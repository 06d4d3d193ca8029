import { didYouMean } from '../text/nearest.js';
import { packDictionary, type Packed } from '../text/packed.js';
import type { Problem } from '../text/problem.js';
import { splitWords } from '../text/words.js';
import { formsOf, isVerb } from './verbs.js';

/** One `rules/_words/<name>.yml` as it was read. */
export interface ListSource {
  readonly name: string;
  readonly file: string;
  readonly entries: readonly { readonly text: string; readonly line?: number }[];
}

/**
 * Works the shared word lists out: `@other` takes another list's entries in, `<verb>` stands for all forms of a verb, all else is folded as
 * `Words.norm` folds. Each list comes back as its entries in order, each once, words parted by single spaces.
 */
export function compileLists(sources: readonly ListSource[]): { lists: Record<string, readonly string[]>; problems: Problem[] } {
  const byName = new Map(sources.map((source) => [source.name, source]));
  const problems: Problem[] = [];
  const done = new Map<string, readonly string[]>();

  const say = (source: ListSource, line: number | undefined, message: string): void => {
    problems.push({ code: 'bad-word-list', message, file: source.file, line });
  };

  const resolve = (source: ListSource, path: readonly string[]): readonly string[] => {
    const known = done.get(source.name);
    if (known) return known;
    const found = new Set<string>();
    for (const { text, line } of source.entries) {
      if (text.startsWith('@')) {
        const other = byName.get(text.slice(1));
        if (!other) say(source, line, `there is no word list ${text}${didYouMean(text.slice(1), byName.keys())}`);
        else if (path.includes(other.name)) say(source, line, `${text} takes in itself: ${[...path, other.name].join(' → ')}`);
        else for (const entry of resolve(other, [...path, other.name])) found.add(entry);
      } else if (/^<[a-z]+>$/.test(text)) {
        const lemma = text.slice(1, -1);
        if (!isVerb(lemma)) say(source, line, `${text} is no verb that replylint knows: write its forms out`);
        else for (const form of formsOf(lemma)) found.add(form);
      } else {
        const words = splitWords(text).norm;
        if (words.length === 0) say(source, line, `"${text}" holds no word`);
        else found.add(words.join(' '));
      }
    }
    const entries = [...found];
    done.set(source.name, entries);
    return entries;
  };

  for (const source of sources) resolve(source, [source.name]);
  return { lists: Object.fromEntries(sources.map(({ name }) => [name, done.get(name) ?? []])), problems };
}

/**
 * Packs compiled lists by the words that begin their entries: `0|7 of state` says that the word stands in list 0, and with two more words in list 7.
 * @public called by build/generate
 */
export function packLists(lists: readonly (readonly string[])[]): Packed {
  const listed = new Map<string, string[]>();
  lists.forEach((entries, list) => {
    // The word alone comes first.
    for (const entry of [...entries].sort((a, b) => Number(a.includes(' ')) - Number(b.includes(' ')))) {
      const [first, ...rest] = entry.split(' ');
      const known = listed.get(first);
      const said = [list, ...rest].join(' ');
      if (known) known.push(said);
      else listed.set(first, [said]);
    }
  });
  return packDictionary([...listed].map(([first, said]) => [first, said.join('|')]));
}
