import { phrasesOf, type Chapter, type PhraseIndex } from '../match/index.js';
import { lazy } from '../text/lazy.js';
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
  const phrases = lazy(() => phrasesOf(chapter));
  return Object.freeze({
    ...rest,
    get phrases() {
      return phrases();
    },
    phraseIndex: chapter,
    check: check ?? stockCheck(stock, facts.variants),
  });
}
