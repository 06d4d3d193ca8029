import type { Grammar } from '../grammar/grammar.js';
import { NEGATORS } from './customer-words.js';

/** A word before this one in its clause denies it: "no delay", "never a problem". */
export function negatedBefore({ words }: Grammar, i: number): boolean {
  for (let k = i - 1; k >= 0 && k >= i - 3; k -= 1) {
    if (NEGATORS.at(words, k)) return true;
    if (words.gap[k + 1]) return false;
  }
  return false;
}

/** "Never been so pleased", "never had such poor service", "could not have been more helpful": what is denied is only that anything went further. */
export function isSurpassing({ words: { norm, gap } }: Grammar, i: number): boolean {
  let k = i - 1;
  if (norm[k] === 'a' || norm[k] === 'an') k -= 1;
  if (!/^(?:so|such|more)$/.test(norm[k] ?? '')) return false;
  for (let n = k - 1; n >= 0 && n >= k - 4 && !gap[n + 1]; n -= 1) {
    if (norm[n] === 'never') return true;
    if (norm[n] === 'not') return /^(?:could|can)$/.test(norm[n - 1] ?? '');
  }
  return false;
}
