import { directivesOf } from '../../draft/directives.js';
import type { Entry } from '../../draft/entry.js';
import type { Format } from '../source.js';
import { at, countOf, listOf, textOf, truthOf, wordsOf, type TextValue, type Value } from './value.js';

/** One text of an entry: its place in the file, and how it is to be read. */
export interface EntryText {
  readonly value: TextValue;
  readonly format: Exclude<Format, 'eml'>;
  readonly variant?: Entry['variant'];
  /** JSON pointer, CSV cell or XPath. */
  readonly pointer: string;
}

/** One canned response with its texts, the one that most customers get first. */
export interface LibraryEntry {
  readonly entry: Entry;
  readonly texts: readonly EntryText[];
  readonly notes: readonly EntryNote[];
  /** Where it stands in the file. */
  readonly start: number;
  readonly end: number;
}

/** Under which keys an entry keeps what describes it; the first that is there counts. */
export type Keys = {
  readonly [
    K in
      | 'id'
      | 'title'
      | 'subject'
      | 'lang'
      | 'scenario'
      | 'intent'
      | 'tags'
      | 'folder'
      | 'visibility'
      | 'usage'
      | 'owner'
      | 'active'
      | 'dialect'
  ]?: readonly string[];
};

/** The value that a path of keys leads to: `meta.title`, `actions.0.value`. */
export function follow(value: Value | undefined, path: string): Value | undefined {
  const whole = at(value, path);
  if (whole || !path.includes('.')) return whole;
  return path.split('.').reduce<Value | undefined>((from, key) => (from?.kind === 'list' ? from.items[Number(key)] : at(from, key)), value);
}

/** What the fields of an item say of the entry. */
export function describe(item: Value, keys: Keys, place: string): Entry {
  const first = (key: keyof Keys): Value | undefined => {
    for (const path of keys[key] ?? []) {
      const found = follow(item, path);
      if (found && !(found.kind === 'plain' && found.value === null)) return found;
    }
    return undefined;
  };
  const title = wordsOf(first('title'));
  const said = wordsOf(first('visibility'))?.toLowerCase();
  const active = truthOf(first('active'));
  return withoutGaps({
    id: wordsOf(first('id')) ?? title ?? place,
    title,
    subject: wordsOf(first('subject')),
    lang: wordsOf(first('lang')),
    scenario: wordsOf(first('scenario')),
    intent: wordsOf(first('intent')),
    tags: listOf(first('tags')),
    folder: wordsOf(first('folder')),
    visibility: said === undefined ? undefined : /^(?:note|internal|private)/.test(said) ? 'note' : 'public',
    usage: countOf(first('usage')),
    owner: wordsOf(first('owner')),
    active,
    dialect: wordsOf(first('dialect')),
  });
}

/** A note to the linter in a field of an entry, and where the field's value stands in the file. */
export interface EntryNote {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The notes in the fields `replylint-disable` and `replylint_disable` of an item; a form of no meaning (a number) is passed over. */
export function notesOf(item: Value): EntryNote[] {
  return ['replylint-disable', 'replylint_disable'].flatMap((key) => {
    const value = at(item, key);
    const { start = 0, end = 0 } = value ?? {};
    return (directivesOf(value && saidBy(value)) ?? []).map((text) => ({ text, start, end }));
  });
}

function saidBy(value: Value): unknown {
  if (value.kind === 'plain') return value.value;
  if (value.kind === 'text') return textOf(value);
  return value.kind === 'list'
    ? value.items.map(saidBy)
    : Object.fromEntries([...value.fields].map(([key, inner]) => [key, saidBy(inner)]));
}

/** Without the keys that nothing is said of. */
function withoutGaps(entry: { [K in keyof Entry]: Entry[K] | undefined } & { id: string }): Entry {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined)) as unknown as Entry;
}
