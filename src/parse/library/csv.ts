import { Decoder } from './decode.js';
import type { Fault } from './fault.js';
import type { TextValue, Value, Written } from './value.js';

/** A table: the keys of its header, and a map a row. A cell of a row that is shorter than the header is not there. */
export interface Table {
  /** Trimmed, in small letters, in their order. */
  readonly header: readonly string[];
  readonly value: Value;
}

const DELIMITERS = [',', ';', '\t'];

/** Reads CSV: cells parted by comma, semicolon or tab, whichever the first row has most of; quoted cells may hold line ends. Linear. */
export function readCsv(text: string, headless?: readonly string[]): Table | Fault {
  const first = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const delimiter = delimiterOf(text, first);
  let header: string[] | undefined = headless?.slice();
  const rows: Value[] = [];
  for (let pos = first; pos < text.length;) {
    const row = readRow(text, pos, delimiter);
    if ('fault' in row) return row;
    const { cells, end } = row;
    const start = pos;
    pos = end;
    if (cells.length === 1 && cells[0].start === cells[0].end) continue;
    if (!header) {
      header = cells.map((cell) => cell.read().text.trim().toLowerCase());
      continue;
    }
    const fields = new Map<string, Value>();
    cells.forEach((cell, column) => {
      if (column < header!.length && !fields.has(header![column])) fields.set(header![column], cell);
    });
    rows.push({ kind: 'map', start, end: cells.at(-1)!.end, fields });
  }
  return { header: header ?? [], value: { kind: 'list', start: first, end: text.length, items: rows } };
}

/** The one that the first row has most of outside of quotation marks; a comma where it has none. */
function delimiterOf(text: string, from: number): string {
  const counts = DELIMITERS.map(() => 0);
  let quoted = false;
  for (let pos = from; pos < text.length && (quoted || (text[pos] !== '\n' && text[pos] !== '\r')); pos += 1) {
    if (text[pos] === '"') quoted = !quoted;
    else if (!quoted) {
      const which = DELIMITERS.indexOf(text[pos]);
      if (which >= 0) counts[which] += 1;
    }
  }
  return DELIMITERS[counts.indexOf(Math.max(...counts))];
}

function readRow(text: string, from: number, delimiter: string): { cells: TextValue[]; end: number } | Fault {
  const cells: TextValue[] = [];
  for (let pos = from; ; pos += 1) {
    const start = pos;
    if (text[pos] === '"') {
      const close = closingQuote(text, pos);
      if (close === undefined) return { fault: 'a quotation mark is never closed; close it, and double those inside ("")', offset: pos };
      pos = close + 1;
      cells.push({
        kind: 'text',
        start,
        end: pos,
        read: () => decodeQuoted(text, start + 1, close),
        words: () => text.slice(start + 1, close).replaceAll('""', '"'),
      });
      if (pos < text.length && text[pos] !== delimiter && text[pos] !== '\n' && text[pos] !== '\r')
        return { fault: 'something follows a closing quotation mark; write a quotation mark inside a quoted cell twice', offset: pos };
    } else {
      while (pos < text.length && text[pos] !== delimiter && text[pos] !== '\n' && text[pos] !== '\r') pos += 1;
      const end = pos;
      cells.push({ kind: 'text', start, end, read: () => decodeBare(text, start, end), words: () => text.slice(start, end) });
    }
    if (text[pos] === delimiter) continue;
    return { cells, end: text.startsWith('\r\n', pos) ? pos + 2 : pos + 1 };
  }
}

function closingQuote(text: string, open: number): number | undefined {
  for (let pos = text.indexOf('"', open + 1); pos >= 0; pos = text.indexOf('"', pos + 2)) if (text[pos + 1] !== '"') return pos;
  return undefined;
}

function decodeQuoted(file: string, start: number, end: number): Written {
  const decoder = new Decoder();
  const raw = file.slice(start, end);
  let from = 0;
  for (let pos = raw.indexOf('""'); pos >= 0; pos = raw.indexOf('""', from)) {
    decoder.exact(file, start + from, start + pos);
    decoder.whole('"', start + pos, start + pos + 2);
    from = pos + 2;
  }
  decoder.exact(file, start + from, end);
  return decoder.build();
}

function decodeBare(file: string, start: number, end: number): Written {
  const decoder = new Decoder();
  decoder.exact(file, start, end);
  return decoder.build();
}
