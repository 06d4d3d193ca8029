import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build, transform } from 'esbuild';
import { leanImapflow } from './imapflow.mjs';
import { after, askingMain, before, joinChunks, outputsOf } from './pack.mjs';
import { builtinsAsModules, importsApart, ownPaths, textsApart, withoutChildProcess, withoutFormValidator } from './plugins.mjs';
import { root } from './root.mjs';
import { wordPatterns } from './word-patterns.mjs';

/** esbuild would write `/\p{L}/u` as a call of `RegExp`, made anew at each use, though every Node that we support reads it. */
const native = { 'regexp-unicode-property-escapes': true };

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
  supported: native,
};

const commandEntry = 'src/cli/main.ts';

/** What judging a plain text loads dynamically; it shares the file of the entry. */
const commonlyLoaded = ['src/cli/check.ts', 'src/report/pretty.ts'];

/**
 * The command: `dist/cli/`, CommonJS, because Node starts an ES module 5 ms later than a CommonJS one, a fifth of its whole start.
 * esbuild splits only ES modules, so each chunk is translated after the split. Parsers stay in chunks that a draft of their format loads.
 */
export async function bundleCommand(dist) {
  const out = join(dist, 'cli');
  const { outputFiles, metafile } = await build({
    ...shared,
    entryPoints: { main: commandEntry, worker: 'src/workspace/worker.ts' },
    outdir: out,
    write: false,
    define: { WORKER_FILE: '"./worker.cjs"', PAGE_FOLDER: '"../page/"' },
    plugins: [
      textsApart(join(out, 'texts.txt')),
      wordPatterns(),
      ownPaths(),
      importsApart(),
      withoutChildProcess(),
      withoutFormValidator(),
      leanImapflow(),
    ],
  });
  const chunks = new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
  const now = outputsOf(metafile, commandEntry, []);
  const joined = outputsOf(metafile, commandEntry, commonlyLoaded);
  const later = new Set([...joined].filter((name) => !now.has(name)));
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'import-module.cjs'), 'exports.importModule = (url) => import(url);\n');
  const write = (name, code) => writeFileSync(join(out, name.replace(/\.js$/, '.cjs')), before + asAscii(withOwnUrl(code)) + after);
  write('main.js', await joinChunks(chunks, metafile, { now, later }, commonJs));
  await Promise.all(
    [...chunks].map(async ([name, text]) => {
      if (!joined.has(name)) write(name, askingMain((await transform(text, commonJs)).code, chunks, joined));
    }),
  );
  return metafile;
}

/** How a chunk becomes CommonJS. */
const commonJs = {
  format: 'cjs',
  platform: 'node',
  target: 'node20.19',
  minify: true,
  keepNames: false,
  supported: { ...native, 'dynamic-import': false },
  define: { 'import.meta.url': 'importMetaUrl' },
  logLevel: 'warning',
};

/** The library: ES modules for `.`, `./node` and `./rule`. What only Node knows is reached from `./node` alone, or from a parser's own chunk. */
export async function bundleLibrary(dist) {
  const entryPoints = { index: 'src/index.ts', node: 'src/node.ts', rule: 'src/rule/index.ts', worker: 'src/workspace/worker.ts' };
  const bundled = await build({
    ...shared,
    entryPoints,
    outdir: dist,
    chunkNames: 'chunks/[name]-[hash]',
    // What asks for it is loaded dynamically, so it is a chunk.
    define: { WORKER_FILE: '"../worker.js"' },
    plugins: [wordPatterns(), ownPaths(), builtinsAsModules()],
    minifySyntax: true,
  });
  return bundled.metafile;
}

function withOwnUrl(code) {
  if (!code.includes('importMetaUrl')) return code;
  return `"use strict";const importMetaUrl=require("node:url").pathToFileURL(__filename).href;${code}`;
}

/** esbuild leaves signs beyond ASCII in regular expressions; a file without any is read faster, and V8 keeps it in half the space. */
function asAscii(code) {
  return code.replaceAll(/[^\0-\x7f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
