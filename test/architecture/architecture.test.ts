import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { breaches } from './fence.js';
import { readMap } from './map.js';
import { importsOf, type SourceFile } from './source.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

function sources(folder: string): SourceFile[] {
  return readdirSync(root + folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .map((file) => ({ path: file.slice(root.length), text: readFileSync(file, 'utf8') }));
}

it('the code is laid out as docs/architecture.md draws it', async () => {
  const map = readMap(readFileSync(`${root}docs/architecture.md`, 'utf8'));
  expect(await breaches(map, [...sources('src'), ...sources('rules')])).toEqual([]);
});

it('docs/architecture.md tells of every folder of the reading, and of no other', () => {
  const page = readFileSync(`${root}docs/architecture.md`, 'utf8');
  const told = page.slice(page.indexOf('`src/language` has a folder for each'), page.indexOf('[docs/language.md]'));
  const folders = readdirSync(`${root}src/language`, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect([...told.matchAll(/`([a-z]+)`/g)].map(([, name]) => name).sort()).toEqual(folders.map(({ name }) => name).sort());
});

const map = readMap(`
## The pure core
| folder | what | may import |
| --- | --- | --- |
| \`src/text\` | words | |
| \`src/engine\` | findings | \`src/text\` |
| \`src/rule\` | rules | \`src/text\` |
| \`rules\` | ours | \`src/rule\` (as \`replylint/rule\`) |
| \`src/index.ts\` | the entry | all of the above |
## The shell
| folder | what | may import |
| --- | --- | --- |
| \`src/workspace\` | state | the pure core |
| \`src/cli\` | commands | \`src/workspace\` and types of the core |
## Packages and their doors
| package | door |
| --- | --- |
| \`commander\`, \`chalk\` | \`src/cli\` |
`);

const sound: Record<string, string> = {
  'src/text/words.ts': 'export const words = (text: string): string[] => text.split(" ");',
  'src/engine/run.ts': "import { words } from '../text/words.js'; export const run = () => words(''); export type Run = string;",
  'src/rule/index.ts': 'export const flag = 1;',
  'rules/sad-word/check.ts': "import { flag } from 'replylint/rule'; import { near } from './near.js'; export default [flag, near];",
  'rules/sad-word/near.ts': 'export const near = 2;',
  'rules/glad-word/check.ts': 'export default 3;',
  'src/index.ts': "export { run } from './engine/run.js';",
  'src/workspace/open.ts':
    "import { readFileSync } from 'node:fs'; import { run } from '../engine/run.js'; export default [readFileSync, run];",
  'src/cli/main.ts':
    "import { Command } from 'commander'; import type { Run } from '../engine/run.js'; console.log(new Command(), {} as Run);",
};

/** The sound tree with some files changed; null takes a file away. */
function tree(change: Record<string, string | null> = {}): SourceFile[] {
  return Object.entries({ ...sound, ...change }).flatMap(([path, text]) => (text === null ? [] : [{ path, text }]));
}

describe('the fence', () => {
  it('lets a sound tree pass', async () => {
    expect(await breaches(map, tree())).toEqual([]);
  });

  it.each([
    ['a forbidden edge', 'src/text/words.ts', "import { run } from '../engine/run.js'; run();", 'src/text may not import src/engine'],
    [
      'a forbidden edge that is only a type',
      'src/text/words.ts',
      "import type { Run } from '../engine/run.js'; export type R = Run;",
      'src/text may not import src/engine',
    ],
    [
      'a type in braces',
      'src/text/words.ts',
      "import { type Run } from '../engine/run.js'; export type R = Run;",
      'src/text may not import src/engine',
    ],
    [
      'a type written as import()',
      'src/text/words.ts',
      "export type R = typeof import('../engine/run.js');",
      'src/text may not import src/engine',
    ],
    ['a lazy edge', 'src/text/words.ts', "export const load = () => import('../engine/run.js');", 'src/text may not import src/engine'],
    ['a re-exported edge', 'src/text/words.ts', "export * from '../engine/run.js';", 'src/text may not import src/engine'],
    [
      'a value where only types are free',
      'src/cli/main.ts',
      "import { run } from '../engine/run.js'; run();",
      'src/cli may not import src/engine',
    ],
    ['an unlisted folder', 'src/extra/x.ts', 'export {};', 'src/extra/x.ts lies in no folder of the map'],
    ['an unlisted file', 'src/extra.ts', 'export {};', 'src/extra.ts lies in no folder of the map'],
    ['a package away from its door', 'src/workspace/open.ts', "import chalk from 'chalk'; chalk();", 'whose door is src/cli'],
    ['a package without a door', 'src/cli/main.ts', "import pad from 'left-pad/x'; pad();", 'left-pad, which has no door'],
    ['a rule that imports a rule', 'rules/sad-word/check.ts', "import x from '../glad-word/check.js'; x;", 'no rule imports a rule'],
    [
      'a rule past its door',
      'rules/sad-word/check.ts',
      "import { words } from '../../src/text/words.js'; words('');",
      'rules may not import src/text',
    ],
    ['an engine that names a rule', 'src/engine/run.ts', "export const odd = 'sad-word';", 'names the rule sad-word'],
    ['node:fs in the core', 'src/text/words.ts', "import fs from 'node:fs'; fs;", 'imports node:fs'],
    ['fs in the core', 'src/text/words.ts', "import fs from 'fs/promises'; fs;", 'imports node:fs'],
    ['the process in the core', 'src/text/words.ts', 'export const cwd = () => process.cwd();', 'uses process'],
    ['the console in the core', 'src/text/words.ts', 'export const say = () => console.log(1);', 'uses console'],
    ['the clock in the core', 'src/text/words.ts', 'export const now = () => Date.now();', 'uses Date.now'],
    ['an empty new Date()', 'src/text/words.ts', 'export const now = () => new Date().getTime();', 'uses new Date()'],
    ['an empty new Date', 'src/text/words.ts', 'export const now = new Date;', 'uses new Date()'],
    ['Date() as a call', 'src/text/words.ts', 'export const now = Date();', 'uses new Date()'],
    ['chance in the core', 'src/text/words.ts', 'export const any = () => Math.random();', 'uses Math.random'],
  ])('stops %s', async (_, path, text, breach) => {
    expect(await breaches(map, tree({ [path]: text }))).toEqual([expect.stringContaining(breach)]);
  });

  it('stops a folder of the map that has vanished', async () => {
    expect(await breaches(map, tree({ 'src/workspace/open.ts': null }))).toEqual(['src/workspace is on the map and does not exist']);
  });

  it.each([
    ['a date that is given', 'export const day = (iso: string) => new Date(iso).getTime() + Date.parse(iso) + Date.UTC(2026, 1);'],
    ['a variable of one’s own called process', 'export const f = (process: number) => process + 1;'],
    ['a comment or a text about them', '// process.exit, console.log\nexport const text = \'import x from "node:fs"; new Date()\';'],
  ])('lets %s pass', async (_, text) => {
    expect(await breaches(map, tree({ 'src/text/words.ts': text }))).toEqual([]);
  });
});

it('an import in a string or a comment is none', async () => {
  const text = "// import a from './a.js'\nconst b = \"import b from './b.js'\"; /* import c from './c.js' */ export default b;";
  expect(await importsOf({ path: 'src/x.ts', text })).toEqual([]);
});
