import { isUtf8 } from 'node:buffer';
import type { Line } from './lines.js';

/** Why a line holds no value of JSON. */
export interface BadJson {
  readonly code: 'bad-json' | 'bad-charset' | 'too-large';
  readonly message: string;
}

/** Reads one line as JSON. Undefined for a blank line; `limit` is the one that the lines were parted with, and only told. */
export function readJson({ bytes: all, number }: Line, limit: number): { readonly value: unknown } | BadJson | undefined {
  if (all === null) return { code: 'too-large', message: `longer than the limit of ${limit} bytes` };
  const bytes = number === 1 ? withoutMark(all) : all;
  if (!isUtf8(bytes)) return { code: 'bad-charset', message: 'not valid UTF-8' };
  const json = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
  if (json.trim() === '') return undefined;
  try {
    return { value: JSON.parse(json) };
  } catch (error) {
    return { code: 'bad-json', message: `not valid JSON (${error instanceof Error ? error.message : 'unknown error'})` };
  }
}

function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}
