import { lookUp, pack, packDictionary, textAt, type Packed } from '../text/packed.js';
import type { PhraseIndex } from './compile.js';
import type { Phrase } from './phrase.js';

/** The phrases of several owners, compiled and packed when the package is built: of thousands a draft asks for a few. */
export interface PhraseBook {
  /** By token the phrases that can begin with it: `3 0 4:be,have` are phrases 0 and 4 of chapter 3. Chapters are parted by `;`. */
  readonly firsts: Packed;
  /** Each phrase as it was compiled, its tag, and as it was written, parted by tabs. */
  readonly phrases: Packed;
  /** The number of the first phrase of each chapter, and how many there are in all. */
  readonly chapters: readonly number[];
  /** Names of the word lists that the phrases speak of. */
  readonly lists: readonly string[];
}

/** The phrases of one owner, in a book. */
export interface Chapter {
  readonly book: PhraseBook;
  readonly number: number;
}

/**
 * Makes a book of what each owner has, chapter by chapter.
 * @public called by build/generate
 */
export function packBook(owners: readonly { readonly phrases: readonly Phrase[]; readonly phraseIndex: PhraseIndex }[]): PhraseBook {
  const firsts = new Map<string, string[]>();
  const lines: string[] = [];
  const chapters = [0];
  owners.forEach(({ phrases, phraseIndex }, number) => {
    for (const [token, entries] of Object.entries(phraseIndex.firsts)) {
      const known = firsts.get(token);
      if (known) known.push(`${number} ${entries}`);
      else firsts.set(token, [`${number} ${entries}`]);
    }
    const compiled = phraseIndex.phrases.split('\n');
    phrases.forEach(({ text, tag = '' }, i) => lines.push([compiled[i], tag, text].join('\t')));
    chapters.push(lines.length);
  });
  return {
    firsts: packDictionary([...firsts].map(([token, parts]) => [token, parts.join(';')])),
    phrases: pack(lines),
    chapters,
    lists: [...new Set(owners.flatMap(({ phraseIndex }) => phraseIndex.lists))],
  };
}

/** The chapters that have phrases which can begin with a token: the number of each, and its entries as {@link PhraseIndex.firsts} has them. */
export function beginningsIn({ firsts }: PhraseBook, token: string): readonly { readonly chapter: number; readonly entries: string }[] {
  const found = lookUp(firsts, token);
  if (found === undefined) return [];
  return found.split(';').map((part) => {
    const space = part.indexOf(' ');
    return { chapter: Number(part.slice(0, space)), entries: part.slice(space + 1) };
  });
}

/** A phrase of a chapter, by its number in it: its tokens, as {@link PhraseIndex.phrases} has them. */
export function lineIn({ book, number }: Chapter, phrase: number): string {
  const line = textAt(book.phrases, book.chapters[number] + phrase);
  return line.slice(0, line.indexOf('\t'));
}

/** All phrases of a chapter as they were written. */
export function phrasesOf({ book, number }: Chapter): readonly Phrase[] {
  const first = book.chapters[number];
  return Array.from({ length: book.chapters[number + 1] - first }, (_, i) => {
    const [, tag, text] = textAt(book.phrases, first + i).split('\t');
    return { text, ...(tag !== '' && { tag }) };
  });
}
