import { relative, sep } from 'node:path';

/**
 * Whether a path is left out by `.gitignore`-like patterns, counted from `root`. Folders are asked about with a trailing separator.
 * A path outside `root` is never left out: the patterns do not speak of it.
 */
export async function ignoring(patterns: readonly string[], root: string): Promise<(path: string) => boolean> {
  const { default: ignore } = await import('ignore');
  const matcher = ignore().add([...patterns]);
  return (path) => {
    const folder = path.endsWith(sep);
    const from = relative(root, path).replaceAll(sep, '/');
    if (from === '' || from.startsWith('../') || !ignore.isPathValid(from)) return false;
    return matcher.ignores(folder ? `${from}/` : from);
  };
}
