import type { SourceMap } from '../text/source-map.js';
import type { Alternative, Attachment, Block, Directive, Headers, Link, OddStretch, Segment, StyleRun, Surface } from './draft.js';

/**
 * What a parser hands over: the text as the customer reads it, and what the format says about it. Offsets count in UTF-16 units of `text`.
 * Zones, sentences and the customer's turn are not worked out yet; that is done alike for all formats.
 */
export interface Material {
  readonly text: string;
  readonly surface: Surface;
  readonly map: SourceMap;
  readonly styles: readonly StyleRun[];
  readonly links: readonly Link[];
  readonly alternative?: Alternative;
  readonly odd?: readonly OddStretch[];
  readonly blocks: readonly Block[];
  /** Stretches whose role the markup itself gives away (`blockquote`, `.gmail_signature`, code, front matter). In order, not overlapping. */
  readonly marked: readonly Segment[];
  readonly headers?: Headers;
  readonly attachments?: readonly Attachment[];
  readonly directives?: readonly Directive[];
  readonly meta: {
    readonly kind?: string;
    readonly customerName?: string;
    readonly to?: string;
    readonly subject?: string;
    readonly customer?: CustomerMessage;
  };
}

/** The message that a draft answers, as its file brings it along. */
export interface CustomerMessage {
  readonly text: string;
  /** Where its words stand in the file. */
  readonly map: SourceMap;
}
