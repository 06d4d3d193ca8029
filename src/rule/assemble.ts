import { phrasesOf, type Chapter, type PhraseIndex } from '../match/index.js';
import { oncePer } from '../text/lazy.js';
import type { Check, Rule } from './rule.js';
import { stockCheck } from './stock.js';
import type { StockSpec } from './stock.js';

/** Everything a rule is but its check: plain data. */
export interface RuleFacts extends Omit<Rule, 'check'> {
  readonly phraseIndex: PhraseIndex;
  readonly stock: StockSpec;
}

/** The same without its phrases, which are in a book: what the build writes down. */
export type ShippedFacts = Omit<RuleFacts, 'phrases' | 'phraseIndex'>;

/** Joins the facts of a rule, read before, with its check; without one it gets the stock check. Frozen. */
export function assemble(facts: RuleFacts, check?: Check): Rule {
  const { stock, ...rest } = facts;
  return Object.freeze({ ...rest, check: check ?? stockCheck(stock, facts.variants) });
}

/** The same for a rule whose phrases are a chapter of a book; they are listed when somebody asks for all of them. */
export function assembleShipped(facts: ShippedFacts, chapter: Chapter, check?: Check): Rule {
  const { stock, ...rest } = facts;
  const rule = { ...rest, phraseIndex: chapter, check: check ?? stockCheck(stock, facts.variants) };
  return Object.freeze(Object.defineProperty(rule, 'phrases', PHRASES) as Rule);
}

const listed = oncePer(phrasesOf);
/** One getter for all rules: with one each, no two would be alike in shape, and the engine would look for every field that it asks of a rule. */
const PHRASES = {
  enumerable: true,
  get(this: { readonly phraseIndex: Chapter }) {
    return listed(this.phraseIndex);
  },
};
