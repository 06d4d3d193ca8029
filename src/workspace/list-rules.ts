import type { Level, Rule } from '../rule/rule.js';
import type { Workspace } from './workspace.js';

/** A rule as lists of rules show it, with the level and the weight that the configuration gives it. */
export interface ListedRule extends Pick<Rule, 'id' | 'title' | 'category' | 'severity' | 'modes' | 'kinds' | 'message' | 'advice'> {
  readonly level: Level;
  readonly weight: number;
  readonly gate: Rule['gate'] | null;
}

/** All rules of a workspace, the user's own among them, by category and id. */
export function listedRules(workspace: Workspace): ListedRule[] {
  const settings = workspace.settingsFor();
  return workspace.rules
    .map((rule) => ({
      id: rule.id,
      title: rule.title,
      category: rule.category,
      level: settings.rules[rule.id].level.value,
      severity: rule.severity,
      weight: settings.rules[rule.id].weight.value,
      gate: rule.gate ?? null,
      modes: rule.modes,
      kinds: rule.kinds,
      message: rule.message,
      advice: rule.advice,
    }))
    .sort((a, b) => a.category.localeCompare(b.category, 'en') || a.id.localeCompare(b.id, 'en'));
}
