import type { PhraseIndex } from '../match/compile.js';
import type { Check, Rule } from './rule.js';
import { stockCheck } from './stock.js';
import type { StockSpec } from './stock.js';

/** Everything a rule is but its check: plain data, as the build writes it down. */
export interface RuleFacts extends Omit<Rule, 'check'> {
  readonly phraseIndex: PhraseIndex;
  readonly stock: StockSpec;
}

/** Joins the facts of a rule, read before, with its check; without one it gets the stock check. Frozen. */
export function assemble(facts: RuleFacts, check?: Check): Rule {
  const { stock, ...rest } = facts;
  return Object.freeze({ ...rest, check: check ?? stockCheck(stock, facts.variants) });
}
