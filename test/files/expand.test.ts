import { execFileSync } from 'node:child_process';
import { chmodSync, linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expandPaths, type ExpandOptions } from '../../src/files/expand.js';
import { ignoring } from '../../src/files/ignore.js';

let cwd: string;

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'replylint-expand-'));
});
afterEach(() => {
  rmSync(cwd, { recursive: true, force: true });
});

function put(...names: string[]): void {
  for (const name of names) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), 'Dear Ms Hale,\n');
  }
}

async function expand(inputs: string[], options: Partial<ExpandOptions> = {}) {
  const { files, problems, notes } = await expandPaths(inputs, { cwd, ...options });
  return {
    files: files.map((found) => found.file),
    problems: problems.map((problem) => `${problem.file ?? ''}: ${problem.code}`),
    messages: problems.map((problem) => problem.message),
    notes: notes.map((note) => `${note.file ?? ''}: ${note.code}`),
  };
}

describe('what a name leads to', () => {
  it('takes files as they are named, in their order', async () => {
    put('b.txt', 'a.eml', 'c.HTML');
    const { files, problems } = await expandPaths(['b.txt', './a.eml', join(cwd, 'c.HTML')], { cwd });
    expect(files.map((found) => [found.file, found.format])).toEqual([
      ['b.txt', 'text'],
      ['./a.eml', 'eml'],
      [join(cwd, 'c.HTML'), 'html'],
    ]);
    expect(problems).toEqual([]);
  });

  it('walks folders by name, below too, and leaves node_modules, .git and other files alone', async () => {
    put('d/z.txt', 'd/a.md', 'd/sub/m.htm', 'd/node_modules/x.txt', 'd/.git/y.txt', 'd/photo.png', 'd/.hidden/h.txt');
    expect(await expand(['d'])).toMatchObject({ files: ['d/a.md', 'd/z.txt', 'd/.hidden/h.txt', 'd/sub/m.htm'], problems: [] });
  });

  it('shows files of the current folder without a prefix', async () => {
    put('a.txt', 'sub/b.txt');
    expect((await expand(['.'])).files).toEqual(['a.txt', 'sub/b.txt']);
  });

  it('expands globs, braces included', async () => {
    put('a.txt', 'b.md', 'n/c.txt', 'n/node_modules/d.txt');
    expect((await expand(['**/*.txt'])).files).toEqual(['a.txt', 'n/c.txt']);
    expect((await expand(['*.{txt,md}'])).files).toEqual(['a.txt', 'b.md']);
  });

  it('takes a name with brackets that exists for a file, not for a glob', async () => {
    put('[a].txt', 'a.txt', 'w*.txt', 'wx.txt');
    expect((await expand(['[a].txt'])).files).toEqual(['[a].txt']);
    expect((await expand(['w*.txt'])).files).toEqual(['w*.txt']);
    expect((await expand(['[a-c].txt'])).files).toEqual(['a.txt']);
  });

  it('judges each file once, whatever leads to it', async () => {
    put('a.txt');
    symlinkSync('a.txt', join(cwd, 'b.txt'));
    linkSync(join(cwd, 'a.txt'), join(cwd, 'c.txt'));
    expect(await expand(['a.txt', 'b.txt', 'c.txt', '*.txt', '.'])).toMatchObject({ files: ['a.txt'], problems: [] });
  });

  it('takes any named file when the format is given', async () => {
    put('reply.draft');
    expect(await expand(['reply.draft'])).toMatchObject({ files: [], problems: ['reply.draft: unknown-format'] });
    expect(await expand(['reply.draft'], { format: 'text' })).toMatchObject({ files: ['reply.draft'], problems: [] });
  });
});

describe('what leads nowhere is a problem', () => {
  it('names the nearest file beside a missing one', async () => {
    put('d/reply.txt');
    expect(await expand(['d/repyl.txt'])).toMatchObject({
      problems: ['d/repyl.txt: missing'],
      messages: [expect.stringContaining('did you mean d/reply.txt?')],
    });
    expect((await expand(['d/zzzzzz.eml'])).messages[0]).not.toContain('mean');
    expect((await expand(['no/such/place.txt'])).messages[0]).toContain('folder');
  });

  it('tells of a glob without a match, and of one that matches no draft', async () => {
    put('a.pdf');
    expect((await expand(['*.txt'])).problems).toEqual(['*.txt: no-match']);
    expect((await expand(['*.pdf'])).problems).toEqual(['*.pdf: no-drafts']);
  });

  it('tells of a folder without drafts', async () => {
    mkdirSync(join(cwd, 'empty'));
    expect((await expand(['empty'])).problems).toEqual(['empty: no-drafts']);
  });

  it('goes on after a problem', async () => {
    put('a.txt');
    expect(await expand(['nope.md', 'a.txt', ''])).toMatchObject({ files: ['a.txt'], problems: ['nope.md: missing', ': missing'] });
  });
});

describe('traps', () => {
  it('answers pipes, links in a circle, dangling links and devices', async () => {
    put('d/ok.txt');
    execFileSync('mkfifo', [join(cwd, 'd/pipe.txt')]);
    symlinkSync('loop.txt', join(cwd, 'd/loop.txt'));
    symlinkSync('gone', join(cwd, 'd/dangling.txt'));
    symlinkSync('.', join(cwd, 'd/self'));
    expect(await expand(['d'])).toMatchObject({
      files: ['d/ok.txt'],
      problems: ['d/dangling.txt: unreadable', 'd/loop.txt: unreadable', 'd/pipe.txt: not-a-file'],
      notes: [],
    });
    expect(await expand(['/dev/null', 'd/pipe.txt', 'd/loop.txt', 'd/dangling.txt'])).toMatchObject({
      files: [],
      problems: ['/dev/null: not-a-file', 'd/pipe.txt: not-a-file', 'd/loop.txt: unreadable', 'd/dangling.txt: unreadable'],
    });
  });

  it('tells of a linked folder elsewhere instead of following it', async () => {
    put('d/a.txt', 'other/b.txt');
    symlinkSync('../other', join(cwd, 'd/link'));
    expect(await expand(['d'])).toMatchObject({ files: ['d/a.txt'], problems: [], notes: ['d/link: link'] });
    expect((await expand(['d/link'])).files).toEqual(['d/link/b.txt']);
  });

  it('follows no link out of the project, however it is named', async () => {
    put('project/d/a.txt', 'outside/b.txt');
    symlinkSync('../../outside/b.txt', join(cwd, 'project/d/b.txt'));
    symlinkSync('../outside', join(cwd, 'project/more'));
    symlinkSync('d/a.txt', join(cwd, 'project/own.txt'));
    const root = join(cwd, 'project');
    const outside = (name: string) => ({ files: [], problems: [`${name}: link`] });
    expect(await expand(['d'], { cwd: root, root })).toMatchObject({ files: ['d/a.txt'], problems: ['d/b.txt: link'] });
    expect(await expand(['d/b.txt'], { cwd: root, root })).toMatchObject(outside('d/b.txt'));
    expect(await expand(['d/b*'], { cwd: root, root })).toMatchObject(outside('d/b.txt'));
    expect(await expand(['more'], { cwd: root, root })).toMatchObject(outside('more'));
    expect(await expand(['more/b.txt'], { cwd: root, root })).toMatchObject(outside('more/b.txt'));
    expect(await expand([join(root, 'd/b.txt')], { cwd: root, root })).toMatchObject(outside(join(root, 'd/b.txt')));
    expect((await expand(['own.txt', '../outside/b.txt'], { cwd: root, root })).files).toEqual(['own.txt', '../outside/b.txt']);
  });

  it.skipIf(process.getuid?.() === 0)('tells of a folder that cannot be read', async () => {
    put('d/locked/a.txt', 'd/b.txt');
    chmodSync(join(cwd, 'd/locked'), 0);
    try {
      expect(await expand(['d'])).toMatchObject({ files: ['d/b.txt'], problems: ['d/locked: unreadable'] });
    } finally {
      chmodSync(join(cwd, 'd/locked'), 0o755);
    }
  });

  it('keeps a name with a line break in one piece', async () => {
    put('a\nb.txt');
    expect((await expand(['.'])).files).toEqual(['a\nb.txt']);
  });
});

describe('ignore patterns', () => {
  it('leave files and folders out, and say so where the user named the file', async () => {
    put('macros/a.txt', 'b.txt', 'c.txt');
    const ignored = await ignoring(['macros/', 'b.*'], cwd);
    expect(await expand(['.'], { ignored })).toMatchObject({ files: ['c.txt'], problems: [], notes: [] });
    expect(await expand(['b.txt', 'macros/a.txt'], { ignored })).toMatchObject({
      files: [],
      problems: [],
      notes: ['b.txt: ignored', 'macros/a.txt: ignored'],
    });
    expect((await expand(['macros'], { ignored })).problems).toEqual(['macros: no-drafts']);
  });

  it('can be taken back, as in .gitignore', async () => {
    put('d/a.txt', 'd/keep.txt');
    const ignored = await ignoring(['d/*', '!d/keep.txt'], cwd);
    expect((await expand(['.'], { ignored })).files).toEqual(['d/keep.txt']);
  });
});
