/** One input that has stalled, overflowed or starved some parser, at any size. */
export interface Attack {
  readonly name: string;
  /** The size in bytes at which it was first seen to hurt, or at which it hurts most. */
  readonly full: number;
  /** The input at about `size` bytes. */
  make(size: number): string | Uint8Array;
}

/** A text repeated until it has about `size` units. */
export function fill(unit: string, size: number): string {
  return unit.repeat(Math.max(1, Math.ceil(size / unit.length)));
}

/** Pieces that differ, until there are about `size` units. */
export function count(piece: (index: number) => string, size: number): string {
  const pieces: string[] = [];
  for (let length = 0, i = 0; length < size; i += 1) {
    const next = piece(i);
    pieces.push(next);
    length += next.length;
  }
  return pieces.join('');
}

/** Pieces until there are about `size` units, then what closes each of them, the last first. */
export function nest(open: string, close: string, size: number, middle = ''): string {
  const times = Math.max(1, Math.floor(size / (open.length + close.length)));
  return open.repeat(times) + middle + close.repeat(times);
}

export const kB = 1000;
export const MB = 1_000_000;
