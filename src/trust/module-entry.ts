import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const PACKAGE = /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/;
const CONDITIONS = ['node', 'import', 'module-sync', 'default', 'require'];

/** Whether a plugin is named by a path, and not as a package. */
export function isPath(name: string): boolean {
  return /^(?:\.{0,2}[/\\]|[A-Za-z]:)/.test(name);
}

/**
 * The file that a plugin begins with: a path counts from `folder`; a package is looked for in `node_modules` from there up to `root`, then in each of
 * `beside` (folders of packages). Undefined where there is none.
 */
export function moduleEntry(name: string, folder: string, root: string, beside: readonly string[]): string | undefined {
  if (isPath(name)) return fileAt(resolve(folder, name));
  if (!PACKAGE.test(name)) return undefined;
  const places: string[] = [];
  for (let at = folder; ; at = dirname(at)) {
    places.push(join(at, 'node_modules'));
    if (at === root || dirname(at) === at) break;
  }
  for (const place of [...places, ...beside]) {
    const home = join(place, name);
    if (existsSync(join(home, 'package.json'))) return packageEntry(home);
  }
  return undefined;
}

function packageEntry(home: string): string | undefined {
  let manifest: { exports?: unknown; main?: unknown };
  try {
    manifest = Object(JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))) as typeof manifest;
  } catch {
    return undefined;
  }
  const exported = targetOf(manifest.exports);
  if (exported !== undefined) return fileAt(join(home, exported));
  if (manifest.exports !== undefined) return undefined;
  const main = typeof manifest.main === 'string' ? manifest.main : 'index.js';
  return fileAt(join(home, main)) ?? fileAt(join(home, `${main}.js`)) ?? fileAt(join(home, main, 'index.js'));
}

/** What `exports` leads to for the package itself, under the conditions of `import`. */
function targetOf(exported: unknown): string | undefined {
  if (typeof exported === 'string') return exported;
  if (Array.isArray(exported)) return exported.map(targetOf).find((one) => one !== undefined);
  if (typeof exported !== 'object' || exported === null) return undefined;
  const entries = Object.entries(exported);
  const own = entries.find(([key]) => key === '.');
  if (own) return targetOf(own[1]);
  for (const [condition, target] of entries) {
    const found = CONDITIONS.includes(condition) ? targetOf(target) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function fileAt(path: string): string | undefined {
  try {
    return statSync(path).isFile() ? realpathSync(path) : undefined;
  } catch {
    return undefined;
  }
}
