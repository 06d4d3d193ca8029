import { execFileSync, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

// What `npm pack` makes of the built tree, installed as a user would, without a network.
const root = fileURLToPath(new URL('../../', import.meta.url));
const place = mkdtempSync(join(tmpdir(), 'replylint-package-'));
let tarball: string;

const npm = (args: string[], cwd: string): string =>
  execFileSync('npm', [...args, '--offline', '--no-audit', '--no-fund', '--loglevel=error'], { cwd, encoding: 'utf8' });

function folder(name: string, files: Record<string, string>): string {
  const path = join(place, name);
  mkdirSync(path, { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(path, file), text);
  return path;
}

beforeAll(() => {
  tarball = join(place, npm(['pack', '--ignore-scripts', '--pack-destination', place], root).trim());
}, 60_000);

afterAll(() => rmSync(place, { recursive: true, force: true }));

it('npm pack says the name of the file and nothing else, as pre-commit expects', () => {
  expect(tarball).toMatch(/[\\/]replylint-[\d.]+\.tgz$/);
  const scripts = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts as Record<string, string>;
  expect(Object.keys(scripts)).not.toContain('prepare');
  expect(readFileSync(join(root, '.npmrc'), 'utf8')).toContain('foreground-scripts=false');
});

it('a clone that was not built says so in one line', () => {
  const clone = folder('unbuilt', {});
  cpSync(join(root, 'bin'), join(clone, 'bin'), { recursive: true });
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(clone, 'bin/replylint.cjs'), 'a.txt'], { encoding: 'utf8' });
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/^replylint: .*unbuilt has not been built; run `npm ci && npm run build` there, .*\n$/);
});

it('the README installs the file of npm pack as it says, and marks what needs the registry', () => {
  const [, section] = /^## Install\n([^]*?)^## /m.exec(readFileSync(join(root, 'README.md'), 'utf8')) ?? [];
  const [fromFile, later] = [...(section ?? '').matchAll(/^```sh\n([^]*?)^```$/gm)].map(([, lines]) => lines.trim().split('\n'));
  expect(section!.indexOf('Once it is published')).toBeLessThan(section!.indexOf(later[0]));
  expect(later.every((line) => /^npm install --\S+ replylint\b/.test(line))).toBe(true);
  const clone = folder('side/replylint', {});
  const project = folder('side/kettles', { 'package.json': '{ "name": "kettles", "private": true }' });
  cpSync(tarball, join(clone, basename(tarball)));
  expect(fromFile[0]).toMatch(/^npm ci && npm pack\b/);
  const env = { ...process.env, npm_config_offline: 'true', npm_config_audit: 'false', npm_config_prefix: join(place, 'readme-prefix') };
  for (const [line, cwd, made] of [
    [fromFile[1], clone, join(place, 'readme-prefix/bin/replylint')],
    [fromFile[2], project, join(project, 'node_modules/.bin/replylint')],
  ]) {
    expect(spawnSync('sh', ['-c', line], { cwd, env, encoding: 'utf8' })).toMatchObject({ status: 0 });
    expect(spawnSync(made, ['--version'], { encoding: 'utf8' }).stdout.trim()).toBe(/replylint-([\d.]+)\.tgz$/.exec(tarball)?.[1]);
  }
}, 60_000);

describe('installed as a command', () => {
  let work: string;
  const run = (...args: string[]): SpawnSyncReturns<string> =>
    spawnSync(join(place, 'prefix/bin/replylint'), args, { cwd: work, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } });

  beforeAll(() => {
    work = folder('empty', {});
    npm(['install', '--global', '--prefix', join(place, 'prefix'), tarball], work);
  }, 60_000);

  it('brings every page that its README links, and that its messages name', () => {
    const home = join(place, 'prefix/lib/node_modules/replylint');
    const links = [...readFileSync(join(home, 'README.md'), 'utf8').matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, path]) => path);
    expect(links).toContain('docs/fixing.md');
    expect(links.filter((path) => !existsSync(join(home, path)))).toEqual([]);
  });

  it('serves an assistant and looks for a mail server with nothing but itself', () => {
    const ping = `${JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'ping' })}\n`;
    const mcp = spawnSync(join(place, 'prefix/bin/replylint'), ['mcp'], { cwd: work, encoding: 'utf8', input: ping });
    expect({ status: mcp.status, said: JSON.parse(mcp.stdout), err: mcp.stderr }).toEqual({
      status: 0,
      said: { jsonrpc: '2.0', id: 1, result: {} },
      err: '',
    });
    const env = { ...process.env, REPLYLINT_IMAP_USER: 'maya', REPLYLINT_IMAP_PASSWORD: 'secret' };
    const args = ['watch-imap', '--server', 'imaps://127.0.0.1:9'];
    const drafts = spawnSync(join(place, 'prefix/bin/replylint'), args, { cwd: work, encoding: 'utf8', env });
    expect(drafts).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(/^127\.0\.0\.1:9: cannot be reached.*\n$/) });
  });

  it.each([
    ['reply.txt', 'Dear Ms Lund,\n\nThe warehouse team made a mistake with the label.\n\nKind regards,\nJo Bell\n'],
    [
      'reply.md',
      'Dear Ms Lund,\n\nThe **warehouse team** made a mistake with the [label](https://example.com).\n\nKind regards,\nJo Bell\n',
    ],
    ['reply.html', '<p>Dear Ms Lund,</p><p>The warehouse team made a <b>mistake</b> with the label.</p><p>Kind regards,<br>Jo Bell</p>'],
    [
      'reply.eml',
      'From: jo@example.com\nContent-Type: text/html; charset=windows-1252\nContent-Transfer-Encoding: quoted-printable\n\n<p>Dear Ms Lund,</p><p>The warehouse team made a mistake with the =A35 label=2E</p><p>Kind regards,<br>Jo Bell</p>\n',
    ],
  ])('judges %s in an empty folder', (name, text) => {
    writeFileSync(join(work, name), text);
    const { status, stdout, stderr } = run(name);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toContain('blame-shifting');
  });

  it('says its version', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    expect(run('--version').stdout.trim()).toBe(version);
  });
});

describe('installed in a project', () => {
  let project: string;

  beforeAll(() => {
    project = folder('project', {
      'package.json': '{ "name": "project", "private": true, "type": "module" }',
      'tsconfig.json': JSON.stringify({
        compilerOptions: {
          strict: true,
          module: 'NodeNext',
          target: 'ES2023',
          lib: ['ES2023'],
          types: ['node'],
          typeRoots: [join(root, 'node_modules/@types')],
          noEmit: true,
        },
        files: ['use.ts'],
      }),
      'use.ts': `
        import { lint, type DraftReport } from 'replylint';
        import * as node from 'replylint/node';
        import type { Check, Rule } from 'replylint/rule';
        const outcome = await lint({ draft: 'Dear Customer,' });
        export const score: number | undefined = 'score' in outcome ? (outcome satisfies DraftReport).score : undefined;
        // @ts-expect-error a draft is text or bytes
        await lint({ draft: 1 });
        export const check: Check = function* ({ hits }) { for (const { span } of hits) yield { span }; };
        export type Use = [Rule, keyof typeof node];
      `,
      'use.mjs': `
        import { lint } from 'replylint';
        import * as node from 'replylint/node';
        import * as rule from 'replylint/rule';
        const { score, findings } = await lint({ draft: 'Dear Ms Lund,\\n\\nThe warehouse team made a mistake with the label.' });
        const mail = await lint({ draft: 'Content-Type: text/html\\n\\n<p>Dear Ms Lund,</p><p>The warehouse team made a mistake with the label.</p>', format: 'eml' });
        console.log(JSON.stringify({ score, rules: findings.map((one) => one.rule), mail: mail.findings.map((one) => one.rule), node: Object.keys(node).length > 0, rule: typeof rule }));
      `,
      'use.cjs': "const { createRequire } = require('node:module'); console.log(JSON.stringify(require('replylint/package.json').name));",
    });
    npm(['install', tarball], project);
  }, 60_000);

  it('brings no other package along', () => {
    const { packages } = JSON.parse(readFileSync(join(project, 'node_modules/.package-lock.json'), 'utf8')) as { packages: object };
    expect(Object.keys(packages)).toEqual(['node_modules/replylint']);
  });

  it('has types that a strict project accepts', () => {
    const tsc = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', project], { encoding: 'utf8' });
    expect(tsc.stdout).toBe('');
    expect(tsc.status).toBe(0);
  });

  it('can be imported', () => {
    const said = JSON.parse(execFileSync(process.execPath, ['use.mjs'], { cwd: project, encoding: 'utf8' })) as Record<string, unknown>;
    expect(said).toMatchObject({
      rules: expect.arrayContaining(['blame-shifting']),
      mail: expect.arrayContaining(['blame-shifting']),
      node: true,
    });
    expect(said.score).toBeLessThan(80);
  });

  it('lists the licence of every package it is bundled with', () => {
    const licences = readFileSync(join(project, 'node_modules/replylint/dist/THIRD-PARTY-LICENSES.txt'), 'utf8');
    for (const name of ['commander', 'mailparser', 'remark-parse', 'rehype-parse', 'iconv-lite']) expect(licences).toContain(`\n${name} `);
  });
});
