import { existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Problem } from '../text/problem.js';
import { errorCode } from './failure.js';

/**
 * Writes beside the file and renames, so that whoever reads it sees the old text or the new one, never half of one. Makes the folders it needs;
 * a pipe or a device is written to. `path` is written, `file` is shown.
 */
export function writeWhole(file: string, path: string, text: string): Problem | undefined {
  const beside = `${path}.${process.pid}.tmp`;
  try {
    if (isSpecial(path)) {
      writeFileSync(path, text);
      return undefined;
    }
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(beside, text);
    renameSync(beside, path);
    return undefined;
  } catch (error) {
    if (existsSync(beside)) rmSync(beside);
    return { code: 'not-written', file, message: `could not be written (${errorCode(error)}); check its folder and its permissions` };
  }
}

/** Whether two paths lead to one file that is there, by whatever names and links. */
export function isSameFile(one: string, other: string): boolean {
  const inode = inodeOf(one);
  return inode !== undefined && inode === inodeOf(other);
}

/** The device and inode of a file; nothing where there is none, and for pipes and devices. */
function inodeOf(path: string): string | undefined {
  try {
    const stat = statSync(path, { bigint: true });
    return stat.isFile() ? `${stat.dev}:${stat.ino}` : undefined;
  } catch {
    return undefined;
  }
}

function isSpecial(path: string): boolean {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat !== undefined && !stat.isFile();
}
