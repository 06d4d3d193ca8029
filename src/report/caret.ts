import type { Span } from '../text/span.js';
import { inertMark } from './inert.js';
import type { Ruler } from './width.js';

/** One row of an excerpt: the words, and the carets below them (empty where nothing of the row is marked). */
export interface Row {
  /** What stands before the marked words, the marked words, what stands after them. */
  readonly parts: readonly [before: string, marked: string, after: string];
  /** Blanks and carets, in step with the words as they are drawn. */
  readonly carets: string;
}

interface Piece {
  readonly text: string;
  readonly width: number;
  readonly marked: boolean;
}

/** Of marked words that fill more rows than this, the rest is left out. */
const MAX_ROWS = 3;

/**
 * The line with carets under exactly the marked words, in rows of at most `columns`. A line that is longer is shown around the mark, with `…`
 * where something is left out; a mark that is longer goes on in the next row.
 */
export function caretRows(excerpt: string, mark: Span, columns: number, ruler: Ruler): Row[] {
  const pieces = piecesOf(excerpt, mark, ruler);
  const first = pieces.findIndex((piece) => piece.marked);
  if (first < 0) return [];
  let last = pieces.length - 1;
  while (!pieces[last].marked) last -= 1;
  return split(around(pieces, first, last, columns), columns).map(rowOf);
}

function piecesOf(excerpt: string, mark: Span, ruler: Ruler): Piece[] {
  const safe = inertMark(excerpt.replaceAll('\t', ' '), mark);
  const { text } = safe;
  const { start, end } = safe.mark ?? mark;
  const pieces: Piece[] = [];
  let at = 0;
  for (const piece of ruler.pieces(text)) {
    // A piece counts as marked when any of it is: carets stand under whole letters.
    pieces.push({ text: piece, width: ruler.width(piece), marked: at < end && at + piece.length > start });
    at += piece.length;
  }
  while (pieces.length > 0 && pieces[0].text === ' ' && !pieces[0].marked) pieces.shift();
  while (pieces.at(-1)?.text === ' ' && !pieces.at(-1)?.marked) pieces.pop();
  return pieces;
}

/** The pieces to show: the marked ones, and as much of the line around them as fits, two thirds of it before them. */
function around(pieces: readonly Piece[], first: number, last: number, columns: number): readonly Piece[] {
  const total = widthOf(pieces);
  if (total <= columns) return pieces;
  const marked = widthOf(pieces.slice(first, last + 1));
  const room = Math.max(0, columns - marked - 2);
  let from = first;
  let to = last + 1;
  let before = 0;
  let after = 0;
  const reach = Math.max(Math.floor((room * 2) / 3), room - widthOf(pieces.slice(to)));
  while (from > 0 && before + pieces[from - 1].width <= reach) before += pieces[--from].width;
  while (to < pieces.length && after + pieces[to].width <= room - before) after += pieces[to++].width;
  const dots: Piece = { text: '…', width: 1, marked: false };
  if (from > 0) from = toWord(pieces, from, first);
  if (to < pieces.length) to = fromWord(pieces, to, last + 1);
  return [...(from > 0 ? [dots] : []), ...pieces.slice(from, to), ...(to < pieces.length ? [dots] : [])];
}

/** A cut moves to the next blank where one is near, so that no half word is shown. */
const NEAR = 12;

function toWord(pieces: readonly Piece[], from: number, limit: number): number {
  for (let at = from; at < Math.min(limit, from + NEAR); at += 1) if (pieces[at - 1].text === ' ') return at;
  return from;
}

function fromWord(pieces: readonly Piece[], to: number, limit: number): number {
  for (let at = to; at > Math.max(limit, to - NEAR); at -= 1) if (pieces[at].text === ' ') return at;
  return to;
}

function split(pieces: readonly Piece[], columns: number): (readonly Piece[])[] {
  const rows: Piece[][] = [[]];
  let used = 0;
  for (const piece of pieces) {
    let row = rows[rows.length - 1];
    if (used + piece.width > columns && used > 0) {
      const blank = row.findLastIndex((one) => one.text === ' ');
      const carried = blank > 0 ? row.splice(blank + 1) : [];
      if (rows.length === MAX_ROWS) {
        row.push({ text: '…', width: 1, marked: false });
        break;
      }
      row = carried;
      rows.push(row);
      used = widthOf(row);
    }
    row.push(piece);
    used += piece.width;
  }
  return rows;
}

function rowOf(pieces: readonly Piece[]): Row {
  const parts: [string, string, string] = ['', '', ''];
  let carets = '';
  for (const { text, width, marked } of pieces) {
    parts[marked ? 1 : carets.includes('^') ? 2 : 0] += text;
    carets += (marked ? '^' : ' ').repeat(width);
  }
  return { parts, carets: carets.trimEnd() };
}

function widthOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => sum + piece.width, 0);
}
