import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { append } from '../text/append.js';

/** Folders that never hold drafts of the user's own. */
const SKIPPED = new Set(['node_modules', '.git', '.hg', '.svn']);

/** One thing met on a walk through a folder. */
export type Met =
  | { readonly kind: 'file' | 'ignored' | 'linked-folder'; readonly path: string }
  | { readonly kind: 'failed'; readonly path: string; readonly error: unknown };

/**
 * Everything in a folder and below, by name, folders that cannot be read included. Symbolic links to files are files;
 * links to folders are not followed, so no circle of links can hold it: one that leads outside is told, one that stays inside is walked anyway.
 */
export function* walk(root: string, ignored?: (path: string) => boolean): Generator<Met> {
  const home = realpathSync(root) + sep;
  const waiting = [root];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const below: string[] = [];
    let entries;
    try {
      entries = readdirSync(folder, { withFileTypes: true });
    } catch (error) {
      yield { kind: 'failed', path: folder, error };
      continue;
    }
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const path = join(folder, entry.name);
      const isFolder = entry.isDirectory();
      if (isFolder && SKIPPED.has(entry.name)) continue;
      if (ignored?.(isFolder ? path + sep : path)) yield { kind: 'ignored', path };
      else if (isFolder) below.push(path);
      else if (!entry.isSymbolicLink() || !leadsToFolder(path)) yield { kind: 'file', path };
      else if (!realpathSync(path).concat(sep).startsWith(home)) yield { kind: 'linked-folder', path };
    }
    append(waiting, below.reverse());
  }
}

function leadsToFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** The names in a folder; undefined when it cannot be read. */
export function entriesOf(folder: string): readonly string[] | undefined {
  try {
    return readdirSync(folder);
  } catch {
    return undefined;
  }
}
