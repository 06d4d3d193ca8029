import { relative, resolve, sep } from 'node:path';
import { matchesGlob } from '../text/glob.js';
import type { Match } from './types.js';

/** Whether an override holds for a file. Its patterns count from the folder of the config that has them; files outside never match. */
export function matches(match: Match, cwd: string, path: string): boolean {
  const inside = relative(match.base, resolve(cwd, path)).split(sep).join('/');
  if (inside === '' || inside === '..' || inside.startsWith('../')) return false;
  const any = (patterns: readonly string[]) => patterns.some((pattern) => matchesGlob(pattern, inside));
  return any(match.files) && !any(match.except) && (!match.within || matches(match.within, cwd, path));
}
