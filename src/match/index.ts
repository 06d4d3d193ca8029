export { phrasesOf } from './book.js';
export type { Chapter } from './book.js';
export { compilePhrases } from './compile.js';
export type { PhraseIndex } from './compile.js';
export { createMatcher } from './matcher.js';
export type { Matcher } from './matcher.js';
export { parsePhrase } from './parse-phrase.js';
