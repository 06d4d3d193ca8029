import type { Draft } from '../draft/draft.js';
import type { Organisation } from '../draft/organisation.js';
import { readGrammar, type Grammar } from './grammar.js';
import type { Clause, Sentence } from './reading.js';

export { readGrammar };
export type { Grammar, Clause, Sentence, Draft, Organisation };
