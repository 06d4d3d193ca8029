/** Where the lines of a text begin. A line ends at LF, CRLF or a lone CR, as editors count. */
export interface LineIndex {
  /** Offsets where lines begin, the first being 0. */
  readonly starts: readonly number[];
  /** The 1-based line that holds `offset`, and the offset where it begins. */
  at(offset: number): { readonly line: number; readonly start: number };
}

/** Indexes the lines of a string (offsets in UTF-16 units) or of bytes in an ASCII-compatible charset (offsets in bytes). */
export function lineIndex(text: string | Uint8Array): LineIndex {
  const starts = [0];
  if (typeof text === 'string' && !text.includes('\r')) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return indexOf(starts);
  }
  const code = typeof text === 'string' ? (at: number): number => text.charCodeAt(at) : (at: number): number => text[at];
  for (let at = 0; at < text.length; at += 1) {
    const unit = code(at);
    if (unit === 10 || (unit === 13 && code(at + 1) !== 10)) starts.push(at + 1);
  }
  return indexOf(starts);
}

function indexOf(starts: readonly number[]): LineIndex {
  return {
    starts,
    at(offset) {
      let low = 0;
      let high = starts.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (starts[middle] <= offset) low = middle + 1;
        else high = middle;
      }
      const line = Math.max(1, low);
      return { line, start: starts[line - 1] };
    },
  };
}
