import type { Limits } from '../source.js';
import { shifted, chain } from '../../text/run-map.js';
import { oncePer } from '../../text/lazy.js';
import { isFault, type Fault } from './fault.js';
import type { MapValue, TextValue, Value, Written } from './value.js';
import { readYaml, type Comment, type YamlFile } from './yaml.js';

/** What was read of the items of one list, each as it is written. */
type Known = ReadonlyMap<string, Piece>;

/** An item of a list, read by itself: places count from its first line. */
interface Piece {
  readonly value: Value;
  readonly comments: readonly Comment[];
}

/**
 * Reads a YAML file that is being written, again and again. A file that is one list of blocks (below a key or not) is read item by item, and an item that is
 * written as it was before is not read again. The answer is that of {@link readYaml}; whatever this does not understand goes there as a whole.
 */
export class YamlMemory {
  #known: Known = new Map();

  async read(text: string, limits: Pick<Limits, 'depth' | 'yamlAliases'>): Promise<YamlFile | Fault> {
    return (await this.#inPieces(text, limits)) ?? readYaml(text, limits);
  }

  async #inPieces(text: string, limits: Pick<Limits, 'depth' | 'yamlAliases'>): Promise<YamlFile | undefined> {
    const starts = itemStarts(text);
    if (starts.length < 2) return undefined;
    const [first] = starts;
    const indent = text.slice(first).search(/\S/);
    // One item stands for all, so that what is above them is read as it is.
    const head = await readYaml(`${text.slice(0, first)}${' '.repeat(indent)}- 0\n`, limits);
    const holder = isFault(head) ? undefined : onlyList(head.value, first + indent);
    if (isFault(head) || !holder || head.aliases > 0) return undefined;
    const known = new Map<string, Piece>();
    const items: Value[] = [];
    const comments = [...head.comments];
    for (const [i, start] of starts.entries()) {
      const written = text.slice(start, starts[i + 1]);
      const piece =
        known.get(written) ?? this.#known.get(written) ?? (await pieceOf(written, { ...limits, depth: limits.depth - holder.depth }));
      if (!piece) return undefined;
      known.set(written, piece);
      items.push(moved(piece.value, start));
      for (const { start: at, text: words } of piece.comments) comments.push({ start: at + start, text: words });
    }
    this.#known = known;
    return { value: holder.with(items), comments, aliases: 0 };
  }
}

/** Where the items of the file's only list begin: lines with a dash at one indentation, and nothing less indented below the first. Empty where it is no such file. */
function itemStarts(text: string): number[] {
  const first = /^( *)- /m.exec(text);
  if (!first) return [];
  const indent = first[1].length;
  const starts: number[] = [];
  for (let at = first.index; at < text.length;) {
    const end = text.indexOf('\n', at);
    let from = at;
    while (text.charCodeAt(from) === 32) from += 1;
    const sign = text.charCodeAt(from);
    const isBlank = from >= text.length || sign === 10 || sign === 13;
    if (!isBlank && from - at === indent && sign === 45 && text.charCodeAt(from + 1) === 32) starts.push(at);
    // A key below the list, the mark of a document, a tab: not read here. A comment may stand anywhere.
    else if (!isBlank && from - at <= indent && sign !== 35) return [];
    if (end < 0) break;
    at = end + 1;
  }
  return starts;
}

async function pieceOf(written: string, limits: Pick<Limits, 'depth' | 'yamlAliases'>): Promise<Piece | undefined> {
  // What a tab before a line means depends on what is around, and so do keys of other kinds than usual.
  if (/^ *\t|<<|^\s*(?:- +)*\?/m.test(written)) return undefined;
  const read = await readYaml(written, limits);
  // What an alias stands for may be written in another item.
  if (isFault(read) || read.aliases > 0 || read.value.kind !== 'list' || read.value.items.length !== 1) return undefined;
  const [value] = read.value.items;
  return hasGap(value) || isGap(value) ? undefined : { value, comments: read.comments };
}

/** Whether an item of a list says nothing: what place it has depends on what follows. */
function hasGap(value: Value): boolean {
  if (value.kind === 'map') return [...value.fields.values()].some(hasGap);
  return value.kind === 'list' && value.items.some((item) => isGap(item) || hasGap(item));
}

function isGap(value: Value): boolean {
  return value.kind === 'plain' && value.source === '';
}

interface Holder {
  /** How deep the list stands. */
  readonly depth: number;
  /** The file with other items in the list. */
  with(items: readonly Value[]): Value;
}

/** The list that begins at an offset, and the way to put other items into it; undefined where there is none. */
function onlyList(value: Value, at: number, depth = 1): Holder | undefined {
  if (value.kind === 'list' && value.start === at && value.items.length === 1)
    return { depth, with: (items) => ({ kind: 'list', start: at, end: items.at(-1)?.end ?? at, items }) };
  if (value.kind !== 'map') return undefined;
  for (const [key, inner] of value.fields) {
    const holder = onlyList(inner, at, depth + 1);
    if (!holder) continue;
    return {
      depth: holder.depth,
      with(items): MapValue {
        const list = holder.with(items);
        return { ...value, end: Math.max(value.start, list.end), fields: new Map(value.fields).set(key, list) };
      },
    };
  }
  return undefined;
}

/** A text of an item is decoded once, however often the file is read. */
const read = oncePer((value: TextValue): Written => value.read());

/** A value, read from a text that begins at an offset of the file, as it stands in the file. */
function moved(value: Value, by: number): Value {
  const at = { start: value.start + by, end: value.end + by };
  switch (value.kind) {
    case 'text':
      return {
        kind: 'text',
        ...at,
        read() {
          const { text, map } = read(value);
          return { text, map: chain(map, shifted(by)) };
        },
        words: () => read(value).text,
      };
    case 'plain':
      return { ...value, ...at };
    case 'list':
      return { kind: 'list', ...at, items: value.items.map((item) => moved(item, by)) };
    case 'map': {
      const fields = new Map<string, Value>();
      for (const [key, inner] of value.fields) fields.set(key, moved(inner, by));
      return { kind: 'map', ...at, fields };
    }
  }
}
