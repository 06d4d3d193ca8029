import { existsSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { Format } from '../parse/source.js';

/** How a file is read: as one draft, as a library that holds many, or as a folder of mails in one file. */
export type FileFormat = Format | 'library' | 'mbox';

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
export const fileFormats: readonly FileFormat[] = [...formats, 'mbox', 'library'];

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

/** The format of a file that is met or named: by its extension, or by the Maildir folder in which it stands, whose mails have none. */
export function fileFormatOf(path: string): Exclude<FileFormat, 'library'> | undefined {
  if (/\.mbo?x$/i.test(path)) return 'mbox';
  return formatOf(path) ?? (isInMaildir(path) ? 'eml' : undefined);
}

/** Maildir: mails stand in `cur` and `new`, beside `tmp`. */
function isInMaildir(path: string): boolean {
  const folder = dirname(path);
  return /^(?:cur|new)$/.test(basename(folder)) && existsSync(join(dirname(folder), 'tmp'));
}
