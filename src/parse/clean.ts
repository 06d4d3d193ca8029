import { findOddSigns, type OddSign } from '../text/odd-signs.js';
import { RunBuilder, type OffsetMap } from '../text/run-map.js';
import type { SourceMap } from '../text/source-map.js';
import type { Span } from '../text/span.js';
import type { Parsed } from './source.js';

/**
 * The text as a reader takes it: without signs that are not seen, with look-alike letters as the letters they stand for, so that none of them hides a word
 * from a rule. Every place still leads to the source as it is; what was odd is kept as `odd`. Linear.
 */
export function cleaned(parsed: Parsed): Parsed {
  const signs = findOddSigns(parsed.text, parsed.surface === 'rich');
  if (signs.length === 0) return parsed;
  const { text, map, moved } = rewrite(parsed.text, signs);
  const move = <T extends { readonly span: Span }>(entry: T): T => ({
    ...entry,
    span: { start: moved(entry.span.start), end: moved(entry.span.end) },
  });
  const odd = signs
    .filter(({ fair }) => !fair)
    .map(({ start, end, kind }) => ({ kind, span: { start: moved(start), end: moved(end) }, written: parsed.text.slice(start, end) }));
  return {
    ...parsed,
    text,
    map: through(map, parsed.map),
    styles: parsed.styles.map(move).filter(({ span }) => span.start < span.end),
    links: parsed.links.map(move),
    blocks: parsed.blocks.map(move).filter(({ span }) => span.start < span.end),
    marked: parsed.marked.map(move).filter(({ span }) => span.start < span.end),
    ...(odd.length > 0 && { odd }),
  };
}

interface Rewritten {
  readonly text: string;
  /** Carries offsets of the new text to the old one. */
  readonly map: OffsetMap;
  /** Carries an offset of the old text to the new one. */
  readonly moved: (offset: number) => number;
}

function rewrite(old: string, signs: readonly OddSign[]): Rewritten {
  const runs = new RunBuilder();
  const pieces: string[] = [];
  /** Where the two texts part ways: from `old[i]` on, offsets differ by `shift[i]`. */
  const from: number[] = [];
  const shift: number[] = [];
  let length = 0;
  let at = 0;
  const copy = (to: number): void => {
    if (to === at) return;
    runs.add(length, to - at, at, to - at, 1);
    pieces.push(old.slice(at, to));
    length += to - at;
    at = to;
  };
  for (const { start, end, becomes } of signs) {
    if (becomes === undefined) continue;
    copy(start);
    runs.add(length, becomes.length, start, end - start, becomes.length);
    pieces.push(becomes);
    length += becomes.length;
    at = end;
    from.push(end);
    shift.push(length - end);
  }
  copy(old.length);
  return {
    text: pieces.join(''),
    map: runs.build(),
    moved(offset) {
      let low = 0;
      let high = from.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (from[middle] <= offset) low = middle + 1;
        else high = middle;
      }
      return offset + (low === 0 ? 0 : shift[low - 1]);
    },
  };
}

/** The source map of the new text: first to the old one, then to its source. */
function through(map: OffsetMap, old: SourceMap): SourceMap {
  return {
    source(at) {
      const before = map.source(at);
      return before && old.source(before);
    },
    locate(at) {
      const start = map.nearest(at.start);
      return old.locate(map.source(at) ?? { start, end: Math.max(start, map.nearest(at.end)) });
    },
  };
}
