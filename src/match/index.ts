export { compilePhrases } from './compile.js';
export type { PhraseIndex, PhraseProblem } from './compile.js';
export { createMatcher } from './matcher.js';
export type { Matcher, PhraseOwner } from './matcher.js';
export { parsePhrase } from './parse-phrase.js';
export type { Hit, Phrase } from './phrase.js';
