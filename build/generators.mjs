import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from './root.mjs';

/**
 * Runs every `build/generate/*.mjs`, in the order of their names. Each exports `generate(tools)` and writes sources named `*.generated.ts` (never
 * committed) or schemas; what it writes, the bundles may import.
 */
export async function runGenerators() {
  const folder = join(root, 'build/generate');
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith('.mjs'))
    .sort()) {
    const { generate } = await import(pathToFileURL(join(folder, name)).href);
    await generate({ root, load: loadTypeScript, write: writeIfChanged });
  }
}

/**
 * Bundles a TypeScript module (path relative to the root) and imports it, so that a generator can call the product's own code.
 * Packages stay outside the bundle.
 */
async function loadTypeScript(path) {
  // Inside the root, so that packages are found from there.
  const folder = mkdtempSync(join(root, 'dist/generator-'));
  try {
    const outfile = join(folder, 'module.mjs');
    await build({
      entryPoints: [join(root, path)],
      outfile,
      bundle: true,
      packages: 'external',
      alias: { 'replylint/rule': join(root, 'src/rule/index.ts') },
      format: 'esm',
      platform: 'node',
      target: 'node20',
      logLevel: 'warning',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes a file (path relative to the root) unless it holds that text already, so that watchers and caches stay quiet. */
function writeIfChanged(path, text) {
  const file = join(root, path);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
