/**
 * Makes a value when it is first asked for, and once. For tables and for regular expressions with `\p{…}` at the top of a module: most drafts
 * need few of them, and all together they take as long as starting Node.
 */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Makes a value for each key when it is first asked for, and once. It lives as long as its key does; that of the last key, until another is asked for. */
export function oncePer<K extends object, T>(make: (key: K) => T): (key: K) => T {
  const made = new WeakMap<K, { readonly value: T }>();
  let last: { readonly key: K; readonly value: T } | undefined;
  return (key) => {
    // Nearly all ask about the same draft again and again.
    if (last?.key === key) return last.value;
    let known = made.get(key);
    if (!known) made.set(key, (known = { value: make(key) }));
    last = { key, value: known.value };
    return known.value;
  };
}
