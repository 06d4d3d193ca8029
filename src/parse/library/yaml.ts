import type { CST } from 'yaml';
import type { Limits } from '../source.js';
import { isFault, type Fault } from './fault.js';
import type { MapValue, Value } from './value.js';
import { decodeBlock, readBlockHeader } from './yaml-block.js';
import { decodeEscaped, decodeFolded } from './yaml-scalar.js';

/** A comment, without its `#`. */
export interface Comment {
  readonly start: number;
  readonly text: string;
}

export interface YamlFile {
  /** A file of several documents is a list of them. */
  readonly value: Value;
  /** In the order of the file. */
  readonly comments: readonly Comment[];
  /** How many values stand under another's name. */
  readonly aliases: number;
}

type YamlLimits = Pick<Limits, 'depth' | 'yamlAliases'>;

/**
 * Reads YAML and keeps the place of each value. Only the package's lexer and parser are used, which take linear time; what they find is decoded here, as its
 * own decoder tells no offsets. An alias stands for the very value that its anchor names, so a bomb of aliases costs nothing; there is a limit all the same.
 */
export async function readYaml(text: string, limits: YamlLimits): Promise<YamlFile | Fault> {
  // A bundle of CommonJS has its named exports on the default one.
  const { Parser } = (await import('yaml')).default;
  const reader = new TreeReader(text, limits);
  try {
    const documents: Value[] = [];
    for (const token of new Parser().parse(text)) {
      const read = reader.document(token);
      if (read && isFault(read)) return read;
      if (read) documents.push(read);
    }
    const all: Value = { kind: 'list', start: 0, end: text.length, items: documents };
    return { value: documents.length === 1 ? documents[0] : all, comments: reader.comments, aliases: reader.aliases };
  } catch (error) {
    if (error instanceof RangeError) return { fault: `nested deeper than ${limits.depth} levels (limit depth)`, offset: 0 };
    throw error;
  }
}

class Refused extends Error {
  constructor(
    readonly fault: string,
    readonly offset: number,
  ) {
    super(fault);
  }
}

class TreeReader {
  readonly comments: Comment[] = [];
  aliases = 0;
  readonly #anchors = new Map<string, Value>();
  #depth = 0;

  constructor(
    private readonly text: string,
    private readonly limits: YamlLimits,
  ) {}

  document(token: CST.Token): Value | Fault | undefined {
    try {
      if (token.type === 'error') throw new Refused(oneLine(token.message), token.offset);
      if (token.type === 'comment') this.#sources([token]);
      if (token.type !== 'document') return undefined;
      this.#anchors.clear();
      const props = this.#sources(token.start);
      const value = token.value ? this.#value(token.value, props.anchor) : undefined;
      this.#sources(token.end, true);
      return value;
    } catch (error) {
      if (error instanceof Refused) return { fault: error.fault, offset: error.offset };
      throw error;
    }
  }

  #value(token: CST.Token, anchor: string | undefined): Value {
    this.#depth += 1;
    if (this.#depth > this.limits.depth) throw new Refused(`nested deeper than ${this.limits.depth} levels (limit depth)`, token.offset);
    const value = this.#read(token);
    this.#depth -= 1;
    if (anchor !== undefined) this.#anchors.set(anchor, value);
    return value;
  }

  #read(token: CST.Token): Value {
    const { text } = this;
    switch (token.type) {
      case 'block-map':
        return this.#map(token.items, token.offset);
      case 'block-seq':
        return this.#list(token.items, token.offset);
      case 'flow-collection': {
        const close = token.end[0];
        const closed = close?.type === 'flow-map-end' || close?.type === 'flow-seq-end';
        if (!closed) throw new Refused(`${token.start.source} is never closed`, token.offset);
        this.#sources(token.end.slice(1), true);
        const items = token.items.filter((item) => item.key !== undefined || item.value !== undefined || item.sep !== undefined);
        return token.start.source === '{' ? this.#map(items, token.offset, true) : this.#list(items, token.offset, true);
      }
      case 'alias':
        this.#sources(token.end, true);
        return this.#alias(token.source.slice(1), token.offset);
      case 'scalar':
        this.#sources(token.end, true);
        return plainScalar(text, token.offset, token.offset + token.source.length);
      case 'single-quoted-scalar':
      case 'double-quoted-scalar': {
        this.#sources(token.end, true);
        const start = token.offset;
        const end = start + token.source.length;
        const quote = token.source[0];
        if (token.source.length < 2 || !token.source.endsWith(quote)) throw new Refused('a quotation mark is never closed', start);
        const decode = quote === '"' ? decodeEscaped : (file: string, from: number, to: number) => decodeFolded(file, from, to, true);
        return { kind: 'text', start, end, read: () => decode(text, start + 1, end - 1) };
      }
      case 'block-scalar': {
        const header = token.props[0];
        let start = token.offset;
        for (const prop of token.props) if ('source' in prop) start += prop.source.length;
        const end = start + token.source.length;
        const said = readBlockHeader(header.type === 'block-scalar-header' ? header.source : '|');
        const { indent } = token;
        return { kind: 'text', start, end, read: () => decodeBlock(text, start, end, said, indent) };
      }
      case 'error':
        throw new Refused(oneLine(token.message), token.offset);
      default:
        throw new Refused('this is not YAML that can be read', token.offset);
    }
  }

  #list(items: readonly CST.CollectionItem[], start: number, flow = false): Value {
    const values: Value[] = [];
    let end = start;
    for (const item of items) {
      const { anchor } = this.#sources(item.start);
      // In flow style an item may be a pair: [a: 1].
      const pair = flow && item.sep !== undefined;
      const value = pair
        ? this.#map([item], item.key?.offset ?? start)
        : item.value
          ? this.#value(item.value, anchor)
          : nothing(offsetOf(item) ?? end);
      values.push(value);
      end = value.end;
    }
    return { kind: 'list', start, end, items: values };
  }

  #map(items: readonly CST.CollectionItem[], start: number, flow = false): MapValue {
    const fields = new Map<string, Value>();
    const merged: Value[] = [];
    let end = start;
    for (const item of items) {
      this.#sources(item.start);
      if (item.key === undefined && item.sep === undefined && item.value === undefined) continue;
      const key = item.key ? this.#value(item.key, undefined) : undefined;
      const name = key?.kind === 'text' ? key.read().text : key?.kind === 'plain' ? key.source : undefined;
      const isPair = item.sep?.some(({ type }) => type === 'map-value-ind') || item.start.some(({ type }) => type === 'explicit-key-ind');
      if (!isPair && !flow && item.key)
        throw new Refused(`a colon is missing behind ${JSON.stringify((name ?? 'this').slice(0, 40))}`, item.key.offset);
      const { anchor } = this.#sources(item.sep);
      const value = item.value ? this.#value(item.value, anchor) : nothing(key?.end ?? end);
      end = item.value ? value.end : Math.max(end, key?.end ?? end);
      if (name === '<<') merged.push(...(value.kind === 'list' ? value.items : [value]));
      else if (name !== undefined) fields.set(name, value);
    }
    for (const other of merged)
      if (other.kind === 'map') for (const [name, value] of other.fields) if (!fields.has(name)) fields.set(name, value);
    return { kind: 'map', start, end, fields };
  }

  #alias(name: string, offset: number): Value {
    this.aliases += 1;
    if (this.aliases > this.limits.yamlAliases)
      throw new Refused(`more than ${this.limits.yamlAliases} aliases (limit yamlAliases); write the texts out`, offset);
    const value = this.#anchors.get(name);
    if (!value) throw new Refused(`*${name} stands for nothing: there is no &${name} above it`, offset);
    return value;
  }

  /** Anchor and comments among the signs around a value. */
  #sources(tokens: readonly CST.Token[] | undefined, only = false): { anchor?: string } {
    let anchor: string | undefined;
    for (const token of tokens ?? []) {
      if (token.type === 'anchor') anchor = token.source.slice(1);
      else if (token.type === 'comment') this.comments.push({ start: token.offset, text: token.source.replace(/^#+/, '').trim() });
      else if (token.type === 'error') throw new Refused(oneLine(token.message), token.offset);
      else if (only && !AFTER.has(token.type)) throw new Refused('something stands where the value has ended', token.offset);
    }
    return { anchor };
  }
}

/** What may stand behind a value. */
const AFTER = new Set<CST.Token['type']>(['space', 'newline', 'comma', 'doc-end']);
const NULL = /^(?:~|null|Null|NULL)?$/;
const TRUTH = /^(?:true|True|TRUE|false|False|FALSE)$/;
const NUMBER = /^[-+]?(?:0x[\da-fA-F]+|0o[0-7]+|(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?)$/;

/** A scalar without quotation marks: a number, a truth value or nothing by YAML's core schema, else text. */
function plainScalar(text: string, start: number, end: number): Value {
  const source = text.slice(start, end);
  if (NULL.test(source)) return { kind: 'plain', start, end, value: null, source };
  if (TRUTH.test(source)) return { kind: 'plain', start, end, value: source.toLowerCase() === 'true', source };
  if (NUMBER.test(source)) return { kind: 'plain', start, end, value: Number(source), source };
  return { kind: 'text', start, end, read: () => decodeFolded(text, start, end, false) };
}

function nothing(offset: number): Value {
  return { kind: 'plain', start: offset, end: offset, value: null, source: '' };
}

function offsetOf({ start }: CST.CollectionItem): number | undefined {
  const last = start.at(-1);
  return last && last.offset + last.source.length;
}

function oneLine(message: string): string {
  return message.split('\n', 1)[0];
}
