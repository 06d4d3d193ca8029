import type { Problem } from '../index.js';
import type { EntryInput } from '../library/entry-input.js';
import { previewOf, type Preview } from '../library/preview.js';
import { didYouMean } from '../text/nearest.js';
import { holdsMany, inputsOf, open, templateOf, type LibraryFile } from './library-entries.js';

/** How an entry of a library reads; without an id that of a library's only entry, or of a template that is a file of its own. */
export async function previewEntry(file: LibraryFile, id: string | undefined): Promise<readonly Preview[] | Problem> {
  const { samples = {} } = file.setup.library ?? {};
  const entries = await entriesOf(file);
  if ('code' in entries) return entries;
  const ids = [...new Set(entries.map(({ entry }) => entry.id))];
  const wanted = id ?? (ids.length === 1 ? ids[0] : undefined);
  const found = entries.filter(({ entry, id: whole }) => entry.id === wanted || whole === `${file.name}#${wanted}`);
  if (found.length === 0) {
    const shown = ids.slice(0, MOST_NAMED).join(', ') + (ids.length > MOST_NAMED ? `, and ${ids.length - MOST_NAMED} more` : '');
    const list = `; name one as ${file.name}#ID: ${shown}`;
    const message =
      wanted === undefined ? `holds ${ids.length} entries${list}` : `has no entry "${wanted}"${didYouMean(wanted, ids) || list}`;
    return { code: 'usage', file: file.name, message };
  }
  const previews: Preview[] = [];
  for (const input of found) {
    const preview = await previewOf(input, samples, file.setup.limits);
    if ('code' in preview) return preview;
    previews.push(preview);
  }
  return previews;
}

async function entriesOf(file: LibraryFile): Promise<readonly EntryInput[] | Problem> {
  if (!holdsMany(file)) {
    const template = await templateOf(file, file.format, {});
    return 'code' in template ? template : [template];
  }
  const opened = await open(file);
  return 'code' in opened ? opened : opened.library.entries.flatMap((entry) => inputsOf(file, opened, entry, {}));
}

/** Ids that an error names. */
const MOST_NAMED = 20;
