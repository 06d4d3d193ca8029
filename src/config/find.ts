import { existsSync, lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { Problem } from '../text/problem.js';
import { shownPath } from './origin.js';

/** Bytes of one config file. Far below the limit for drafts, because reading with positions costs about a second for each megabyte. */
const CONFIG_BYTES = 1024 * 1024;

export type DataFormat = 'json' | 'yaml';

/** A config file that is a module. */
export interface ConfigCode {
  /** Absolute. */
  readonly path: string;
  readonly format: 'code';
}

/** A config file as it was found, not yet parsed. */
export interface ConfigText {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
  readonly format: DataFormat;
  /** The settings are under this key (package.json). */
  readonly key?: string;
}

export interface Found {
  readonly root: string;
  readonly file?: ConfigText | ConfigCode;
  readonly problems: readonly Problem[];
}

const NAMES = ['replylintrc', 'replylintrc.json', 'replylintrc.yaml', 'replylintrc.yml'];
const DATA = [...NAMES.map((name) => `.${name}`), ...NAMES.map((name) => join('.config', name))];
const CODE = ['js', 'cjs', 'mjs', 'ts', 'cts', 'mts'].flatMap((ext) => [
  `.replylintrc.${ext}`,
  `replylint.config.${ext}`,
  join('.config', `replylintrc.${ext}`),
  join('.config', `replylint.config.${ext}`),
]);

/**
 * Looks for the config from `cwd` up to the project's root and stops at the first folder that has one. Within a folder package.json comes first, then
 * `.replylintrc…`, then `.config/replylintrc…`, as in cosmiconfig. The search is our own because cosmiconfig's runs code: it reads `.config/config.js`
 * and a `cosmiconfig` key of package.json whatever it is told.
 */
export function findConfig(cwd: string): Found {
  const root = findRoot(cwd);
  for (let folder = cwd; ; folder = dirname(folder)) {
    const code = CODE.find((name) => existsSync(join(folder, name)));
    if (code) return { root, ...asFound(readConfig(join(folder, code), root, cwd)) };
    const found = findIn(folder, root, cwd);
    if (found) return { root, ...asFound(found) };
    if (folder === root) return { root, problems: [] };
  }
}

function asFound(read: ConfigText | ConfigCode | Problem): Pick<Found, 'file' | 'problems'> {
  return 'code' in read ? { problems: [read] } : { file: read, problems: [] };
}

function findIn(folder: string, root: string, cwd: string): ConfigText | ConfigCode | Problem | undefined {
  const manifest = join(folder, 'package.json');
  if (existsSync(manifest)) {
    const read = readConfig(manifest, root, cwd);
    if ('code' in read) return read;
    if (read.format !== 'code' && read.text.includes('"replylint"') && mayHoldKey(read.text)) return { ...read, key: 'replylint' };
  }
  const name = DATA.find((one) => isThere(join(folder, one)));
  return name === undefined ? undefined : readConfig(join(folder, name), root, cwd);
}

/** Something by that name that is no folder. A link counts, even one that leads nowhere: its maker meant it. */
function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === false;
  } catch {
    return false;
  }
}

/** Whether package.json has settings of ours. One that cannot be parsed may have, so it is not passed over in silence. */
function mayHoldKey(text: string): boolean {
  try {
    return Object.hasOwn(Object(JSON.parse(text)), 'replylint');
  } catch {
    return true;
  }
}

/** The nearest folder with `.git`, else the topmost with a package.json, else `cwd`. Nothing above it is ever read. */
export function findRoot(cwd: string): string {
  let topmost: string | undefined;
  for (let folder = cwd; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder;
    if (existsSync(join(folder, 'package.json'))) topmost = folder;
    if (dirname(folder) === folder) return topmost ?? cwd;
  }
}

/** Whether `path` lies in `folder` by its name and, links followed, in fact. */
export function isInside(path: string, folder: string): boolean {
  const within = (inner: string, outer: string) => {
    const way = relative(outer, inner);
    return way !== '..' && !way.startsWith(`..${sep}`) && (way === '' || join(outer, way) === inner);
  };
  if (!within(path, folder)) return false;
  try {
    return within(realpathSync(path), realpathSync(folder));
  } catch {
    return true;
  }
}

/** Reads one config file as UTF-8; one that is code is only named. `root` undefined: the user named the file, so it may lie anywhere. */
export function readConfig(path: string, root: string | undefined, cwd: string): ConfigText | ConfigCode | Problem {
  try {
    const about = statSync(path);
    if (about.isDirectory()) return problem(path, cwd, 'is a folder; name a .json or .yaml file in it');
    if (!about.isFile()) return problem(path, cwd, 'is not a regular file; put the settings in one');
    if (root !== undefined && !isInside(path, root)) {
      return problem(path, cwd, 'leads out of the project; copy the file into it');
    }
    if (/\.[cm]?ts$/i.test(path)) return problem(path, cwd, 'is TypeScript, which is not run; write .mjs, or data in .replylintrc.yaml');
    if (/\.[cm]?js$/i.test(path)) return { path, format: 'code' };
    if (about.size > CONFIG_BYTES)
      return problem(path, cwd, `is larger than ${CONFIG_BYTES} bytes, the limit for a config; split it with "extends"`);
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
    return { path, text, format: isJson(path, text) ? 'json' : 'yaml' };
  } catch (error) {
    return problem(path, cwd, reasonOf(error));
  }
}

function isJson(path: string, text: string): boolean {
  if (/\.json$/i.test(path)) return true;
  if (/\.ya?ml$/i.test(path) || !/^\s*[{[]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return 'does not exist; check the name';
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read; change its permissions';
  if (code === 'ELOOP') return 'is a link that leads to itself';
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'is not UTF-8; save it as UTF-8';
  return `cannot be read (${code ?? 'unknown reason'})`;
}

function problem(path: string, cwd: string, message: string): Problem {
  return { code: 'bad-config', message, file: shownPath(path, cwd) };
}

/**
 * The settings in a config file, as cosmiconfig's own loader for the format reads them. Only the two data loaders are ever called.
 * @throws what the loader throws for text that it cannot read.
 */
export async function loadData({ path, text, format, key }: ConfigText): Promise<unknown> {
  // By way of `default`: a bundle gives a CommonJS package no other export.
  const { defaultLoaders } = (await import('cosmiconfig')).default;
  const data: unknown = await defaultLoaders[format === 'json' ? '.json' : '.yaml'](path, text);
  return key === undefined ? data : (data as Record<string, unknown>)[key];
}
