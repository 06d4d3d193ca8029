import { existsSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { globMatcher } from '../text/glob.js';
import { walk } from './walk.js';

/** Signs that make a pattern of a path. */
const MAGIC = /[*?[\]{}()!\\]/;
/** Patterns in brackets, and ranges of numbers: they are rare, and regular expressions are made of them. */
const EXTENDED = /[!+@*?]\([^)]*\)|^!|\{[^{},]*\.\.[^{},]*\}/;

/**
 * The paths (absolute) of all files that a glob leads to, without those in folders that never hold drafts. `cwd` is where relative patterns count from.
 * Takes time that grows with the names there are, whatever they are called: names may come from a stranger.
 */
export async function filesOf(pattern: string, cwd: string): Promise<string[]> {
  const plain = sep === '\\' ? pattern.replaceAll('\\', '/') : pattern;
  if (EXTENDED.test(plain)) return extended(plain, cwd);
  const parts = plain.split('/');
  const first = parts.findIndex((part) => MAGIC.test(part));
  const base = resolve(cwd, parts.slice(0, first).join('/') || (plain.startsWith('/') ? '/' : '.'));
  if (!existsSync(base)) return [];
  const below = parts.slice(first);
  const matches = globMatcher(`./${below.join('/')}`);
  const named = (path: string): string => relative(base, path).split(sep).join('/');
  const deepest = /\*\*|\{[^}]*\//.test(below.join('/')) || below.at(-1) === '' ? Number.POSITIVE_INFINITY : below.length;
  const isTooDeep = (path: string): boolean => path.endsWith(sep) && named(path).split('/').length >= deepest;
  const found: string[] = [];
  for (const { kind, path } of walk(base, isTooDeep)) if (kind === 'file' && matches(named(path))) found.push(path);
  return found;
}

async function extended(pattern: string, cwd: string): Promise<string[]> {
  const { glob } = await import('tinyglobby');
  const found = await glob([pattern], {
    cwd,
    absolute: true,
    dot: true,
    followSymbolicLinks: false,
    expandDirectories: false,
    ignore: ['**/node_modules/**', '**/.git/**'],
  });
  return found.map((path) => join(path)).sort();
}
