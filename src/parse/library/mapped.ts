import { follow, type EntryText, type Keys } from './entry.js';
import { sniff } from './native.js';
import type { Shape } from './shape.js';
import { textOf, type Value } from './value.js';

/** Where the entries of any file keep what: keys, column names of CSV, or paths of keys with dots (`content.html`). */
export interface LibraryMap {
  /** The key or path of the list; the file itself where it is absent. */
  readonly entries?: string;
  readonly body: string;
  readonly format?: EntryText['format'];
  readonly id?: string;
  readonly title?: string;
  readonly subject?: string;
  readonly lang?: string;
  readonly scenario?: string;
  readonly intent?: string;
  readonly tags?: string;
  readonly folder?: string;
  readonly visibility?: string;
  readonly usage?: string;
  readonly owner?: string;
  readonly active?: string;
  readonly dialect?: string;
}

/** The shape that a team's configuration describes. */
export function mapped(map: LibraryMap): Shape {
  const keys = Object.fromEntries(
    Object.entries(map)
      .filter(([key]) => key !== 'entries' && key !== 'body' && key !== 'format')
      .map(([key, path]) => [key, [path, String(path).toLowerCase()]]),
  ) as Keys;
  const bodyOf = (item: Value): Value | undefined => follow(item, map.body) ?? follow(item, map.body.toLowerCase());
  const texts = (item: Value, pointer: string): EntryText[] => {
    const value = bodyOf(item);
    if (value?.kind !== 'text') return [];
    const text = textOf(value);
    if (text.trim() === '') return [];
    return [{ value, format: map.format ?? sniff(text), pointer: `${pointer}/${map.body.replaceAll('.', '/')}` }];
  };
  return {
    name: 'mapped',
    title: 'library.map',
    looks: `entries with ${map.body}`,
    lists: map.entries === undefined ? [] : [map.entries],
    is: (item) => texts(item, '').length > 0,
    keys,
    needs: map.body,
    texts,
  };
}
