import { basename, dirname } from 'node:path';
import { problemLine } from '../report/problem-line.js';
import { newRule, type NewRuleOptions } from '../workspace/rule-new.js';
import { Exit, type ExitCode } from './exit.js';
import type { Terminal } from './terminal.js';

/** Scaffolds a rule and says what comes next. */
export async function createRule(id: string, options: NewRuleOptions, terminal: Terminal): Promise<ExitCode> {
  const made = await newRule(id, terminal.cwd, options);
  if ('code' in made) {
    terminal.problem(made);
    return Exit.unjudged;
  }
  const [first] = made.files;
  const path = basename(first) === 'rule.yml' ? dirname(first) : first;
  for (const file of made.files) terminal.out(`${problemLine({ code: 'written', file, message: 'written' })}\n`);
  const steps = [
    'Put your phrases in, with drafts that it should mark and drafts that it should not.',
    ...(made.builtIn ? ['npm run build'] : []),
    `replylint rule test ${path}`,
    ...(made.setting ? [`Name it in your configuration (${made.setting.file}): rulePaths: [${made.setting.path}]`] : []),
  ];
  terminal.out(`\nNext:\n${steps.map((step, i) => `  ${i + 1}. ${step}\n`).join('')}`);
  return Exit.sendable;
}
