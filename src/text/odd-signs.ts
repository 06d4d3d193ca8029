import { isInvisible, LOOKALIKES } from './fold.js';
import { lazy } from './lazy.js';
import type { Span } from './span.js';

/**
 * What is odd about a sign: it is not seen, looks like another letter, is a letter in fancy dress, or tells of text that was decoded wrongly.
 */
export type Oddity = 'invisible' | 'lookalike' | 'styled' | 'broken';

/** A stretch of signs that a reader does not see for what they are. */
export interface OddSign extends Span {
  readonly kind: Oddity;
  /** What a reader takes it for: nothing for what is not seen; absent where nobody can tell. */
  readonly becomes?: string;
  /** It has a use where it stands (a hyphen that only shows at a line end, a mark of direction beside Hebrew), so it is no fault. */
  readonly fair: boolean;
}

/** Anything but Latin letters, the signs of their texts and money; and what UTF-8 looks like that was read as windows-1252. */
const SUSPECT = /[^\t\n\f\r -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u202f-\u205e\u20a0-\u20bf\u2122]|â€|Ã|Â/;
const LETTER = lazy(() => /[\p{L}\p{N}]/u);
const PICTURE = lazy(() => /[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]/u);
/** Arabic, Hebrew, Syriac, Thaana, N’Ko; and scripts that join and part letters by signs without width. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const JOINING = /[\u0600-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u17ff\u1800-\u18af\ufb50-\ufdff\ufe70-\ufefc]/;
const IDEOGRAPHIC = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af]/;
/** UTF-8 that was read as windows-1252: the curly quotes, dashes, accents, signs and blanks of it. */
const MOJIBAKE =
  /â€[\u0080-\u00bf\u2018-\u203a\u0153\u0161\u02dc\u2122\u20ac]|Ã[\u0080-\u00bf\u0192\u02c6\u0160\u0152\u2013\u2014\u2020\u2021\u20ac]|Â[\u00a0-\u00bf]/g;
const STACKED = lazy(() => /\p{M}{4,}/gu);
const FOREIGN_WORD = lazy(
  () => /[\p{L}\p{M}\p{N}\u00ad\u200b-\u200d\u2060\ufeff]*[\u0370-\u052f][\p{L}\p{M}\p{N}\u00ad\u200b-\u200d\u2060\ufeff]*/gu,
);
const CYRILLIC = /[\u0400-\u052f]/;
/** Greek letters that are drawn exactly like Latin ones. */
const GREEK_TWINS = new Set('οΟΑΒΕΖΗΙΚΜΝΡΤΥΧν');

/**
 * All odd signs of a text, in order and apart. Linear.
 * @param isRich the text comes from markup, where a hyphen that only shows at a line end has its use
 */
export function findOddSigns(text: string, isRich: boolean): readonly OddSign[] {
  if (!SUSPECT.test(text)) return [];
  const found = [...oneByOne(text, isRich), ...lookalikes(text)];
  for (const match of text.matchAll(MOJIBAKE)) found.push(broken(match.index, match[0].length));
  for (const match of text.matchAll(STACKED())) found.push(broken(match.index, match[0].length));
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return found.filter((sign) => {
    if (sign.start < end) return false;
    end = sign.end;
    return true;
  });
}

function broken(at: number, length: number): OddSign {
  return { start: at, end: at + length, kind: 'broken', fair: false };
}

function oneByOne(text: string, isRich: boolean): OddSign[] {
  const found: OddSign[] = [];
  const around = new Neighbours(text);
  const wide = IDEOGRAPHIC.test(text);
  const turned = RIGHT_TO_LEFT.test(text);
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x20 && unit < 0x7f) continue;
    const code = text.codePointAt(at) ?? unit;
    const length = code > 0xffff ? 2 : 1;
    const end = at + length;
    if (isBroken(code)) put(found, { start: at, end, kind: 'broken', fair: false });
    else if (isUnseen(code)) {
      const sign = unseen(at, code, around, { isRich, turned });
      if (sign) put(found, { start: at, end, kind: 'invisible', becomes: '', fair: sign === 'fair' });
    } else if (isStyled(code) && !(wide && code >= 0xff01 && code <= 0xff5e)) {
      const plain = text.slice(at, end).normalize('NFKC');
      const beside = isStyled(text.codePointAt(end) ?? 0) || (at > 0 && isStyled(before(text, at)));
      if (beside) found.push({ start: at, end, kind: 'styled', fair: false, ...(/^[\x21-\x7e]+$/.test(plain) && { becomes: plain }) });
    }
    at += length - 1;
  }
  return found;
}

/** Adds a sign; a run of signs of one kind is one stretch, for there can be millions. */
function put(found: OddSign[], sign: OddSign): void {
  const last = found.at(-1);
  if (last?.end === sign.start && last.kind === sign.kind && last.fair === sign.fair) found[found.length - 1] = { ...last, end: sign.end };
  else found.push(sign);
}

function before(text: string, at: number): number {
  const unit = text.charCodeAt(at - 1);
  return (unit & 0xfc00) === 0xdc00 && at > 1 ? (text.codePointAt(at - 2) ?? 0) : unit;
}

/** Control signs that no text file needs, private use, noncharacters, halves of pairs, and the sign that stands for what could not be read. */
function isBroken(code: number): boolean {
  if (code < 0x20) return code !== 9 && code !== 10 && code !== 12 && code !== 13;
  if (code <= 0x9f) return code >= 0x7f;
  if (code >= 0xd800 && code <= 0xf8ff) return code <= 0xdfff || code >= 0xe000;
  return (code >= 0xfff9 && code <= 0xffff) || (code & 0xfffe) === 0xfffe;
}

function isUnseen(code: number): boolean {
  return (
    isInvisible(code) ||
    (code >= 0x206a && code <= 0x206f) ||
    code === 0x115f ||
    code === 0x1160 ||
    code === 0x3164 ||
    code === 0xffa0 ||
    code === 0x2800 ||
    (code >= 0xe0000 && code <= 0xe01ef)
  );
}

/** Letters in fancy dress: of mathematics, full width, circles, squares, small capitals. */
function isStyled(code: number): boolean {
  return (
    (code >= 0x1d400 && code <= 0x1d7ff) ||
    (code >= 0xff01 && code <= 0xff5e) ||
    (code >= 0x249c && code <= 0x24e9) ||
    (code >= 0x1d00 && code <= 0x1d2b) ||
    (code >= 0x1f110 && code <= 0x1f189)
  );
}

/** The nearest signs before and behind a place that are seen. */
class Neighbours {
  #last = -1;
  #previous = '';

  constructor(private readonly text: string) {}

  /** Answers the sign before `at`; to be asked from left to right. */
  previous(at: number): string {
    // What is not seen is skipped once, however many such signs there are.
    for (let i = Math.max(this.#last, 0); i < at; i += 1) {
      const code = this.text.codePointAt(i) ?? 0;
      if (!isUnseen(code) || code === 0xfe0f) this.#previous = String.fromCodePoint(code);
      if (code > 0xffff) i += 1;
    }
    this.#last = at;
    return this.#previous;
  }

  #nextAt = -1;

  next(at: number): string {
    if (this.#nextAt <= at) {
      let i = at + 1;
      while (i < this.text.length && isUnseen(this.text.codePointAt(i) ?? 0)) i += (this.text.codePointAt(i) ?? 0) > 0xffff ? 2 : 1;
      this.#nextAt = i;
    }
    return this.#nextAt < this.text.length ? String.fromCodePoint(this.text.codePointAt(this.#nextAt) ?? 0) : '';
  }
}

/** Whether a sign that is not seen is odd where it stands, or only to be passed over; undefined where it belongs to what is seen. */
function unseen(
  at: number,
  code: number,
  around: Neighbours,
  { isRich, turned }: { readonly isRich: boolean; readonly turned: boolean },
): 'odd' | 'fair' | undefined {
  const previous = around.previous(at);
  const next = around.next(at);
  if (code === 0x200d && PICTURE().test(previous) && PICTURE().test(next)) return undefined;
  if ((code === 0x200c || code === 0x200d) && (JOINING.test(previous) || JOINING.test(next))) return undefined;
  if (code >= 0xfe00 && code <= 0xfe0f) return LETTER().test(previous) && !/[0-9#*]/.test(previous) ? 'odd' : undefined;
  if (code >= 0xe0000) return /[\u{1f3f4}]/u.test(previous) || IDEOGRAPHIC.test(previous) ? undefined : 'odd';
  const inWord = LETTER().test(previous) && LETTER().test(next);
  if (code === 0xad) return isRich || !inWord ? 'fair' : 'odd';
  if ((code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069)) return turned ? 'fair' : 'odd';
  if (code === 0x200e || code === 0x200f || code === 0x61c) return turned || !inWord ? 'fair' : 'odd';
  return inWord ? 'odd' : 'fair';
}

/** Cyrillic and Greek letters that stand for Latin ones: in a word that holds Latin letters, or in a text that holds no other letters of that script. */
function lookalikes(text: string): OddSign[] {
  if (!/[\u0370-\u052f]/.test(text)) return [];
  const words = [...text.matchAll(FOREIGN_WORD())];
  const isTwin = (sign: string): boolean => LOOKALIKES.has(sign) && (CYRILLIC.test(sign) || GREEK_TWINS.has(sign));
  const foreign = (word: string): string => word.replace(/[^\u0370-\u052f]/g, '');
  // A real word of the language holds some letter that Latin has not.
  const isReal = words.some(([word]) => Array.from(foreign(word)).some((sign) => !isTwin(sign)));
  const found: OddSign[] = [];
  for (const { index, 0: word } of words) {
    const letters = foreign(word);
    const mixed = /[A-Za-z]/.test(word);
    if (mixed ? !Array.from(letters).every(isTwin) : isReal || !CYRILLIC.test(letters)) continue;
    for (let i = 0; i < word.length; i += 1)
      if (isTwin(word[i]))
        found.push({ start: index + i, end: index + i + 1, kind: 'lookalike', becomes: LOOKALIKES.get(word[i]), fair: false });
  }
  return found;
}
