import type { DecodedBytes } from '../../parse/mail/transfer.js';
import { applySplices, inOrder, type Refusal, type Splice } from '../change.js';

const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;
const EQUALS = 61;
/** RFC 2045 §6.7 and §6.8. */
const LINE = 76;

const HIDDEN: Refusal = { refused: 'its transfer encoding is broken there' };

/**
 * The body of a part with changes of its decoded bytes written into it, in its own transfer encoding. Lines that are not touched stay as they are.
 * @param body the body as it stands
 * @param decoded what it decodes to
 * @param splices changes of the decoded bytes
 * @param textual whether CRLF and LF among the new bytes are line ends (they are not in UTF-16)
 * @param lineEnd how lines of the body end
 */
export function writeTransfer(
  body: Uint8Array,
  decoded: DecodedBytes,
  encoding: string,
  splices: readonly Splice[],
  textual: boolean,
  lineEnd: string,
): Uint8Array | Refusal {
  if (encoding === 'base64') return writeBase64(body, decoded, splices, lineEnd);
  if (encoding === 'quoted-printable') return writeQuotedPrintable(body, decoded, splices, textual, lineEnd);
  return applySplices(body, splices);
}

/** From the first changed group of three bytes on the encoding is written anew, in lines as long as they were. */
function writeBase64(body: Uint8Array, decoded: DecodedBytes, splices: readonly Splice[], eol: string): Uint8Array | Refusal {
  const [first] = inOrder(splices);
  const group = first.start - (first.start % 3);
  const from =
    group === 0
      ? decoded.map.source({ start: 0, end: Math.min(3, decoded.bytes.length) })?.start
      : decoded.map.source({ start: 0, end: group })?.end;
  // Padding in the middle, or signs that are none: where the groups stand is then not known.
  const whole = decoded.map.source({ start: 0, end: decoded.bytes.length });
  if (from === undefined || !whole) return HIDDEN;
  const bytes = applySplices(decoded.bytes, splices).subarray(group);
  const width = widestLine(body) || LINE;
  const signs = toBase64(bytes);
  let column = from - lineStart(body, from);
  const out: string[] = [];
  for (let at = 0; at < signs.length;) {
    if (column >= width) {
      out.push(eol);
      column = 0;
    }
    const piece = signs.slice(at, at + width - column);
    out.push(piece);
    at += piece.length;
    column += piece.length;
  }
  // The line break before the first changed group belongs to what follows it.
  let end = whole.end;
  while (body[end] === EQUALS) end += 1;
  const start = signs.length === 0 ? from : afterBlanks(body, from, end);
  if (start > from && out[0] === eol) out.shift();
  return applySplices(body, [{ start, end, bytes: Uint8Array.from(out.join(''), (sign) => sign.charCodeAt(0)) }]);
}

/** Where the next line begins when only a line end stands at `at`. */
function afterBlanks(body: Uint8Array, at: number, end: number): number {
  const next = body[at] === CR && body[at + 1] === LF ? at + 2 : body[at] === LF ? at + 1 : at;
  return next <= end ? next : at;
}

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8190) binary += btoa(String.fromCharCode(...bytes.subarray(at, at + 8190)));
  return binary;
}

function writeQuotedPrintable(
  body: Uint8Array,
  decoded: DecodedBytes,
  splices: readonly Splice[],
  textual: boolean,
  lineEnd: string,
): Uint8Array | Refusal {
  const eol = Array.from(lineEnd, (sign) => sign.charCodeAt(0));
  const limit = Math.max(LINE, widestLine(body));
  const inBody: Splice[] = [];
  for (const { start, end, bytes } of inOrder(splices)) {
    const at = decoded.map.source({ start, end });
    if (!at) return HIDDEN;
    const signs = quoted(bytes, eol, textual);
    let from = at.start;
    if (endsLine(body, at.end)) {
      // A blank at the end of a line would be lost.
      const last = signs.at(-1);
      if (last === SPACE || last === TAB) signs.splice(-1, 1, ...escaped(last));
      else if (signs.length === 0 && (body[from - 1] === SPACE || body[from - 1] === TAB)) {
        from -= 1;
        signs.push(...escaped(body[from]));
      }
    }
    inBody.push({ start: from, end: at.end, bytes: Uint8Array.from(signs) });
  }
  return wrapped(body, inBody, eol, limit);
}

function endsLine(body: Uint8Array, from: number): boolean {
  let at = from;
  while (body[at] === SPACE || body[at] === TAB) at += 1;
  return at >= body.length || body[at] === LF || (body[at] === CR && body[at + 1] === LF);
}

function quoted(bytes: Uint8Array, eol: readonly number[], textual: boolean): number[] {
  const out: number[] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    const isBreak = textual && (byte === LF || (byte === CR && bytes[at + 1] === LF));
    if (isBreak) {
      const last = out.at(-1);
      if (last === SPACE || last === TAB) out.splice(-1, 1, ...escaped(last));
      out.push(...eol);
      if (byte === CR) at += 1;
    } else if ((byte > SPACE && byte < 127 && byte !== EQUALS) || (textual && (byte === SPACE || byte === TAB))) out.push(byte);
    else out.push(...escaped(byte));
  }
  return out;
}

function escaped(byte: number): number[] {
  return Array.from(`=${byte.toString(16).toUpperCase().padStart(2, '0')}`, (sign) => sign.charCodeAt(0));
}

/** The body with the changes; lines that they have made too long get soft line breaks. */
function wrapped(body: Uint8Array, splices: readonly Splice[], eol: readonly number[], limit: number): Uint8Array {
  const changed = applySplices(body, splices);
  const breaks: Splice[] = [];
  let moved = 0;
  let done = -1;
  for (const { start, end, bytes } of splices) {
    let line = lineStart(changed, start + moved);
    const until = start + moved + bytes.length;
    moved += bytes.length - (end - start);
    while (line <= until && line < changed.length) {
      const lineFeed = changed.indexOf(LF, line);
      const next = lineFeed < 0 ? changed.length : lineFeed;
      const stop = lineFeed > line && changed[lineFeed - 1] === CR ? lineFeed - 1 : next;
      if (line > done) breaks.push(...softBreaks(changed, line, stop, eol, limit));
      done = Math.max(done, line);
      line = next + 1;
    }
  }
  return breaks.length === 0 ? changed : applySplices(changed, breaks);
}

function softBreaks(bytes: Uint8Array, start: number, stop: number, eol: readonly number[], limit: number): Splice[] {
  const breaks: Splice[] = [];
  for (let from = start; stop - from > limit;) {
    let at = from + limit - 1;
    // Not inside `=E9`.
    if (bytes[at - 1] === EQUALS) at -= 1;
    else if (bytes[at - 2] === EQUALS) at -= 2;
    // The line's own soft break needs no other.
    if (at >= stop - 1 && bytes[stop - 1] === EQUALS) break;
    breaks.push({ start: at, end: at, bytes: Uint8Array.from([EQUALS, ...eol]) });
    from = at;
  }
  return breaks;
}

function lineStart(bytes: Uint8Array, at: number): number {
  return at === 0 ? 0 : bytes.lastIndexOf(LF, at - 1) + 1;
}

/** Length of the longest line that a line end follows, without it; 0 where there is none. */
function widestLine(body: Uint8Array): number {
  let widest = 0;
  let start = 0;
  for (let at = body.indexOf(LF); at >= 0; at = body.indexOf(LF, start)) {
    widest = Math.max(widest, at - start - (body[at - 1] === CR ? 1 : 0));
    start = at + 1;
  }
  return widest;
}
