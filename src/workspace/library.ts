import type { Context, DraftReport, Input, Limits, Mode, Problem, SuppressionSettings } from '../index.js';
import type { LibrarySettings } from '../config/index.js';
import type { Directive } from '../draft/draft.js';
import { kindOfEntry } from '../draft/entry-kind.js';
import { readLibrary, type Library, type LibraryEntry } from '../parse/library/index.js';
import { readFrontMatter } from '../parse/library/front-matter.js';
import type { Source } from '../parse/source.js';
import { shifted } from '../text/run-map.js';
import { nestedMap, wholeText } from '../text/string-map.js';
import { LibraryNotes } from './library-notes.js';

/** What holds for the entries of one file. */
export interface LibrarySetup {
  readonly limits: Limits;
  readonly library?: LibrarySettings;
  /** The help desk that the command line or the configuration names. */
  readonly dialect?: string;
  readonly mode?: Mode;
  readonly unusedSuppressions?: SuppressionSettings['unused'];
  /** The library as it was: only entries that differ from it are judged. */
  readonly before?: string;
}

type Lint = (input: Input) => Promise<DraftReport | Problem>;

/** Judges each entry of a library, one after the other, so that only one is held at a time. */
export async function* lintLibrary(
  file: string,
  text: string,
  toBytes: Source['toBytes'],
  setup: LibrarySetup,
  context: Context,
  lint: Lint,
): AsyncGenerator<DraftReport | Problem> {
  const { limits, library = {}, dialect, mode = 'template' } = setup;
  const known = dialect === 'auto' ? undefined : dialect;
  const read = (content: string): Promise<Library | Problem> =>
    readLibrary({ name: file, format: 'text', content }, { kind: library.format, map: library.map, dialect: known }, limits);
  const held = await read(text);
  if ('code' in held) return yield held;
  const isChanged = setup.before === undefined ? undefined : await differsFrom(file, setup.before, await read(setup.before));
  const whole = wholeText(text, toBytes);
  const notes = new LibraryNotes(file, whole, held);
  for (const one of held.entries) {
    const { entry, texts } = one;
    const directives = notes.of(one);
    if (isChanged && !isChanged(one, directives)) continue;
    for (const { value, format, variant, pointer } of texts) {
      const { text: draft, map } = value.read();
      const own = { ...entry, ...(variant && { variant }), ...(known !== undefined && { dialect: known }) };
      const judged = await lint({
        ...context,
        ...(directives.length > 0 && { directives }),
        mode,
        kind: context.kind ?? kindOfEntry(own, library.kinds),
        entry: own,
        draft,
        format,
        name: file,
        id: `${file}#${entry.id}${variant === 'text' ? '/text' : ''}`,
        within: { whole, map, pointer },
      });
      const before = notes.heard(judged);
      if (before) yield before;
    }
  }
  // Entries that were passed over may be the ones that need a suppression.
  const last = notes.last(isChanged ? 'off' : (setup.unusedSuppressions ?? 'warning'));
  if (last) yield last;
}

/** Whether an entry differs from all of a library as it was. One that could not be read had none. */
async function differsFrom(
  file: string,
  text: string,
  library: Library | Problem,
): Promise<(entry: LibraryEntry, directives: readonly Directive[]) => boolean> {
  if ('code' in library) return () => true;
  const { entryDigest } = await import('./since.js');
  const notes = new LibraryNotes(file, wholeText(text), library);
  const known = new Set(library.entries.map((entry) => entryDigest(entry, notes.of(entry))));
  return (entry, directives) => !known.has(entryDigest(entry, directives));
}

/** Judges a file of a folder of templates: one entry, which its front matter describes. */
export async function lintTemplate(source: Source, setup: LibrarySetup, context: Context, lint: Lint): Promise<DraftReport | Problem> {
  const { limits, library = {}, dialect } = setup;
  const { name, format, content, toBytes } = source;
  const input = { ...context, mode: 'template' as const, name, format };
  if (typeof content !== 'string') return lint({ ...input, draft: content });
  const front = await readFrontMatter(name, content, limits);
  if ('code' in front) return front;
  const entry = { ...front.entry, ...(dialect !== undefined && dialect !== 'auto' && { dialect }) };
  const kind = context.kind ?? kindOfEntry(entry, library.kinds);
  // Markdown has front matter of its own, which its parser reads; in other formats it is taken off here.
  if (front.map === undefined || format === 'markdown') return lint({ ...input, kind, entry, draft: content, toBytes });
  const whole = wholeText(content, toBytes);
  const file = nestedMap(name, { whole, map: shifted(0) }, shifted(0));
  const directives = front.notes.map(({ text, start, end }) => ({ text, place: file.locate({ start, end }) }));
  return lint({ ...input, kind, entry, directives, draft: front.body, within: { whole, map: front.map } });
}
