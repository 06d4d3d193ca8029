import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Problem } from '../text/problem.js';
import { systemFailure } from './failure.js';
import { readText } from './read.js';

/** What a server knows us by. Never to be shown, logged or put into a problem. */
export interface Credentials {
  readonly user: string;
  readonly password: string;
}

export interface CredentialSources {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Names of the two variables. */
  readonly variables: { readonly user: string; readonly password: string };
  /** A file that holds the user on its first line and the password on its second; it wins over the environment. */
  readonly file?: string;
}

const MOST_BYTES = 16 * 1024;

/** The credentials from a file that nobody else can read, or from the environment; undefined where neither has any. Never from the command line, which all can see. */
export function readCredentials({ cwd, env, variables, file }: CredentialSources): Credentials | Problem | undefined {
  if (file !== undefined) return fromFile(file, resolve(cwd, file));
  const [user, password] = [env[variables.user], env[variables.password]];
  if (!user && !password) return undefined;
  if (user && password) return { user, password };
  const [there, missing] = user ? [variables.user, variables.password] : [variables.password, variables.user];
  return { code: 'usage', message: `${there} is set and ${missing} is not; set both` };
}

function fromFile(file: string, path: string): Credentials | Problem {
  try {
    if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0)
      return { code: 'exposed', file, message: `others can read the password in it; chmod 600 ${file}` };
  } catch (error) {
    return systemFailure(file, error);
  }
  const text = readText(file, MOST_BYTES, path);
  if (typeof text !== 'string') return text;
  const [user, password, ...more] = text.replace(/\n+$/, '').split(/\r?\n/);
  if (user && password && more.length === 0) return { user, password };
  return { code: 'bad-credentials', file, message: 'does not hold two lines: the user, then the password' };
}
