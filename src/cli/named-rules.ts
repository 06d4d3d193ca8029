import { didYouMean } from '../text/nearest.js';
import type { Problem } from '../text/problem.js';
import type { Workspace } from '../workspace/workspace.js';

/** The rules that an option names, by the ids they have now; for an id that no rule has or had, the problem. */
export function namedRules(option: string, names: readonly string[], { rules, former }: Workspace): ReadonlySet<string> | Problem {
  const ids = rules.map(({ id }) => id);
  const wanted = names.map((id) => former.get(id) ?? id);
  const unknown = wanted.find((id) => !ids.includes(id));
  if (unknown === undefined) return new Set(wanted);
  return { code: 'usage', message: `${option}: no rule ${unknown}${didYouMean(unknown, ids) || '; `replylint rules` lists them'}` };
}
