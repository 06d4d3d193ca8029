import { readFileSync } from 'node:fs';
import type { Problem } from '../text/problem.js';
import { systemFailure } from './failure.js';
import { replaceContent } from './replace.js';

type Cut = readonly [start: number, end: number];

/** A file that something is to be taken out of. */
export interface Cutting {
  /** As it is shown. */
  readonly file: string;
  /** Absolute. */
  readonly path: string;
  /** Project root: symbolic links are followed only below it. */
  readonly root: string;
  readonly cuts: readonly Cut[];
  /** Each cut must hold one of these words (ASCII), or the file is no longer what it was when they were found. */
  readonly words: readonly string[];
}

/** Takes byte ranges out of a file; a line that is left blank by that goes as a whole. Every other byte stays as it is. */
export function cutBytes({ file, path, root, cuts, words }: Cutting): Problem | undefined {
  let before: Uint8Array;
  try {
    before = readFileSync(path);
  } catch (error) {
    return systemFailure(file, error);
  }
  const no = (message: string): Problem => ({ code: 'not-written', file, message: `not changed: ${message}` });
  if (before.includes(0)) return no('it holds NUL bytes (UTF-16?); take the suppressions out by hand');
  const latin1 = new TextDecoder('latin1');
  const holds = ([start, end]: Cut): boolean => {
    const text = latin1.decode(before.subarray(start, end)).toLowerCase();
    return words.some((word) => text.includes(word.toLowerCase()));
  };
  if (!cuts.every(holds)) return no('it has changed since it was read, or is encoded; run it again, or take the suppressions out by hand');
  const pieces: Uint8Array[] = [];
  let at = 0;
  for (const [start, end] of joined(cuts.map((cut) => withLine(before, cut)))) {
    pieces.push(before.subarray(at, start));
    at = end;
  }
  return replaceContent({ file, path, root, before, after: Buffer.concat([...pieces, before.subarray(at)]) });
}

const LF = 10;
const isBlank = (byte: number | undefined): boolean => byte === 32 || byte === 9;

/** The cut, with the rest of its lines where nothing but blanks stands beside it. */
function withLine(bytes: Uint8Array, [start, end]: Cut): Cut {
  let from = start;
  let to = end;
  while (isBlank(bytes[from - 1])) from -= 1;
  while (isBlank(bytes[to])) to += 1;
  const opens = from === 0 || bytes[from - 1] === LF;
  if (opens && bytes[to - 1] === LF && to > start) return [from, to];
  const closes = to === bytes.length ? 0 : bytes[to] === LF ? 1 : bytes[to] === 13 && bytes[to + 1] === LF ? 2 : -1;
  if (opens && closes >= 0) return [from, to + closes];
  // Between two words one blank is enough; before a line end none.
  return closes >= 0 ? [from, end] : from < start && to > end ? [start, to] : [start, end];
}

function joined(cuts: readonly Cut[]): Cut[] {
  const out: Cut[] = [];
  for (const [start, end] of cuts.toSorted((a, b) => a[0] - b[0])) {
    const last = out.at(-1);
    if (last && start <= last[1]) out[out.length - 1] = [last[0], Math.max(last[1], end)];
    else out.push([start, end]);
  }
  return out;
}
