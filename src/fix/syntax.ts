import type { Format } from '../parse/source.js';

/** How words are written in the source of a format, and what of the source may be taken away. */
export interface Syntax {
  /** The ways to write new words at an offset of the source, the plainest first; the first that reads as wanted is taken. */
  readonly ways: readonly ((text: string, at: number) => string | undefined)[];
  /** Whether a stretch of the source that reads as `text` may go: the markup between two paragraphs may not. */
  goes(source: string, text: string): boolean;
}

/** What the charset of a file can hold. */
export type Holds = (text: string) => boolean;

/**
 * The syntax of a format.
 * @param source what the draft was parsed from
 * @param holds what its charset can hold; HTML writes anything else as a reference
 */
export function syntaxOf(format: Exclude<Format, 'eml'>, source: string, holds: Holds): Syntax {
  const lines = (text: string, at: number): string => text.replaceAll('\n', lineEndAt(source, at));
  const held = (text: string): string | undefined => (holds(text) ? text : undefined);
  if (format === 'html') return { ways: [(text) => inHtml(text, holds)], goes: (from, text) => text.trim() !== '' || BREAKS.test(from) };
  if (format === 'markdown')
    return {
      ways: [(text, at) => held(lines(text, at)), (text, at) => held(lines(text.replace(MARKS, String.raw`\$&`), at))],
      goes: (from, text) => text.trim() !== '' || /^[\s\\]*$/.test(from),
    };
  return { ways: [(text, at) => held(lines(text, at))], goes: () => true };
}

const BREAKS = /^(?:\s|<br(?:\s[^<>]*|\/)?>|&(?:nbsp|#160|#xa0);?)*$/i;
/** What Markdown may take for a mark. */
const MARKS = /[\\`*_[\]<>&~|#!+=-]/g;

/** The line end that a source uses nearest to an offset. */
export function lineEndAt(source: string, at: number): string {
  const next = source.indexOf('\n', at);
  const near = next >= 0 ? next : source.lastIndexOf('\n');
  return near > 0 && source[near - 1] === '\r' ? '\r\n' : '\n';
}

function inHtml(text: string, holds: Holds): string {
  const escaped = text.replace(/[&<>]/g, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;')).replaceAll('\n', '<br>');
  if (holds(escaped)) return escaped;
  return Array.from(escaped, (sign) => (holds(sign) ? sign : `&#${sign.codePointAt(0)};`)).join('');
}
