import { statSync } from 'node:fs';
import { findConfig } from '../config/find.js';
import { walk } from '../files/walk.js';
import type { Workspace } from './workspace.js';

/** Which files configuration, rules and plugins were read from, and when each was written: another text once anything of it has changed. */
export function stampOf({ cwd, config, plugins, options }: Workspace): string {
  const found = options.config === undefined ? findConfig(cwd).file?.path : undefined;
  const rules = config.rulePaths.flatMap(({ value }) => [value, ...filesIn(value)]);
  const paths = [...config.files, ...rules, ...plugins, ...(found === undefined ? [] : [found])];
  return paths.map((path) => `${path} ${statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 'gone'}`).join('\n');
}

function filesIn(path: string): readonly string[] {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [];
  return [...walk(path)].map((met) => met.path).toSorted();
}
