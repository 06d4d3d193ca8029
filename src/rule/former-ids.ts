import type { Rule } from './rule.js';

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Whether a text may be the id of a rule: small letters and digits, parted by hyphens. */
export function isRuleId(text: string): boolean {
  return ID.test(text);
}

/** The ids that rules went by before they were renamed, each with the id of today. An id that a rule has now leads nowhere else. */
export function formerIds(rules: readonly Pick<Rule, 'id' | 'renamedFrom'>[]): ReadonlyMap<string, string> {
  const live = new Set(rules.map(({ id }) => id));
  return new Map(rules.flatMap(({ id, renamedFrom = [] }) => renamedFrom.filter((old) => !live.has(old)).map((old) => [old, id] as const)));
}

/** One line that says so: to whoever still uses the old id. */
export function renamedMessage(old: string, now: string): string {
  return `the rule ${old} is now called ${now}; write that`;
}
