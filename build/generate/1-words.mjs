import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isScalar, isSeq, LineCounter, parseDocument } from 'yaml';

/** `rules/_words/*.yml` → `src/lexicon/words.generated.ts`, so that no YAML is read at start-up and no list is unfolded to find a word in it. */
export async function generate({ root, load, write }) {
  const { compileLists, packLists } = await load('src/lexicon/compile-lists.ts');
  const folder = join(root, 'rules/_words');
  const sources = readdirSync(folder)
    .filter((name) => name.endsWith('.yml'))
    .sort()
    .map((name) => readList(folder, name));
  const { lists, problems } = compileLists(sources);
  if (problems.length > 0) throw new Error(problems.map(({ file, line, message }) => `${file}:${line ?? 1} ${message}`).join('\n'));
  const rows = Object.entries(lists).map(([name, entries]) => `  ${JSON.stringify(name)}: ${JSON.stringify(entries.join('\n'))},\n`);
  write(
    'src/lexicon/words.generated.ts',
    [
      `import type { Packed } from '../text/packed.js';\n\n`,
      `/** The shared word lists of rules/_words, entries parted by line feeds. */\nexport const wordLists: Readonly<Record<string, string>> = {\n${rows.join('')}};\n`,
      `/** The same by the words that begin their entries. */\nexport const listed: Packed = ${JSON.stringify(packLists(Object.values(lists)))};\n`,
    ].join(''),
  );
}

function readList(folder, name) {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(join(folder, name), 'utf8'), { lineCounter: lines });
  const file = `rules/_words/${name}`;
  const place = (node) => lines.linePos(node?.range?.[0] ?? 0).line;
  if (document.errors.length > 0) throw new Error(`${file}: ${document.errors[0].message}`);
  if (!isSeq(document.contents)) throw new Error(`${file}: a word list is a YAML list of words`);
  const entries = document.contents.items.map((item) => {
    if (!isScalar(item) || typeof item.value !== 'string') throw new Error(`${file}:${place(item)} is no plain word; put it in quotes`);
    return { text: item.value, line: place(item) };
  });
  return { name: basename(name, '.yml'), file, entries };
}
