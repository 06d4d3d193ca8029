import type { Ruler } from './width.js';
import { append } from '../text/append.js';

/** Breaks a text at blanks into lines of at most `columns`; a word that is longer is broken where the line ends. At least one line. */
export function wrap(text: string, columns: number, ruler: Ruler): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.split(' ')) {
    if (word === '') continue;
    const width = ruler.width(word);
    if (used > 0 && used + 1 + width <= columns) {
      line += ` ${word}`;
      used += 1 + width;
      continue;
    }
    if (used > 0) lines.push(line);
    const parts = width <= columns ? [word] : chop(word, columns, ruler);
    append(lines, parts.slice(0, -1));
    line = parts.at(-1) ?? '';
    used = ruler.width(line);
  }
  if (used > 0 || lines.length === 0) lines.push(line);
  return lines;
}

function chop(word: string, columns: number, ruler: Ruler): string[] {
  const parts = [''];
  let used = 0;
  for (const piece of ruler.pieces(word)) {
    const width = ruler.width(piece);
    if (used + width > columns && used > 0) {
      parts.push('');
      used = 0;
    }
    parts[parts.length - 1] += piece;
    used += width;
  }
  return parts;
}

/** A sign with all that is set above and below it, or an emoji of a family, takes no more units than this for each column. */
const UNITS_PER_COLUMN = 20;

/** The start of a text in at most `columns`, with `…` where something was left out. */
export function clip(text: string, columns: number, ruler: Ruler): string {
  // To measure takes long, and a garbled draft quotes a megabyte: no more is measured than can be shown.
  const near = text.slice(0, columns * UNITS_PER_COLUMN).replace(/[\ud800-\udbff]$/, '');
  if (near.length === text.length && ruler.width(text) <= columns) return text;
  let kept = '';
  let used = 0;
  for (const piece of ruler.pieces(near)) {
    used += ruler.width(piece);
    if (used > columns - 1) break;
    kept += piece;
  }
  return `${kept.trimEnd()}…`;
}
