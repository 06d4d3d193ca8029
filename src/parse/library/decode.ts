import { RunBuilder } from '../../text/run-map.js';
import type { Written } from './value.js';

/** Puts a decoded text together and keeps where each piece of it stands in the file. */
export class Decoder {
  readonly #pieces: string[] = [];
  readonly #runs = new RunBuilder();
  #length = 0;

  /** `file` from `start` to `end`, as it stands. */
  exact(file: string, start: number, end: number): void {
    if (end > start) this.#put(file.slice(start, end), start, end - start, 1);
  }

  /** Signs that stand in the file as others (an escape, a folded line end) and map only as a whole. */
  whole(text: string, start: number, end: number): void {
    if (text !== '') this.#put(text, start, end - start, text.length);
  }

  build(): Written {
    return { text: this.#pieces.join(''), map: this.#runs.build() };
  }

  #put(text: string, source: number, sourceLength: number, step: number): void {
    this.#pieces.push(text);
    this.#runs.add(this.#length, text.length, source, sourceLength, step);
    this.#length += text.length;
  }
}
