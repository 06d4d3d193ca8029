import { realpathSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { Problem } from '../text/problem.js';

/** Whether an absolute path is that of a folder, or of something in it. Reads nothing: links stay what they are. */
export function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && join(folder, way) === join(path);
}

/**
 * Whether a path inside `root` leads out of it, because something on the way is a link. Whoever wrote the project made that link, not its user. Of a path
 * that is not there yet, what is there of it counts.
 */
export function leadsOut(path: string, root: string): boolean {
  for (let at = path; isWithin(at, root); at = dirname(at)) {
    try {
      return !isWithin(realpathSync(at), realpathSync(root));
    } catch {
      if (dirname(at) === at) return false;
    }
  }
  return false;
}

/** The problem of a path that {@link leadsOut} tells of, as it is shown, and what to do about it. */
export function ledOut(file: string, todo: string): Problem {
  return { code: 'link', file, message: `a symbolic link that leads out of the project; ${todo}` };
}
