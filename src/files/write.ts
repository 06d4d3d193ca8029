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

function isSpecial(path: string): boolean {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat !== undefined && !stat.isFile();
}
