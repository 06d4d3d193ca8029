import { parse } from '../parse/index.js';
import { isWild } from '../parse/wild.js';
import { readLibrary, type EntryText, type LibraryOptions } from '../parse/library/index.js';
import type { Limits, Parsed } from '../parse/source.js';
import type { Edit } from '../rule/rule.js';
import { encodeCharset } from '../text/encode.js';
import type { Problem } from '../text/problem.js';
import type { OffsetMap } from '../text/run-map.js';
import { applyChanges, isRefusal, trimmed, type Change, type Refusal, type Splice } from './change.js';
import { inTwin } from './mail/twin.js';
import { textChanges, unchangeable, WILD, type Opened, type Reading, type Written } from './opened.js';
import { toSource } from './pieces.js';
import { inScalar, styleOf } from './scalar.js';
import { syntaxOf } from './syntax.js';

/** A library file, decoded. */
export interface LibraryText {
  readonly name: string;
  readonly content: string;
  /** From units of `content` to bytes of the file. */
  readonly toBytes: OffsetMap;
  /** What new words are written in. */
  readonly charset: string;
}

const NOT_EXACT: Refusal = { refused: 'where it stands in the file is not known to the byte' };

/** Opens the texts of a library for change, each by the id that its draft has. `wanted`: whether those of an entry are needed, by the id of its first text. */
export async function openLibrary(
  file: LibraryText,
  options: LibraryOptions,
  limits: Limits,
  wanted: (id: string) => boolean = () => true,
): Promise<ReadonlyMap<string, Opened> | Problem> {
  const library = await readLibrary({ name: file.name, format: 'text', content: file.content }, options, limits);
  if ('code' in library) return library;
  const opened = new Map<string, Opened>();
  for (const { entry, texts } of library.entries) {
    if (!wanted(`${file.name}#${entry.id}`)) continue;
    const parts: OpenText[] = [];
    let isStrange = false;
    for (const one of texts) {
      const { text: content, map } = one.value.read();
      isStrange ||= await isWild({ content, format: one.format }, limits);
      if (isStrange) break;
      const parsed = await parse({ name: file.name, format: one.format, content }, limits);
      if (!('code' in parsed)) parts.push(openText(one, content, map, parsed, file));
    }
    if (isStrange) {
      const refused = unchangeable(WILD);
      for (const id of [`${file.name}#${entry.id}`, `${file.name}#${entry.id}/text`]) if (!opened.has(id)) opened.set(id, refused);
      continue;
    }
    for (const part of parts) {
      const id = `${file.name}#${entry.id}${part.variant === 'text' ? '/text' : ''}`;
      if (!opened.has(id))
        opened.set(
          id,
          together(
            part,
            parts.filter((other) => other !== part && (other.variant ?? part.variant) !== undefined),
          ),
        );
    }
  }
  return opened;
}

/** One text of an entry. */
interface OpenText extends Reading {
  readonly variant: EntryText['variant'];
  readonly ways: number;
  write(changes: readonly Change[], way: number): Splice[] | Refusal;
}

/** A text with the other forms of the same response: all are changed, or none. */
function together(own: OpenText, others: readonly OpenText[]): Opened {
  return {
    text: own.text,
    readings: [own, ...others],
    ways: own.ways,
    write(edits: readonly Edit[], way): Written | Refusal {
      if (edits.some(({ kind }) => kind === 'style')) return { refused: 'styles are changed in HTML files and mail alone' };
      const changes = textChanges(edits);
      const splices: Splice[] = [];
      const readings: Reading[] = [];
      for (const form of [own, ...others]) {
        const mine = form === own ? changes : changes.map((change) => inTwin(change, own.text, form.text));
        if (!mine.every((change) => change !== undefined))
          return {
            refused: `the ${form.variant === 'html' ? 'HTML' : 'plain text'} of the entry does not say the same there; change both by hand`,
          };
        const written = form.write(mine, Math.min(way, form.ways - 1));
        if (isRefusal(written)) return written;
        splices.push(...written);
        readings.push({ text: applyChanges(form.text, mine), rich: form.rich });
      }
      return { splices, readings };
    },
  };
}

function openText({ value, format, variant }: EntryText, content: string, map: OffsetMap, parsed: Parsed, file: LibraryText): OpenText {
  const style = styleOf(file.content, value, /\.[ct]sv$/i.test(file.name));
  const holds = (text: string): boolean => encodeCharset(text, file.charset) !== undefined;
  const syntax = syntaxOf(format, content, holds);
  return {
    variant,
    text: parsed.text,
    rich: format !== 'text',
    ways: syntax.ways.length,
    write(changes, way) {
      const inContent = toSource(
        changes.map((change) => trimmed(parsed.text, change)),
        parsed.text,
        (at) => parsed.map.source(at),
        ({ start, end }, text) => syntax.goes(content.slice(start, end), text),
        // Line ends are for the scalar to write.
        (text, at) => syntax.ways[way](text, at)?.replaceAll('\r\n', '\n'),
      );
      if (isRefusal(inContent)) return inContent;
      const splices: Splice[] = [];
      for (const change of inContent) {
        const inFile = map.source(change);
        const at = inFile && file.toBytes.source(inFile);
        if (!at) return NOT_EXACT;
        const words = inScalar(change.text, style, file.content, value, inFile.start);
        const bytes = words === undefined ? undefined : encodeCharset(words, file.charset);
        if (!bytes) return { refused: 'the way its text is written in the file cannot hold the new words' };
        splices.push({ ...at, bytes });
      }
      return splices;
    },
  };
}
