import { createMatcher, type Matcher } from '../match/index.js';
import { formerIds } from '../rule/former-ids.js';
import type { AllowedPhrase, Level, Options, Rule, Severity } from '../rule/rule.js';

/** What is set for rules, each by rule id. Whatever is absent is as the rule itself says. */
export interface RuleSetup {
  readonly levels?: Readonly<Record<string, Level>>;
  readonly options?: Readonly<Record<string, Options>>;
  /** Points for the first finding. */
  readonly weights?: Readonly<Record<string, number>>;
  readonly vocabulary?: readonly AllowedPhrase[];
}

/** One rule as it is set. */
export interface ActiveRule {
  readonly rule: Rule;
  /** The level for the rule's ordinary findings; its variants move with it. */
  readonly level: Severity;
  readonly weight: number;
  readonly options: Options;
}

/** The rules that are on, and their phrases in one matcher. Made once, used for any number of drafts. */
export interface RuleSet {
  readonly rules: readonly ActiveRule[];
  readonly matcher: Matcher;
  /** By the id under which the matcher knows it. */
  readonly vocabulary: ReadonlyMap<string, AllowedPhrase>;
  /** Of all rules, also of those that are off. */
  readonly ids: ReadonlySet<string>;
  /** Ids that rules went by before, with those of today. */
  readonly former: ReadonlyMap<string, string>;
}

/** Makes a rule set: rules that are off cost nothing from here on. */
export function createRuleSet(rules: readonly Rule[], setup: RuleSetup = {}): RuleSet {
  const active = rules.flatMap((rule): ActiveRule[] => {
    const level = setup.levels?.[rule.id] ?? rule.severity;
    if (level === 'off') return [];
    const weight = setup.weights?.[rule.id] ?? rule.weight;
    return [{ rule, level, weight: Math.max(0, weight), options: { ...rule.options, ...setup.options?.[rule.id] } }];
  });
  const vocabulary = new Map(setup.vocabulary?.map((allowed, index) => [`vocabulary ${index}`, allowed]));
  const matcher = createMatcher([
    ...active.map((one) => one.rule),
    ...[...vocabulary].map(([id, { phrase }]) => ({ id, phrases: [{ text: phrase }], scope: ['salutation', 'body', 'closing'] as const })),
  ]);
  return { rules: active, matcher, vocabulary, ids: new Set(rules.map(({ id }) => id)), former: formerIds(rules) };
}
