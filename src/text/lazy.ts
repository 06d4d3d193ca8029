/**
 * Makes a value when it is first asked for, and once. For tables and for regular expressions with `\p{…}` at the top of a module: most drafts
 * need few of them, and all together they take as long as starting Node.
 */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Makes a value for each key when it is first asked for, and once. It lives as long as its key does. */
export function oncePer<K extends object, T>(make: (key: K) => T): (key: K) => T {
  const made = new WeakMap<K, { readonly value: T }>();
  return (key) => {
    let known = made.get(key);
    if (!known) made.set(key, (known = { value: make(key) }));
    return known.value;
  };
}
