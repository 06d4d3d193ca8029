/** A source of chance that begins at `seed` and is the same each time (mulberry32). */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A whole number below `most`. */
  below(most: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % most;
  }

  of<T>(items: readonly T[]): T {
    return items[this.below(items.length)];
  }
}

/** Bytes that break parsers: of text, of encodings, of line ends. */
const BYTES: readonly Uint8Array[] = [
  '\0',
  '\n',
  '\r',
  '\r\n',
  '\r\n\r\n',
  '\ufeff',
  '\u2028',
  '\u202e',
  '\u200b',
  'é',
  '😀',
  ' ',
  '\t',
  '"',
  "'",
  '\\',
  '\x1b[2J',
  ':',
  ',',
]
  .map((text): Uint8Array => Buffer.from(text))
  .concat([Buffer.from([0xff]), Buffer.from([0xc3]), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from([0x80]), Buffer.from([0xf8, 0x88])]);

/** A few random changes: bytes flipped, stretches left out, doubled, moved or taken from another seed, and tokens of the format put in. */
export function mutate(seed: Uint8Array, others: readonly Uint8Array[], tokens: readonly string[], chance: Chance): Uint8Array {
  let bytes = Buffer.from(seed);
  for (let times = 1 + chance.below(8); times > 0; times -= 1) {
    const at = chance.below(bytes.length + 1);
    const end = Math.min(bytes.length, at + 1 + chance.below(1 << chance.below(9)));
    const stretch = bytes.subarray(at, end);
    const [before, after] = [bytes.subarray(0, at), bytes.subarray(end)];
    switch (chance.below(7)) {
      case 0:
        bytes = Buffer.concat([before, after]);
        break;
      case 1:
        bytes = Buffer.concat([before, ...Array<Uint8Array>(1 + chance.below(40)).fill(stretch), after]);
        break;
      case 2:
        bytes = Buffer.concat([before, after.subarray(0, after.length >> 1), stretch, after.subarray(after.length >> 1)]);
        break;
      case 3: {
        const other = chance.of(others);
        const from = chance.below(other.length + 1);
        bytes = Buffer.concat([before, other.subarray(from, from + chance.below(400)), after]);
        break;
      }
      case 4:
        if (stretch.length > 0) bytes[at] = bytes[at] ^ (1 << chance.below(8));
        break;
      case 5:
        bytes = Buffer.concat([before, chance.of(BYTES), bytes.subarray(at)]);
        break;
      default:
        bytes = Buffer.concat([before, Buffer.from(chance.of(tokens)), bytes.subarray(at)]);
    }
  }
  return bytes;
}
