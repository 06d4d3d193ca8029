import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

// The sample plugin of fixtures/, packed and installed beside a packed replylint as a user would, without a network.
const root = fileURLToPath(new URL('../../', import.meta.url));
const place = mkdtempSync(join(tmpdir(), 'replylint-plugin-'));
const project = join(place, 'project');

const npm = (args: string[], cwd: string): string =>
  execFileSync('npm', [...args, '--offline', '--no-audit', '--no-fund', '--loglevel=error'], { cwd, encoding: 'utf8' }).trim();

function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(join(project, 'node_modules/.bin/replylint'), args, {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', XDG_CONFIG_HOME: join(place, 'home') },
  });
  return { status, stdout, stderr };
}

beforeAll(() => {
  mkdirSync(project);
  const tarballs = [root, join(root, 'fixtures/plugin')].map((folder) =>
    join(place, npm(['pack', '--ignore-scripts', '--pack-destination', place], folder)),
  );
  writeFileSync(join(project, 'package.json'), '{ "name": "team", "private": true }');
  npm(['install', ...tarballs], project);
  writeFileSync(join(project, '.replylintrc.yaml'), 'plugins: [replylint-plugin-callback]\n');
  writeFileSync(
    join(project, 'reply.txt'),
    'Dear Ms Okafor,\n\nThank you for writing. I have read your ticket. We will call you. I will call you on Monday at 10:00 on 01632 960 114.\n\nKind regards,\nMaya\n',
  );
}, 120_000);

afterAll(() => rmSync(place, { recursive: true, force: true }));

describe('a plugin from npm', () => {
  it('runs once it is trusted, its rules beside those that ship', () => {
    expect(run('reply.txt')).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('replylint trust') });
    expect(run('trust').stdout).toContain('node_modules/replylint-plugin-callback/rules/callback-without-time.js');
    const { stdout, stderr } = run('--format', 'json', 'reply.txt');
    expect(stderr).toBe('');
    const { drafts } = JSON.parse(stdout) as { drafts: { findings: { rule: string; quote: string }[] }[] };
    const own = drafts[0].findings.filter(({ rule }) => ['callback-without-time', 'no-ticket-speak'].includes(rule));
    expect(own.map(({ rule, quote }) => [rule, quote])).toEqual([
      ['no-ticket-speak', 'your ticket'],
      ['callback-without-time', 'We will call you'],
    ]);
    expect(run('explain', 'callback-without-time').stdout).toContain('They cannot plan their day');
  });

  it('takes options from the configuration', () => {
    writeFileSync(
      join(project, 'options.yaml'),
      'plugins: [replylint-plugin-callback]\nrules: { callback-without-time: [error, { needs-number: false }] }\n',
    );
    expect(run('--config', 'options.yaml', '--print-config', 'reply.txt').stdout).toMatch(/needs-number: false +# options\.yaml:2/);
  });

  it('is stopped when an update changes it', () => {
    appendFileSync(join(project, 'node_modules/replylint-plugin-callback/rules/callback-without-time.js'), '\n// 1.0.1\n');
    expect(run('reply.txt')).toMatchObject({ status: 2, stderr: expect.stringContaining('needs code that has changed') });
  });
});
