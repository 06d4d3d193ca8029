import { distance } from 'fastest-levenshtein';

/**
 * The name that was most likely meant by `word`, for "did you mean …": at most one slip for every three letters, case aside.
 * Undefined when none is near. Ties go to the first.
 */
export function nearest(word: string, names: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const name of names) {
    const cost = Math.abs(name.length - wanted.length) >= least ? least : distance(wanted, name.toLowerCase());
    if (cost < least) {
      least = cost;
      best = name;
    }
  }
  return best;
}

/** `; did you mean x?` to follow a clause, or nothing. */
export function didYouMean(word: string, names: Iterable<string>): string {
  const name = nearest(word, names);
  return name === undefined ? '' : `; did you mean ${name}?`;
}
