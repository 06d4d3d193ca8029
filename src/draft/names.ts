import { honorificGender, isHonorific } from './honorifics.js';
import { isShortForm } from './nicknames.js';

/** A written name taken apart for comparing. */
export interface NameParts {
  /** Folded titles, without full stops. */
  readonly titles: readonly string[];
  /** Folded words of the name, titles and particles left out; an initial is one letter. A set: family name first or last is the same. */
  readonly words: readonly string[];
}

export type NameMatch = 'same' | 'misspelt' | 'different';

const LETTERS: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', æ: 'ae', œ: 'oe', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' };
const LEFT_OUT = new Set(
  'van von de der den di da la le du del della dos das ter ten bin ibn al el y e zu zur af and und the family team all jr sr ii iii phd md mba esq obe mbe via'.split(
    ' ',
  ),
);

/** Lower case, no accents, no apostrophes; letters that NFKD keeps whole (`ß`, `ø`, `ł`) made plain. */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}'\u2018\u2019\u02bc`]/gu, '')
    .toLowerCase()
    .replace(/[ßøæœłđðþı]/gu, (letter) => LETTERS[letter]);
}

/** Takes a name apart: "Mr. Luis García-Márquez" is `mr` and `luis garcia marquez`. */
export function readName(name: string): NameParts {
  const titles: string[] = [];
  const words: string[] = [];
  for (const word of foldName(name).split(/[^\p{L}\p{N}]+/u)) {
    if (word === '') continue;
    if (isHonorific(word) && (words.length === 0 || word.length > 2)) titles.push(word);
    else if (!LEFT_OUT.has(word)) words.push(word);
  }
  return { titles, words };
}

/**
 * Compares a name that is known with one that was written. `same`: nothing speaks against it; short forms, initials, accents, subsets of a double surname,
 * family name first, and a title with a surname against a first name alone are all the same. `misspelt`: one or two slips (Damerau) from the right one.
 */
export function sameName(known: string, written: string): NameMatch {
  const people = splitPeople(known);
  if (people.length > 1) {
    const matches = people.map((person) => sameName(person, written));
    return matches.includes('same') ? 'same' : matches.includes('misspelt') ? 'misspelt' : 'different';
  }
  const a = readName(known);
  const b = readName(written);
  if (a.words.length === 0 || b.words.length === 0) return 'same';
  if (initialsOnly(a.words) || initialsOnly(b.words)) return a.words.some((x) => b.words.some((y) => x[0] === y[0])) ? 'same' : 'different';
  const strange = b.words.filter((word) => !a.words.some((other) => sameWord(other, word)));
  const unmet = a.words.filter((word) => !b.words.some((other) => sameWord(word, other)));
  if (strange.length === 0) return 'same';
  if (strange.some((word) => unmet.some((other) => isSlip(other, word)))) return 'misspelt';
  const met = b.words.length > strange.length;
  // "Hannah" against "Hannah Cole": the known name is only part of it.
  if (met) return unmet.filter((word) => word.length > 1).length === 0 ? 'same' : solidMet(a.words, b.words) ? 'different' : 'same';
  if (joined(a.words, b.words)) return 'same';
  const surnameAgainstFirst = isSurnameAlone(b) !== isSurnameAlone(a) && a.words.length === 1 && b.words.length === 1;
  return surnameAgainstFirst ? 'same' : 'different';
}

/** Whether two titles speak of different sexes: "Mr D. Okonkwo" against "Mrs Okonkwo". Couples ("Mr and Mrs") never clash. */
export function titlesClash(known: string, written: string): boolean {
  const a = genders(known);
  const b = genders(written);
  return a.size === 1 && b.size === 1 && [...a][0] !== [...b][0];
}

function genders(name: string): Set<string> {
  return new Set(readName(name).titles.flatMap((title) => honorificGender(title) ?? []));
}

/** "Mr & Mrs Tate" and "Anna and Tom Beck" name two. */
function splitPeople(name: string): string[] {
  return name.split(/\s+(?:and|und|et|y|&|\+)\s+|\s*&\s*/i).filter((part) => readName(part).words.length > 0);
}

function sameWord(a: string, b: string): boolean {
  if (a === b || a.length === 1 || b.length === 1) return a[0] === b[0];
  return isShortForm(a, b) || isCut(a, b) || umlaut(a) === umlaut(b);
}

/** "Vik" of "Vikram": the beginning of a much longer name. */
function isCut(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 3 && long.length - short.length >= 2 && long.startsWith(short);
}

/** Gruenwald and Grünwald, Mueller and Muller. */
function umlaut(word: string): string {
  return word.replace(/([aou])e/gu, '$1');
}

function isSurnameAlone(name: NameParts): boolean {
  return name.titles.length > 0 && name.words.length === 1;
}

function initialsOnly(words: readonly string[]): boolean {
  return words.every((word) => word.length === 1);
}

function solidMet(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 1 && b.length > 1 && a.some((x) => x.length > 1 && b.some((y) => y.length > 1 && sameWord(x, y)));
}

/** "Mary Ann" and "Maryann", "MacDonald" and "Mac Donald", a user name made of both. */
function joined(a: readonly string[], b: readonly string[]): boolean {
  return a.join('') === b.join('') || a.toReversed().join('') === b.join('');
}

/** One or two slips apart, as far as the length leaves no doubt: none under four letters, one under six. */
function isSlip(a: string, b: string): boolean {
  const longer = Math.max(a.length, b.length);
  if (longer < 4 || Math.min(a.length, b.length) < 3) return false;
  return distance(a, b) <= (longer < 6 ? 1 : 2);
}

/** Damerau's distance with adjacent swaps (optimal string alignment), in letters. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    before = previous;
    previous = row;
  }
  return previous[b.length];
}
