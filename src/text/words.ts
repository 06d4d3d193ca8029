import { foldWord, isInvisible } from './fold.js';
import { interned } from './interned.js';
import { lazy, oncePer } from './lazy.js';
import { isDigit } from './letters.js';
import { foldSpelling } from './spelling.js';
import type { Span } from './span.js';
import { currentVocabulary, type Vocabulary } from './word-flags.js';

/** What stands between a word and the word before it. Flags, because several can. */
export const Gap = {
  comma: 1,
  /** Semicolon, colon, or a dash that stands alone. */
  break: 2,
  /** Full stop, question mark, exclamation mark, ellipsis. */
  stop: 4,
  newline: 8,
  blankLine: 16,
  openQuote: 32,
  closeQuote: 64,
  openBracket: 128,
  closeBracket: 256,
  slash: 512,
  hyphen: 1024,
  /** Any other visible sign. */
  other: 2048,
} as const;

/**
 * The words of a text, split once. Contractions are two words (`don't` → `do` `not`, `we'll` → `we` `will`), each with its own stretch of the text.
 * Arrays run in step; offsets are UTF-16 units.
 */
export interface Words {
  readonly length: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Folded form: lower case, plain apostrophes, no zero-width signs or soft hyphens, look-alike letters made Latin, British spelling. */
  readonly norm: readonly string[];
  /** {@link Gap} flags of what stands before the word. `gap[length]` is what stands after the last one. */
  readonly gap: Int32Array;
  /** What is known of words by themselves, and the number of each word there. */
  readonly vocabulary: Vocabulary;
  readonly numbers: Int32Array;
  /** Kept by {@link WordFlags}: every flag that some word has. */
  readonly flags: Int32Array;
}

/** The stretch from word `from` up to, not including, word `to`. */
export function wordSpan(words: Words, from: number, to: number): Span {
  return { start: words.start[from], end: words.end[to - 1] };
}

/** Whether a folded word stands among the words `norm` from `from` up to `to`. */
export function hasWord(norm: readonly string[], from: number, to: number, word: string): boolean {
  for (let i = from; i < to; i += 1) if (norm[i] === word) return true;
  return false;
}

/** Index of the first word that starts at or after `offset`. */
export function wordAt(words: Words, offset: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (words.start[middle] >= offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

const letter = lazy(() => /[\p{L}\p{N}\p{M}]/u);
const NEGATED: Readonly<Record<string, string>> = { "can't": 'can', "won't": 'will', "shan't": 'shall', "ain't": 'is' };
/** Slips that drop the apostrophe and cannot be another word. */
const UNMARKED: Readonly<Record<string, readonly [string, string, number]>> = {
  dont: ['do', 'not', 2],
  doesnt: ['does', 'not', 4],
  didnt: ['did', 'not', 3],
  isnt: ['is', 'not', 2],
  arent: ['are', 'not', 3],
  wasnt: ['was', 'not', 3],
  werent: ['were', 'not', 4],
  havent: ['have', 'not', 4],
  hasnt: ['has', 'not', 3],
  hadnt: ['had', 'not', 3],
  cant: ['can', 'not', 2],
  couldnt: ['could', 'not', 5],
  wouldnt: ['would', 'not', 5],
  shouldnt: ['should', 'not', 6],
  cannot: ['can', 'not', 3],
  im: ['i', 'am', 1],
  ive: ['i', 'have', 1],
  youre: ['you', 'are', 3],
  youve: ['you', 'have', 3],
  theyre: ['they', 'are', 4],
  weve: ['we', 'have', 2],
  thats: ['that', "'s", 4],
};
const CLITIC: Readonly<Record<string, string>> = { "'ll": 'will', "'re": 'are', "'ve": 'have', "'m": 'am', "'d": "'d", "'s": "'s" };

function isWordCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}

function isApostrophe(code: number): boolean {
  return code === 39 || code === 0x2019 || code === 0x2018 || code === 0x02bc;
}

function gapFlag(code: number, previous: number, next: number): number {
  switch (code) {
    case 44:
    case 0x3001:
    case 0xff0c:
      return Gap.comma;
    case 58:
    case 59:
    case 0x2014:
    case 0x2013:
    case 0x2212:
      return Gap.break;
    case 46:
    case 33:
    case 63:
    case 0x2026:
    case 0xff01:
    case 0xff1f:
    case 0x3002:
      return Gap.stop;
    case 45:
      return previous === 32 || next === 32 || previous === 10 || next === 45 || previous === 45 ? Gap.break : Gap.hyphen;
    case 34:
      return next <= 32 || next === 46 || next === 44 || Number.isNaN(next) ? Gap.closeQuote : Gap.openQuote;
    case 0x201c:
    case 0x201e:
    case 0xab:
      return Gap.openQuote;
    case 0x201d:
    case 0xbb:
      return Gap.closeQuote;
    case 39:
    case 0x2018:
    case 0x2019:
      return previous <= 32 || Number.isNaN(previous) || previous === 40 ? Gap.openQuote : Gap.closeQuote;
    case 40:
    case 91:
    case 123:
      return Gap.openBracket;
    case 41:
    case 93:
    case 125:
      return Gap.closeBracket;
    case 47:
    case 92:
      return Gap.slash;
    default:
      return Gap.other;
  }
}

/** Splits a text into {@link Words}, in time linear in its length. */
export function splitWords(text: string): Words {
  const found = new Rows(text.length);
  const vocabulary = currentVocabulary();
  const memo = foldings(vocabulary);
  const length = text.length;
  let flags = 0;
  let newlines = 0;
  let at = 0;

  while (at < length) {
    const code = text.charCodeAt(at);
    if (isWordCode(code) || (code > 127 && isWordSign(text, at))) {
      newlines = 0;
      const from = at;
      let ascii = true;
      while (at < length) {
        const c = text.charCodeAt(at);
        if (isWordCode(c)) at += 1;
        else if (isApostrophe(c) && at + 1 < length && isLetterAt(text, at + 1) && at > from) at += 1;
        else if ((c === 46 || c === 44) && isDigit(text, at - 1) && isDigit(text, at + 1)) at += 1;
        else if (c > 127 && isWordSign(text, at)) {
          ascii = false;
          at += c >= 0xd800 && c <= 0xdbff ? 2 : 1;
        } else break;
        if (c > 127) ascii = false;
      }
      const raw = text.slice(from, at);
      const { first, cut, second } = memo.get(raw) ?? foldedOf(raw, ascii, vocabulary, memo);
      if (second === undefined) found.push(from, at, first, flags);
      else {
        found.push(from, from + cut, first, flags);
        found.push(from + cut, at, second, 0);
      }
      flags = 0;
      continue;
    }
    if (code === 10 || code === 0x2028 || code === 0x2029 || (code === 13 && text.charCodeAt(at + 1) !== 10)) {
      newlines += 1;
      flags |= newlines > 1 ? Gap.blankLine | Gap.newline : Gap.newline;
    } else if (code > 32 && code !== 0xa0 && !isInvisible(code)) {
      newlines = 0;
      flags |= gapFlag(code, text.charCodeAt(at - 1), text.charCodeAt(at + 1));
    }
    at += 1;
  }
  const words = found.length;
  // What stands behind the last word.
  found.push(length, length, 0, flags);
  const numbers = found.row(Row.number, words);
  const norm = Array<string>(words);
  for (let i = 0; i < words; i += 1) norm[i] = vocabulary.norms[numbers[i]];
  return {
    length: words,
    start: found.row(Row.start, words),
    end: found.row(Row.end, words),
    norm,
    gap: found.row(Row.gap, words + 1),
    vocabulary,
    numbers,
    flags: new Int32Array(vocabulary.width),
  };
}

const Row = { start: 0, end: 1, number: 2, gap: 3 } as const;

/** What is found of each word, in four rows of one piece of memory, which grows when it is full. */
class Rows {
  length = 0;
  #room: number;
  #rows: Int32Array;

  /** Room for the words of a text of so many units, if they are not shorter than most. */
  constructor(units: number) {
    this.#room = 16 + (units >> 2);
    this.#rows = new Int32Array(4 * this.#room);
  }

  push(start: number, end: number, number: number, gap: number): void {
    if (this.length === this.#room) this.#grow();
    const rows = this.#rows;
    const at = this.length;
    rows[Row.start * this.#room + at] = start;
    rows[Row.end * this.#room + at] = end;
    rows[Row.number * this.#room + at] = number;
    rows[Row.gap * this.#room + at] = gap;
    this.length = at + 1;
  }

  /** The first numbers of a row. */
  row(row: number, length: number): Int32Array {
    return this.#rows.subarray(row * this.#room, row * this.#room + length);
  }

  #grow(): void {
    const room = 2 * this.#room;
    const rows = new Int32Array(4 * room);
    for (let row = 0; row < 4; row += 1) rows.set(this.row(row, this.length), row * room);
    this.#room = room;
    this.#rows = rows;
  }
}

/** What one written word comes to: a folded word, or the two that it contracts and where the second begins. */
interface Folded<Word> {
  readonly first: Word;
  readonly cut: number;
  readonly second?: Word;
}

/** The same words are written again and again: what each comes to, by numbers of words. */
const foldings = oncePer<Vocabulary, Map<string, Folded<number>>>(() => new Map());
const MEMO_LIMIT = 20_000;
/** Longer words are numbers and addresses that hardly come again. */
const MEMO_LENGTH = 20;

function foldedOf(raw: string, ascii: boolean, vocabulary: Vocabulary, memo: Map<string, Folded<number>>): Folded<number> {
  const { first, cut, second } = parted(raw, ascii ? foldSpelling(raw.toLowerCase()) : foldWord(raw));
  const made = { first: vocabulary.numberOf(first), cut, second: second === undefined ? undefined : vocabulary.numberOf(second) };
  if (raw.length <= MEMO_LENGTH) {
    if (memo.size >= MEMO_LIMIT) memo.clear();
    memo.set(interned(raw), made);
  }
  return made;
}

function parted(raw: string, form: string): Folded<string> {
  const mark = form.indexOf("'");
  if (mark < 0) {
    const pair = Object.hasOwn(UNMARKED, form) && raw.length === form.length ? UNMARKED[form] : undefined;
    return pair ? { first: pair[0], cut: pair[2], second: pair[1] } : { first: form, cut: raw.length };
  }
  // Folding may change lengths (ligatures, invisible signs); the cut is then made at the written apostrophe.
  const cut = raw.search(/['\u2018\u2019\u02bc]/);
  if (form.endsWith("n't")) return { first: NEGATED[form] ?? form.slice(0, -3), cut: cut - 1, second: 'not' };
  const clitic = CLITIC[form.slice(form.lastIndexOf("'"))];
  if (clitic !== undefined && form.lastIndexOf("'") === mark && mark > 0) return { first: form.slice(0, mark), cut, second: clitic };
  return { first: form, cut: raw.length };
}

function isLetterAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return isWordCode(code) || (code > 127 && isForeignLetter(text.codePointAt(at) ?? 32));
}

/** A letter, digit or mark outside ASCII, or an invisible sign between two letters. */
function isWordSign(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (isInvisible(code))
    return at > 0 && isLetterAt(text, at - 1) && at + 1 < text.length && (isLetterAt(text, at + 1) || isInvisible(text.charCodeAt(at + 1)));
  if (code >= 0xdc00 && code <= 0xdfff) return false;
  return isForeignLetter(text.codePointAt(at) ?? 32);
}

/** A letter, digit or mark outside ASCII. The signs that English mail is full of (£, €, dashes, curly quotes, é) are told apart without the pattern. */
function isForeignLetter(code: number): boolean {
  if (code < 0x250)
    return code >= 0xc0 ? code !== 0xd7 && code !== 0xf7 : /[\xaa\xb2\xb3\xb5\xb9\xba\xbc-\xbe]/.test(String.fromCharCode(code));
  if ((code >= 0x2010 && code <= 0x205e) || (code >= 0x20a0 && code <= 0x20bf)) return false;
  return letter().test(String.fromCodePoint(code));
}
