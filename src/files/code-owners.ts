import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Where GitHub and GitLab look, in this order. */
const PLACES = ['.github/CODEOWNERS', '.gitlab/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];
const MAX_BYTES = 3 * 1024 * 1024;

/** Who owns a file (its path counts from `root`) by the project's CODEOWNERS: the last pattern that matches decides. */
export async function codeOwners(root: string): Promise<(path: string) => string | undefined> {
  const place = PLACES.map((name) => join(root, name)).find((path) => existsSync(path));
  if (place === undefined || !statSync(place).isFile() || statSync(place).size > MAX_BYTES) return () => undefined;
  const { default: ignore } = await import('ignore');
  const rules = readFileSync(place, 'utf8')
    .split(/\r?\n/)
    .map((line) => line.replace(/(?:^|\s)#.*$/, '').trim())
    // A line in brackets is a heading of GitLab's.
    .filter((line) => line !== '' && !/^\^?\[/.test(line))
    .map((line) => {
      const [pattern, ...owners] = line.split(/\s+/);
      return { matcher: ignore().add(pattern), owners };
    });
  return (path) => {
    if (!ignore.isPathValid(path)) return undefined;
    return rules.findLast(({ matcher }) => matcher.ignores(path))?.owners.join(' ') || undefined;
  };
}
