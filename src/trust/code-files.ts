import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { walk } from '../files/walk.js';

/** Files that one module may be put together from before it is no longer followed: no plugin has as many. */
const MOST_FILES = 20_000;
const MOST_BYTES = 10 * 1024 * 1024;
const ENDINGS = ['', '.js', '.mjs', '.cjs', '.json', '/index.js'];
const CODE = new Set(['.js', '.mjs', '.cjs', '.ts', '.mts', '.cts']);
/** Any text that begins like a path to a neighbour: an import, a require, a file that is read. A text too many only means that more is watched. */
const NEIGHBOUR = /(['"`])(\.{1,2}\/[^'"`\n]{0,400})\1/g;
/** Calls that find out what there is in a folder: it may then be run, whatever it is called. */
const LISTS = /\b(?:readdir|opendir|glob)(?:Sync)?\b/;
/** Names that the manifest above gives to files: `#checks`. */
const OWN_NAME = /(['"`])#[\w./~-]{1,400}\1/;
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
    const folders: (string | undefined)[] = [];
    for (const [, , name] of text.matchAll(NEIGHBOUR)) {
      const file = fileAt(join(dirname(path), name));
      if (file === undefined) folders.push(folderNamed(join(dirname(path), name)));
      else open.push(file);
    }
    if (LISTS.test(text)) folders.push(dirname(path));
    if (OWN_NAME.test(text))
      for (const target of namedInManifest(homeOf(path))) {
        const file = fileAt(target);
        if (file === undefined) folders.push(folderNamed(target.replace('*', '${')));
        else open.push(file);
      }
    for (const [, , name] of text.matchAll(PACKAGE)) {
      const home = BUILTIN.has(name) ? undefined : packageAt(name, dirname(path));
      // What runs already needs no trust, and an update of it takes none away.
      if (home === undefined || home === ownHome() || packages.has(home)) continue;
      packages.add(home);
      folders.push(home);
    }
    for (const folder of folders) if (folder !== undefined) for (const file of codeIn(folder)) open.push(file);
  }
  return [...found].sort();
}

/** What can be run or read in a folder and below. */
function* codeIn(folder: string): Generator<string> {
  for (const met of walk(folder)) if (met.kind === 'file' && /\.(?:[cm]?js|json|node|wasm)$/.test(met.path)) yield realpathSync(met.path);
}

/** The folder that a path leads to, or that its end is only known at run time in: `./rules/${name}.js`. Undefined for anything else. */
function folderNamed(path: string): string | undefined {
  const [known, open] = path.split('${', 2);
  const folder = open === undefined || known.endsWith(sep) ? known : dirname(known);
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? folder : undefined;
}

/** The manifest of a folder, and the paths that it gives names of its own. */
function namedInManifest(home: string | undefined): string[] {
  if (home === undefined) return [];
  const manifest = join(home, 'package.json');
  const paths: string[] = [manifest];
  const open: unknown[] = [];
  try {
    open.push((JSON.parse(readFileSync(manifest, 'utf8')) as { imports?: unknown } | null)?.imports);
  } catch {
    // Node takes no name from it either.
  }
  for (let value = open.pop(); open.length > 0 || value !== undefined; value = open.pop()) {
    if (typeof value === 'string') paths.push(join(home, value));
    else if (typeof value === 'object' && value !== null) open.push(...Object.values(value));
  }
  return paths;
}

/** The folder of this package: from `dist/cli`, `dist` and `src/trust` the nearest above with a manifest. */
function ownHome(): string | undefined {
  const home = homeOf(fileURLToPath(import.meta.url));
  return home && realpathSync(home);
}

/** The nearest folder above a file with a manifest. */
function homeOf(path: string): string | undefined {
  for (let at = dirname(path); ; at = dirname(at)) {
    if (existsSync(join(at, 'package.json'))) return at;
    if (dirname(at) === at) return undefined;
  }
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
