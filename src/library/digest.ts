import type { Draft, Entry, Note } from '../draft/draft.js';
import { wordAt } from '../text/words.js';
import { figuresOf, type Figure } from './figures.js';
import { languagesIn } from './languages.js';

/** What is kept of an entry to compare it with the others: a few hundred bytes, however long it is. */
export interface Digest {
  /** The id of the draft. */
  readonly id: string;
  readonly file: string;
  readonly entry: Entry;
  /** ISO 639-1; undefined where nothing tells. */
  readonly language?: string;
  /** Hashes of all runs of three words of the body, sorted, each once. */
  readonly shingles: Uint32Array;
  /** Words of the body. */
  readonly words: number;
  /** Hash of all its words in their order. */
  readonly exact: number;
  readonly figures: readonly Figure[];
  /** What was found by looking at the entry alone. */
  readonly notes: readonly Note[];
}

/** Runs of so many words are compared. */
const RUN = 3;
/** Of a longer entry only so many words are compared. */
const MOST_WORDS = 3000;

/** @param notes what was found already */
export function digestOf(draft: Draft, file: string, entry: Entry, notes: readonly Note[]): Digest {
  const words = bodyWords(draft);
  const hashes = words.map(hashOf);
  const runs = new Set<number>();
  for (let i = 0; i + RUN <= hashes.length; i += 1) runs.add(mix(mix(hashes[i], hashes[i + 1]), hashes[i + 2]));
  return {
    id: draft.id,
    file,
    entry,
    language: entry.lang?.toLowerCase().slice(0, 2) ?? languagesIn(draft)[0]?.language,
    shingles: Uint32Array.from(runs).sort(),
    words: words.length,
    exact: hashes.reduce(mix, 0),
    figures: figuresOf(draft),
    notes,
  };
}

/** The words of the body: greetings and closings are the same everywhere. */
function bodyWords({ words, segments }: Draft): string[] {
  const found: string[] = [];
  for (const { role, span } of segments) {
    if (role !== 'body') continue;
    const end = wordAt(words, span.end);
    for (let i = wordAt(words, span.start); i < end && found.length < MOST_WORDS; i += 1) found.push(words.norm[i]);
  }
  return found;
}

/** FNV-1a, 32 bits. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i += 1) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ (b + 0x9e3779b9 + (a << 6)), 0x85ebca6b);
  hash ^= hash >>> 13;
  return hash >>> 0;
}
