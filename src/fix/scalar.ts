import type { Span } from '../text/span.js';
import { lineEndAt } from './syntax.js';

/** How a text is written in a library file: between JSON's or YAML's quotation marks, in a cell, as a block, bare, or in XML. */
export type ScalarStyle = 'double' | 'single' | 'literal' | 'folded' | 'plain' | 'cell' | 'quoted-cell' | 'xml';

const BLOCK = /([|>])[-+\d]{0,2}[ \t]*(?:#[^\n]*)?\r?\n$/;

/** The style of the value that stands at a place of a file. */
export function styleOf(text: string, { start }: Span, isTable: boolean): ScalarStyle {
  if (isTable) return text[start] === '"' ? 'quoted-cell' : 'cell';
  if (/^\ufeff?\s*</.test(text)) return 'xml';
  const block = BLOCK.exec(text.slice(Math.max(0, start - 300), start))?.[1];
  if (block) return block === '|' ? 'literal' : 'folded';
  if (text[start] === '"') return 'double';
  return text[start] === "'" ? 'single' : 'plain';
}

/**
 * New words as the style writes them; undefined where it cannot. That they do not end the value (a colon in a bare YAML text) is for whoever reads the
 * file again to see.
 * @param at where in the file they are put
 */
export function inScalar(words: string, style: ScalarStyle, text: string, value: Span, at: number): string | undefined {
  const eol = lineEndAt(text, at);
  switch (style) {
    case 'double':
      return escaped(words, /[^\0-\x7f]/.test(text) || !/\\u[\da-f]{4}/i.test(text));
    case 'single':
      return words.includes('\n') ? undefined : words.replaceAll("'", "''");
    case 'literal':
    case 'folded': {
      const indent = ' '.repeat(indentOf(text, value));
      // n + 1 line ends of a folded text are n.
      return words.replace(/\n+/g, (breaks) => eol.repeat(breaks.length + (style === 'folded' ? 1 : 0)) + indent);
    }
    case 'quoted-cell':
      return words.replaceAll('"', '""').replaceAll('\n', eol);
    case 'cell':
      return /["\r\n,;\t]/.test(words) ? undefined : words;
    case 'xml': {
      const isCdata = text.lastIndexOf('<![CDATA[', at) > text.lastIndexOf(']]>', at);
      const lines = words.replaceAll('\n', eol);
      if (isCdata) return words.includes(']]>') ? undefined : lines;
      return lines.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
    }
    case 'plain':
      return words.includes('\n') ? undefined : words;
  }
}

/** In double quotation marks, as JSON and YAML both read it. Signs beyond ASCII are escaped where the file escapes all of them. */
function escaped(words: string, keepsSigns: boolean): string {
  const json = JSON.stringify(words).slice(1, -1);
  return keepsSigns ? json : json.replace(/[^\0-\x7f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Spaces before the lines of a block. */
function indentOf(text: string, { start, end }: Span): number {
  const line =
    text
      .slice(start, end)
      .split('\n')
      .find((one) => one.trim() !== '') ?? '';
  return line.length - line.trimStart().length;
}
