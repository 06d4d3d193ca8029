/** The last of a list; undefined in an empty one. Asked for by an index of -1, it takes V8 many times as long as any other. */
export function last<T>(list: readonly T[]): T | undefined {
  return list.length > 0 ? list[list.length - 1] : undefined;
}
