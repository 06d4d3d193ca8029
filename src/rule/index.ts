export type * from './rule.js';
export type { Hit, Phrase } from '../match/phrase.js';
export type * from '../draft/draft.js';
export type { Span } from '../text/span.js';
export type * from '../language/reading.js';
export type * from '../draft/kind.js';
