import type { Grammar } from '../grammar/grammar.js';
import { NEGATORS } from './kind-customer-words.js';

/** A word before this one in its clause denies it: "no delay", "never a problem". */
export function negatedBefore({ words }: Grammar, i: number): boolean {
  for (let k = i - 1; k >= 0 && k >= i - 3; k -= 1) {
    if (NEGATORS.at(words, k)) return true;
    if (words.gap[k + 1]) return false;
  }
  return false;
}
