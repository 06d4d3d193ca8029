import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { delimiter, isAbsolute, join, resolve } from 'node:path';
import type { Problem } from '../../text/problem.js';

/** Where systems keep it when it is not on the path. */
const FOLDERS = ['/usr/sbin', '/usr/lib', '/usr/local/sbin', '/usr/local/bin'];

/** The variable that tells a sendmail below this one that it is called by this one. */
export const LOOP_VARIABLE = 'REPLYLINT_SENDMAIL_IN_USE';

export interface SendmailPlaces {
  /** What was named, by option or environment. */
  readonly named?: string;
  readonly cwd: string;
  readonly path?: string;
  /** Files of our own command; a link to one of them is no real sendmail. */
  readonly own: readonly string[];
}

/** The real sendmail: what was named, else the first on the path or in the usual folders that is not this command under another name. */
export function findSendmail({ named, cwd, path = '', own }: SendmailPlaces): string | Problem {
  const ours = new Set(own.map(realPath));
  if (named !== undefined) {
    const candidates = named.includes('/') ? [resolve(cwd, named)] : path.split(delimiter).map((folder) => join(folder, named));
    const programs = candidates.filter(isProgram);
    const found = programs.find((file) => !ours.has(realPath(file)));
    if (found !== undefined) return found;
    if (programs.length === 0)
      return {
        code: 'no-sendmail',
        message: `there is no program ${named}; name the real sendmail with --replylint-to or REPLYLINT_SENDMAIL`,
      };
    return {
      code: 'loop',
      message: `${named} is replylint itself; name the real sendmail with --replylint-to or REPLYLINT_SENDMAIL`,
    };
  }
  const folders = [...path.split(delimiter).filter(isAbsolute), ...FOLDERS];
  const found = folders.map((folder) => join(folder, 'sendmail')).find((file) => isProgram(file) && !ours.has(realPath(file)));
  return (
    found ?? { code: 'no-sendmail', message: 'no sendmail on the path or in /usr/sbin; name one with --replylint-to or REPLYLINT_SENDMAIL' }
  );
}

function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
