import { inert } from '../report/inert.js';
import { allowPhrase } from '../workspace/amend.js';
import { createWorkspace } from '../workspace/workspace.js';
import { Exit, type ExitCode } from './exit.js';
import type { Terminal } from './terminal.js';

export interface AllowOptions {
  readonly reason: string;
  readonly rule?: readonly string[];
  readonly config?: string;
  readonly trust?: boolean;
}

/** Adds a phrase to the vocabulary of the configuration: rules about wording leave it alone from then on. */
export async function allow(phrase: string, options: AllowOptions, terminal: Terminal): Promise<ExitCode> {
  const { reason, rule: rules, config, trust } = options;
  const workspace = await createWorkspace({ cwd: terminal.cwd, config, trust });
  const done = await allowPhrase({ phrase, reason, ...(rules && { rules }) }, workspace);
  if ('code' in done) {
    for (const problem of workspace.problems.length > 0 ? workspace.problems : [done]) terminal.problem(problem);
    return Exit.unjudged;
  }
  const { file, isNew } = done;
  terminal.out(
    `${inert(file)}: ${isNew ? 'made, and ' : ''}${inert(JSON.stringify(phrase))} is allowed${rules ? ` in ${rules.join(', ')}` : ''}.\n`,
  );
  return Exit.sendable;
}
