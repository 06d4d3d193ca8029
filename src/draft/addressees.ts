import type { Span } from '../text/span.js';
import { wordAt, type Words } from '../text/words.js';
import type { Addressee } from './draft.js';
import { isHonorific } from './honorifics.js';
import { placeholderEnd } from './merge-fields.js';

/** Splits the slot at "and", "&", "/", commas into those it names; a lone title shares the name that follows ("Mr and Mrs Tate"). */
export function readPeople(text: string, words: Words, slot: Span): Addressee[] {
  const people: Addressee[] = [];
  let i = wordAt(words, slot.start);
  const limit = wordAt(words, slot.end);
  while (i < limit) {
    const norm = words.norm[i];
    const hole = holeBefore(text, words, i, slot);
    if (hole) {
      people.push({ span: hole, name: hole });
      while (i < limit && words.start[i] < hole.end) i += 1;
      continue;
    }
    if (norm === 'and' || norm === 'or' || norm === 'und' || norm === 'et') {
      i += 1;
      continue;
    }
    const from = i;
    let honorific = i;
    while (honorific < limit && isHonorific(words.norm[honorific]) && !(honorific > from && parts(text, words, honorific))) honorific += 1;
    let to = honorific;
    while (
      to < limit &&
      !(to > from && (parts(text, words, to) || words.norm[from] === 'there')) &&
      !['and', 'or', 'und', 'et'].includes(words.norm[to])
    )
      to += 1;
    if (to === from) to += 1;
    people.push({
      span: { start: words.start[from], end: words.end[to - 1] },
      honorific: honorific > from ? { start: words.start[from], end: words.end[honorific - 1] } : undefined,
      name: to > honorific ? { start: words.start[honorific], end: words.end[to - 1] } : undefined,
    });
    i = to;
  }
  return people;
}

/** The merge field or bracketed slot that holds word `i`. */
function holeBefore(text: string, words: Words, i: number, slot: Span): Span | undefined {
  for (let at = Math.max(slot.start, i > 0 ? words.end[i - 1] : 0); at < words.start[i]; at += 1) {
    const end = placeholderEnd(text, at, slot.end);
    if (end > at) return { start: at, end };
  }
  return undefined;
}

/** A slash, ampersand, plus or comma stands before word `i`. */
function parts(text: string, words: Words, i: number): boolean {
  return words.gap[i] !== 0 && /[/&+,]/u.test(text.slice(words.end[i - 1], words.start[i]));
}
