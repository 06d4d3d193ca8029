import { lineIndex, type LineIndex } from './line-index.js';
import type { OffsetMap } from './run-map.js';
import type { SourceMap } from './source-map.js';

/**
 * The source map of a draft that was parsed from one string. Lines and columns count in `source`; `origin` carries the draft's offsets to it.
 * `toBytes` carries the string's offsets to the bytes it was decoded from; without it places have no `bytes`. Lines are indexed on first use.
 */
export function stringMap(file: string, source: string, origin: OffsetMap, toBytes?: OffsetMap): SourceMap {
  let lines: LineIndex | undefined;
  return {
    source: (at) => origin.source(at),
    locate(at) {
      lines ??= lineIndex(source);
      const exact = origin.source(at);
      const start = exact?.start ?? origin.nearest(at.start);
      const end = exact?.end ?? Math.max(start, origin.nearest(at.end));
      const from = lines.at(start);
      const to = lines.at(end);
      const bytes = exact && toBytes?.source(exact);
      return {
        file,
        line: from.line,
        column: start - from.start + 1,
        endLine: to.line,
        endColumn: end - to.start + 1,
        ...(bytes && { bytes: [bytes.start, bytes.end] as const }),
      };
    },
  };
}
