import { extname } from 'node:path';
import type { Format } from '../parse/source.js';

/** How a file is read: as one draft, or as a library that holds many. */
export type FileFormat = Format | 'library';

const BY_EXTENSION: Readonly<Record<string, Format>> = {
  '.txt': 'text',
  '.text': 'text',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.eml': 'eml',
};
/** Files that may hold anything, a library among it. */
const LIBRARY = new Set(['.yaml', '.yml', '.json', '.ndjson', '.jsonl', '.csv', '.tsv', '.xml', '.email']);

/** The formats of one draft. */
export const formats: readonly Format[] = ['text', 'markdown', 'html', 'eml'];

/** The formats that `--input-format` takes. */
export const fileFormats: readonly FileFormat[] = [...formats, 'library'];

/** The extensions that make a file a draft, with their dots. */
export const draftExtensions: readonly string[] = Object.keys(BY_EXTENSION);

/** The format that a file's name tells; undefined when its extension is none of {@link draftExtensions}. */
export function formatOf(path: string): Format | undefined {
  const extension = extname(path).toLowerCase();
  return Object.hasOwn(BY_EXTENSION, extension) ? BY_EXTENSION[extension] : undefined;
}

/** Whether a file's extension is one that libraries have. Only its name or the configuration can say that it is one. */
export function mayBeLibrary(path: string): boolean {
  return LIBRARY.has(extname(path).toLowerCase());
}
