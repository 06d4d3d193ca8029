import { RunBuilder, shifted, type OffsetMap } from '../../text/run-map.js';

/** Bytes with the way back to what they were decoded from. */
export interface DecodedBytes {
  readonly bytes: Uint8Array;
  readonly map: OffsetMap;
}

/** Undoes a Content-Transfer-Encoding as mail readers do: what is not valid is passed over (base64) or kept as it stands (quoted-printable). */
export function decodeTransfer(bytes: Uint8Array, encoding: string): DecodedBytes {
  if (encoding === 'base64') return decodeBase64(bytes);
  if (encoding === 'quoted-printable') return decodeQuotedPrintable(bytes);
  return { bytes, map: shifted(0) };
}

const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;
const EQUALS = 61;

const SIXBITS = new Int8Array(256).fill(-1);
for (const [value, sign] of [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].entries())
  SIXBITS[sign.charCodeAt(0)] = value;

function decodeBase64(encoded: Uint8Array): DecodedBytes {
  const out = new Uint8Array(Math.ceil((encoded.length * 3) / 4));
  const runs = new RunBuilder();
  let length = 0;
  let bits = 0;
  let signs = 0;
  let first = 0;
  const flush = (end: number): void => {
    const count = signs === 4 ? 3 : signs - 1;
    if (count > 0) {
      const value = bits << (6 * (4 - signs));
      for (let i = 0; i < count; i += 1) out[length + i] = (value >> (16 - 8 * i)) & 0xff;
      runs.add(length, count, first, end - first, count);
      length += count;
    }
    bits = 0;
    signs = 0;
  };
  for (let at = 0; at < encoded.length; at += 1) {
    const value = SIXBITS[encoded[at]];
    if (value >= 0) {
      if (signs === 0) first = at;
      bits = (bits << 6) | value;
      signs += 1;
      if (signs === 4) flush(at + 1);
    } else if (encoded[at] === EQUALS && signs > 0) {
      // Padding, on the next line too, ends a segment; another one may follow in the same part.
      for (let next = at + 1; next < encoded.length && SIXBITS[encoded[next]] < 0; next += 1) if (encoded[next] === EQUALS) at = next;
      flush(at + 1);
    }
  }
  flush(encoded.length);
  return { bytes: out.subarray(0, length), map: runs.build() };
}

function decodeQuotedPrintable(encoded: Uint8Array): DecodedBytes {
  const kept = keptInQuotedPrintable(encoded);
  const out = new Uint8Array(kept.length);
  const runs = new RunBuilder();
  let length = 0;
  for (let i = 0; i < kept.length; i += 1) {
    const at = kept[i];
    let value = encoded[at];
    let last = at;
    if (value === EQUALS && i + 2 < kept.length) {
      const high = hexValue(encoded[kept[i + 1]]);
      const low = hexValue(encoded[kept[i + 2]]);
      if (high >= 0 && low >= 0) {
        value = high * 16 + low;
        last = kept[i + 2];
        i += 2;
      }
    }
    out[length] = value;
    runs.add(length, 1, at, last + 1 - at, 1);
    length += 1;
  }
  return { bytes: out.subarray(0, length), map: runs.build() };
}

/** Offsets of the bytes that stay when blanks at line ends and then soft line breaks are gone. */
function keptInQuotedPrintable(encoded: Uint8Array): Uint32Array {
  const kept = new Uint32Array(encoded.length);
  let count = 0;
  let at = 0;
  while (at < encoded.length) {
    const byte = encoded[at];
    if (byte === SPACE || byte === TAB) {
      const end = endOfBlanks(encoded, at);
      if (!endsLine(encoded, end)) while (at < end) kept[count++] = at++;
      at = end;
      continue;
    }
    if (byte === EQUALS) {
      const end = endOfBlanks(encoded, at + 1);
      if (end === encoded.length) break;
      const lineFeed = encoded[end] === CR ? end + 1 : end;
      if (encoded[lineFeed] === LF) {
        at = lineFeed + 1;
        continue;
      }
    }
    kept[count++] = at++;
  }
  return kept.subarray(0, count);
}

function endOfBlanks(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at] === SPACE || bytes[at] === TAB) at += 1;
  return at;
}

function endsLine(bytes: Uint8Array, at: number): boolean {
  return at === bytes.length || bytes[at] === LF || bytes[at] === CR;
}

function hexValue(byte: number): number {
  if (byte >= 48 && byte <= 57) return byte - 48;
  const lower = byte | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}
