/** @file Whether a run of words is a name, of a person or of a firm. */
import { inList, listed, verbForms } from '../../lexicon/index.js';
import { isSmall, isUpperCase } from '../../text/letters.js';
import { Gap, type Words } from '../../text/words.js';
import type { Sentence } from '../reading.js';
import type { Tagged } from './tagger.js';

const GIVEN_NAMES = listed('given-names');
const CARRIERS = listed('carriers');

const COMPANY_WORDS = listed('company-words');

const HONORIFICS = listed('honorifics');

const NOT_NAMES = listed('not-names');

/** A run of capitalised words that is not just a capital at the start of a sentence. */
export function isName(words: Words, text: string, tags: Tagged, from: number, to: number, sentence: Sentence): boolean {
  const { norm } = words;
  const honorific = HONORIFICS.at(words, from);
  for (let i = from; i < to; i += 1) {
    if (tags.pos[i] === 'genitive') continue;
    if (tags.pos[i] !== 'nominal') return false;
    if (!isUpperCase(text, words.start[i])) return false;
    if (/\d/.test(norm[i])) return false;
    if (CARRIERS.at(words, i)) {
      if (to === from + 1) return true;
    } else if (isShouted(text, words.start[i], words.end[i])) return false;
    if (NOT_NAMES.at(words, i)) return false;
  }
  if (honorific) return true;
  if (from > sentence.from && !(words.gap[from] & (Gap.stop | Gap.break | Gap.openQuote))) return true;
  // First word of its sentence: a name when it is no ordinary noun, which the verb behind it and a list of given names tell.
  return to - from > 1 || GIVEN_NAMES.at(words, from) || !commonAtStart(norm[from]);
}

/** Whether a word of two letters or more is in capitals. */
function isShouted(text: string, start: number, end: number): boolean {
  if (end - start < 2 || isSmall(text, start + 1)) return false;
  const raw = text.slice(start, end);
  return raw === raw.toUpperCase();
}

/** Ordinary nouns that open sentences in replies end like this; names seldom do. */
function commonAtStart(word: string): boolean {
  // "Delays", "Refunds", "Detentions": the s-form of a verb or a plural is hardly anybody's name.
  if (verbForms(word)?.forms.includes('s') || (word.length > 5 && /[^aius]s$/.test(word))) return true;
  return inList('opening-nouns', word) || /(?:tion|ment|ness|ings?|ities|ances?|ences?|ers|ors|ies|ds|ts|ms|ps|ks|ls|gs|es)$/.test(word);
}

export function companyLike(words: Words, from: number, to: number, head: number): boolean {
  return COMPANY_WORDS.at(words, head) || CARRIERS.first(words, from, to) >= 0;
}
