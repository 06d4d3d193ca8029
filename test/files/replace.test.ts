import {
  chmodSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { spawn, spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { replaceContent } from '../../src/files/replace.js';

let folder: string;
let root: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'replylint-replace-'));
  root = join(folder, 'project');
  mkdirSync(root);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, text = 'old'): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const replace = (path: string, before = 'old', after = 'new') =>
  replaceContent({ file: 'reply.txt', path, root, before: Buffer.from(before), after: Buffer.from(after) });

describe('replacing what a file holds', () => {
  it('keeps the mode and leaves nothing beside it', () => {
    const path = put('project/reply.txt');
    chmodSync(path, 0o640);
    expect(replace(path)).toBeUndefined();
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(statSync(path).mode & 0o777).toBe(0o640);
    expect(readdirSync(root)).toEqual(['reply.txt']);
  });

  it('leaves a file alone that has changed since it was read', () => {
    const path = put('project/reply.txt', 'someone else was here');
    expect(replace(path)?.message).toContain('has changed since it was read');
    expect(readFileSync(path, 'utf8')).toBe('someone else was here');
    expect(readdirSync(root)).toEqual(['reply.txt']);
  });

  it('follows a link inside the project, and the link stays one', () => {
    const path = put('project/reply.txt');
    symlinkSync('reply.txt', join(root, 'link.txt'));
    expect(replace(join(root, 'link.txt'))).toBeUndefined();
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(readlinkSync(join(root, 'link.txt'))).toBe('reply.txt');
  });

  it.each(['link.txt', 'folder/outside.txt'])('writes nothing outside the project through %s', (name) => {
    const outside = put('outside.txt');
    symlinkSync('../outside.txt', join(root, 'link.txt'));
    symlinkSync('..', join(root, 'folder'));
    expect(replace(join(root, name))?.message).toContain('symbolic link');
    expect(readFileSync(outside, 'utf8')).toBe('old');
  });

  it('takes a file elsewhere that is named by its own path', () => {
    const path = put('outside.txt');
    expect(replace(path)).toBeUndefined();
  });

  it('does not part a file from its other names', () => {
    const path = put('project/reply.txt');
    linkSync(path, join(root, 'other.txt'));
    expect(replace(path)?.message).toContain('2 names');
    expect(readFileSync(path, 'utf8')).toBe('old');
  });

  it('says what keeps it from writing', () => {
    expect(replace(join(root, 'gone.txt'))?.message).toBe('not changed: it is gone');
  });

  it('leaves the old text or the new one, whenever it is killed', async () => {
    const path = put('project/reply.txt', 'a'.repeat(300_000));
    const script = `import { readFileSync } from 'node:fs';
      import { replaceContent } from ${JSON.stringify(fileURLToPath(new URL('../../src/files/replace.ts', import.meta.url)))};
      console.log('begun');
      for (;;) {
        const before = readFileSync(${JSON.stringify(path)});
        replaceContent({ file: 'x', path: ${JSON.stringify(path)}, root: ${JSON.stringify(root)}, before, after: Buffer.alloc(300_000, before[0] === 97 ? 'b' : 'a') });
      }`;
    const bundled = join(folder, 'run.mjs');
    buildSync({ stdin: { contents: script, resolveDir: folder }, bundle: true, platform: 'node', format: 'esm', outfile: bundled });
    for (let run = 0; run < 12; run += 1) {
      const child = spawn(process.execPath, [bundled]);
      await new Promise((resolve) => child.stdout.once('data', resolve));
      await new Promise((resolve) => setTimeout(resolve, (run * 7) % 30));
      child.kill('SIGKILL');
      await new Promise((resolve) => child.once('close', resolve));
      expect(readFileSync(path, 'utf8')).toMatch(/^(?:a{300000}|b{300000})$/);
    }
  });

  it('leaves the old text when the disk takes only a part of the new one', () => {
    const path = put('project/reply.txt', 'old'.repeat(100));
    const after = 'new'.repeat(20_000);
    const script = `import { replaceContent } from ${JSON.stringify(fileURLToPath(new URL('../../src/files/replace.ts', import.meta.url)))};
      console.log(JSON.stringify(replaceContent({ file: 'reply.txt', path: ${JSON.stringify(path)}, root: ${JSON.stringify(root)}, before: Buffer.from(${JSON.stringify('old'.repeat(100))}), after: Buffer.from(${JSON.stringify(after)}) })));`;
    const bundled = join(folder, 'run.mjs');
    buildSync({ stdin: { contents: script, resolveDir: folder }, bundle: true, platform: 'node', format: 'esm', outfile: bundled });
    const { stdout } = spawnSync('bash', ['-c', `ulimit -f 8; exec node ${bundled}`], { encoding: 'utf8' });
    expect(stdout).toContain('not changed');
    expect(readFileSync(path, 'utf8')).toBe('old'.repeat(100));
    expect(readdirSync(root)).toEqual(['reply.txt']);
  });
});
