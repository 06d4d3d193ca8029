import type { OffsetMap } from '../../text/run-map.js';

/** A decoded text with the way back to the file it stands in, both in UTF-16 units. */
export interface Written {
  readonly text: string;
  readonly map: OffsetMap;
}

interface At {
  /** Offset in the text of the file. */
  readonly start: number;
  readonly end: number;
}

/** Words, decoded each time they are asked for: a library of ten thousand responses is not held twice. */
export interface TextValue extends At {
  readonly kind: 'text';
  read(): Written;
  /** The words alone, where to have them takes less. */
  words?(): string;
}

/** A number, a truth value, or nothing. */
export interface PlainValue extends At {
  readonly kind: 'plain';
  readonly value: number | boolean | null;
  /** As it is written. */
  readonly source: string;
}

export interface ListValue extends At {
  readonly kind: 'list';
  readonly items: readonly Value[];
}

export interface MapValue extends At {
  readonly kind: 'map';
  /** By key; of keys that are there twice, the last. */
  readonly fields: ReadonlyMap<string, Value>;
}

/** What JSON, YAML and CSV files hold, with the place of everything. */
export type Value = TextValue | PlainValue | ListValue | MapValue;

/** The value under a key; undefined where there is none, or where `value` is no map. */
export function at(value: Value | undefined, key: string): Value | undefined {
  return value?.kind === 'map' ? value.fields.get(key) : undefined;
}

/** The items of a list; of anything else none. */
export function itemsOf(value: Value | undefined): readonly Value[] {
  return value?.kind === 'list' ? value.items : [];
}

/** The decoded words of a text, without the way back to the file. */
export function textOf(value: TextValue): string {
  return value.words?.() ?? value.read().text;
}

/** The words of a text, or a number as it is written; undefined for anything else and for a text without any. */
export function wordsOf(value: Value | undefined): string | undefined {
  if (value?.kind === 'plain') return typeof value.value === 'number' ? value.source : undefined;
  const words = value?.kind === 'text' ? textOf(value).trim() : '';
  return words === '' ? undefined : words;
}

/** A list of words, however written: a list, or one text with commas between them. */
export function listOf(value: Value | undefined): readonly string[] | undefined {
  const said = value?.kind === 'list' ? value.items.map(wordsOf) : wordsOf(value)?.split(',');
  const words = (said ?? []).map((word) => word?.trim()).filter((word) => word !== undefined && word !== '');
  return words.length > 0 ? (words as string[]) : undefined;
}

/** A count of 0 or more. */
export function countOf(value: Value | undefined): number | undefined {
  const words = wordsOf(value);
  const count = words === undefined || !/^\d{1,15}(?:\.\d{1,6})?$/.test(words) ? Number.NaN : Number(words);
  return Number.isNaN(count) ? undefined : count;
}

/** Yes or no, however written: `true`, `1`, `"yes"`. */
export function truthOf(value: Value | undefined): boolean | undefined {
  if (value?.kind === 'plain' && typeof value.value === 'boolean') return value.value;
  const words = wordsOf(value)?.toLowerCase();
  if (words === undefined) return undefined;
  if (['true', '1', 'yes', 'y', 'on', 'active'].includes(words)) return true;
  return ['false', '0', 'no', 'n', 'off', 'inactive'].includes(words) ? false : undefined;
}

/** A text value with words in it. */
export function textAt(value: Value | undefined, key: string): TextValue | undefined {
  const text = at(value, key);
  return text?.kind === 'text' && textOf(text).trim() !== '' ? text : undefined;
}
