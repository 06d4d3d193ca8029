/** Many texts end to end in one: a start that asks for a few of them makes no others. */
export interface Packed {
  /** Where each begins in `text`, and where the last ends, in digits of a fixed width. */
  readonly starts: string;
  readonly text: string;
}

/** A digit stands for 0 to 31, from `0` on: signs that a source needs no backslash for. */
const [BITS, ZERO] = [5, 48];
/** Digits of a place in a packed text. */
const WIDTH = 4;

/** Writes a number in so many digits, to be read by {@link numberAt}. Throws when it has more. */
export function inDigits(number: number, width: number): string {
  if (number >= 2 ** (width * BITS)) throw new Error(`${number} is more than ${width} digits can say`);
  return String.fromCharCode(...Array.from({ length: width }, (_, i) => ZERO + ((number >> (BITS * (width - 1 - i))) & (2 ** BITS - 1))));
}

/** The number that stands in so many digits at a place of a text. */
export function numberAt(text: string, at: number, width: number): number {
  let number = 0;
  for (let i = at; i < at + width; i += 1) number = (number << BITS) | (text.charCodeAt(i) - ZERO);
  return number;
}

/**
 * Packs texts, to be found by their numbers. Throws when they are more than a million characters together.
 * @public called by build/generate
 */
export function pack(texts: readonly string[]): Packed {
  let at = 0;
  const starts = [0, ...texts.map(({ length }) => (at += length))];
  return { starts: starts.map((start) => inDigits(start, WIDTH)).join(''), text: texts.join('') };
}

/** The packed text of a number, which must be one. */
export function textAt(packed: Packed, number: number): string {
  return packed.text.slice(startOf(packed, number), startOf(packed, number + 1));
}

/** Where the packed text of a number begins; that of the next number is where it ends. */
export function startOf({ starts }: Packed, number: number): number {
  return numberAt(starts, number * WIDTH, WIDTH);
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
export function lookUp(packed: Packed, key: string): string | undefined {
  const { starts, text } = packed;
  const bucket = hash(key) & (starts.length / WIDTH - 2);
  const end = startOf(packed, bucket + 1);
  for (let at = startOf(packed, bucket); at < end;) {
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
