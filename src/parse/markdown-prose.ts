import type { Look, TextBuilder } from './builder.js';
import { isBlankLine, lineEnd, markerWidth } from './markdown-scan.js';

/**
 * Proves in one pass that a Markdown parser would find nothing but paragraphs in `text`: no mark, no marker, no indent, no reference. Answers false
 * when in doubt, and a parser then decides.
 */
export function isPlainProse(text: string): boolean {
  if (text.charCodeAt(0) === 0xfeff) return false;
  let blankBefore = true;
  for (let at = 0; at < text.length;) {
    const end = lineEnd(text, at);
    const blank = isBlankLine(text, at, end);
    if (!blank && !isPlainLine(text, at, end, blankBefore)) return false;
    blankBefore = blank;
    at = nextLine(text, end);
  }
  return true;
}

function nextLine(text: string, end: number): number {
  return end + (text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? 2 : 1);
}

function isPlainLine(text: string, from: number, to: number, blankBefore: boolean): boolean {
  let at = from;
  while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9) at += 1;
  for (let i = from; i < at; i += 1) if (text.charCodeAt(i) === 9 && blankBefore) return false;
  if (blankBefore && at - from > 3) return false;
  const first = text.charCodeAt(at);
  // # > = and the bar or colon that may open a table's delimiter row.
  if (first === 35 || first === 62 || first === 61 || first === 124 || first === 58) return false;
  if (markerWidth(text, at, to) > 0 || (first === 45 && isRule(text, at, to))) return false;
  for (; at < to; at += 1) {
    const code = text.charCodeAt(at);
    // * ` [ \ _ < ~ NUL
    if (code === 42 || code === 96 || code === 91 || code === 92 || code === 95 || code === 60 || code === 126 || code === 0) return false;
    if (code === 38 && opensReference(text, at + 1)) return false;
  }
  return true;
}

/** `---`, or `--|--` of a table. */
function isRule(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== 45 && code !== 32 && code !== 9 && code !== 124 && code !== 58) return false;
  }
  return true;
}

function opensReference(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === 35) return true;
  // The longest name has 31 letters and digits.
  for (let end = at; end < at + 32; end += 1) {
    const sign = text.charCodeAt(end);
    if (sign === 59) return end > at;
    const letter = (sign >= 48 && sign <= 57) || (sign >= 65 && sign <= 90) || (sign >= 97 && sign <= 122);
    if (!letter) return false;
  }
  return true;
}

/** Lays plain prose out: its paragraphs, each with its lines, without the spaces at the edges of lines. */
export function layProse(builder: TextBuilder, text: string, base: number, look: Look): void {
  for (let at = 0; at < text.length;) {
    const end = lineEnd(text, at);
    let from = at;
    let to = end;
    while (from < to && isBlankLine(text, from, from + 1)) from += 1;
    while (to > from && isBlankLine(text, to - 1, to)) to -= 1;
    if (from === to) builder.edge(2);
    else {
      builder.exact(text.slice(from, to), base + from, look);
      builder.lineBreak();
    }
    at = nextLine(text, end);
  }
}
