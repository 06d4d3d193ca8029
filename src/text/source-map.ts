import type { Span } from './span.js';

/** Where a stretch of a draft stands in the file it came from. Lines and columns are 1-based; columns count UTF-16 units. */
export interface Place {
  readonly file: string;
  /** The MIME part, as IMAP numbers it (`1.2`), for text that was decoded out of a mail. */
  readonly part?: string;
  /** JSON pointer, CSV cell or YAML path of a library entry. */
  readonly pointer?: string;
  readonly line: number;
  readonly column: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  /** Half-open byte range in the file. Absent where decoding blurred the origin: show it, never rewrite it. */
  readonly bytes?: readonly [start: number, end: number];
  /** 1-based line inside the decoded part. */
  readonly partLine?: number;
}

/**
 * Carries positions from a draft's text back to its origin. Decoders build it while they decode; nothing searches.
 * "Source" is what the draft was parsed from, as it was given: a string (for batch: `draft`), counted in UTF-16 units, or a file's bytes.
 */
export interface SourceMap {
  /** Range in the source, in its own units; undefined where the origin is not exact. */
  source(at: Span): Span | undefined;
  /** Where to point a reader; always answers, with the nearest line when the origin is not exact. */
  locate(at: Span): Place;
}
