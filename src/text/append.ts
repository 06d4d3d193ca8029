/** Puts all of `more` at the end of `list`. `list.push(...more)` would need a place on the call stack for each, which a large draft exhausts. */
export function append<T>(list: T[], more: Iterable<T>): void {
  for (const one of more) list.push(one);
}
