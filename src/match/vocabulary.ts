import { entriesFrom, inList, verbReadings } from '../lexicon/index.js';

/** One way in which a word of a draft can be read as a token of a phrase: the token, and further words that belong to it. */
export interface Reading {
  readonly token: string;
  /** The other words of a list entry of several words. */
  readonly rest?: readonly string[];
}

/** A short form counts as each word it may stand for, and they as it: `that's policy` meets `that is policy`, and the reverse. */
const CLITICS: Readonly<Record<string, readonly string[]>> = {
  "'s": ['is', 'has', 'us', '<be', '<have'],
  "'d": ['would', 'had', '<have'],
  is: ["'s"],
  has: ["'s"],
  us: ["'s"],
  would: ["'d"],
  had: ["'d"],
};

/** Whether a folded word is a number, in digits or in words. */
export function isNumber(norm: string): boolean {
  return /^\d[\d.,]*$/.test(norm) || inList('numbers', norm);
}

/** Everything that a folded word can be for phrases that use the given word lists. */
export class Vocabulary {
  /** Where each list stands in the order of the lists. */
  readonly #ranks: ReadonlyMap<string, number>;

  constructor(lists: readonly string[]) {
    this.#ranks = new Map(lists.map((name, rank) => [name, rank]));
  }

  readingsOf(norm: string): readonly Reading[] {
    const found: Reading[] = [{ token: norm }];
    const other = Object.hasOwn(CLITICS, norm) ? CLITICS[norm] : undefined;
    if (other) for (const token of other) found.push({ token });
    for (const { lemma } of verbReadings(norm)) found.push({ token: `<${lemma}` });
    found.push(...this.#listed(norm));
    if (isNumber(norm)) found.push({ token: '#' });
    return found;
  }

  #listed(norm: string): Reading[] {
    const rank = (list: string): number => this.#ranks.get(list) ?? -1;
    return entriesFrom(norm)
      .filter(({ list }) => this.#ranks.has(list))
      .sort((a, b) => rank(a.list) - rank(b.list))
      .map(({ list, rest }) => ({ token: `@${list}`, ...(rest && { rest }) }));
  }
}
