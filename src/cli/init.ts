import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { writeInside } from '../files/write.js';
import { inert } from '../report/inert.js';
import { ciFor, configFor, hookFor, type Setup } from '../workspace/setup-files.js';
import { survey } from '../workspace/survey.js';
import { Exit, type ExitCode } from './exit.js';
import type { Terminal } from './terminal.js';

/** The options of `init`, as commander hands them over. */
export interface InitOptions {
  readonly yes?: boolean;
}

/**
 * Looks at the folder and writes a configuration, the entry for pre-commit and the file for CI. What is there already is left as it is, and what would
 * have been written to it is shown. Asks once before it writes, and only a person at a terminal.
 */
export async function init(options: InitOptions, terminal: Terminal): Promise<ExitCode> {
  const seen = survey(terminal.cwd);
  const setups = [configFor(seen), hookFor(seen, terminal.version), ciFor(seen, terminal.version)];
  const fresh = setups.filter(({ files }) => !files.some((name) => existsSync(join(seen.root, name))));
  const others = setups.filter((setup) => !fresh.includes(setup) && !isMentioned(seen.root, setup));
  const named = (name: string): string => inert(relative(terminal.cwd, join(seen.root, name)) || name);
  terminal.out(`${inert(seen.summary)}\n`);
  if (fresh.length > 0 && terminal.interactive && !options.yes) {
    const asked = createInterface({ input: process.stdin, output: process.stderr });
    const answer = await asked.question(`Write ${fresh.map(({ files }) => named(files[0])).join(', ')}? [Y/n] `);
    asked.close();
    if (!/^\s*(?:y|yes|)\s*$/i.test(answer)) return Exit.sendable;
  }
  let lost = false;
  for (const { files, text, does } of fresh) {
    const problem = writeInside(named(files[0]), join(seen.root, files[0]), seen.root, text);
    if (problem) {
      terminal.problem(problem);
      lost = true;
    } else terminal.out(`Wrote ${named(files[0])}: ${does}\n`);
  }
  for (const { files, text, part } of others) {
    const there = files.find((name) => existsSync(join(seen.root, name))) ?? files[0];
    terminal.out(`\n${named(there)} is there already. To add to it:\n\n${part ?? text}`);
  }
  if (fresh.length === 0 && others.length === 0) terminal.out('All is there already; nothing was written.\n');
  else if (seen.install === undefined) terminal.out(`\n${FROM_REGISTRY}\n`);
  if (fresh.length + others.length > 0) terminal.out(`\nNext: replylint ${inert(seen.try)}\n`);
  return lost ? Exit.unjudged : Exit.sendable;
}

const FROM_REGISTRY =
  'Hook and CI install replylint from the registry of npm. Where it comes from a file, make that a dependency of the project first\n' +
  '(npm install --save-dev ./replylint-….tgz), and they run that one.';

/** Whether one of the files of a setup speaks of replylint already. */
function isMentioned(root: string, { files }: Setup): boolean {
  return files.some((name) => {
    try {
      return /replylint/.test(name) || /replylint/i.test(readFileSync(join(root, name), 'utf8'));
    } catch {
      return false;
    }
  });
}
