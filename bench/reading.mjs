import { rmSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { wordPatterns } from '../build/word-patterns.mjs';
import { median } from './pairs.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
/** How many times the cost of remark-parse the reading of a reply may have. */
const BUDGET = 0.5;
const REPLIES = 200;

/**
 * The CPU that a warm process spends on a reply of some 150 words: every part of the reading, and the whole judgement with all rules, each as a multiple
 * of what remark-parse takes for the same text.
 */
export async function benchReading(rounds) {
  const { buildDraft, parseText, defaultLimits, read } = await readingOf(root);
  const { builtInRules, createLinter } = await import(pathToFileURL(join(root, 'dist/index.js')).href);
  const linter = createLinter(builtInRules());
  const markdown = unified().use(remarkParse);
  const text = readFileSync(join(root, 'bench/drafts/reply.txt'), 'utf8');
  // No two replies are alike, so that none is remembered.
  const texts = Array.from({ length: REPLIES }, (_, index) => text.replaceAll('Friday', `Friday ${1 + index}`));
  const drafted = () =>
    texts.map((content) => buildDraft('bench', parseText({ name: 'bench', format: 'text', content }, defaultLimits), { kind: 'unknown' }));
  // What is worked out of a draft may be kept with it: each round reads new ones.
  let drafts = drafted();
  const parts = Object.entries(Object.getOwnPropertyDescriptors(Object.getPrototypeOf(read(drafts[0]))))
    .filter(([, { get }]) => get)
    .map(([name]) => name);

  const work = {
    'remark-parse': () => texts.forEach((content) => markdown.parse(content)),
    reading: () =>
      drafts.forEach((draft) => {
        const reading = read(draft);
        for (const part of parts) void reading[part];
      }),
    judging: () => texts.forEach((draft) => linter.lintText({ draft })),
  };
  const runs = Array.from({ length: 2 * rounds }, () => {
    drafts = drafted();
    return Object.fromEntries(Object.entries(work).map(([name, run]) => [name, cpu(run)]));
  });
  const warm = runs.slice(rounds);

  console.log(`\nCPU for one reply of ${text.split(/\s+/).length} words, warm (median of ${rounds} rounds over ${REPLIES} replies)\n`);
  console.log('                ms   x remark-parse   budget');
  for (const name of Object.keys(work)) {
    const ratio = median(warm.map((run) => run[name] / run['remark-parse']));
    const budget = name === 'reading' ? `${BUDGET.toFixed(2).padStart(9)}${ratio > BUDGET ? '  over' : ''}` : '';
    console.log(
      `${name.padEnd(12)} ${(median(warm.map((run) => run[name])) / REPLIES).toFixed(2).padStart(5)} ${ratio.toFixed(2).padStart(16)}${budget}`,
    );
  }
}

function cpu(run) {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** The package shows drafts and readings to rules only: they are bundled here from their sources, as the build bundles them. */
async function readingOf(folder) {
  const outfile = join(folder, 'dist/bench-reading.mjs');
  const contents = `
    export { buildDraft } from './src/draft/build.js';
    export { parseText } from './src/parse/index.js';
    export { defaultLimits } from './src/parse/source.js';
    export { read } from './src/language/index.js';`;
  await build({
    stdin: { contents, resolveDir: folder },
    bundle: true,
    packages: 'external',
    plugins: [wordPatterns()],
    platform: 'node',
    format: 'esm',
    outfile,
    logLevel: 'error',
  });
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(outfile);
  }
}
