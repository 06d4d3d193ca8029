import { inert } from './inert.js';
import type { Ruler } from './width.js';
import { clip } from './wrap.js';

/** Somebody's words on one line, between quotation marks, in at most `columns` and the two marks. */
export function quoted(words: string, columns: number, ruler: Ruler): string {
  return `“${clip(inert(words.replaceAll(/\s+/g, ' ')), columns, ruler)}”`;
}
