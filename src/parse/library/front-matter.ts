import type { Entry } from '../../draft/entry.js';
import type { Problem } from '../../text/problem.js';
import { shifted, type OffsetMap } from '../../text/run-map.js';
import { findFrontMatter } from '../markdown-meta.js';
import type { Limits } from '../source.js';
import { describe, notesOf, type EntryNote } from './entry.js';
import { isFault } from './fault.js';
import { NATIVE_KEYS } from './native.js';
import { readYaml } from './yaml.js';

/** A template that is a file of its own. */
export interface SingleEntry {
  readonly entry: Entry;
  /** The text without its front matter. */
  readonly body: string;
  /** Carries offsets of `body` to the file; undefined where it has no front matter. */
  readonly map?: OffsetMap;
  readonly notes: readonly EntryNote[];
}

/** What the front matter of a Markdown, HTML or text file says of the template in it. Without any, the file's name is its id. */
export async function readFrontMatter(file: string, text: string, limits: Limits): Promise<SingleEntry | Problem> {
  const stem = file.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '');
  const folder = /([^/\\]+)[/\\][^/\\]*$/.exec(file)?.[1];
  const plain: Entry = { id: stem, ...(folder !== undefined && folder !== '.' && folder !== '..' && { folder }) };
  const front = findFrontMatter(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  if (!front) return { entry: plain, body: text, notes: [] };
  const mark = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const read = await readYaml(front.yaml, limits);
  const body = text.slice(mark + front.end);
  const map = shifted(mark + front.end);
  if (isFault(read)) {
    const line = front.yaml.slice(0, read.offset).split(/\r\n|\n|\r/).length + 1;
    return { code: 'bad-front-matter', file, line, message: `front matter: ${read.fault}` };
  }
  if (read.value.kind !== 'map') return { entry: plain, body, map, notes: [] };
  const base = mark + front.start;
  const notes = notesOf(read.value).map(({ text: note, start, end }) => ({ text: note, start: base + start, end: base + end }));
  return { entry: { ...plain, ...describe(read.value, NATIVE_KEYS, stem) }, body, map, notes };
}
