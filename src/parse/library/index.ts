import { lineIndex, type LineIndex } from '../../text/line-index.js';
import { didYouMean } from '../../text/nearest.js';
import type { Problem } from '../../text/problem.js';
import { defaultLimits, tooManyDrafts, type Limits, type Source } from '../source.js';
import { readCsv } from './csv.js';
import type { LibraryEntry } from './entry.js';
import { isFault } from './fault.js';
import { readJson } from './json.js';
import { mapped, type LibraryMap } from './mapped.js';
import { kindsByName } from './names.js';
import { findList, readEntries, type Shape, type Wordless } from './shape.js';
import { shapes } from './shapes.js';
import { itemsOf, type Value } from './value.js';
import { readXml } from './xml.js';
import { readYaml, type Comment } from './yaml.js';
import type { YamlMemory } from './yaml-pieces.js';

export type { LibraryEntry, EntryText } from './entry.js';
export type { LibraryMap } from './mapped.js';

/** What a library file holds. */
export interface Library {
  /** The name of its kind: `zendesk`. */
  readonly kind: string;
  readonly entries: readonly LibraryEntry[];
  /** Entries that could not be taken in (`no-text`). */
  readonly problems: readonly Problem[];
  /** Comments of the file, which may hold suppressions. */
  readonly comments: readonly Comment[];
}

/** What the configuration and the command line say of a library file. */
export interface LibraryOptions {
  /** The kind of file, or the help desk: no other is then tried. */
  readonly kind?: string;
  /** Where the entries of a file of no known kind keep what. */
  readonly map?: LibraryMap;
  /** The help desk whose merge fields the entries hold: its own kind of file is tried first. */
  readonly dialect?: string;
  /** What was read of the file before, where it is read again and again. */
  readonly memory?: YamlMemory;
}

/**
 * Reads a file with many canned responses. Its kind is told by its name, then by what it holds. A file that is none that is known is a problem that lists
 * what was tried (`unknown-library`), as is one that is not well formed (`bad-library`) and one without a text in it (`empty`). Never throws for what
 * the file holds.
 */
export async function readLibrary(
  source: Source,
  options: LibraryOptions = {},
  limits: Limits = defaultLimits,
): Promise<Library | Problem> {
  const text = String(source.content);
  const file = source.name;
  const candidates = candidatesFor(file, options);
  if ('code' in candidates) return candidates;
  const read = await readFile(file, text, options, limits);
  if (isFault(read)) return { code: 'bad-library', file, ...position(lineIndex(text), read.offset), message: read.fault };
  for (const shape of candidates) {
    const list = findList(shape, read.value);
    if (!list) continue;
    const { entries, wordless } = readEntries(shape, read.value, list);
    if (entries.length === 0)
      return { code: 'empty', file, message: `${shape.title}, but no entry holds a text; there is nothing to judge` };
    return (
      tooManyDrafts(file, entries.length, limits) ?? {
        kind: shape.name,
        entries,
        problems: withoutText(file, text, shape, wordless),
        comments: read.comments,
      }
    );
  }
  if (isBare(read.value)) return { code: 'empty', file, message: 'holds no entry; there is nothing to judge' };
  return unknown(file, candidates, options);
}

interface ReadFile {
  readonly value: Value;
  readonly comments: readonly Comment[];
}

async function readFile(
  file: string,
  text: string,
  { kind, memory }: LibraryOptions,
  limits: Limits,
): Promise<ReadFile | { fault: string; offset: number }> {
  const extension = /\.([a-z0-9]+)$/i.exec(file)?.[1]?.toLowerCase();
  if (extension === 'csv' || extension === 'tsv') {
    // TextExpander writes no header unless it is told to.
    const headless = kind === 'textexpander' && !/^\ufeff?\s*"?abbreviation\b/i.test(text.slice(0, 100));
    const table = readCsv(text, headless ? ['abbreviation', 'content', 'label'] : undefined);
    return isFault(table) ? table : { value: table.value, comments: [] };
  }
  if (extension === 'xml') {
    const value = readXml(text, limits);
    return isFault(value) ? value : { value, comments: [] };
  }
  if (extension === 'yaml' || extension === 'yml') return memory ? memory.read(text, limits) : readYaml(text, limits);
  if (extension === 'json' || extension === 'ndjson' || extension === 'jsonl' || /^\ufeff?\s*[[{]/.test(text.slice(0, 1000))) {
    const value = readJson(text, limits);
    return isFault(value) ? value : { value, comments: [] };
  }
  return readYaml(text, limits);
}

/** The kinds to try, in the order in which to try them. */
function candidatesFor(file: string, { kind, map, dialect }: LibraryOptions): readonly Shape[] | Problem {
  if (map) return [mapped(map)];
  if (kind !== undefined) {
    const named = shapes.filter((shape) => shape.name === kind);
    if (named.length > 0) return named;
    const known = shapes.map(({ name }) => name);
    return {
      code: 'usage',
      file,
      message: `there is no library format "${kind}"${didYouMean(kind, known) || `; known are ${known.join(', ')}`}`,
    };
  }
  const named = kindsByName(file.replace(/^.*[/\\]/, ''));
  const rank = ({ name }: Shape): number => (name === dialect ? 2 : 0) + (named.includes(name) ? 1 : 0);
  return shapes.toSorted((a, b) => rank(b) - rank(a));
}

/** An empty list, or a map with nothing but empty lists for lists: an export of no entries. */
function isBare(value: Value): boolean {
  if (value.kind === 'list') return value.items.length === 0;
  const lists = value.kind === 'map' ? [...value.fields.values()].filter(({ kind }) => kind === 'list') : [];
  return lists.length === 1 && itemsOf(lists[0]).length === 0;
}

function unknown(file: string, tried: readonly Shape[], { map }: LibraryOptions): Problem {
  if (map)
    return {
      code: 'unknown-library',
      file,
      message: 'library.map of the configuration finds no entry with a text in it; check its "entries" and "body"',
    };
  const list = tried.map(({ title, looks }) => `${title} (${looks})`).join(', ');
  return {
    code: 'unknown-library',
    file,
    message: `no library that is known; tried ${list}; say where things are with library.map in the configuration`,
  };
}

function withoutText(file: string, text: string, { needs }: Shape, wordless: readonly Wordless[]): Problem[] {
  if (wordless.length === 0) return [];
  const lines = lineIndex(text);
  return wordless.map(({ id, start }) => ({
    code: 'no-text',
    file,
    ...position(lines, start),
    message: `the entry "${id}" holds no text; write it under "${needs}", or take the entry out`,
  }));
}

/** Line and column, 1-based, of an offset. */
function position(lines: LineIndex, offset: number): { line: number; column: number } {
  const { line, start } = lines.at(offset);
  return { line, column: offset - start + 1 };
}
