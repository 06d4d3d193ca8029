import { realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Whether an absolute path is that of a folder, or of something in it. Reads nothing: links stay what they are. */
export function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && join(folder, way) === join(path);
}

/** Whether a path inside `root` leads out of it, because something on the way is a link. Whoever wrote the project made that link, not its user. */
export function leadsOut(path: string, root: string): boolean {
  if (!isWithin(path, root)) return false;
  try {
    return !isWithin(realpathSync(path), realpathSync(root));
  } catch {
    return false;
  }
}
