import { lineIndex, type LineIndex } from './line-index.js';
import { chain, type OffsetMap } from './run-map.js';
import type { SourceMap } from './source-map.js';

/** A text file that holds many drafts: its lines are indexed once for all of them. */
export interface WholeText {
  readonly text: string;
  readonly toBytes?: OffsetMap;
  readonly lines: () => LineIndex;
}

/** Where in a file a string stands that was decoded out of it. */
export interface Within {
  readonly whole: WholeText;
  /** Carries offsets of the decoded string to the text of the file. */
  readonly map: OffsetMap;
  /** JSON pointer, CSV cell or XPath of the value that was decoded. */
  readonly pointer?: string;
}

/** A file's text, ready for the drafts in it. */
export function wholeText(text: string, toBytes?: OffsetMap): WholeText {
  let lines: LineIndex | undefined;
  return { text, toBytes, lines: () => (lines ??= lineIndex(text)) };
}

/**
 * The source map of a draft that was parsed from one string. Lines and columns count in `source`; `origin` carries the draft's offsets to it.
 * `toBytes` carries the string's offsets to the bytes it was decoded from; without it places have no `bytes`. Lines are indexed on first use.
 */
export function stringMap(file: string, source: string, origin: OffsetMap, toBytes?: OffsetMap): SourceMap {
  return mapIn(file, wholeText(source, toBytes), origin);
}

/** The same for a string that was itself decoded out of a larger file: places are those of the file. */
export function nestedMap(file: string, { whole, map, pointer }: Within, origin: OffsetMap): SourceMap {
  return mapIn(file, whole, chain(origin, map), pointer);
}

function mapIn(file: string, { lines: index, toBytes }: WholeText, origin: OffsetMap, pointer?: string): SourceMap {
  return {
    source: (at) => origin.source(at),
    locate(at) {
      const lines = index();
      const exact = origin.source(at);
      const start = exact?.start ?? origin.nearest(at.start);
      const end = exact?.end ?? Math.max(start, origin.nearest(at.end));
      const from = lines.at(start);
      const to = lines.at(end);
      const bytes = exact && toBytes?.source(exact);
      return {
        file,
        ...(pointer !== undefined && { pointer }),
        line: from.line,
        column: start - from.start + 1,
        endLine: to.line,
        endColumn: end - to.start + 1,
        ...(bytes && { bytes: [bytes.start, bytes.end] as const }),
      };
    },
  };
}
