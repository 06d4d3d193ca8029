/** One line of the input: its bytes without the LF, or null when it was over the limit and its bytes were let go. */
export interface Line {
  /** 1-based, blank lines counted. */
  readonly number: number;
  readonly bytes: Uint8Array | null;
}

const LF = 10;

/**
 * Splits a stream of bytes at LF alone, one array of whole lines for each chunk that came. The last line needs no LF.
 * What it holds at any time is one unfinished line, never more than `limit` bytes of it.
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<readonly Line[]> {
  let number = 1;
  let held: Uint8Array[] = [];
  let size = 0;
  const take = (bytes: Uint8Array): Line => {
    const line = { number, bytes: size + bytes.length > limit ? null : held.length === 0 ? bytes : Buffer.concat([...held, bytes]) };
    number += 1;
    held = [];
    size = 0;
    return line;
  };
  for await (const chunk of chunks) {
    const lines: Line[] = [];
    let from = 0;
    for (let at = chunk.indexOf(LF); at >= 0; at = chunk.indexOf(LF, from)) {
      lines.push(take(chunk.subarray(from, at)));
      from = at + 1;
    }
    if (from < chunk.length) {
      size += chunk.length - from;
      if (size > limit) held = [];
      else held.push(chunk.subarray(from));
    }
    if (lines.length > 0) yield lines;
  }
  if (size > 0) yield [take(new Uint8Array())];
}
