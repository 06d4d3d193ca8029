import type { DraftReport } from '../../report/report.js';
import type { Rule } from '../../rule/rule.js';

/** Titles of the rules that a report names: those that spoke. */
export function titlesOf({ findings }: DraftReport, rules: readonly Rule[]): Record<string, string> {
  const spoke = new Set(findings.map(({ rule }) => rule));
  return Object.fromEntries(rules.filter(({ id }) => spoke.has(id)).map(({ id, title }) => [id, title]));
}
