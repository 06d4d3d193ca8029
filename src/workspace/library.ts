import type { Context, DraftReport, Input, Limits, Mode, Problem } from '../index.js';
import type { LibrarySettings } from '../config/index.js';
import { kindOfEntry } from '../draft/entry-kind.js';
import { readLibrary } from '../parse/library/index.js';
import { readFrontMatter } from '../parse/library/front-matter.js';
import type { Source } from '../parse/source.js';
import { wholeText } from '../text/string-map.js';

/** What holds for the entries of one file. */
export interface LibrarySetup {
  readonly limits: Limits;
  readonly library?: LibrarySettings;
  /** The help desk that the command line or the configuration names. */
  readonly dialect?: string;
  readonly mode?: Mode;
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
  const held = await readLibrary(
    { name: file, format: 'text', content: text },
    { kind: library.format, map: library.map, dialect: known },
    limits,
  );
  if ('code' in held) return yield held;
  const whole = wholeText(text, toBytes);
  for (const { entry, texts } of held.entries) {
    for (const { value, format, variant, pointer } of texts) {
      const { text: draft, map } = value.read();
      const own = { ...entry, ...(variant && { variant }), ...(known !== undefined && { dialect: known }) };
      yield lint({
        ...context,
        mode,
        kind: context.kind ?? kindOfEntry(own, library.kinds),
        entry: own,
        draft,
        format,
        name: file,
        id: `${file}#${entry.id}${variant === 'text' ? '/text' : ''}`,
        within: { whole, map, pointer },
      });
    }
  }
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
  return lint({ ...input, kind, entry, draft: front.body, within: { whole: wholeText(content, toBytes), map: front.map } });
}
