import { resolve } from 'node:path';
import { cutBytes } from '../files/cut.js';
import type { Suppression } from '../index.js';
import { inert, inertJson } from '../report/inert.js';
import { createWorkspace } from '../workspace/workspace.js';
import { Exit, type ExitCode } from './exit.js';
import type { ConfigOptions } from './options.js';
import { judgePaths } from './judge-paths.js';
import { refused, workspaceOptions } from './settings.js';
import type { Terminal } from './terminal.js';

/** The options of `suppressions`, as commander hands them over. */
export interface SuppressionsOptions extends ConfigOptions {
  readonly removeUnused?: boolean;
  readonly format: 'pretty' | 'json';
}

interface Listed extends Suppression {
  readonly draft: string;
}

/** Lists the suppressions of drafts, or takes out of their files those that silence nothing. Exit 1: some are unused and stay. */
export async function suppressions(paths: readonly string[], options: SuppressionsOptions, terminal: Terminal): Promise<ExitCode> {
  const workspace = await createWorkspace(workspaceOptions(options, terminal));
  if (refused(workspace, terminal)) return Exit.unjudged;
  const all: Listed[] = [];
  const problems = await judgePaths(workspace, paths, (draft) => {
    for (const one of draft.suppressions) all.push({ draft: draft.id, ...one });
  });
  const idle = all.filter(({ unused }) => unused.length > 0);
  if (options.removeUnused) {
    const [exact, vague] = [idle.filter(({ cuts }) => cuts), idle.filter(({ cuts }) => !cuts)];
    for (const { place } of vague)
      problems.push({
        code: 'not-written',
        file: place.file,
        line: place.line,
        message: 'its place in the file is not known to the byte; take this suppression out by hand',
      });
    let taken = 0;
    for (const [file, own] of groupedByFile(exact)) {
      const words = ['replylint', ...own.flatMap(({ unused }) => unused)];
      const cuts = own.flatMap((one) => one.cuts ?? []);
      const failure = cutBytes({ file, path: resolve(terminal.cwd, file), root: workspace.config.root, cuts, words });
      if (failure) problems.push(failure);
      else taken += own.length;
    }
    terminal.out(`${taken} unused of ${all.length} taken out.\n`);
  } else if (options.format === 'json') terminal.out(`${inertJson(JSON.stringify(all.map(asJson), null, 2))}\n`);
  else terminal.out(page(all));
  for (const problem of problems) terminal.problem(problem);
  if (problems.length > 0) return Exit.unjudged;
  return idle.length > 0 && !options.removeUnused ? Exit.notSendable : Exit.sendable;
}

function groupedByFile(all: readonly Listed[]): Map<string, Listed[]> {
  const files = new Map<string, Listed[]>();
  for (const one of all) files.set(one.place.file, [...(files.get(one.place.file) ?? []), one]);
  return files;
}

function asJson({ draft, reach, rules, reason, place, silenced, unused }: Listed): object {
  return { draft, file: place.file, line: place.line, reach, rules, reason: reason ?? null, silenced, unused };
}

const REACH: Readonly<Record<Suppression['reach'], string>> = { line: 'one line', rest: 'from there on', draft: 'the whole draft' };

function page(all: readonly Listed[]): string {
  const lines = all.map(({ place, rules, reason, reach, silenced, unused }) => {
    const what = rules.length === 0 ? 'all rules' : rules.join(', ');
    const use =
      unused.length === 0
        ? `silences ${silenced}`
        : rules.length === unused.length || unused[0] === 'all'
          ? 'unused'
          : `unused: ${unused.join(', ')}`;
    return `${place.file}:${place.line}  ${what}  (${REACH[reach]}; ${use})${reason === undefined ? '' : `  ${reason}`}`;
  });
  const unused = all.filter((one) => one.unused.length > 0).length;
  const total = `${all.length} ${all.length === 1 ? 'suppression' : 'suppressions'}, ${unused} unused.`;
  return [...lines, total].map((line) => `${inert(line)}\n`).join('');
}
