import type { Digest } from './digest.js';

/** Share of all runs of three words that two entries must have in common: one word changed in thirty leaves four fifths. */
const ALIKE = 0.68;
/** Entries of fewer words are alike only where they are the same: a line of thanks resembles any other. */
const SHORT = 12;
const BANDS = 20;
const ROWS = 3;
/** Entries of one band that are compared with each other. */
const MOST_LEADERS = 60;

/** Two entries that say nearly the same; `other` stands first in the library. */
export interface Twins {
  readonly one: Digest;
  readonly other: Digest;
  /** 0 to 1; 1 for the very same words. */
  readonly share: number;
}

/**
 * Entries that say nearly the same as one before them. By min-hashing: a pair that has two thirds in common is missed once in two thousand times, and the time it takes
 * grows with the number of entries, not with that of pairs.
 */
export function findTwins(digests: readonly Digest[]): Twins[] {
  const leaders = new Map<string, number[]>();
  const exact = new Map<string, number>();
  const twins: Twins[] = [];
  digests.forEach((one, index) => {
    if (one.words === 0) return;
    const same = exact.get(`${one.exact} ${one.words}`);
    if (same !== undefined) {
      if (!isOneEntry(digests[same], one)) twins.push({ one, other: digests[same], share: 1 });
      return;
    }
    exact.set(`${one.exact} ${one.words}`, index);
    if (one.words < SHORT) return;
    const bands = bandsOf(one.shingles);
    const candidates = new Set(bands.flatMap((band) => leaders.get(band) ?? []));
    let best: Twins | undefined;
    for (const candidate of candidates) {
      const other = digests[candidate];
      if (isOneEntry(other, one)) continue;
      const share = jaccard(one.shingles, other.shingles);
      if (share >= ALIKE && share > (best?.share ?? 0)) best = { one, other, share };
    }
    if (best) twins.push(best);
    else
      for (const band of bands) {
        const known = leaders.get(band);
        if (!known) leaders.set(band, [index]);
        else if (known.length < MOST_LEADERS) known.push(index);
      }
  });
  return twins;
}

/** The two variants of one entry. */
function isOneEntry(a: Digest, b: Digest): boolean {
  return a.file === b.file && a.entry.id === b.entry.id;
}

function jaccard(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  for (let i = 0, k = 0; i < a.length && k < b.length;) {
    if (a[i] === b[k]) {
      shared += 1;
      i += 1;
      k += 1;
    } else if (a[i] < b[k]) i += 1;
    else k += 1;
  }
  return a.length + b.length === 0 ? 0 : shared / (a.length + b.length - shared);
}

/** The least hash of a set under each of sixty orders, three to a band. */
function bandsOf(shingles: Uint32Array): string[] {
  const bands: string[] = [];
  for (let band = 0; band < BANDS; band += 1) {
    let key = `${band}`;
    for (let row = 0; row < ROWS; row += 1) {
      const seed = Math.imul(band * ROWS + row + 1, 0x9e3779b1);
      let least = 0xffffffff;
      for (const shingle of shingles) {
        let hash = Math.imul(shingle ^ seed, 0x85ebca6b);
        hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
        hash = (hash ^ (hash >>> 16)) >>> 0;
        if (hash < least) least = hash;
      }
      key += ` ${least}`;
    }
    bands.push(key);
  }
  return bands;
}
