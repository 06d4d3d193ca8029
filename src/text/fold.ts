import { foldSpelling } from './spelling.js';

/** Signs that are drawn with no width, or not at all: they never part a word (zero-width, bidi marks, soft hyphen, joiners, variation selectors). */
export function isInvisible(code: number): boolean {
  if (code < 0xad) return false;
  return (
    code === 0xad ||
    code === 0x34f ||
    code === 0x61c ||
    code === 0x180e ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x2064) ||
    (code >= 0x2066 && code <= 0x2069) ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    code === 0xfeff
  );
}

/** Cyrillic and Greek letters that look like Latin ones, each before the letter it looks like. */
const PAIRS = 'аaсcеeоoрpхxуyіiјjѕsкkмmтtнhвbАaСcЕeОoРpХxУyІiЈjЅsКkМmТtНhВbαaοoνvρpιiκkτtυuχxΑaΒbΕeΖzΗhΙiΚkΜmΝnΟoΡpΤtΥyΧx';
/** Each such letter with the Latin one. */
export const LOOKALIKES = new Map<string, string>();
for (let i = 0; i < PAIRS.length; i += 2) LOOKALIKES.set(PAIRS[i], PAIRS[i + 1]);

/**
 * Folds one written word to the form that phrases and lexicons are matched on: lower case, plain apostrophes, no invisible signs,
 * look-alike letters made Latin (only in words that also hold a Latin letter), British spelling.
 */
export function foldWord(raw: string): string {
  let word = raw;
  if (!/^[\x21-\x7e]*$/.test(word)) {
    word = word.normalize('NFKC').replace(/[\u2018\u2019\u02bc\u2032\u00b4]/g, "'");
    const mixed = /[a-z]/i.test(word);
    let folded = '';
    for (const sign of word) {
      if (isInvisible(sign.codePointAt(0) ?? 0)) continue;
      folded += mixed ? (LOOKALIKES.get(sign) ?? sign) : sign;
    }
    word = folded;
  }
  return foldSpelling(word.toLowerCase());
}
