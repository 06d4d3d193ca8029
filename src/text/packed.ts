/** Many texts end to end in one: a start that asks for a few of them makes no others. */
export interface Packed {
  /** Where each begins in `text`, and where the last ends, in digits of a fixed width. */
  readonly starts: string;
  readonly text: string;
}

/** Digits stand for 0 to 31 from `0` on: signs that a source needs no backslash for. */
const [DIGITS, BITS, ZERO] = [4, 5, 48];
const MOST = 2 ** (DIGITS * BITS);

/**
 * Packs texts, to be found by their numbers. Throws when they are too long together.
 * @public called by build/generate
 */
export function pack(texts: readonly string[]): Packed {
  const text = texts.join('');
  if (text.length >= MOST) throw new Error(`${text.length} characters are more than can be packed into one (${MOST})`);
  let at = 0;
  const starts = [0, ...texts.map(({ length }) => (at += length))];
  return { starts: starts.map(written).join(''), text };
}

function written(start: number): string {
  return String.fromCharCode(...Array.from({ length: DIGITS }, (_, i) => ZERO + ((start >> (BITS * (DIGITS - 1 - i))) & (2 ** BITS - 1))));
}

/** The packed text of a number, which must be one. */
export function textAt({ starts, text }: Packed, number: number): string {
  return text.slice(startOf(starts, number), startOf(starts, number + 1));
}

function startOf(starts: string, number: number): number {
  const at = number * DIGITS;
  let start = 0;
  for (let i = at; i < at + DIGITS; i += 1) start = (start << BITS) | (starts.charCodeAt(i) - ZERO);
  return start;
}

/**
 * Packs a dictionary: its entries stand in as many packed texts as a power of two, each where the hash of its key says. Keys and values hold no tab
 * and no line feed; throws where one does.
 * @public called by build/generate
 */
export function packDictionary(entries: Iterable<readonly [key: string, value: string]>): Packed {
  const all = [...entries];
  const buckets = Array.from({ length: 2 ** Math.ceil(Math.log2(Math.max(1, all.length))) }, () => '');
  for (const [key, value] of all) {
    if (/[\t\n]/.test(key + value)) throw new Error(`the entry ${JSON.stringify([key, value])} holds a tab or a line feed`);
    buckets[hash(key) & (buckets.length - 1)] += `${key}\t${value}\n`;
  }
  return pack(buckets);
}

/** The value of a key without tabs and line feeds; undefined when the dictionary does not hold it. */
export function lookUp({ starts, text }: Packed, key: string): string | undefined {
  const bucket = hash(key) & (starts.length / DIGITS - 2);
  const end = startOf(starts, bucket + 1);
  for (let at = startOf(starts, bucket); at < end;) {
    const line = text.indexOf('\n', at);
    if (text.startsWith(key, at) && text[at + key.length] === '\t') return text.slice(at + key.length + 1, line);
    at = line + 1;
  }
  return undefined;
}

function hash(key: string): number {
  let value = 0;
  for (let i = 0; i < key.length; i += 1) value = (value * 31 + key.charCodeAt(i)) | 0;
  return value;
}
