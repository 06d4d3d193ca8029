import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build, transform } from 'esbuild';
import { builtinsAsModules, ownPaths, withoutChildProcess } from './plugins.mjs';
import { root } from './root.mjs';

const shared = {
  absWorkingDir: root,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  metafile: true,
  legalComments: 'none',
  logLevel: 'warning',
  conditions: ['module'],
  mainFields: ['module', 'main'],
};

/**
 * The command: `dist/cli/`, CommonJS, because Node starts an ES module 5 ms later than a CommonJS one, a fifth of its whole start.
 * esbuild splits only ES modules, so each chunk is translated after the split. Parsers stay in chunks that a draft of their format loads.
 */
export async function bundleCommand(dist) {
  const entryPoints = present({ main: 'src/cli/main.ts' });
  const out = join(dist, 'cli');
  const bundled = await build({ ...shared, entryPoints, outdir: out, write: false, plugins: [ownPaths(), withoutChildProcess()] });
  await Promise.all(
    bundled.outputFiles.map(async ({ path, text }) => {
      const { code } = await transform(text, {
        format: 'cjs',
        platform: 'node',
        target: 'node20.19',
        minifySyntax: true,
        minifyWhitespace: true,
        supported: { 'dynamic-import': false },
        define: { 'import.meta.url': 'importMetaUrl' },
        logLevel: 'warning',
      });
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(asCommonJs(path), withOwnUrl(withCommonJsPaths(code, bundled.outputFiles)));
    }),
  );
  return bundled.metafile;
}

/** The library: ES modules for `.`, `./node` and `./rule`. What only Node knows is reached from `./node` alone, or from a parser's own chunk. */
export async function bundleLibrary(dist) {
  const entryPoints = present({ index: 'src/index.ts', node: 'src/node.ts', rule: 'src/rule/index.ts' });
  const bundled = await build({
    ...shared,
    entryPoints,
    outdir: dist,
    chunkNames: 'chunks/[name]-[hash]',
    plugins: [ownPaths(), builtinsAsModules()],
    minifySyntax: true,
  });
  return bundled.metafile;
}

function present(entries) {
  return Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(join(root, file))));
}

const asCommonJs = (path) => path.replace(/\.js$/, '.cjs');

/** Chunks name each other as `./name.js`; as CommonJS in a package of ES modules they are called `./name.cjs`. */
function withCommonJsPaths(code, files) {
  const names = new Set(files.map(({ path }) => basename(path)));
  return code.replaceAll(/(?<=["'])\.\/([\w.-]+)\.js(?=["'])/g, (whole, name) => (names.has(`${name}.js`) ? `./${name}.cjs` : whole));
}

function withOwnUrl(code) {
  if (!code.includes('importMetaUrl')) return code;
  return `"use strict";const importMetaUrl=require("node:url").pathToFileURL(__filename).href;${code}`;
}
