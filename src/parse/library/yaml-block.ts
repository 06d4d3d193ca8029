import { Decoder } from './decode.js';
import type { Written } from './value.js';

/** The sign that opens a block scalar, and what stands behind it: `|2-`. */
export interface BlockHeader {
  readonly folded: boolean;
  /** Spaces that are no text, counted from the parent's; 0 for those of the first line. */
  readonly indent: number;
  /** `-` no line end at the end, `+` all of them, else one. */
  readonly chomp: string;
}

/** Reads `|2-` and its kin. */
export function readBlockHeader(written: string): BlockHeader {
  return { folded: written.startsWith('>'), indent: Number(/[1-9]/.exec(written)?.[0] ?? 0), chomp: /[-+]/.exec(written)?.[0] ?? '' };
}

/** One line: its spaces from `start`, its text from `text` to `end`, the next line from `next`. */
interface Line {
  readonly start: number;
  readonly text: number;
  readonly end: number;
  readonly next: number;
}

/**
 * The text of a literal or folded block.
 * @param start offset of its first line in `file`; `end` the offset after its last one
 * @param parent spaces before the line of its parent
 */
export function decodeBlock(file: string, start: number, end: number, header: BlockHeader, parent: number): Written {
  const lines = linesOf(file, start, end);
  const decoder = new Decoder();
  let last = lines.length;
  while (last > 0 && isEmpty(lines[last - 1])) last -= 1;
  if (last === 0) {
    // Nothing but line ends: text only where all of them are kept.
    if (header.chomp === '+') for (const { end: stop, next } of lines) decoder.whole('\n', stop, next);
    return decoder.build();
  }
  const trim = trimOf(lines, last, header, parent);
  // Lines of nothing but spaces that are longer than the indentation are text.
  for (let i = lines.length - 1; i >= last; i -= 1) if (lines[i].text - lines[i].start > trim) last = i + 1;
  const from = (line: Line): number => Math.min(line.start + trim, line.text);
  if (header.folded) foldLines(decoder, file, lines.slice(0, last), from);
  else
    for (let i = 0; i < last; i += 1) {
      if (i > 0) decoder.whole('\n', lines[i - 1].end, from(lines[i]));
      decoder.exact(file, from(lines[i]), lines[i].end);
    }
  closeBlock(decoder, file, lines, last, header, from);
  return decoder.build();
}

/** The line ends at the end: one, all, or none. */
function closeBlock(
  decoder: Decoder,
  file: string,
  lines: readonly Line[],
  last: number,
  { chomp }: BlockHeader,
  from: (line: Line) => number,
) {
  const final = lines[last - 1];
  if (chomp === '+') {
    if (final && final.next > final.end) decoder.whole('\n', final.end, final.next);
    for (const line of lines.slice(last)) {
      decoder.exact(file, from(line), line.end);
      if (line.next > line.end) decoder.whole('\n', line.end, line.next);
    }
  } else if (chomp === '' && final && final.next > final.end) decoder.whole('\n', final.end, final.next);
}

/** Lines that follow each other become one; empty lines are line ends; lines that are indented further stay as they are. */
function foldLines(decoder: Decoder, file: string, lines: readonly Line[], from: (line: Line) => number): void {
  /** Line ends since the last line with text. */
  let breaks = 0;
  let before: Line | undefined;
  let wasDeeper = false;
  for (const line of lines) {
    const deeper = line.end > from(line) && (line.text > from(line) || file[line.text] === '\t');
    if (isEmpty(line) && !deeper) {
      breaks += 1;
      continue;
    }
    const kept = wasDeeper || deeper || !before ? breaks + (before ? 1 : 0) : breaks;
    const separator = kept > 0 ? '\n'.repeat(kept) : before ? ' ' : '';
    decoder.whole(separator, before?.end ?? lines[0].start, from(line));
    decoder.exact(file, from(line), line.end);
    before = line;
    wasDeeper = deeper;
    breaks = 0;
  }
}

function trimOf(lines: readonly Line[], last: number, header: BlockHeader, parent: number): number {
  if (header.indent > 0) return parent + header.indent;
  const first = lines.slice(0, last).find((line) => !isEmpty(line));
  return first ? first.text - first.start : parent;
}

function isEmpty({ text, end }: Line): boolean {
  return text === end;
}

function linesOf(file: string, start: number, end: number): Line[] {
  const lines: Line[] = [];
  for (let pos = start; pos < end;) {
    let text = pos;
    while (text < end && file.charCodeAt(text) === 32) text += 1;
    let stop = file.indexOf('\n', text);
    if (stop < 0 || stop >= end) stop = end;
    const close = stop > text && file[stop - 1] === '\r' && stop < end ? stop - 1 : stop;
    const next = stop < end ? stop + 1 : end;
    lines.push({ start: pos, text, end: close, next });
    pos = next;
  }
  return lines;
}
