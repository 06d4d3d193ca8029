import { slice, type Span } from '../text/span.js';
import type { Change, Refusal } from './change.js';

/** A stretch of text and the stretch of its source that it came from, with nothing else in it. */
interface Piece {
  readonly text: Span;
  readonly source: Span;
}

/** The longest run of signs that one piece of a source can stand for: a row of line ends between two blocks, a sign with its variants. */
const LONGEST = 32;

/**
 * Carries changes of a text to the source it was read from. Where markup stands inside a changed stretch it stays, and the new words go where the old
 * ones began; words of the same length go where each of the old ones stood.
 * @param origin where a stretch of the text stands in the source; undefined where that is not known exactly
 * @param goes whether a stretch of the source, with what it reads as, may be taken away: the markup between two paragraphs may not
 * @param written the new words as the source writes them, put at an offset of it; undefined where it cannot
 */
export function toSource(
  changes: readonly Change[],
  text: string,
  origin: (at: Span) => Span | undefined,
  goes: (source: Span, text: string) => boolean,
  written: (text: string, at: number) => string | undefined,
): Change[] | Refusal {
  const out: Change[] = [];
  for (const change of changes) {
    const write = (words: string, at: Span): Refusal | undefined => {
      const encoded = words === '' ? '' : written(words, at.start);
      if (encoded === undefined) return { refused: `its charset has no sign for all of “${words}”` };
      out.push({ ...at, text: encoded });
      return undefined;
    };
    if (change.start === change.end) {
      const at = origin(change);
      if (!at) return NOT_EXACT;
      const failed = write(change.text, at);
      if (failed) return failed;
      continue;
    }
    const pieces = piecesOf(change, text, origin, goes);
    if ('refused' in pieces) return pieces;
    const even = change.text.length === change.end - change.start;
    for (const [i, piece] of pieces.entries()) {
      const words = even ? change.text.slice(piece.text.start - change.start, piece.text.end - change.start) : i === 0 ? change.text : '';
      const failed = words === slice(text, piece.text) ? undefined : write(words, piece.source);
      if (failed) return failed;
    }
  }
  return out;
}

const NOT_EXACT: Refusal = { refused: 'where it stands in the file is not known to the byte' };

/** The pieces that a span came from, those that touch joined. */
function piecesOf(
  at: Span,
  text: string,
  origin: (at: Span) => Span | undefined,
  goes: (source: Span, text: string) => boolean,
): Piece[] | Refusal {
  const pieces: Piece[] = [];
  for (let start = at.start; start < at.end;) {
    let end = start + 1;
    let source = origin({ start, end });
    while (!source && end < at.end && end - start < LONGEST) {
      end += 1;
      source = origin({ start, end });
    }
    if (!source) return NOT_EXACT;
    if (!goes(source, slice(text, { start, end }))) return { refused: 'it reaches across the edge of a paragraph' };
    const last = pieces.at(-1);
    if (last?.source.end === source.start)
      pieces[pieces.length - 1] = { text: { start: last.text.start, end }, source: { start: last.source.start, end: source.end } };
    else pieces.push({ text: { start, end }, source });
    start = end;
  }
  return pieces;
}
