import { inList, verbReadings, wordList } from '../lexicon/index.js';

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
  readonly #entries = new Map<string, Reading[]>();

  constructor(lists: readonly string[]) {
    for (const name of lists) {
      const { words, phrases } = wordList(name);
      for (const word of words) this.#add(word, { token: `@${name}` });
      for (const phrase of phrases) {
        const [first, ...rest] = phrase.split(' ');
        this.#add(first, { token: `@${name}`, rest });
      }
    }
  }

  #add(word: string, reading: Reading): void {
    const known = this.#entries.get(word);
    if (known) known.push(reading);
    else this.#entries.set(word, [reading]);
  }

  readingsOf(norm: string): readonly Reading[] {
    const found: Reading[] = [{ token: norm }];
    const other = Object.hasOwn(CLITICS, norm) ? CLITICS[norm] : undefined;
    if (other) for (const token of other) found.push({ token });
    for (const { lemma } of verbReadings(norm)) found.push({ token: `<${lemma}` });
    const listed = this.#entries.get(norm);
    if (listed) found.push(...listed);
    if (isNumber(norm)) found.push({ token: '#' });
    return found;
  }
}
