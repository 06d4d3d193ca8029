import { isAscii, isUtf8 } from 'node:buffer';
import { decodeCharset, isValid, type DecodedText } from '../text/charset.js';
import type { Problem } from '../text/problem.js';
import { lazyMap } from '../text/run-map.js';
import { utf8Map } from '../text/utf8.js';
import type { FileFormat } from './format.js';

/** First bytes of files that are no text, whatever their name says. */
const SIGNATURES: readonly (readonly [bytes: string, what: string])[] = [
  ['%PDF-', 'a PDF'],
  ['\x89PNG', 'a PNG image'],
  ['\xff\xd8\xff', 'a JPEG image'],
  ['GIF8', 'a GIF image'],
  ['PK\x03\x04', 'a ZIP archive or an Office document'],
  ['\xd0\xcf\x11\xe0', 'an Outlook message or an old Office document'],
  ['\x1f\x8b', 'a gzip archive'],
  ['\x7fELF', 'a program'],
];

/** What kind of binary file the first bytes tell of; undefined for text. */
export function binaryKind(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 8)).toString('latin1');
  return SIGNATURES.find(([signature]) => head.startsWith(signature))?.[1];
}

/**
 * Decodes the bytes of a text, Markdown or HTML file: byte order mark first, then UTF-8, then what an HTML file declares of itself.
 * Nothing is guessed and nothing is replaced: bytes that are not valid are a problem that names the first of them.
 * A lone CR becomes LF, so that offsets stay and lines are counted alike everywhere.
 */
export function decodeText(file: string, bytes: Uint8Array, format: FileFormat): DecodedText | Problem {
  const wide = wideMark(bytes);
  if (wide) return decodeAs(file, bytes, wide);
  const markBytes = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const nul = bytes.indexOf(0);
  if (nul >= 0) return nulProblem(file, bytes, nul);
  const body = bytes.subarray(markBytes);
  if (isUtf8(body)) {
    const text = plainLines(new TextDecoder('utf-8', { ignoreBOM: true }).decode(body));
    return { text, map: lazyMap(() => utf8Map(text, markBytes)) };
  }
  const declared = format === 'html' && markBytes === 0 ? declaredCharset(bytes) : undefined;
  if (declared) return decodeAs(file, bytes, declared);
  const bad = firstInvalid(body);
  const line = countLines(body, bad);
  const hex = body[bad].toString(16).toUpperCase().padStart(2, '0');
  return {
    code: 'bad-charset',
    file,
    line,
    message: `not valid UTF-8 (byte 0x${hex} at offset ${bad + markBytes}); save the file as UTF-8`,
  };
}

/**
 * The charset that new words of a text, Markdown or HTML file are written in, for bytes that {@link decodeText} can read. HTML that does not say how its
 * bytes are read, or says other than they are, takes ASCII alone: anything else is written as a reference.
 */
export function charsetToWrite(bytes: Uint8Array, format: FileFormat): string {
  const wide = wideMark(bytes);
  if (wide) return wide;
  const declared = format === 'html' ? declaredCharset(bytes) : undefined;
  if (!isUtf8(bytes)) return declared ?? 'utf-8';
  const silent = format === 'html' && isAscii(bytes) && !/<meta\b[^>]{0,200}?\bcharset\s*=\s*["']?\s*utf-?8/i.test(headOf(bytes));
  return declared || silent ? 'us-ascii' : 'utf-8';
}

function wideMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

function decodeAs(file: string, bytes: Uint8Array, encoding: string): DecodedText | Problem {
  if (!isValid(bytes, encoding))
    return { code: 'bad-charset', file, message: `not valid in its charset, ${encoding}; save the file as UTF-8` };
  const { text, map } = decodeCharset(bytes, encoding);
  const nul = text.indexOf('\0');
  if (nul >= 0)
    return { code: 'binary', file, message: `holds a NUL sign (at unit ${nul} of its text), so it is no text; name a text file` };
  return { text: plainLines(text), map };
}

function nulProblem(file: string, bytes: Uint8Array, nul: number): Problem {
  // Every second byte of Western text is NUL in UTF-16.
  let nuls = 0;
  const seen = Math.min(bytes.length, 1000);
  for (let at = 0; at < seen; at += 1) if (bytes[at] === 0) nuls += 1;
  if (nuls > seen * 0.3 && nuls < seen * 0.6)
    return { code: 'bad-charset', file, message: 'looks like UTF-16 without a byte order mark; save the file as UTF-8' };
  return { code: 'binary', file, message: `a binary file (NUL byte at offset ${nul}), no draft; name a text file, or leave it out` };
}

/** The charset an HTML file declares in its first kilobyte, when this decoder knows it. */
function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = headOf(bytes);
  const label = /<meta\b[^>]{0,200}?\bcharset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(head)?.[1];
  if (label === undefined) return undefined;
  try {
    const name = new TextDecoder(label).encoding;
    return name.startsWith('utf-') ? undefined : name;
  } catch {
    return undefined;
  }
}

function headOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1');
}

function plainLines(text: string): string {
  return text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text;
}

/** Offset of the first byte that is not UTF-8, by halving: `isUtf8` is native and fast. */
function firstInvalid(bytes: Uint8Array): number {
  let valid = 0;
  let end = bytes.length;
  while (end - valid > 1) {
    const middle = startOfSign(bytes, (valid + end) >>> 1);
    if (middle <= valid || middle >= end) break;
    if (isUtf8(bytes.subarray(valid, middle))) valid = middle;
    else end = middle;
  }
  while (valid < bytes.length) {
    const length = signLength(bytes[valid]);
    if (length === 0 || !isUtf8(bytes.subarray(valid, valid + length)) || valid + length > bytes.length) return valid;
    valid += length;
  }
  return Math.min(valid, bytes.length - 1);
}

/** The nearest start of a sign at or before `at`; `at` itself when there is none within four bytes. */
function startOfSign(bytes: Uint8Array, at: number): number {
  for (let back = 0; back < 4; back += 1) if (at - back >= 0 && (bytes[at - back] & 0xc0) !== 0x80) return at - back;
  return at;
}

function signLength(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

function countLines(bytes: Uint8Array, before: number): number {
  let line = 1;
  for (let at = 0; at < before; at += 1) if (bytes[at] === 10 || (bytes[at] === 13 && bytes[at + 1] !== 10)) line += 1;
  return line;
}
