import { inert } from '../report/inert.js';
import { explainRule, type Explanation } from '../workspace/explain.js';
import { createWorkspace } from '../workspace/workspace.js';
import { Exit, type ExitCode } from './exit.js';
import { wrap } from './layout.js';
import type { ConfigOptions } from './options.js';
import { refused, workspaceOptions } from './settings.js';
import type { Terminal } from './terminal.js';

/** Shows one rule: why it is there, whose advice it carries out, a bad and a good example, how to silence it. */
export async function explain(id: string, options: ConfigOptions, terminal: Terminal): Promise<ExitCode> {
  const workspace = await createWorkspace({ ...workspaceOptions(options, terminal), libraryRules: true });
  if (refused(workspace, terminal)) return Exit.unjudged;
  const explanation = explainRule(workspace, id);
  if ('code' in explanation) {
    terminal.problem(explanation);
    return Exit.unjudged;
  }
  const { formerly, id: now } = explanation;
  if (formerly !== undefined) terminal.problem({ code: 'renamed-rule', message: `the rule ${formerly} is now called ${now}` });
  terminal.out(page(explanation, Math.min(terminal.width, 100)));
  return Exit.sendable;
}

function page({ id, title, facts, sections }: Explanation, width: number): string {
  const body = (text: string): string[] => text.split('\n').flatMap((line) => (line === '' ? [] : wrap(inert(line), width, '  ')));
  return [
    `${id}: ${inert(title)}`,
    ...wrap(facts, width, '  '),
    ...sections.flatMap((section) => ['', section.title, ...section.texts.flatMap(body)]),
    '',
  ].join('\n');
}
