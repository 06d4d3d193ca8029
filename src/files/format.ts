import { extname } from 'node:path';
import type { Format } from '../parse/source.js';

const BY_EXTENSION: Readonly<Record<string, Format>> = {
  '.txt': 'text',
  '.text': 'text',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.eml': 'eml',
};

/** The formats that `--input-format` takes. */
export const formats: readonly Format[] = ['text', 'markdown', 'html', 'eml'];

/** The extensions that make a file a draft, with their dots. */
export const draftExtensions: readonly string[] = Object.keys(BY_EXTENSION);

/** The format that a file's name tells; undefined when its extension is none of {@link draftExtensions}. */
export function formatOf(path: string): Format | undefined {
  const extension = extname(path).toLowerCase();
  return Object.hasOwn(BY_EXTENSION, extension) ? BY_EXTENSION[extension] : undefined;
}
