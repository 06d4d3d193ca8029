import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { glob } from 'tinyglobby';
import { afterAll, expect, it } from 'vitest';
import { filesOf } from '../../src/files/glob.js';

const cwd = mkdtempSync(join(tmpdir(), 'replylint-glob-'));
for (const name of [
  'a.md',
  'b.txt',
  '.hidden.md',
  'drafts/a.md',
  'drafts/b (1).txt',
  'drafts/deep/c.md',
  'drafts/deep/[x].md',
  'drafts/.dot/d.md',
  'node_modules/x/e.md',
  'drafts/node_modules/e.md',
  'other/a.html',
]) {
  mkdirSync(dirname(join(cwd, name)), { recursive: true });
  writeFileSync(join(cwd, name), 'Dear Tom');
}
symlinkSync('../other', join(cwd, 'drafts/link'));
symlinkSync('a.md', join(cwd, 'link.md'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

it.each([
  '*.md',
  './*.md',
  '**/*.md',
  'drafts/*',
  'drafts/*.md',
  'drafts/**',
  'drafts/**/*.{md,txt}',
  '{drafts,other}/*.{md,html}',
  '{drafts/deep,other}/*',
  'drafts/*/c.md',
  'dr?fts/[ab]*',
  'drafts/[!a]*',
  'drafts/deep/\\[x\\].md',
  'nowhere/*.md',
  '*/*',
  '**/a.*',
  '!(a).md',
  'drafts/+(a|b).md',
])('%s leads where such a pattern leads everywhere', async (pattern) => {
  const named = (paths: readonly string[]): string[] => paths.map((path) => relative(cwd, path)).sort();
  const theirs = await glob([pattern], {
    cwd,
    absolute: true,
    dot: true,
    followSymbolicLinks: false,
    expandDirectories: false,
    ignore: ['**/node_modules/**', '**/.git/**'],
  });
  // Links are left to whoever opens them: here those to files are files, as in a folder that is named.
  const links = (path: string): boolean => !/(?:^|\/)link/.test(path);
  expect(named(await filesOf(pattern, cwd)).filter(links)).toEqual(named(theirs).filter(links));
});

it('takes an absolute pattern', async () => {
  expect(await filesOf(`${cwd}/*.txt`, '/')).toEqual([join(cwd, 'b.txt')]);
});

it('does not stall on a name that a pattern nearly fits', async () => {
  writeFileSync(join(cwd, `${'a'.repeat(200)}.txt`), 'Dear Tom');
  expect(await filesOf(`${'*a'.repeat(40)}b`, cwd)).toEqual([]);
});
