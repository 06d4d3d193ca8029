import { parse } from '../parse/index.js';
import type { Format, Limits } from '../parse/source.js';
import { encodeCharset } from '../text/encode.js';
import type { Problem } from '../text/problem.js';
import type { OffsetMap } from '../text/run-map.js';
import type { Edit } from '../rule/rule.js';
import { applyChanges, isRefusal, trimmed, type Change, type Refusal, type Splice } from './change.js';
import { textChanges, type Opened, type Written } from './opened.js';
import { toSource } from './pieces.js';
import { lineEndAt, syntaxOf } from './syntax.js';

/** A text, Markdown or HTML file, decoded. */
export interface TextFile {
  readonly name: string;
  readonly format: Exclude<Format, 'eml'>;
  readonly bytes: Uint8Array;
  readonly content: string;
  /** From units of `content` to `bytes`. */
  readonly toBytes: OffsetMap;
  /** What new words are written in. */
  readonly charset: string;
}

/** Opens a text, Markdown or HTML file. */
export async function openText(file: TextFile, limits: Limits): Promise<Opened | Problem> {
  const parsed = await parse(file, limits);
  if ('code' in parsed) return parsed;
  // The tree that tells where styles are written takes long to load.
  const restyle = file.format === 'html' ? (await import('./restyle.js')).restyle : undefined;
  const rich = file.format !== 'text';
  const syntax = syntaxOf(file.format, file.content, (text) => encodeCharset(text, file.charset) !== undefined);
  return {
    text: parsed.text,
    readings: [{ text: parsed.text, rich }],
    ways: syntax.ways.length,
    write(edits, way): Written | Refusal {
      const changes = textChanges(edits);
      const inSource = toSource(
        changes.map((change) => trimmed(parsed.text, change)),
        parsed.text,
        (at) => parsed.map.source(at),
        ({ start, end }, text) => syntax.goes(file.content.slice(start, end), text),
        syntax.ways[way],
      );
      if (isRefusal(inSource)) return inSource;
      const styled = restyle?.(file.content, edits, (at) => parsed.map.source(at), limits) ?? withoutStyles(edits);
      if (isRefusal(styled)) return styled;
      const splices = toBytes([...inSource, ...styled], file);
      if (isRefusal(splices)) return splices;
      return { splices, readings: [{ text: applyChanges(parsed.text, changes), rich }] };
    },
  };
}

function withoutStyles(edits: readonly Edit[]): Change[] | Refusal {
  return edits.some(({ kind }) => kind === 'style') ? { refused: 'styles are changed in HTML files alone' } : [];
}

function toBytes(changes: readonly Change[], { content, toBytes: map, charset, bytes }: TextFile): Splice[] | Refusal {
  const splices: Splice[] = [];
  for (const { start, end, text } of changes) {
    const at = map.source({ start, end });
    const encoded = encodeCharset(endsInCr(start) ? text.replaceAll('\n', '\r') : text, charset);
    if (!at || !encoded) return { refused: 'where it stands in the file is not known to the byte' };
    splices.push({ ...at, bytes: encoded });
  }
  return splices;

  /** Whether the nearest line ends with CR alone, which reads as LF. */
  function endsInCr(offset: number): boolean {
    if (lineEndAt(content, offset) !== '\n') return false;
    const next = content.indexOf('\n', offset);
    const near = next >= 0 ? next : content.lastIndexOf('\n');
    const place = near < 0 ? undefined : map.source({ start: near, end: near + 1 });
    return place !== undefined && bytes.subarray(place.start, place.end).includes(13);
  }
}
