import type { Kind } from './draft.js';

/** The kind of message that is answered, and how it is known. */
export interface ReplyKind {
  readonly value: Kind;
  readonly source: 'given' | 'inferred' | 'unknown';
}
