import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const copy = mkdtempSync(join(tmpdir(), 'replylint-load-'));
const drafts = ['reply.txt', 'flawed.txt', 'reply.md', 'reply.html', 'html.eml'].map((name) => join(root, 'bench/drafts', name));

function report(folder: string): string {
  const args = [join(folder, 'bin/replylint.cjs'), '--no-config', '--fail-on', 'never', '--min-score', '0', ...drafts];
  return execFileSync(process.execPath, args, { encoding: 'utf8' });
}

const caches = (): string[] => readdirSync(join(copy, 'dist/cli')).filter((name) => name.endsWith('.cache'));

beforeAll(() => {
  for (const folder of ['bin', 'dist/cli', 'dist/vendor']) {
    mkdirSync(join(copy, folder), { recursive: true });
    for (const name of readdirSync(join(root, folder))) copyFileSync(join(root, folder, name), join(copy, folder, name));
  }
  symlinkSync(join(root, 'package.json'), join(copy, 'package.json'));
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

it('runs alike with the code cache of the build, with a broken one, and with none, as another version of Node would', () => {
  const usual = report(root);
  expect(caches()).not.toEqual([]);
  expect(report(copy)).toBe(usual);
  for (const name of caches()) writeFileSync(join(copy, 'dist/cli', name), 'not a cache');
  expect(report(copy)).toBe(usual);
  for (const name of caches()) rmSync(join(copy, 'dist/cli', name));
  expect(report(copy)).toBe(usual);
});

it.each(['cli', 'vendor'])('the files of dist/%s are ASCII, as the loader takes them to be', (folder) => {
  const files = readdirSync(join(root, 'dist', folder)).filter((file) => file.endsWith('.cjs'));
  expect(files.filter((file) => readFileSync(join(root, 'dist', folder, file)).some((byte) => byte > 127))).toEqual([]);
});

it('runs where a global is called module, as in `node --eval`', () => {
  const { load, main } = { load: join(root, 'bin/load.cjs'), main: join(root, 'dist/cli/main.cjs') };
  const code = `require(${JSON.stringify(load)}).load(${JSON.stringify(main)}).main(['--version'])`;
  expect(execFileSync(process.execPath, ['--eval', code], { encoding: 'utf8' })).toMatch(/^\d+\.\d+\.\d+/);
});
