import { packDictionary, type Packed } from '../text/packed.js';
import { irregularVerbs } from './irregular-verbs.js';
import { regularVerbs } from './regular-verbs.js';

const AUXILIARIES = ['be was/were been is', 'have had had has', 'do did done does'];
const PRESENT_OF_BE = ['am', 'are'];

/** Columns of the irregular verbs by their dictionary forms, in the order of the table. */
function irregular(): Map<string, readonly string[]> {
  const lines = [...AUXILIARIES, ...irregularVerbs.trim().split('\n')];
  return new Map(lines.map((line) => [line.split(' ')[0], line.split(' ')]));
}

/** Dictionary forms of the regular verbs; the value tells whether a longer verb doubles its last consonant (`refer` → referred). */
function regular(): Map<string, boolean> {
  const entries = regularVerbs.trim().split(/\s+/);
  return new Map(entries.map((entry) => (entry.endsWith('+') ? [entry.slice(0, -1), true] : [entry, false])));
}

/** Every dictionary form that the tables hold. */
export function allVerbs(): readonly string[] {
  return [...irregular().keys(), ...regular().keys()];
}

/**
 * Packs the tables by word: whether it is a regular verb (`-`, or `+` where it doubles), its columns as an irregular one, and the irregular verbs it is
 * a form of, each in words parted by spaces and the three by `|`.
 * @public called by build/generate
 */
export function packVerbs(): Packed {
  const forms = new Map<string, string[]>();
  for (const [lemma, [, ...columns]] of irregular()) {
    const given = columns.join('/').split('/');
    for (const form of new Set(lemma === 'be' ? [...given, ...PRESENT_OF_BE] : given)) forms.set(form, [...(forms.get(form) ?? []), lemma]);
  }
  const [regulars, irregulars] = [regular(), irregular()];
  const words = new Set([...regulars.keys(), ...irregulars.keys(), ...forms.keys()]);
  return packDictionary(
    [...words].map((word) => {
      const doubles = regulars.get(word);
      const parts = [
        doubles === undefined ? '' : doubles ? '+' : '-',
        irregulars.get(word)?.join(' ') ?? '',
        forms.get(word)?.join(' ') ?? '',
      ];
      return [word, parts.join('|')];
    }),
  );
}
