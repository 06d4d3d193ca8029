import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Problem } from '../text/problem.js';
import { errorCode, systemFailure } from './failure.js';
import { readBytes } from './read.js';

/** What a server knows us by: a password, or a token of OAuth 2. Never part of a message, a log or a report. */
export type Credentials = { readonly user: string } & ({ readonly password: string } | { readonly token: string });

type Name = 'user' | 'password' | 'token';

/** Where credentials may come from. Never the command line, which everybody on the machine can read. */
export interface CredentialSources {
  /** A file with lines `user: …` and `password: …`, or `token: …`; it wins over the environment. */
  readonly file?: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The names of the variables. */
  readonly variables: Readonly<Record<Name, string>>;
}

const MOST_BYTES = 64 * 1024;
/** The bits of a file's mode that let anybody but its owner at it. */
const OTHERS = 0o077;

/** Whether any credentials are given. */
export function areGiven({ file, env, variables }: CredentialSources): boolean {
  return file !== undefined || Object.values(variables).some((name) => env[name]);
}

/** Reads the credentials. A file that others may read is refused, as ssh refuses a key. */
export function readCredentials({ file, cwd, env, variables }: CredentialSources): Credentials | Problem {
  if (file === undefined) {
    const { user, password, token } = variables;
    const missing = (name: Name): Problem => ({
      code: 'credentials',
      message: `${variables[name]} is not set; set ${user} and ${password} (or ${token}), or name a file with --credentials`,
    });
    return complete((name) => env[variables[name]], missing);
  }
  const lines = readLines(file, resolve(cwd, file));
  if (!(lines instanceof Map)) return lines;
  return complete(
    (name) => lines.get(name),
    (name) => ({
      code: 'credentials',
      file,
      message: `has no line "${name}: …"; write user: … and password: … (or token: …), a line each`,
    }),
  );
}

function complete(valueOf: (name: Name) => string | undefined, missing: (name: Name) => Problem): Credentials | Problem {
  const [user, password, token] = [valueOf('user'), valueOf('password'), valueOf('token')];
  if (!user) return missing('user');
  if (token) return { user, token };
  return password ? { user, password } : missing('password');
}

function readLines(file: string, path: string): Map<Name, string> | Problem {
  const open = openToOthers(file, path);
  if (open) return open;
  const bytes = readBytes(file, MOST_BYTES, path);
  if (!(bytes instanceof Uint8Array)) return bytes;
  const said = new Map<Name, string>();
  for (const [index, line] of new TextDecoder().decode(bytes).split(/\r?\n/).entries()) {
    if (/^\s*(?:#|$)/.test(line)) continue;
    const [, name, value] = /^(user|password|token):[ \t]*(.*)$/.exec(line) ?? [];
    // The line may hold a secret, so it is not repeated.
    if (name === undefined)
      return { code: 'credentials', file, line: index + 1, message: 'is no line of the form user: …, password: … or token: …' };
    said.set(name as Name, value);
  }
  return said;
}

/** Windows has no such modes. */
function openToOthers(file: string, path: string): Problem | undefined {
  if (process.platform === 'win32') return undefined;
  try {
    if ((statSync(path).mode & OTHERS) === 0) return undefined;
    return { code: 'credentials', file, message: `others may read it, and it holds a password; run \`chmod 600 ${file}\`` };
  } catch (error) {
    if (errorCode(error) === 'ENOENT')
      return { code: 'credentials', file, message: 'there is no such file; name the one with the password' };
    return systemFailure(file, error);
  }
}
