import { writeSync } from 'node:fs';
import type { Writable } from 'node:stream';
import { errorCode } from '../files/failure.js';

/**
 * Standard output or standard error. It is written to directly: the stream that Node has for it takes an eighth of a bare start to load, and is
 * used only when the other end is slow and does not make us wait (EAGAIN). A reader that goes away (`| head`) is no fault: what is written after
 * that goes nowhere.
 */
export class Outlet {
  readonly #descriptor: number;
  readonly #open: () => Writable;
  #stream: Writable | undefined;
  #closed = false;

  constructor(descriptor: number, open: () => Writable) {
    this.#descriptor = descriptor;
    this.#open = open;
  }

  write(text: string | Uint8Array): void {
    if (this.#closed || text.length === 0) return;
    let rest: Uint8Array = typeof text === 'string' ? Buffer.from(text) : text;
    try {
      while (!this.#stream && rest.length > 0) rest = rest.subarray(writeSync(this.#descriptor, rest));
    } catch (error) {
      const code = errorCode(error);
      if (code === 'EAGAIN') this.#stream = this.#opened();
      else if (code === 'EPIPE') this.#closed = true;
      else throw error;
    }
    if (rest.length > 0) this.#stream?.write(rest);
  }

  /** Resolves when more can be taken; false once nobody reads it any longer. */
  async drained(): Promise<boolean> {
    const stream = this.#stream;
    if (!this.#closed && stream?.writableNeedDrain)
      await new Promise<void>((resolve) => {
        stream.once('drain', resolve);
        stream.once('close', resolve);
        stream.once('error', () => resolve());
      });
    return !this.#closed;
  }

  #opened(): Writable {
    const stream = this.#open();
    stream.on('error', (error) => {
      if (errorCode(error) !== 'EPIPE' && errorCode(error) !== 'ERR_STREAM_DESTROYED') throw error;
      this.#closed = true;
    });
    return stream;
  }
}
