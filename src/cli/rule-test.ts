import { problemLine } from '../report/problem-line.js';
import { testExamples } from '../workspace/rule-examples.js';
import { Exit, type ExitCode } from './exit.js';
import type { Terminal } from './terminal.js';

/** Runs the examples of a rule; those that do not hold are told with their place. */
export async function testRule(path: string, options: { readonly update?: boolean }, terminal: Terminal): Promise<ExitCode> {
  const run = await testExamples(path, terminal.cwd, options.update);
  if (!('rule' in run)) {
    for (const problem of run) terminal.problem(problem);
    return Exit.unjudged;
  }
  const { rule, examples, held, failures } = run;
  for (const failure of failures) terminal.out(`${problemLine(failure)}\n`);
  terminal.out(`${rule}: ${held} of ${examples} examples hold\n`);
  return failures.length === 0 ? Exit.sendable : Exit.notSendable;
}
