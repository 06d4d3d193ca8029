import { readFileSync } from 'node:fs';
import { basename, extname, join, relative, sep } from 'node:path';
import type { Config } from '../config/index.js';
import { walk } from '../files/walk.js';

/** Where files of the project of replylint may name a rule in ways that only people can tell from a word of the language. */
const FOLDERS = ['src', 'test', 'rules', 'docs', 'build', 'bench', 'fixtures'];
const TEXTS = new Set(['.ts', '.mjs', '.md', '.yml', '.yaml', '.json', '.jsonl']);

/** The files that still name an id: those of the configuration, and for a built-in rule the sources and pages of the project. */
export function mentionsOf(id: string, { files, root }: Config, builtIn: boolean): readonly string[] {
  const token = tokenOf(id);
  const candidates = builtIn ? sourcesOf(root) : files;
  return candidates.filter((path) => token.test(readFileSync(path, 'utf8')));
}

function sourcesOf(root: string): string[] {
  const found: string[] = [];
  const leftOut = (path: string): boolean => {
    const [top, ...rest] = relative(root, path).split(sep);
    return (rest.length > 0 && !FOLDERS.includes(top)) || basename(path).includes('.generated.');
  };
  for (const met of walk(root, leftOut)) if (met.kind === 'file' && TEXTS.has(extname(met.path))) found.push(met.path);
  return found.filter((path) => path !== join(root, 'CHANGELOG.md') && path !== join(root, 'rules/_renamed.yml'));
}

/**
 * The text of a configuration with `old` renamed at the end of the path that stands at a place (1-based); undefined when it does not stand there as it
 * is.
 */
export function renameInSetting(
  text: string,
  { line, column }: { readonly line: number; readonly column: number },
  old: string,
  now: string,
): string | undefined {
  const lines = text.split('\n');
  const written = lines[line - 1] ?? '';
  const value = /^["']?[^"',\]}#\r]*/.exec(written.slice(column - 1))?.[0] ?? '';
  const at = [...value.matchAll(new RegExp(tokenOf(old), 'g'))].at(-1)?.index;
  if (at === undefined) return undefined;
  const start = column - 1 + at;
  lines[line - 1] = written.slice(0, start) + now + written.slice(start + old.length);
  return lines.join('\n');
}

/** The id as a word of its own, not as a part of a longer one. Ids hold nothing that a regular expression takes for a sign. */
function tokenOf(id: string): RegExp {
  return new RegExp(`(?<![a-z0-9-])${id}(?![a-z0-9-])`);
}
