import { readCredentials as read, type Credentials } from '../files/credentials.js';
import type { Problem } from '../text/problem.js';

export type { Credentials } from '../files/credentials.js';

const VARIABLES = { user: 'REPLYLINT_IMAP_USER', password: 'REPLYLINT_IMAP_PASSWORD', token: 'REPLYLINT_IMAP_TOKEN' } as const;

/** Who reads the folder: from a file, or where none is named from the environment. */
export function readCredentials(
  file: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
  cwd: string,
): Credentials | Problem {
  return read({ file, env, cwd, variables: VARIABLES });
}
