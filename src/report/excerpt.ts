import type { Span } from '../text/span.js';

/** Of a longer line only this many units are kept on each side of the marked words, and as many of those. */
const REACH = 300;

/** The line that a finding stands in, and where to mark it. Empty where there is no place to show. */
export function excerptOf(
  text: string,
  span: Span | null,
  anchor: Span | undefined,
): { readonly excerpt: string; readonly mark: Span | null } {
  const at = span ?? anchor;
  if (!at) return { excerpt: '', mark: null };
  const from = cut(text, Math.max(lineStart(text, at.start), at.start - REACH));
  const to = cut(text, Math.min(lineEnd(text, at.start), at.start + 2 * REACH));
  const excerpt = text.slice(from, to);
  if (!span) return { excerpt, mark: null };
  return { excerpt, mark: { start: span.start - from, end: Math.min(span.end, to) - from } };
}

function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && !isBreak(text.charCodeAt(at - 1)) && offset - at <= REACH) at -= 1;
  return at;
}

function lineEnd(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && !isBreak(text.charCodeAt(at)) && at - offset <= 2 * REACH) at += 1;
  return at;
}

/** Never between the halves of a surrogate pair. */
function cut(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at + 1 : at;
}

function isBreak(code: number): boolean {
  return code === 10 || code === 13 || code === 0x2028 || code === 0x2029;
}
