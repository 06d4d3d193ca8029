import { encodingOf, showWindowsSigns } from './charset.js';

/**
 * The bytes of a text in a charset; undefined where the charset lacks one of its signs, or is one that cannot be written here (ISO-2022-JP beyond ASCII,
 * UTF-7). `us-ascii` is ASCII alone; any other label is read as `decodeCharset` reads it. Writes no byte order mark.
 */
export function encodeCharset(text: string, label: string): Uint8Array | undefined {
  if (/\p{Cs}/u.test(text)) return undefined;
  const encoding = isAscii(label) ? 'us-ascii' : encodingOf(label);
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding.startsWith('utf-16')) return wide(text, encoding === 'utf-16be');
  if (/^[\0-\x7f]*$/.test(text)) return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
  if (encoding === 'us-ascii' || encoding === 'iso-2022-jp' || encoding === 'replacement') return undefined;
  const table = tableOf(encoding);
  const bytes: number[] = [];
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    if (code < 0x80) {
      bytes.push(code);
      continue;
    }
    const own = table.get(sign);
    if (!own) return undefined;
    bytes.push(...own);
  }
  return Uint8Array.from(bytes);
}

/** Whether a label names ASCII, which is read as UTF-8 but holds no other sign. */
function isAscii(label: string): boolean {
  return /^(?:us)?ascii$|^ansix341968$|^iso646us$/.test(label.toLowerCase().replace(/[^a-z0-9]+/g, ''));
}

function wide(text: string, bigEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), !bigEndian);
  return bytes;
}

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

/** The bytes of each sign beyond ASCII, made by decoding every single byte and every pair of bytes once. */
function tableOf(encoding: string): ReadonlyMap<string, readonly number[]> {
  let table = tables.get(encoding);
  if (!table) tables.set(encoding, (table = makeTable(encoding)));
  return table;
}

function makeTable(encoding: string): ReadonlyMap<string, readonly number[]> {
  const table = new Map<string, readonly number[]>();
  const decoder = new TextDecoder(encoding);
  const decode = (...bytes: number[]): string => {
    const text = decoder.decode(Uint8Array.from(bytes));
    return encoding === 'windows-1252' ? showWindowsSigns(text) : text;
  };
  const leads: number[] = [];
  for (let byte = 0x80; byte < 0x100; byte += 1) {
    const sign = decode(byte);
    if (sign === '\ufffd') leads.push(byte);
    else if (sign.codePointAt(0)! >= 0xa0) table.set(sign, table.get(sign) ?? [byte]);
  }
  // In a charset of single bytes a byte that means nothing has no second.
  if (!/^(?:gb|big5|euc|shift)/.test(encoding)) return table;
  for (const lead of leads)
    for (let trail = 0x40; trail < 0xff; trail += 1) {
      const sign = decode(lead, trail);
      if ([...sign].length === 1 && sign !== '\ufffd' && !table.has(sign)) table.set(sign, [lead, trail]);
    }
  return table;
}

/** Whether a charset writes ASCII in other bytes than ASCII does. */
export function isWide(label: string): boolean {
  return /^utf-?(?:16|32)|^ucs-?[24]/i.test(label.trim());
}
