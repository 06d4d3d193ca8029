import type { Entry } from '../../draft/entry.js';
import { describe, notesOf, follow, type EntryText, type Keys, type LibraryEntry } from './entry.js';
import { itemsOf, wordsOf, type Value } from './value.js';

/** One kind of library file: how it is known, and where an entry keeps what. */
export interface Shape {
  /** As `--dialect` and the configuration call it. */
  readonly name: string;
  /** As errors call it: `Zendesk macros`. */
  readonly title: string;
  /** What to look for in a file, for the error that lists what was tried: `macros[].actions[]`. */
  readonly looks: string;
  /** The help desk whose merge fields the entries hold. */
  readonly dialect?: string;
  /** Keys, or paths with dots, under which the list of entries may stand, the file itself being the list besides. */
  readonly lists: readonly string[];
  /** Finds the entries where a path does not lead to them. */
  readonly find?: (file: Value) => readonly Value[];
  /** Whether this is one of its entries. */
  readonly is: (item: Value) => boolean;
  readonly keys: Keys;
  /** The key of its words, where every entry needs some: a file that a team writes by hand. Exports hold entries that only set a status. */
  readonly needs?: string;
  /** The texts of an entry; `pointer` is where the entry stands. */
  readonly texts: (item: Value, pointer: string) => readonly EntryText[];
  /** What else the entry says of itself. */
  readonly more?: (item: Value) => Partial<Entry>;
  /** What holds for all entries of the file: variables that it declares once. */
  readonly shared?: (file: Value) => Partial<Entry>;
}

interface Found {
  readonly items: readonly Value[];
  readonly pointer: string;
}

/** Items that are looked at to tell what a file is. */
const SAMPLE = 50;

/** The list of entries in a file of this shape; undefined where it is another. */
export function findList(shape: Shape, file: Value): Found | undefined {
  const found = shape.find?.(file) ?? [];
  if (found.some(shape.is)) return { items: found, pointer: '' };
  for (const path of shape.lists) {
    const items = itemsOf(follow(file, path));
    if (items.slice(0, SAMPLE).some(shape.is)) return { items, pointer: `/${path.replaceAll('.', '/')}` };
  }
  const items = itemsOf(file);
  if (items.slice(0, SAMPLE).some(shape.is)) return { items, pointer: '' };
  // Pages of an export, one after the other.
  const pages = items.flatMap((page) => shape.lists.flatMap((path) => itemsOf(follow(page, path))));
  if (pages.slice(0, SAMPLE).some(shape.is)) return { items: pages, pointer: '' };
  return shape.is(file) ? { items: [file], pointer: '' } : undefined;
}

/** An entry that should hold a text and holds none. */
export interface Wordless {
  readonly id: string;
  /** Offset in the file. */
  readonly start: number;
}

/** All entries of a list that hold a text, their ids made unique, and those that lack the text they need. */
export function readEntries(shape: Shape, file: Value, { items, pointer }: Found): { entries: LibraryEntry[]; wordless: Wordless[] } {
  const entries: LibraryEntry[] = [];
  const wordless: Wordless[] = [];
  const taken = new Map<string, number>();
  const common = shape.shared?.(file).declares ?? [];
  items.forEach((item, index) => {
    const here = item === file ? pointer : `${pointer}/${index}`;
    const texts = item.kind === 'map' ? shape.texts(item, here) : [];
    const said = describe(item, shape.keys, `entry-${index + 1}`);
    if (texts.length === 0) {
      if (shape.needs !== undefined && said.active !== false && !isBlank(item)) wordless.push({ id: said.id, start: item.start });
      return;
    }
    const before = taken.get(said.id) ?? 0;
    taken.set(said.id, before + 1);
    const id = before === 0 ? said.id : `${said.id}~${before + 1}`;
    const dialect = said.dialect ?? shape.dialect;
    const more = shape.more?.(item);
    const declares = shape.shared && { declares: [...common, ...(more?.declares ?? [])] };
    entries.push({
      entry: { ...said, ...more, ...declares, id, ...(dialect !== undefined && { dialect }) },
      texts,
      notes: notesOf(item),
      start: item.start,
      end: item.end,
    });
  });
  return { entries, wordless };
}

/** Nothing at all: the row of commas with which a spreadsheet ends, a dash with nothing behind it. */
function isBlank(item: Value): boolean {
  return item.kind === 'map' ? [...item.fields.values()].every(isBlank) : item.kind !== 'list' && wordsOf(item) === undefined;
}
