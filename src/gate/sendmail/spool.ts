import { ftruncateSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { errorCode } from '../../files/failure.js';
import type { Problem } from '../../text/problem.js';

/**
 * A mail on its way to the real sendmail, in a file without a name. Through a pipe, a sendmail would take the half of a mail for a whole one if this
 * process ended while it writes.
 */
export class Spool {
  #length = 0;

  private constructor(
    private readonly writing: number,
    /** Open for reading from the beginning. */
    readonly reading: number,
  ) {}

  /** Makes one that only this user can read; it is gone when the last process that holds it ends. */
  static open(): Spool | Problem {
    try {
      const folder = mkdtempSync(join(tmpdir(), 'replylint-mail-'));
      try {
        const file = join(folder, 'mail');
        return new Spool(openSync(file, 'wx', 0o600), openSync(file, 'r'));
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    } catch (error) {
      return spoolFailure(error);
    }
  }

  /** Adds bytes to the end. */
  write(bytes: Uint8Array): Problem | undefined {
    try {
      for (let at = 0; at < bytes.length;) at += writeSync(this.writing, bytes, at, bytes.length - at, this.#length + at);
      this.#length += bytes.length;
      return undefined;
    } catch (error) {
      return spoolFailure(error);
    }
  }

  /** Holds these bytes instead. */
  replace(bytes: Uint8Array): Problem | undefined {
    ftruncateSync(this.writing);
    this.#length = 0;
    return this.write(bytes);
  }
}

function spoolFailure(error: unknown): Problem {
  const message = `the mail could not be kept in ${tmpdir()} (${errorCode(error)}); make room there, or set TMPDIR`;
  return { code: 'not-written', message };
}
