import { oncePer } from '../text/lazy.js';
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

/** What became of an entry: it says what one before it says, or later ones are compared with it. */
interface Place {
  readonly index: number;
  readonly twin?: Twins;
  /** It says the very same as `twin.other`, or it is the second form of that response. */
  readonly isCopy: boolean;
}

/**
 * Finds entries that say nearly the same as one before them. By min-hashing: a pair that has two thirds in common is missed once in two thousand times, and the
 * time it takes grows with the number of entries, not with that of pairs. What was found is kept for the next time: only what a change may have touched is
 * compared again, and the answer is the same as from the beginning.
 */
export class TwinFinder {
  #before: ReadonlyMap<Digest, Place> = new Map();

  find(digests: readonly Digest[]): Twins[] {
    const now = new Map<Digest, Place>();
    const leaders = new Map<number, number[]>();
    const exact = new Map<string, number>();
    /** Bands in which others are compared with than before. */
    const touched = new Set<number>();
    const touch = (digest: Digest): void => bandsOf(digest).forEach((band) => touched.add(band));
    const present = new Set(digests);
    for (const gone of this.#before.keys()) if (!present.has(gone)) touch(gone);
    let last = -1;
    digests.forEach((one, index) => {
      if (one.words === 0) return;
      const before = this.#before.get(one);
      const inOrder = before !== undefined && before.index > last;
      if (inOrder) last = before.index;
      const key = `${one.exact} ${one.words}`;
      const same = exact.get(key);
      if (same !== undefined) {
        if (!inOrder || !before.isCopy) touch(one);
        const twin = isOneEntry(digests[same], one) ? undefined : { one, other: digests[same], share: 1 };
        now.set(one, { index, twin, isCopy: true });
        return;
      }
      exact.set(key, index);
      const bands = bandsOf(one);
      const isKnown = inOrder && !before.isCopy && !bands.some((band) => touched.has(band));
      const twin = isKnown ? before.twin : closest(one, bands, digests, leaders);
      if (!isKnown && (!inOrder || before.isCopy || (before.twin === undefined) !== (twin === undefined))) touch(one);
      now.set(one, { index, twin, isCopy: false });
      if (twin) return;
      for (const band of bands) {
        const known = leaders.get(band);
        if (!known) leaders.set(band, [index]);
        else if (known.length < MOST_LEADERS) known.push(index);
      }
    });
    this.#before = now;
    return [...now.values()].map(({ twin }) => twin).filter((twin) => twin !== undefined);
  }
}

/** The entry before this one that has most in common with it, where that is enough. */
function closest(
  one: Digest,
  bands: readonly number[],
  digests: readonly Digest[],
  leaders: ReadonlyMap<number, readonly number[]>,
): Twins | undefined {
  let best: Twins | undefined;
  for (const candidate of new Set(bands.flatMap((band) => leaders.get(band) ?? []))) {
    const other = digests[candidate];
    if (isOneEntry(other, one)) continue;
    const share = jaccard(one.shingles, other.shingles);
    if (share >= ALIKE && share > (best?.share ?? 0)) best = { one, other, share };
  }
  return best;
}

/** The two variants of one entry. */
function isOneEntry(a: Digest, b: Digest): boolean {
  return a.file === b.file && a.entry.id === b.entry.id;
}

/** The share of what two sets have in common; 0 as soon as it is clear that it is not enough to be alike. */
function jaccard(a: Uint32Array, b: Uint32Array): number {
  const all = a.length + b.length;
  // So many each may have for itself.
  const [spareA, spareB] = [a.length, b.length].map((length) => length - (ALIKE * all) / (1 + ALIKE));
  let shared = 0;
  for (let i = 0, k = 0; i < a.length && k < b.length;) {
    if (a[i] === b[k]) {
      shared += 1;
      i += 1;
      k += 1;
    } else if (a[i] < b[k]) {
      i += 1;
      if (i - shared > spareA) return 0;
    } else {
      k += 1;
      if (k - shared > spareB) return 0;
    }
  }
  return all === 0 ? 0 : shared / (all - shared);
}

/**
 * The least hash of a set under each of sixty orders, three to a band: a number for each band; none for an entry that is too short. Worked out once: a library that is being written is compared
 * again at each keystroke.
 */
const bandsOf = oncePer(({ shingles, words }: Digest): readonly number[] => {
  const bands: number[] = [];
  if (words < SHORT) return bands;
  for (let band = 0; band < BANDS; band += 1) {
    let key = 0;
    for (let row = 0; row < ROWS; row += 1) {
      const seed = Math.imul(band * ROWS + row + 1, 0x9e3779b1);
      let least = 0xffffffff;
      for (const shingle of shingles) {
        let hash = Math.imul(shingle ^ seed, 0x85ebca6b);
        hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
        hash = (hash ^ (hash >>> 16)) >>> 0;
        if (hash < least) least = hash;
      }
      key = (Math.imul(key, 0x01000193) ^ least) >>> 0;
    }
    bands.push(band * 2 ** 32 + key);
  }
  return bands;
});
