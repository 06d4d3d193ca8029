import { isCapital } from '../text/letters.js';
import type { Words } from '../text/words.js';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const FEMININE = set('mrs ms miss madam maam madame mme mlle frau lady dame sra señora signora señorita dona ms. sig.ra');
const MASCULINE = set('mr sir sirs monsieur messrs herr lord sr señor signor mister master dhr meneer');
const NEUTRAL = set(
  'mx dr prof professor doctor rev reverend hon fr father sister brother capt captain major col colonel sgt rabbi imam judge',
);

/** Whether the word, in its folded form without a full stop, is a title that stands before a name. */
export function isHonorific(word: string): boolean {
  return FEMININE.has(word) || MASCULINE.has(word) || NEUTRAL.has(word);
}

/** Whom the title speaks of; undefined when it says nothing about that. */
export function honorificGender(word: string): 'f' | 'm' | undefined {
  const bare = word.toLowerCase().replace(/[.']/gu, '');
  if (FEMININE.has(bare)) return 'f';
  return MASCULINE.has(bare) ? 'm' : undefined;
}

/** The full stop after word `i` belongs to it: an initial, a title, "Hon." and the like. */
export function isShortened(text: string, words: Words, i: number): boolean {
  const norm = words.norm[i];
  if (isHonorific(norm) || SHORTENED.has(norm)) return text[words.end[i]] === '.';
  return words.end[i] - words.start[i] === 1 && isCapital(text, words.start[i]) && text[words.end[i]] === '.' && norm !== 'i';
}

const SHORTENED = new Set(['hon', 'jr', 'sr', 'st', 'asst', 'dept', 'gen', 'mgr', 'dir', 'chr', 'ph', 'th', 'wm', 'jos']);
