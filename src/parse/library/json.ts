import type { Limits } from '../source.js';
import { Decoder } from './decode.js';
import type { Fault } from './fault.js';
import type { Value, Written } from './value.js';

type Fields = Map<string, Value>;
interface Open {
  readonly start: number;
  readonly items?: Value[];
  readonly fields?: Fields;
  key?: string;
}

const BLANK = /[ \t\r\n]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/**
 * Reads JSON and keeps the place of each value. Takes time linear in the text and no call stack, however deep it is nested; deeper than
 * `limits.depth` is a fault.
 * @param from offset where the value begins
 * @returns the value and the offset after it, or what is wrong
 */
function readValue(text: string, from: number, limits: Pick<Limits, 'depth'>): { value: Value; end: number } | Fault {
  const open: Open[] = [];
  let pos = skip(text, from);
  for (;;) {
    const above = open.at(-1);
    if (above?.fields) {
      const key = readKey(text, pos);
      if (!('key' in key)) return key;
      above.key = key.key;
      pos = key.end;
    }
    let done: Value | undefined;
    const sign = text[pos];
    if (sign === '{' || sign === '[') {
      if (open.length >= limits.depth) return { fault: `nested deeper than ${limits.depth} levels (limit depth)`, offset: pos };
      const start = pos;
      pos = skip(text, pos + 1);
      if (text[pos] === (sign === '{' ? '}' : ']')) {
        pos += 1;
        done = sign === '{' ? { kind: 'map', start, end: pos, fields: new Map() } : { kind: 'list', start, end: pos, items: [] };
      } else {
        open.push(sign === '{' ? { start, fields: new Map() } : { start, items: [] });
        continue;
      }
    } else {
      const scalar = readScalar(text, pos);
      if (!('kind' in scalar)) return scalar;
      done = scalar;
      pos = scalar.end;
    }
    for (;;) {
      const holder = open.at(-1);
      if (!holder) return { value: done, end: pos };
      if (holder.fields) holder.fields.set(holder.key!, done);
      else holder.items!.push(done);
      pos = skip(text, pos);
      if (text[pos] === ',') {
        pos = skip(text, pos + 1);
        break;
      }
      if (text[pos] !== (holder.fields ? '}' : ']')) return unexpected(text, pos, holder.fields ? 'a comma or }' : 'a comma or ]');
      pos += 1;
      open.pop();
      done = holder.fields
        ? { kind: 'map', start: holder.start, end: pos, fields: holder.fields }
        : { kind: 'list', start: holder.start, end: pos, items: holder.items! };
    }
  }
}

/** Reads a JSON file, or one with a JSON value a line (NDJSON), which is a list of them. */
export function readJson(text: string, limits: Pick<Limits, 'depth'>): Value | Fault {
  const items: Value[] = [];
  const first = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (let pos = skip(text, first); pos < text.length || items.length === 0;) {
    const read = readValue(text, pos, limits);
    if (!('value' in read)) return read;
    items.push(read.value);
    const next = skip(text, read.end);
    const parted = text.slice(read.end, next).includes('\n');
    if (next < text.length && !parted) return unexpected(text, next, 'the end of the file, or a new line');
    pos = next;
  }
  return items.length === 1 ? items[0] : { kind: 'list', start: first, end: text.length, items };
}

function readKey(text: string, pos: number): { key: string; end: number } | Fault {
  if (text[pos] !== '"') return unexpected(text, pos, 'a key in double quotation marks');
  const end = endOfString(text, pos);
  if (typeof end !== 'number') return end;
  const colon = skip(text, end);
  if (text[colon] !== ':') return unexpected(text, colon, 'a colon');
  return { key: wordsIn(text, pos, end), end: skip(text, colon + 1) };
}

function readScalar(text: string, start: number): Value | Fault {
  if (text[start] === '"') {
    const end = endOfString(text, start);
    return typeof end === 'number'
      ? { kind: 'text', start, end, read: () => decodeString(text, start, end), words: () => wordsIn(text, start, end) }
      : end;
  }
  for (const pattern of [NUMBER, WORD]) {
    pattern.lastIndex = start;
    const source = pattern.exec(text)?.[0];
    if (source !== undefined && !/[\w.]/.test(text[start + source.length] ?? ''))
      return { kind: 'plain', start, end: start + source.length, value: JSON.parse(source) as number | boolean | null, source };
  }
  return unexpected(text, start, 'a value');
}

/** Offset after the closing quotation mark. */
function endOfString(text: string, start: number): number | Fault {
  for (let pos = start + 1; pos < text.length; pos += 1) {
    const code = text.charCodeAt(pos);
    if (code === 34) return pos + 1;
    if (code === 92) {
      const escape = text[pos + 1];
      const sound = escape === 'u' ? /^[\da-fA-F]{4}$/.test(text.slice(pos + 2, pos + 6)) : Object.hasOwn(ESCAPES, escape ?? '');
      if (!sound) return { fault: `\\${escape ?? ''} is no escape that JSON knows`, offset: pos };
      pos += escape === 'u' ? 5 : 1;
    } else if (code < 32) return { fault: 'a text goes on over the end of the line; write \\n, or close the quotation mark', offset: pos };
  }
  return { fault: 'a quotation mark is never closed', offset: start };
}

/** The words between quotation marks that were found sound. */
function wordsIn(file: string, start: number, end: number): string {
  const raw = file.slice(start + 1, end - 1);
  return raw.includes('\\') ? (JSON.parse(`"${raw}"`) as string) : raw;
}

/** A text between quotation marks that has been found sound. */
function decodeString(file: string, start: number, end: number): Written {
  const decoder = new Decoder();
  const base = start + 1;
  // Sought in a slice: a search in the file would go on to the next text that has one.
  const raw = file.slice(base, end - 1);
  let from = 0;
  for (let pos = raw.indexOf('\\'); pos >= 0; pos = raw.indexOf('\\', from)) {
    decoder.exact(file, base + from, base + pos);
    from = pos + (raw[pos + 1] === 'u' ? 6 : 2);
    const sign = raw[pos + 1] === 'u' ? String.fromCharCode(Number.parseInt(raw.slice(pos + 2, pos + 6), 16)) : ESCAPES[raw[pos + 1]];
    decoder.whole(sign, base + pos, base + from);
  }
  decoder.exact(file, base + from, end - 1);
  return decoder.build();
}

function skip(text: string, pos: number): number {
  BLANK.lastIndex = pos;
  BLANK.test(text);
  return BLANK.lastIndex;
}

function unexpected(text: string, offset: number, wanted: string): Fault {
  return {
    fault: offset >= text.length ? `the file ends where ${wanted} was due` : `${JSON.stringify(text[offset])} where ${wanted} was due`,
    offset,
  };
}
