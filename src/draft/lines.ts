import { isInvisible } from '../text/fold.js';

/** One line: `start` to `end` without its line break, `next` where the following one begins, `first` to `last` without white space around it. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly next: number;
  readonly first: number;
  readonly last: number;
}

/** White space of any width, the no-break ones and signs drawn with no width included. */
function isBlank(code: number): boolean {
  if (code <= 32) return true;
  if (code < 0xa0) return false;
  return (
    code === 0xa0 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x3000 ||
    isInvisible(code)
  );
}

/** Splits `text` into lines at LF, CR LF, a lone CR, and the Unicode line and paragraph separators. Together they cover the text. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  const length = text.length;
  let start = 0;
  while (start < length) {
    let end = start;
    while (end < length && !isBreak(text.charCodeAt(end))) end += 1;
    let next = Math.min(end + 1, length);
    if (text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10) next = end + 2;
    let first = start;
    let last = end;
    while (first < last && isBlank(text.charCodeAt(first))) first += 1;
    while (last > first && isBlank(text.charCodeAt(last - 1))) last -= 1;
    lines.push({ start, end, next, first, last });
    start = next;
  }
  return lines;
}

function isBreak(code: number): boolean {
  return code === 10 || code === 13 || code === 0x2028 || code === 0x2029;
}

/** The first offset from `from` on that is no white space; `to` when all is. */
export function skipBlank(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && /\s/u.test(text[at])) at += 1;
  return at;
}

/** The same, staying on the line. */
export function skipInline(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9 || text.charCodeAt(at) === 0xa0)) at += 1;
  return at;
}

/** White space at `at`, or an end of the text. */
export function isSpaceAt(text: string, at: number): boolean {
  return at < 0 || at >= text.length || /\s/u.test(text[at]);
}
