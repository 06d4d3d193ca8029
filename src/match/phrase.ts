import type { Span } from '../text/span.js';

/** A phrase as a rule writes it, with the tag its hits carry. Grammar: docs/phrases.md. */
export interface Phrase {
  readonly text: string;
  /** Names the group of phrases it belongs to, so that a check can ask which kind it met. */
  readonly tag?: string;
}

/** Where a phrase was met. */
export interface Hit {
  readonly span: Span;
  /** The phrase as written. */
  readonly phrase: string;
  readonly tag?: string;
  /** Indexes into `Draft.words`: first word, and one past the last. */
  readonly from: number;
  readonly to: number;
}
