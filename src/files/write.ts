import { appendFileSync, closeSync, openSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Problem } from '../text/problem.js';
import { openBeside } from './beside.js';
import { errorCode } from './failure.js';
import { leadsOut } from './inside.js';
import { makeFolder } from './make-folder.js';

/**
 * A file that comes whole or not at all: it is written beside its place and renamed at the end, so that whoever reads it sees the old text or the new
 * one. Makes the folders it needs; a pipe or a device is written to as it comes.
 */
export class WholeFile {
  /** Where it is written until it is whole; undefined for a pipe or a device. */
  #beside: string | undefined;
  #descriptor: number | undefined;
  #failure: unknown;
  readonly #clear = (): void => {
    process.removeListener('exit', this.#clear);
    if (this.#beside !== undefined) rmSync(this.#beside, { force: true });
  };

  /** @param path is written @param file is shown */
  constructor(
    readonly file: string,
    readonly path: string,
  ) {}

  /** Takes a piece. What goes wrong is told at the end. */
  write(text: string | Uint8Array): void {
    if (this.#failure !== undefined) return;
    try {
      this.#descriptor ??= this.#open();
      writeFileSync(this.#descriptor, text);
    } catch (error) {
      this.#failure = error;
    }
  }

  /** Puts the file in its place. */
  end(): Problem | undefined {
    this.write('');
    try {
      if (this.#descriptor !== undefined) closeSync(this.#descriptor);
      if (this.#failure !== undefined) throw this.#failure;
      if (this.#beside !== undefined) renameSync(this.#beside, this.path);
      process.removeListener('exit', this.#clear);
      return undefined;
    } catch (error) {
      this.#clear();
      return notWritten(this.file, error);
    }
  }

  /** Leaves no trace of it. */
  discard(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
    this.#clear();
  }

  #open(): number {
    if (isSpecial(this.path)) return openSync(this.path, 'w');
    makeFolder(dirname(this.path));
    const { path, descriptor } = openBeside(this.path);
    this.#beside = path;
    // Ctrl-C while drafts are judged leaves no half of a report behind.
    process.once('exit', this.#clear);
    return descriptor;
  }
}

/** Writes a whole file at once, as {@link WholeFile} does. */
export function writeWhole(file: string, path: string, text: string | Uint8Array): Problem | undefined {
  const whole = new WholeFile(file, path);
  whole.write(text);
  return whole.end();
}

/** The same for a file of the project, which is not written where a link leads out of `root`. */
export function writeInside(file: string, path: string, root: string, text: string): Problem | undefined {
  if (!leadsOut(path, root)) return writeWhole(file, path, text);
  return { code: 'not-written', file, message: 'not written: a symbolic link leads out of the project; take the link away' };
}

/** Adds to the end of a file, or makes it. */
export function appendText(file: string, path: string, text: string): Problem | undefined {
  try {
    appendFileSync(path, text);
    return undefined;
  } catch (error) {
    return notWritten(file, error);
  }
}

/** The problem of a file that could not be written. */
export function notWritten(file: string, error: unknown): Problem {
  return { code: 'not-written', file, message: `could not be written (${errorCode(error)}); check its folder and its permissions` };
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
