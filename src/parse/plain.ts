import type { Block } from '../draft/draft.js';
import { directiveComments } from '../draft/directives.js';
import { shifted } from '../text/run-map.js';
import { beginsItem } from '../text/sentences.js';
import { bareLinks } from './links.js';
import { sourceMap, type Parsed, type Parser } from './source.js';

/** Plain text is what the customer reads as it stands, markup signs and all: nothing is taken away, so every offset is its own origin. */
export const parsePlain: Parser = (source): Parsed => {
  const text = String(source.content);
  return { ...readPlain(text), map: sourceMap(source, text, shifted(0)) };
};

/** What plain text says, without a file around it. */
export function readPlain(text: string): Omit<Parsed, 'map'> {
  const marked = directiveComments(text).map((span) => ({ role: 'directive' as const, span }));
  return { text, surface: 'plain', styles: [], links: bareLinks(text), blocks: plainBlocks(text), marked, meta: {}, problems: [] };
}

/**
 * Paragraphs, list items and runs of `>` lines, in one pass. A blank line ends a block; a line that begins with a bullet or a number opens an item;
 * other lines go on with the block they follow.
 */
function plainBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let open: { start: number; end: number; kind: Block['kind'] } | undefined;
  const close = (): void => {
    if (open) blocks.push({ span: { start: open.start, end: open.end }, kind: open.kind });
    open = undefined;
  };
  let at = 0;
  while (at < text.length) {
    let end = at;
    while (end < text.length && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end += 1;
    let from = at;
    let to = end;
    while (from < to && isBlank(text.charCodeAt(from))) from += 1;
    while (to > from && isBlank(text.charCodeAt(to - 1))) to -= 1;
    if (from === to) close();
    else {
      const quoted = text.charCodeAt(from) === 62;
      const item = !quoted && beginsItem(text.slice(from, from + 12));
      if (item || (open && (open.kind === 'quote') !== quoted)) close();
      if (open) open.end = to;
      else open = { start: from, end: to, kind: quoted ? 'quote' : item ? 'item' : 'paragraph' };
    }
    at = end + (text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? 2 : 1);
  }
  close();
  return blocks;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 0xa0;
}
