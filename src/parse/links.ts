import type { Link } from '../draft/draft.js';

/** An address as people type it. Each alternative begins with letters of its own, so a search never goes back over what it has read. */
const BARE = /\b(?:https?:\/\/|www\.)[^\s<>"'`{}|\\^\u00a0\u2028\u2029]+/gi;

/** Web addresses that stand in running text without markup, as mail programs link them: without the full stop or bracket that follows. Linear. */
export function bareLinks(text: string): Link[] {
  const links: Link[] = [];
  if (!/https?:|www\./i.test(text)) return links;
  for (const match of text.matchAll(BARE)) {
    const target = withoutTail(match[0]);
    if (target.length > 7) links.push({ span: { start: match.index, end: match.index + target.length }, target });
  }
  return links;
}

/** Stops and closing brackets at the end belong to the sentence, unless the address itself opened the bracket. */
function withoutTail(address: string): string {
  let end = address.length;
  let opened = 0;
  for (const sign of address) opened += sign === '(' ? 1 : sign === ')' ? -1 : 0;
  for (; end > 0; end -= 1) {
    const last = address[end - 1];
    if (last === ')' && opened < 0) opened += 1;
    else if (!/[.,;:!?*_\]\u2019\u201d]/.test(last)) break;
  }
  return address.slice(0, end);
}
