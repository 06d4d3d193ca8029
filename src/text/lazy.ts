/**
 * Makes a value when it is first asked for, and once. For tables and for regular expressions with `\p{…}` at the top of a module: most drafts
 * need few of them, and all together they take as long as starting Node.
 */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
