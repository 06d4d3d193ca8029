import { problemLine } from '../report/problem-line.js';
import { renameRule } from '../workspace/rule-rename.js';
import { Exit, type ExitCode } from './exit.js';
import type { Terminal } from './terminal.js';

/** Renames a rule and says what was changed, and what is left to change. */
export async function renameRuleTo(old: string, now: string, terminal: Terminal): Promise<ExitCode> {
  const renamed = await renameRule(old, now, terminal.cwd);
  if (!('changed' in renamed)) {
    for (const problem of renamed) terminal.problem(problem);
    return Exit.unjudged;
  }
  const say = (file: string, message: string): void => terminal.out(`${problemLine({ code: 'renamed-rule', file, message })}\n`);
  if (renamed.moved) say(renamed.moved.from, `moved to ${renamed.moved.to}`);
  for (const file of renamed.changed) say(file, 'changed');
  for (const file of renamed.mentions) say(file, `still names ${old}; change it where it means the rule`);
  terminal.out(`\n${old} is now called ${now}. What names the old one still works, and says so.\n`);
  if (renamed.builtIn) terminal.out('Next: npm run build && npm run docs\n');
  return Exit.sendable;
}
