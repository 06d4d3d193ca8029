import type { LibrarySettings } from '../config/index.js';
import { kindOfEntry } from '../draft/entry-kind.js';
import type { Directive } from '../draft/draft.js';
import type { Entry } from '../draft/entry.js';
import type { FileFormat } from '../files/format.js';
import type { Context, Limits, Mode, Problem, SuppressionSettings } from '../index.js';
import type { EntryInput } from '../library/entry-input.js';
import type { EntryLinter } from '../library/judge-entry.js';
import { readFrontMatter } from '../parse/library/front-matter.js';
import { readLibrary, type Library, type LibraryEntry } from '../parse/library/index.js';
import { isFault } from '../parse/library/fault.js';
import type { YamlMemory } from '../parse/library/yaml-pieces.js';
import { readEmailTemplate } from '../parse/library/salesforce.js';
import type { Source } from '../parse/source.js';
import { shifted } from '../text/run-map.js';
import { nestedMap, wholeText, type WholeText } from '../text/string-map.js';
import { LibraryNotes } from './library-notes.js';
import type { ThreadSetup } from './isolate.js';

/** What holds for the entries of one file. */
export interface LibrarySetup {
  readonly limits: Limits;
  readonly library?: LibrarySettings;
  /** The help desk that the command line or the configuration names. */
  readonly dialect?: string;
  readonly mode?: Mode;
  readonly unusedSuppressions?: SuppressionSettings['unused'];
}

/** A library file, or a template that is a file of its own, with its content. */
export interface LibraryFile extends Pick<Source, 'name' | 'content' | 'toBytes'> {
  readonly format: Exclude<FileFormat, 'mbox'>;
  readonly setup: LibrarySetup;
  readonly linter: EntryLinter;
  /** What stands beside the file and describes it: the metadata of a Salesforce template. */
  readonly beside?: { readonly name: string; readonly text: string };
  /** The library as it was: only entries that differ from it are judged. */
  readonly before?: string;
  /** How a thread for entries that may take long makes the same workspace; absent where entries are judged in this thread whatever they hold. */
  readonly thread?: ThreadSetup;
}

export interface Opened {
  readonly library: Library;
  readonly whole: WholeText;
}

/** Reads a library file. `memory`: what was read of it before. */
export async function open({ name, content, toBytes, setup }: LibraryFile, memory?: YamlMemory): Promise<Opened | Problem> {
  const { limits, library = {} } = setup;
  const text = String(content);
  const options = { kind: library.format, map: library.map, dialect: dialectOf(setup), memory };
  const read = await readLibrary({ name, format: 'text', content: text }, options, limits);
  return 'code' in read ? read : { library: read, whole: wholeText(text, toBytes) };
}

export type IsChanged = (entry: LibraryEntry, directives: readonly Directive[]) => boolean;

/** Whether an entry differs from all of a library as it was. One that could not be read had none. */
export async function differsFrom(file: LibraryFile, before: string): Promise<IsChanged> {
  const opened = await open({ ...file, content: before, toBytes: undefined });
  if ('code' in opened) return () => true;
  const { entryDigest } = await import('./since.js');
  const notes = new LibraryNotes(file.name, opened.whole, opened.library);
  const known = new Set(opened.library.entries.map((entry) => entryDigest(entry, notes.of(entry))));
  return (entry, directives) => !known.has(entryDigest(entry, directives));
}

/** The texts of one entry of a library, ready to be judged: one, or one for each form that the response has. */
export function inputsOf(
  { name, setup }: LibraryFile,
  { whole }: Opened,
  { entry: described, texts }: LibraryEntry,
  context: Context,
  directives: readonly Directive[] = [],
): EntryInput[] {
  const dialect = dialectOf(setup);
  return texts.map(({ value, format, variant, pointer }, index) => {
    const { text: draft, map } = value.read();
    const entry = { ...described, ...(variant && { variant }), ...(dialect !== undefined && { dialect }) };
    return {
      ...context,
      mode: setup.mode ?? 'template',
      kind: context.kind ?? kindOfEntry(entry, setup.library?.kinds),
      entry,
      draft,
      format,
      name,
      id: `${name}#${described.id}${index === 0 ? '' : `/text${index === 1 ? '' : index}`}`,
      within: { whole, map, pointer },
      directives,
    };
  });
}

/** Whether a file is a library of many entries, not a template that is a file of its own. */
export function holdsMany({ name, format }: LibraryFile): boolean {
  return format === 'library' && !isEmailTemplate(name);
}

/** Whether a file is the text of a Salesforce e-mail template. */
export function isEmailTemplate(name: string): boolean {
  return /\.email$/i.test(name);
}

/** A template of Salesforce: its text is the file, and what describes it stands beside it. */
function emailTemplateOf({ name, content, toBytes, setup, beside }: LibraryFile, context: Context): EntryInput | Problem {
  if (!beside) return { code: 'bad-library', file: name, message: `its metadata is missing; put ${name}-meta.xml beside it` };
  const id = name.replace(/^.*[/\\]/, '').replace(/\.email$/i, '');
  const read = readEmailTemplate(id, beside.text, setup.limits);
  if (isFault(read)) return { code: 'bad-library', file: beside.name, message: read.fault };
  const { entry, format } = read;
  const kind = context.kind ?? kindOfEntry(entry, setup.library?.kinds);
  return { ...context, mode: setup.mode ?? 'template', name, id: name, draft: content, toBytes, format, entry, kind, directives: [] };
}

/** A file of a folder of templates: one entry, which its front matter describes. */
export async function templateOf(file: LibraryFile, format: LibraryFile['format'], context: Context): Promise<EntryInput | Problem> {
  if (format === 'library') return emailTemplateOf(file, context);
  const { name, content, toBytes, setup } = file;
  const { limits, library = {} } = setup;
  const dialect = dialectOf(setup);
  const input = { ...context, mode: 'template' as const, name, id: name, format, toBytes, directives: [] };
  const described = (entry: Entry): Pick<EntryInput, 'entry' | 'kind'> => {
    const own = { ...entry, ...(dialect !== undefined && { dialect }) };
    return { entry: own, kind: context.kind ?? kindOfEntry(own, library.kinds) };
  };
  if (typeof content !== 'string') return { ...input, draft: content, ...described({ id: name }) };
  const front = await readFrontMatter(name, content, limits);
  // The parser of Markdown reads front matter itself, and tells what is wrong with it.
  if ('code' in front) return format === 'markdown' ? { ...input, draft: content, ...described({ id: name }) } : front;
  if (front.map === undefined || format === 'markdown') return { ...input, draft: content, ...described(front.entry) };
  const whole = wholeText(content, toBytes);
  const places = nestedMap(name, { whole, map: shifted(0) }, shifted(0));
  const directives = front.notes.map(({ text, start, end }) => ({ text, place: places.locate({ start, end }) }));
  return { ...input, draft: front.body, toBytes: undefined, within: { whole, map: front.map }, directives, ...described(front.entry) };
}

function dialectOf({ dialect }: LibrarySetup): string | undefined {
  return dialect === 'auto' ? undefined : dialect;
}
