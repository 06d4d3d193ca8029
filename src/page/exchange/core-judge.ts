import { builtInRules, createLinter, isProblem, type LintOptions } from '../../index.js';
import { defaultLimits } from '../../parse/source.js';
import type { Judge } from './ask.js';
import { mend } from './mend.js';
import { open } from './open.js';
import { titlesOf } from './titles.js';

/** Judges with the built-in rules and nothing around them: in a browser, say. */
export function createCoreJudge(options: LintOptions): Judge {
  const rules = builtInRules();
  const linter = createLinter(rules, options);
  const limits = { ...defaultLimits, ...options.limits };
  const judge: Judge['judge'] = async (ask) => {
    const outcome = await linter.lint({ ...ask, name: 'draft' });
    return isProblem(outcome) ? outcome : { report: outcome, titles: titlesOf(outcome, rules) };
  };
  return { judge, open: (brought) => open(brought, limits), mend: (wanted) => mend(wanted, judge, limits) };
}
