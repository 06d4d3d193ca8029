import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { Limits, Source } from '../parse/source.js';
import type { Problem } from '../text/problem.js';
import { binaryKind, decodeText } from './charset.js';
import { systemFailure } from './failure.js';
import type { FileFormat } from './format.js';

/** What a file holds: text and the way back to its bytes, or the raw bytes of a mail, whose parts each have a charset of their own. */
export type Content = Pick<Source, 'content' | 'toBytes'>;

const CHUNK = 64 * 1024;

/**
 * Reads one draft, within `limits.fileBytes`. A mail comes back as bytes, everything else as text.
 * Never blocks on a pipe or a device, and never reads more than the limit, whatever size the file claims.
 */
export function readDraft(file: string, format: FileFormat, limits: Limits, path: string = file): Content | Problem {
  const bytes = readBytes(file, limits.fileBytes, path);
  return bytes instanceof Uint8Array ? decodeDraft(file, bytes, format) : bytes;
}

/** Makes content of bytes that were read already (from standard input, say): the same refusals as for a file. */
export function decodeDraft(file: string, bytes: Uint8Array, format: FileFormat): Content | Problem {
  if (bytes.length === 0) return { code: 'empty', file, message: 'the file is empty; there is nothing to judge' };
  const kind = binaryKind(bytes);
  if (kind) return { code: 'binary', file, message: `${kind}, no draft; save the reply as .txt, .md, .html or .eml` };
  if (format === 'eml' || format === 'mbox') {
    if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
      return { code: 'bad-charset', file, message: 'a mail cannot be UTF-16; save it as your mail program sends it' };
    return { content: bytes };
  }
  const decoded = decodeText(file, bytes, format);
  if (!('text' in decoded)) return decoded;
  if (decoded.text.trim() === '')
    return { code: 'empty', file, message: 'the file holds nothing but white space; there is nothing to judge' };
  return { content: decoded.text, toBytes: decoded.map };
}

/** The text of a file that is no draft (a rule, a README), within `limit` bytes. `path` is read, `file` is shown. */
export function readText(file: string, limit: number, path: string): string | Problem {
  const bytes = readBytes(file, limit, path);
  const read = bytes instanceof Uint8Array ? decodeDraft(file, bytes, 'text') : bytes;
  return 'code' in read ? read : String(read.content);
}

/** The bytes of a regular file, or why they cannot be had. `path` is opened, `file` is shown. */
export function readBytes(file: string, limit: number, path: string = file): Uint8Array | Problem {
  let handle: number | undefined;
  try {
    // Without O_NONBLOCK, opening a named pipe waits for its writer for ever.
    handle = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stat = fstatSync(handle);
    if (!stat.isFile()) return { code: 'not-a-file', file, message: `${whatItIs(stat)}, not a regular file; name a file` };
    if (stat.size > limit) return tooLarge(file, limit);
    return readToEnd(file, handle, stat.size, limit);
  } catch (error) {
    return systemFailure(file, error);
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/** A file may grow while it is read, and those of /proc say they have no size: so the end decides, not the size. */
function readToEnd(file: string, handle: number, size: number, limit: number): Uint8Array | Problem {
  let buffer = Buffer.allocUnsafe(size + 1);
  let length = 0;
  for (;;) {
    const got = readSync(handle, buffer, length, buffer.length - length, null);
    if (got === 0) return buffer.subarray(0, length);
    length += got;
    if (length > limit) return tooLarge(file, limit);
    if (length === buffer.length) buffer = Buffer.concat([buffer], length + CHUNK);
  }
}

/** The problem of an input over the limit on bytes. */
export function tooLarge(file: string, limit: number): Problem {
  return {
    code: 'too-large',
    file,
    message: `over the limit of ${megabytes(limit)} for one file (limit fileBytes); split it, or leave it out`,
  };
}

function megabytes(bytes: number): string {
  return bytes % (1024 * 1024) === 0 ? `${bytes / (1024 * 1024)} MB` : `${bytes} bytes`;
}

/** What a thing in the file system is, in words: `a named pipe`. */
export function whatItIs(stat: {
  isFIFO(): boolean;
  isSocket(): boolean;
  isDirectory(): boolean;
  isCharacterDevice(): boolean;
  isBlockDevice(): boolean;
}): string {
  if (stat.isFIFO()) return 'a named pipe';
  if (stat.isSocket()) return 'a socket';
  if (stat.isDirectory()) return 'a folder';
  return stat.isCharacterDevice() || stat.isBlockDevice() ? 'a device' : 'something else';
}
