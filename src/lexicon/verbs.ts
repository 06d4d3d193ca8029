import { interned } from '../text/interned.js';
import { lookUp } from '../text/packed.js';
import { foldSpelling } from '../text/spelling.js';
import { WordFacts } from '../text/word-facts.js';
import type { Words } from '../text/words.js';
import { withEd, withIng, withS } from './inflect.js';
import { verbs } from './verbs.generated.js';

/** What an inflected form can stand for. `base` also holds `am` and `are`. */
export type VerbForm = 'base' | 's' | 'past' | 'participle' | 'ing';

/** One reading of a written form: a verb, and which of its forms this can be. */
export interface VerbReading {
  /** Dictionary form, British spelling. */
  readonly lemma: string;
  readonly forms: readonly VerbForm[];
}

/** What the tables say of a word. */
interface Row {
  /** It is a regular verb; whether it doubles its last consonant though it is longer (`refer` → referred). */
  readonly regular?: { readonly doubles: boolean };
  /** Its forms as an irregular verb, beginning with the dictionary form. */
  readonly columns?: readonly string[];
  /** Irregular verbs that it is a form of. */
  readonly lemmas: readonly string[];
}

const PRESENT_OF_BE = ['am', 'are'];
/** Irregular verbs of more than one syllable whose last consonant doubles before -ing. */
const DOUBLING_IRREGULAR = /^(?:begin|forbid|forget|input|offset|overrun|reset|upset)$/;
const FORMS: readonly VerbForm[] = ['base', 's', 'past', 'participle', 'ing'];
const MEMO_LIMIT = 20_000;
const NONE: readonly VerbReading[] = [];

const UNKNOWN: Row = { lemmas: [] };
const memo = new Map<string, readonly VerbReading[]>();

function rowOf(word: string): Row {
  const said = lookUp(verbs, word);
  if (said === undefined) return UNKNOWN;
  const [regular, columns, lemmas] = said.split('|');
  return {
    ...(regular !== '' && { regular: { doubles: regular === '+' } }),
    ...(columns !== '' && { columns: columns.split(' ') }),
    lemmas: lemmas === '' ? [] : lemmas.split(' '),
  };
}

function paradigm(lemma: string): Readonly<Record<VerbForm, readonly string[]>> {
  const { regular, columns } = rowOf(lemma);
  if (columns)
    return {
      base: lemma === 'be' ? ['be', ...PRESENT_OF_BE] : [lemma],
      s: [columns[3] ?? withS(lemma)],
      past: columns[1].split('/'),
      participle: columns[2].split('/'),
      ing: [columns[4] ?? withIng(lemma, DOUBLING_IRREGULAR.test(lemma) || undefined)],
    };
  const doubled = regular?.doubles || undefined;
  const past = [foldSpelling(withEd(lemma, doubled))];
  return { base: [lemma], s: [foldSpelling(withS(lemma))], past, participle: past, ing: [foldSpelling(withIng(lemma, doubled))] };
}

/** Dictionary forms that a word could be built from by taking an ending off; whether one is a verb, the tables say. */
function stems(norm: string): string[] {
  const found: string[] = [];
  if (norm.endsWith('s')) found.push(norm.slice(0, -1), norm.slice(0, -2));
  if (norm.endsWith('ed')) found.push(norm.slice(0, -1), norm.slice(0, -2));
  if (norm.endsWith('ing')) found.push(norm.slice(0, -3), `${norm.slice(0, -3)}e`);
  if (norm.endsWith('ies') || norm.endsWith('ied')) found.push(`${norm.slice(0, -3)}y`);
  const doubled = /(?:ed|ing)$/.test(norm) && /([b-df-hj-np-tv-z])\1(?:ed|ing)$/.exec(norm);
  if (doubled) found.push(norm.slice(0, doubled.index + 1));
  return found;
}

/** The form that `norm` is of `stem`, accepting either spelling where writers differ over a doubled consonant (`travelling`, `traveling`). */
function formOf(norm: string, stem: string): VerbForm[] {
  const irregular = rowOf(stem).columns !== undefined;
  const { s, ing } = paradigm(stem);
  if (s.includes(norm)) return ['s'];
  if (ing.includes(norm) || norm === `${stem}ing` || norm === `${stem}${stem.at(-1)}ing`) return ['ing'];
  if (irregular) return [];
  const ed = [withEd(stem, false), withEd(stem, true)];
  return ed.includes(norm) || foldSpelling(withEd(stem)) === norm ? ['past', 'participle'] : [];
}

/**
 * The verbs that a folded word (`Words.norm`) can be a form of, the likeliest first; empty when it is none that the tables know.
 * A word can also be a noun (`order`): the caller decides by its place.
 */
export function verbReadings(norm: string): readonly VerbReading[] {
  return memo.get(norm) ?? readingsOf(norm);
}

function readingsOf(norm: string): readonly VerbReading[] {
  const row = rowOf(norm);
  const found: VerbReading[] = [];
  for (const lemma of row.lemmas) {
    const of = paradigm(lemma);
    found.push({ lemma, forms: FORMS.filter((form) => of[form].includes(norm)) });
  }
  if (isListed(row) && !found.some((reading) => reading.lemma === norm)) found.push({ lemma: norm, forms: ['base'] });
  for (const stem of stems(norm)) {
    if (!isVerb(stem) || found.some((reading) => reading.lemma === stem)) continue;
    const forms = formOf(norm, stem);
    if (forms.length > 0) found.push({ lemma: stem, forms });
  }
  if (memo.size >= MEMO_LIMIT) memo.clear();
  const result = found.length > 0 ? found.map((reading) => ({ ...reading, lemma: interned(reading.lemma) })) : NONE;
  memo.set(norm, result);
  return result;
}

/** The likeliest verb that a folded word is a form of, with the forms it can be; undefined when it is none. */
export function verbForms(norm: string): VerbReading | undefined {
  return verbReadings(norm)[0];
}

const READINGS = new WordFacts(verbReadings);

/** {@link verbForms} of the word `index` of a text, which must be one, without looking the word up. */
export function verbFormsAt(words: Words, index: number): VerbReading | undefined {
  return READINGS.at(words, index)[0];
}

/** Dictionary form of a folded word as a verb (`forgot` → `forget`); undefined when no verb of the tables has this form. */
export function lemmaOf(norm: string): string | undefined {
  return verbReadings(norm)[0]?.lemma;
}

/** Every form of a verb, each once, beginning with the dictionary form. A verb that the tables do not know is inflected as a regular one. */
export function formsOf(lemma: string): readonly string[] {
  return [...new Set(Object.values(paradigm(lemma)).flat())];
}

/** Whether the tables hold this dictionary form. */
export function isVerb(lemma: string): boolean {
  return isListed(rowOf(lemma));
}

function isListed({ regular, columns }: Row): boolean {
  return regular !== undefined || columns !== undefined;
}
