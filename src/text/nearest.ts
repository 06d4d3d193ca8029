import { distance } from 'fastest-levenshtein';

/**
 * The name that was most likely meant by `word`, for "did you mean …": at most one slip for every three letters, case aside; two letters that changed
 * places are one slip. Where none is near, the only name that goes on after `word` and a hyphen. Ties go to the first.
 */
export function nearest(word: string, names: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const name of names) {
    const cost = Math.abs(name.length - wanted.length) >= least ? least : slips(wanted, name.toLowerCase());
    if (cost < least) {
      least = cost;
      best = name;
    }
  }
  return best ?? only(names, (name) => wanted !== '' && name.toLowerCase().startsWith(`${wanted}-`));
}

function slips(word: string, name: string): number {
  let at = 0;
  while (at < word.length && word[at] === name[at]) at += 1;
  const swapped = word[at] === name[at + 1] && word[at + 1] === name[at] && word.slice(at + 2) === name.slice(at + 2);
  return swapped && at + 1 < word.length ? 1 : distance(word, name);
}

function only(names: Iterable<string>, wanted: (name: string) => boolean): string | undefined {
  const found = [...names].filter(wanted);
  return found.length === 1 ? found[0] : undefined;
}

/** `; did you mean x?` to follow a clause, or nothing. */
export function didYouMean(word: string, names: Iterable<string>): string {
  const name = nearest(word, names);
  return name === undefined ? '' : `; did you mean ${name}?`;
}
