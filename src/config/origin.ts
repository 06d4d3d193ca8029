import { isAbsolute, relative, sep } from 'node:path';
import type { Problem } from '../text/problem.js';
import type { Origin } from './types.js';

/** A path as it is shown: relative to `cwd`, with forward slashes. */
export function shownPath(path: string, cwd: string): string {
  const short = isAbsolute(path) ? relative(cwd, path) : path;
  return (short === '' ? '.' : short).split(sep).join('/');
}

/** Who set it, in words: `.replylintrc.yaml:4:3`, `--rule`, `profile formal`, `default`. */
export function describeOrigin(origin: Origin, cwd: string): string {
  if ('file' in origin) return `${shownPath(origin.file, cwd)}:${origin.line}:${origin.column}`;
  if ('flag' in origin) return origin.flag;
  return 'profile' in origin ? `profile ${origin.profile}` : 'default';
}

/** A problem with the value that `origin` names. */
export function problemAt(origin: Origin, cwd: string, message: string): Problem {
  if (!('file' in origin)) return { code: 'bad-config', message: `${describeOrigin(origin, cwd)}: ${message}` };
  return { code: 'bad-config', message, file: shownPath(origin.file, cwd), line: origin.line, column: origin.column };
}
