import { existsSync, realpathSync, statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { loadConfig } from '../config/index.js';
import { errorCode } from '../files/failure.js';
import type { Problem } from '../index.js';
import { inert } from '../report/inert.js';
import { readStore, storePath, writeStore, type TrustedFolder } from '../trust/store.js';
import { Collecting } from '../trust/trust.js';
import { loadPlugins } from '../workspace/plugins.js';
import { Exit, type ExitCode } from './exit.js';
import type { Terminal } from './terminal.js';

export interface TrustOptions {
  readonly list?: boolean;
  readonly remove?: boolean;
  readonly config?: string | false;
}

/** Lets the code of a project run from now on: its JavaScript configuration and its plugins, as they stand now. */
export async function trust(folder: string | undefined, options: TrustOptions, terminal: Terminal): Promise<ExitCode> {
  const fail = (message: string, file?: string): ExitCode => {
    terminal.problem({ code: 'usage', file, message });
    return Exit.unjudged;
  };
  const store = new Map(readStore());
  if (options.list) {
    for (const [path, { date, files }] of store)
      terminal.out(`${inert(path)}  ${inert(date.slice(0, 10))}  ${filesOf(Object.keys(files).length)}\n`);
    if (store.size === 0) terminal.out('No folder is trusted.\n');
    return Exit.sendable;
  }
  const cwd = resolve(terminal.cwd, folder ?? '.');
  if (!existsSync(cwd) || !statSync(cwd).isDirectory()) {
    if (!options.remove) return fail('no such folder; name the folder of a project', folder);
  }
  const collecting = new Collecting();
  const file = typeof options.config === 'string' ? resolve(terminal.cwd, options.config) : undefined;
  if (options.remove) {
    const root = existsSync(cwd) ? realpathSync((await loadConfig({ cwd, search: false })).root) : cwd;
    if (!store.delete(root)) return fail('was not trusted; `replylint trust --list` shows what is', root);
    return keep(store, fail) ?? told(terminal, `${root} is no longer trusted.`);
  }
  const config = await loadConfig({ cwd, ...(file !== undefined && { file }), trust: collecting });
  const problems: Problem[] = [...config.problems];
  if (problems.length === 0) await loadPlugins(config, collecting, problems);
  for (const problem of problems) terminal.problem(problem);
  if (problems.length > 0) return Exit.unjudged;
  if (collecting.files.size === 0) return told(terminal, 'The configuration runs no code: nothing has to be trusted.');
  const root = realpathSync(config.root);
  store.set(root, collecting.folder(new Date().toISOString()));
  const files = [...collecting.files].sort().map((path) => `  ${relative(root, path).startsWith('..') ? path : relative(root, path)}`);
  return keep(store, fail) ?? told(terminal, [`${root} is trusted as long as these stay as they are:`, ...files].join('\n'));
}

function keep(store: ReadonlyMap<string, TrustedFolder>, fail: (message: string, file?: string) => ExitCode): ExitCode | undefined {
  try {
    writeStore(store);
    return undefined;
  } catch (error) {
    return fail(`could not be written (${errorCode(error)}); check its permissions`, storePath());
  }
}

function told(terminal: Terminal, text: string): ExitCode {
  terminal.out(`${text.split('\n').map(inert).join('\n')}\n`);
  return Exit.sendable;
}

function filesOf(count: number): string {
  return `${count} ${count === 1 ? 'file' : 'files'}`;
}
