import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BASE, FLAWED, Project } from './project.js';

/** Long enough for a loaded machine. */
const SOON = { timeout: 30_000 };

let project: Project;
beforeAll(() => {
  project = new Project();
});
afterAll(() => project.remove());

/** Starts the server and waits for the address. */
async function start(args: readonly string[], env: Record<string, string> = {}, where = project) {
  const child = where.start(['serve', ...args], env);
  let err = '';
  child.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const line = await Promise.race([once(child.stdout!, 'data').then(([chunk]) => chunk as Buffer), ended.then(() => undefined)]);
  if (!line) throw new Error(`it ended without an address: ${err}`);
  const url = new URL(line.toString().trim());
  const judge = (draft: string): Promise<Response> =>
    fetch(new URL('/judge', url), {
      method: 'POST',
      headers: { authorization: `Bearer ${url.hash.slice(1)}`, origin: url.origin, 'content-type': 'application/json' },
      body: JSON.stringify({ draft, format: 'text' }),
    });
  return { child, url, line: line.toString(), judge, ended, said: () => err };
}

describe('replylint serve', () => {
  it('prints the address, judges by the configuration of the project, and ends well with Ctrl-C', async () => {
    const { child, url, line, judge, ended, said } = await start([]);
    expect(line).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#[\w-]{24}\n$/);
    const { report } = (await (await judge(FLAWED)).json()) as {
      report: { findings: { rule: string }[] };
    };
    expect(report.findings.map(({ rule }) => rule)).toEqual(['no-plonk']);
    child.kill('SIGINT');
    expect(await ended).toBe(0);
    expect(said()).toBe('Open this address in a browser on this computer; Ctrl-C stops it.\n');
    await expect(fetch(url)).rejects.toThrow('fetch failed');
  });

  it('judges by the configuration of now when the page is loaded again, and says what is wrong with it', async () => {
    const own = new Project();
    const { child, ended, url, judge } = await start([], {}, own);
    const about = async (): Promise<unknown> =>
      (await fetch(new URL('/about', url), { headers: { authorization: `Bearer ${url.hash.slice(1)}` } })).json();
    const found = async (): Promise<string[]> =>
      ((await (await judge(FLAWED)).json()) as { report: { findings: { rule: string }[] } }).report.findings.map(({ rule }) => rule);
    expect(await found()).toEqual(['no-plonk']);
    own.put({ '.replylintrc.yaml': `${BASE}  no-plonk: off\nscore: { pass: 70 }\n` });
    expect(await about()).toMatchObject({ minScore: 70, configuration: '.replylintrc.yaml' });
    expect(await found()).toEqual([]);
    own.put({ '.replylintrc.yaml': 'rules: { no-plonk: loud }\n' });
    expect(await about()).toMatchObject({ code: 'bad-config', message: expect.stringContaining('.replylintrc.yaml:1') });
    expect(await found()).toEqual([]);
    child.kill('SIGINT');
    await ended;
    own.remove();
  });

  it('has a new secret at each start', async () => {
    const both = await Promise.all([start([]), start([])]);
    for (const { child } of both) child.kill('SIGTERM');
    expect(both[0].url.hash).not.toBe(both[1].url.hash);
    expect(await Promise.all(both.map(({ ended }) => ended))).toEqual([0, 0]);
  });

  it('says in one line that a port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { code, out, err } = await project.run(['serve', '--port', String(port)]);
    other.close();
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toBe(
      `replylint: port ${port} is taken on 127.0.0.1; name another with --port, or leave --port out to get one that is free\n`,
    );
  });

  it.each([
    [['serve', '--port', '0'], 'It must be a whole number from 1 to 65535'],
    [['serve', '--port', '80x'], 'It must be a whole number from 1 to 65535'],
    [['serve', '--export', 'page', '--port', '4000'], '--port means nothing with it'],
    [['serve', '--export', 'page', '--open'], '--open means nothing with it'],
    [['serve', '--rule', 'no-such-rule:off'], 'no-such-rule'],
    [['serve', '--export', '/proc/page'], '/proc/page'],
  ])('refuses %j in one line', async (args, words) => {
    const { code, out, err } = await project.run(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^[^\n]+\n$/);
    expect(err).toContain(words);
  });

  it('goes on without a browser where none can be started', async () => {
    const { child, ended, said } = await start(['--open'], { PATH: '/nowhere' });
    await expect.poll(said, SOON).toContain('No browser could be started: open the address yourself.');
    child.kill('SIGINT');
    expect(await ended).toBe(0);
  });

  it('writes the page as files, with the settings, and says which rules stay behind', async () => {
    const { code, out, err } = await project.run(['serve', '--export', 'out/page', '--min-score', '91']);
    expect({ code, out }).toEqual({
      code: 0,
      out: 'Wrote 6 files to out/page: open index.html, or put the folder on any web server.\n',
    });
    expect(err).toBe('Without no-plonk, no-wibble: only the built-in rules go with the page; `replylint serve` has all of them.\n');
    const data = /id="alone">([^<]*)</.exec(readFileSync(project.path('out/page/index.html'), 'utf8'))?.[1] ?? '';
    expect(JSON.parse(data)).toMatchObject({
      about: { minScore: 91, configuration: '.replylintrc.yaml' },
      settings: { levels: { 'blame-shifting': 'off' }, gates: { minScore: 91 } },
    });
    expect(existsSync(project.path('out/page/judge.js'))).toBe(true);
  });

  it('writes over a page of its own, and over no other', async () => {
    expect((await project.run(['serve', '--export', 'again'])).code).toBe(0);
    expect((await project.run(['serve', '--export', 'again'])).code).toBe(0);
    project.put({ 'site/index.html': '<h1>Our shop</h1>' });
    const { code, out, err } = await project.run(['serve', '--export', 'site']);
    expect({ code, out, err }).toEqual({
      code: 2,
      out: '',
      err: 'site/index.html: there is a page in this folder that is not one of replylint; name another folder\n',
    });
    expect(readFileSync(project.path('site/index.html'), 'utf8')).toBe('<h1>Our shop</h1>');
    expect(existsSync(project.path('site/page.js'))).toBe(false);
  });
});
