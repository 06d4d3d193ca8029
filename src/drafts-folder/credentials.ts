import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { errorCode, systemFailure } from '../files/failure.js';
import { readBytes } from '../files/read.js';
import type { Problem } from '../text/problem.js';

/** Who reads the folder. Never part of a message, a log or a report. */
export type Credentials = { readonly user: string } & ({ readonly password: string } | { readonly token: string });

const VARIABLES = { user: 'REPLYLINT_IMAP_USER', password: 'REPLYLINT_IMAP_PASSWORD', token: 'REPLYLINT_IMAP_TOKEN' } as const;
type Name = keyof typeof VARIABLES;

const MOST_BYTES = 64 * 1024;
/** The bits of a file's mode that let anybody but its owner at it. */
const OTHERS = 0o077;

/**
 * Takes the credentials out of a file (lines `user: …` and `password: …`, or `token: …` for OAuth 2), or where none is named out of the environment. A file that
 * others may read is refused, as ssh refuses a key.
 */
export function readCredentials(
  file: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
  cwd: string,
): Credentials | Problem {
  if (file === undefined) {
    const missing = (name: Name): Problem => ({
      code: 'credentials',
      message: `${VARIABLES[name]} is not set; set REPLYLINT_IMAP_USER and REPLYLINT_IMAP_PASSWORD (or REPLYLINT_IMAP_TOKEN), or name a file with --credentials`,
    });
    return complete((name) => env[VARIABLES[name]], missing);
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
