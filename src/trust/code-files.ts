import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { walk } from '../files/walk.js';

/** Files that one module may be put together from before it is no longer followed: no plugin has as many. */
const MOST_FILES = 20_000;
const MOST_BYTES = 10 * 1024 * 1024;
const ENDINGS = ['', '.js', '.mjs', '.cjs', '.json', '/index.js'];
const CODE = new Set(['.js', '.mjs', '.cjs', '.ts', '.mts', '.cts']);
/** Any text that begins like a path to a neighbour: an import, a require, a file that is read. A text too many only means that more is watched. */
const NEIGHBOUR = /(['"`])(\.{1,2}\/[^'"`\n]{1,400})\1/g;
const PACKAGE = /\b(?:from|import|require)\s{0,9}\(?\s{0,9}(['"])((?:@[\w.~-]+\/)?[\w~-][\w.~-]*)(?:\/[^'"\n]{0,400})?\1/g;
const BUILTIN = new Set(builtinModules);

/**
 * The files that running `entry` may run or read: what it names by relative paths, what those name, and the whole of the packages that they import.
 * Real absolute paths, sorted.
 */
export function codeFiles(entry: string): string[] {
  const found = new Set<string>();
  const packages = new Set<string>();
  const open = [realpathSync(entry)];
  for (let path = open.pop(); path !== undefined && found.size < MOST_FILES; path = open.pop()) {
    if (found.has(path)) continue;
    found.add(path);
    if (!CODE.has(extname(path)) || statSync(path).size > MOST_BYTES) continue;
    const text = readFileSync(path, 'utf8');
    for (const [, , name] of text.matchAll(NEIGHBOUR)) {
      const file = fileAt(join(dirname(path), name));
      if (file !== undefined) open.push(file);
    }
    for (const [, , name] of text.matchAll(PACKAGE)) {
      const home = BUILTIN.has(name) ? undefined : packageAt(name, dirname(path));
      // What runs already needs no trust, and an update of it takes none away.
      if (home === undefined || home === ownHome() || packages.has(home)) continue;
      packages.add(home);
      for (const met of walk(home))
        if (met.kind === 'file' && /\.(?:[cm]?js|json|node|wasm)$/.test(met.path)) open.push(realpathSync(met.path));
    }
  }
  return [...found].sort();
}

/** The folder of this package: from `dist/cli`, `dist` and `src/trust` the nearest above with a manifest. */
function ownHome(): string {
  let at = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(at, 'package.json')) && dirname(at) !== at) at = dirname(at);
  return realpathSync(at);
}

function fileAt(path: string): string | undefined {
  for (const ending of ENDINGS) {
    try {
      const real = realpathSync(path + ending);
      if (statSync(real).isFile()) return real;
    } catch {
      // No such file: the next ending.
    }
  }
  return undefined;
}

/** The folder of a package, where Node would find it. */
function packageAt(name: string, folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const home = join(at, 'node_modules', name);
    if (existsSync(home)) return realpathSync(home);
    if (dirname(at) === at) return undefined;
  }
}
