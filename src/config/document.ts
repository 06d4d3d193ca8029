import type { Document, Node, Pair, Scalar } from 'yaml';
import type { Problem } from '../text/problem.js';
import { guard, MAX_DEPTH } from '../text/yaml-guard.js';
import { loadData, type ConfigText } from './find.js';
import { shownPath } from './origin.js';

/** Values in one file once its aliases are written out: stops bombs made of few aliases. */
const MAX_VALUES = 200_000;

export type Path = readonly (string | number)[];

/** 1-based. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The settings of one file, and where each of them stands. */
export interface ConfigDocument {
  readonly data: unknown;
  /** Position of the key (or list item) at `path`; of the nearest one around it when there is none. */
  readonly position: (path: Path) => Position;
}

/**
 * Parses a config file. cosmiconfig's loader gives the values and goes first, because it stops at the first fault, where `yaml` takes quadratic time over
 * some broken text; `yaml` then gives the positions, of JSON and YAML alike.
 */
export async function parseConfig(file: ConfigText, cwd: string): Promise<ConfigDocument | Problem> {
  const shown = shownPath(file.path, cwd);
  const wrong = (message: string, at?: Position): Problem => ({ code: 'bad-config', message, file: shown, ...at });
  const refused = guard(file.text);
  if (refused) return wrong(refused.message, { line: refused.line, column: refused.column });

  let loaded: unknown;
  try {
    loaded = await loadData(file);
  } catch (error) {
    if (!['JSONError', 'YAMLException'].includes((error as Error).name)) throw error;
    const { message, at } = file.format === 'json' ? jsonFault(file.text) : yamlFault(error);
    return wrong(`is not valid ${file.format.toUpperCase()}: ${message}`, at);
  }

  const position = await positionsIn(file);
  if (position.double) return wrong(`the key "${position.double.key}" stands here twice; keep one`, position.double.at);
  try {
    return { data: tidy(loaded, position.written), position: position.of };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return wrong(error.message, position.of(error.path));
  }
}

function jsonFault(text: string): { message: string; at: Position } {
  let message = '';
  try {
    JSON.parse(text);
  } catch (error) {
    message = (error as Error).message;
  }
  const given = /at position (\d+)/.exec(message)?.[1];
  const offset = given === undefined ? unexpectedIn(text, message) : Number(given);
  const before = text.slice(0, offset);
  const found = offset < text.trimEnd().length ? `${JSON.stringify(text[offset])} is not expected here` : 'the file ends too early';
  const hint = text[offset] === '/' || text[offset] === '#' ? '; JSON has no comments, .replylintrc.yaml has' : '';
  return { message: found + hint, at: { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') } };
}

/**
 * Offset of the token that JSON did not expect; the end, where the text only breaks off. Node before 22 tells no position of it, but every beginning of the
 * text that holds it fails for the same reason, and none that ends before it does.
 */
function unexpectedIn(text: string, message: string): number {
  if (!message.startsWith('Unexpected token')) return text.trimEnd().length;
  let sound = 0;
  let faulty = text.length;
  while (faulty - sound > 1) {
    const middle = (sound + faulty) >> 1;
    if (hasUnexpected(text.slice(0, middle))) faulty = middle;
    else sound = middle;
  }
  return sound;
}

function hasUnexpected(text: string): boolean {
  try {
    JSON.parse(text);
    return false;
  } catch (error) {
    return (error as Error).message.startsWith('Unexpected token');
  }
}

function yamlFault(error: unknown): { message: string; at?: Position } {
  const { reason, message, mark } = error as { reason?: string; message: string; mark?: { line: number; column: number } };
  return { message: (reason ?? message).split('\n', 1)[0], at: mark && { line: mark.line + 1, column: mark.column + 1 } };
}

interface Positions {
  readonly of: (path: Path) => Position;
  /** The value at `path` as it is written. */
  readonly written: (path: Path) => string | undefined;
  /** A key that JSON's parser would have taken the last of. */
  readonly double?: { readonly key: string; readonly at: Position };
}

async function positionsIn(file: ConfigText): Promise<Positions> {
  const { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, visit } = (await import('yaml')).default;
  const lines = new LineCounter();
  // Unique keys are checked below in linear time; `yaml` compares each with each.
  const document: Document = parseDocument(file.text, {
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'error',
    merge: true,
    uniqueKeys: false,
  });
  const place = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const start = (node: unknown) => (node as Node | null | undefined)?.range?.[0];

  // Each map is indexed once: a lookup must not walk it, for there can be as many lookups as keys.
  const indexes = new Map<unknown, Map<string, Pair>>();
  let double: Scalar | undefined;
  visit(document, {
    Map(_, map) {
      const index = new Map<string, Pair>();
      for (const pair of map.items) {
        if (!isScalar(pair.key)) continue;
        const key = String(pair.key.value);
        if (index.has(key)) double ??= pair.key;
        index.set(key, pair);
      }
      indexes.set(map, index);
    },
  });

  return {
    double: double && { key: String(double.value), at: place(start(double) ?? 0) },
    of: (path) => place(locate(path).offset),
    written(path) {
      const { node } = locate(path);
      return isScalar(node) ? node.source : undefined;
    },
  };

  function locate(path: Path): { node: unknown; offset: number } {
    let node: unknown = document.contents;
    let offset = start(node) ?? 0;
    for (const step of file.key === undefined ? path : [file.key, ...path]) {
      if (isAlias(node)) node = node.resolve(document);
      if (isMap(node)) {
        const pair = indexes.get(node)?.get(String(step));
        if (!pair) return { node: undefined, offset };
        offset = start(pair.key) ?? offset;
        node = pair.value;
      } else if (isSeq(node)) {
        node = node.items[Number(step)];
        offset = start(node) ?? offset;
      } else return { node: undefined, offset };
    }
    return { node, offset };
  }
}

class Refusal extends Error {
  constructor(
    message: string,
    readonly path: Path,
  ) {
    super(message);
  }
}

/** Copies the data: dates back to the text they were written as (the loader makes 2 March of 2026-02-30), no key that could reach a prototype, no more than the limits allow. */
export function tidy(data: unknown, written: Positions['written']): unknown {
  let values = 0;
  const copy = (value: unknown, path: Path): unknown => {
    if (++values > MAX_VALUES) throw new Refusal(`has more than ${MAX_VALUES} values once its aliases are written out`, path);
    if (path.length > MAX_DEPTH) throw new Refusal(`is nested deeper than ${MAX_DEPTH} levels`, path);
    if (value instanceof Date) return written(path) ?? value.toISOString().slice(0, 10);
    if (Array.isArray(value)) return value.map((item, i) => copy(item, [...path, i]));
    if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint')
      throw new Refusal(`${path.join('.')} is a ${typeof value}, and no plain text, number, list or map`, path);
    if (typeof value !== 'object' || value === null) return value;
    if (Object.getPrototypeOf(value) !== Object.prototype) throw new Refusal('is no plain text, number, list or map; remove the tag', path);
    const entries = Object.entries(value).map(([key, inner]) => {
      if (key === '__proto__') throw new Refusal('the key "__proto__" is not allowed; remove it', [...path, key]);
      return [key, copy(inner, [...path, key])] as const;
    });
    return Object.fromEntries(entries);
  };
  return copy(data, []);
}
