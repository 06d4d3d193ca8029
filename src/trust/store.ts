import { createHash } from 'node:crypto';
import { closeSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { openBeside } from '../files/beside.js';
import { makeFolder } from '../files/make-folder.js';

/** What was trusted of one folder. */
export interface TrustedFolder {
  /** ISO 8601. */
  readonly date: string;
  /** SHA-256 of each file of code, by real absolute path. */
  readonly files: Readonly<Record<string, string>>;
}

/** Where this user's trust is kept: in their own configuration folder, never in a project. */
export function storePath(env: NodeJS.ProcessEnv = process.env): string {
  const own = process.platform === 'win32' ? env.APPDATA : env.XDG_CONFIG_HOME;
  // The XDG specification ignores paths that are not absolute.
  const base = own && join(own, '.') !== '.' && /^(?:\/|[A-Za-z]:)/.test(own) ? own : join(homedir(), '.config');
  return join(base, 'replylint', 'trusted.json');
}

/** What the user has trusted, by real absolute folder. A file that cannot be read trusts nothing. */
export function readStore(path: string = storePath()): ReadonlyMap<string, TrustedFolder> {
  try {
    const { version, folders } = Object(JSON.parse(readFileSync(path, 'utf8'))) as { version?: unknown; folders?: unknown };
    if (version !== 1) return new Map();
    return new Map(Object.entries(Object(folders)).filter((entry): entry is [string, TrustedFolder] => isFolder(entry[1])));
  } catch {
    return new Map();
  }
}

function isFolder(value: unknown): boolean {
  const { date, files } = Object(value) as Record<string, unknown>;
  return (
    typeof date === 'string' &&
    typeof files === 'object' &&
    files !== null &&
    Object.values(files).every((hash) => typeof hash === 'string')
  );
}

/** Keeps what is trusted, readable for this user alone. Throws what the system throws. */
export function writeStore(folders: ReadonlyMap<string, TrustedFolder>, path: string = storePath()): void {
  makeFolder(dirname(path), 0o700);
  const { path: beside, descriptor } = openBeside(path, 0o600);
  writeFileSync(descriptor, `${JSON.stringify({ version: 1, folders: Object.fromEntries(folders) }, null, 2)}\n`);
  closeSync(descriptor);
  renameSync(beside, path);
}

/** SHA-256 of a file. */
export function hashOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
