import { Decoder } from './decode.js';
import type { Written } from './value.js';

/** What a backslash and a sign stand for in double quotation marks (YAML 1.2.2, 5.7). */
const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  '\t': '\t',
};
const HEX_DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** A plain scalar, or what stands between single quotation marks, from `start` to `end` of `file`. */
export function decodeFolded(file: string, start: number, end: number, quoted: boolean): Written {
  const decoder = new Decoder();
  let pos = start;
  while (pos < end) {
    const code = file.charCodeAt(pos);
    if (isBlank(code) || isBreak(code)) {
      pos = foldOrKeep(decoder, file, pos, end);
    } else if (quoted && code === 39) {
      decoder.whole("'", pos, pos + 2);
      pos += 2;
    } else {
      const from = pos;
      while (pos < end && !isBlank(file.charCodeAt(pos)) && !isBreak(file.charCodeAt(pos)) && !(quoted && file.charCodeAt(pos) === 39))
        pos += 1;
      decoder.exact(file, from, pos);
    }
  }
  return decoder.build();
}

/** What stands between double quotation marks. */
export function decodeEscaped(file: string, start: number, end: number): Written {
  const decoder = new Decoder();
  let pos = start;
  while (pos < end) {
    const code = file.charCodeAt(pos);
    if (isBlank(code) || isBreak(code)) pos = foldOrKeep(decoder, file, pos, end);
    else if (code === 92) pos = escape(decoder, file, pos, end);
    else {
      const from = pos;
      while (pos < end && !isBlank(file.charCodeAt(pos)) && !isBreak(file.charCodeAt(pos)) && file.charCodeAt(pos) !== 92) pos += 1;
      decoder.exact(file, from, pos);
    }
  }
  return decoder.build();
}

/** One escape; returns the offset after it. */
function escape(decoder: Decoder, file: string, pos: number, end: number): number {
  const sign = file[pos + 1];
  if (isBreak(file.charCodeAt(pos + 1))) {
    let next = pos + (file.startsWith('\r\n', pos + 1) ? 3 : 2);
    while (next < end && isBlank(file.charCodeAt(next))) next += 1;
    return next;
  }
  const digits = HEX_DIGITS[sign];
  const hex = digits === undefined ? '' : file.slice(pos + 2, pos + 2 + digits);
  const code = digits !== undefined && hex.length === digits && /^[\da-fA-F]+$/.test(hex) ? Number.parseInt(hex, 16) : Number.NaN;
  const known = Object.hasOwn(ESCAPES, sign) ? ESCAPES[sign] : code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
  const next = known === undefined ? pos + 2 : pos + 2 + (digits ?? 0);
  // An escape that YAML does not know stands for itself, as the `yaml` package reads it.
  if (known === undefined) decoder.exact(file, pos, Math.min(next, end));
  else decoder.whole(known, pos, next);
  return next;
}

/**
 * White space of a scalar in flow style: kept inside a line; around one line end it becomes a space, around n line ends n − 1 of them.
 * Returns the offset after it.
 */
function foldOrKeep(decoder: Decoder, file: string, start: number, end: number): number {
  let pos = start;
  let breaks = 0;
  while (pos < end) {
    const code = file.charCodeAt(pos);
    if (code === 13 && file.charCodeAt(pos + 1) === 10) pos += 1;
    if (isBreak(code)) breaks += 1;
    else if (!isBlank(code)) break;
    pos += 1;
  }
  if (breaks === 0) decoder.exact(file, start, pos);
  else decoder.whole(breaks === 1 ? ' ' : '\n'.repeat(breaks - 1), start, pos);
  return pos;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

function isBreak(code: number): boolean {
  return code === 10 || code === 13;
}
