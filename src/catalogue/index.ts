import { assembleShipped } from '../rule/assemble.js';
import type { Rule } from '../rule/rule.js';
import { book } from './book.generated.js';
import { checks, readFacts } from './rules.generated.js';

let rules: readonly Rule[] | undefined;

/** The rules that ship with replylint, in the order of their ids. Put together at the first call. */
export function builtInRules(): readonly Rule[] {
  rules ??= readFacts().map((facts, number) =>
    assembleShipped(facts, { book, number }, Object.hasOwn(checks, facts.id) ? checks[facts.id] : undefined),
  );
  return rules;
}
