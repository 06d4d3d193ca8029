import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { command } from '../cli/project.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (name: string): string => readFileSync(join(root, name), 'utf8');
const rows = read('docs/threats.md')
  .split('\n')
  .filter((line) => /^\| +\d+ \|/.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

describe('docs/threats.md', () => {
  it('has every threat, each with a promise', () => {
    expect(rows.map(([number]) => Number(number))).toEqual(Array.from({ length: 26 }, (_, i) => i + 1));
    for (const cells of rows) for (const cell of cells) expect(cell).not.toBe('');
  });

  it.each(rows.map(([number, threat, , tests]) => [number, threat, tests]))('%s: %s has the tests that it names', (_, _threat, tests) => {
    const named = [...tests.matchAll(/`([^`]+)`: ([^;]+)/g)];
    expect(named.length).toBeGreaterThan(0);
    for (const [, file, title] of named) {
      expect([file, existsSync(join(root, file))]).toEqual([file, true]);
      expect(read(file)).toContain(title.trim());
    }
  });
});

it('SECURITY.md names a page for each promise, and they are there', () => {
  const page = read('SECURITY.md');
  const links = [...page.matchAll(/\]\(([^)#]+)\)/g)].map(([, target]) => target);
  expect(links).toEqual(expect.arrayContaining(['docs/threats.md', 'docs/limits.md']));
  for (const target of links) expect(existsSync(join(root, target))).toBe(true);
});

/** Those who were asked to serve or to fetch: each has a page that says to whom. */
const DOORS = /^src\/(?:page|gate\/smtp|drafts-folder)\//;

describe('nothing listens or connects that was not asked to', () => {
  const NETWORK =
    /(?:from|import|require)\s*\(?\s*['"](?:node:)?(?:https?|http2|net|tls|dgram|dns|inspector)(?:\/\w+)?['"]|\b(?:fetch|XMLHttpRequest|WebSocket|EventSource)\s*\(/;
  const files = ['src', 'rules', 'bin'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:ts|cjs|mjs)$/.test(name))
      .map((name) => `${folder}/${name}`),
  );

  it('no source but those doors speaks of a network', () => {
    expect(files.length).toBeGreaterThan(200);
    expect(files.filter((name) => !DOORS.test(name) && NETWORK.test(read(name)))).toEqual([]);
  });

  it('a mail full of addresses is judged where there is no network, with the same answer', ({ skip }) => {
    const mail =
      'Content-Type: text/html\n\n<link rel=stylesheet href="https://a.example/s.css"><p>Dear Tom <img src="https://a.example/p.png"><iframe src="https://a.example"></iframe></p>';
    const args = [command, '--stdin', '--input-format', 'eml', '--format', 'json', '--no-config'];
    const open = spawnSync(process.execPath, args, { input: mail, encoding: 'utf8' });
    const shut = spawnSync('unshare', ['-rn', process.execPath, ...args], { input: mail, encoding: 'utf8' });
    expect(open.stdout).toContain('"drafts"');
    if (shut.error || /unshare:/.test(shut.stderr)) skip('no namespaces here');
    expect(shut.stdout).toBe(open.stdout);
  });
});
