import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Problem } from '../text/problem.js';
import { openBeside } from './beside.js';
import { errorCode } from './failure.js';
import { isWithin } from './inside.js';

/** A file whose content is to be changed. */
export interface Replacement {
  /** As it is shown. */
  readonly file: string;
  /** Absolute. */
  readonly path: string;
  /** Project root: symbolic links are followed only below it. */
  readonly root: string;
  /** What the file held when it was read. It is left alone when it holds anything else by now. */
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/**
 * Puts new content in the place of a file's old one, at once: a file beside it is written, flushed to the disk and renamed, so that whoever reads it, and
 * whatever fails on the way, finds the old bytes or the new ones. Mode and owner stay. Answers why it was not done, and has then changed nothing.
 */
export function replaceContent({ file, path, root, before, after }: Replacement): Problem | undefined {
  const no = (message: string): Problem => ({ code: 'not-written', file, message: `not changed: ${message}` });
  let beside: string | undefined;
  try {
    const real = realpathSync(path);
    if (real !== resolve(path) && !isWithin(real, realpathSync(root)))
      return no('a symbolic link leads to it from outside the project; name the file itself');
    const stat = statSync(real);
    if (stat.nlink > 1) return no(`it has ${stat.nlink} names (hard links), and the others would keep the old text; copy it first`);
    accessSync(real, constants.W_OK);
    const { path: temporary, descriptor: handle } = openBeside(real, 0o600);
    beside = temporary;
    try {
      writeAll(handle, after);
      const made = statSync(temporary);
      if (made.uid !== stat.uid || made.gid !== stat.gid) fchownSync(handle, stat.uid, stat.gid);
      fchmodSync(handle, stat.mode & 0o7777);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    if (Buffer.compare(readFileSync(real), before) !== 0) return no('it has changed since it was read; run it again');
    renameSync(temporary, real);
    beside = undefined;
    flushFolder(dirname(real));
    return undefined;
  } catch (error) {
    return no(ADVICE[errorCode(error)] ?? `the system says ${errorCode(error)}; check its folder and its permissions`);
  } finally {
    if (beside !== undefined) rmSync(beside, { force: true });
  }
}

const ADVICE: Readonly<Record<string, string>> = {
  EACCES: 'no permission to write it or into its folder',
  EPERM: 'no permission to write it, or to keep its owner',
  EROFS: 'its disk can only be read',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'it would be larger than this system lets a file be',
  ENOENT: 'it is gone',
};

function writeAll(handle: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
}

/** The new name reaches the disk with its folder; some systems know no such thing. */
function flushFolder(folder: string): void {
  let handle: number | undefined;
  try {
    handle = openSync(folder, 'r');
    fsyncSync(handle);
  } catch {
    // The file itself is safe.
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}
