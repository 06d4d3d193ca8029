import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lint, isProblem } from '../../src/index.js';
import { exportPage } from '../../src/page/index.js';
import { createWorkspace, type Workspace } from '../../src/workspace/workspace.js';
import { isThere, open, startBrowser, why, type Watched } from '../browser.js';
import { CUSTOMER, DRAFT, REPLY, SOON, Writer } from './writer.js';

const TYPES: Readonly<Record<string, string>> = { html: 'text/html', js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml' };

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'replylint-export-'));
  const workspace = await createWorkspace({ config: false, flags: { rules: ['canned-phrase:off'], minScore: 90 } });
  const made = exportPage(workspace, folder, '1.2.3');
  if ('code' in made) throw new Error(made.message);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('an exported page', () => {
  it('is a folder of files that name nothing outside it', () => {
    expect(readdirSync(folder).sort()).toEqual(['icon.svg', 'index.html', 'judge.js', 'licences.txt', 'page.css', 'page.js']);
    const html = readFileSync(join(folder, 'index.html'), 'utf8');
    expect(html.match(/(?:src|href)="[^"#]+"/g)).toEqual(['href="icon.svg"', 'href="page.css"', 'src="page.js"']);
    expect(html).not.toMatch(/https?:/);
    expect(readFileSync(join(folder, 'licences.txt'), 'utf8')).toContain('codemirror');
  });

  it('carries the settings of the project as data that ends no script', async () => {
    const workspace = await createWorkspace({ config: false });
    const settingsFor: Workspace['settingsFor'] = (path) => workspace.settingsFor(path);
    const { rules, options, config } = workspace;
    const files = ['/x/</script><script>alert(1)</script>.yaml'];
    const named = { rules, options, settingsFor, config: { ...config, files }, cwd: '/x' } as Partial<Workspace> as Workspace;
    const other = mkdtempSync(join(tmpdir(), 'replylint-export-'));
    exportPage(named, other, '1.2.3');
    expect(readFileSync(join(other, 'index.html'), 'utf8')).not.toContain('<script>alert');
    rmSync(other, { recursive: true });
  });
});

describe.skipIf(!isThere)(`an exported page in a browser${why}`, () => {
  let browser: Browser;
  let server: Server;
  beforeAll(async () => {
    // A server that knows of files and of nothing else.
    server = createServer(({ url = '/' }, response) => {
      const name = url === '/' ? 'index.html' : url.slice(1);
      response.setHeader('content-type', TYPES[name.split('.').at(-1) ?? ''] ?? 'text/plain');
      response.end(readFileSync(join(folder, name)));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    server?.closeAllConnections();
    server?.close();
  });

  const ways: readonly (readonly [string, () => string])[] = [
    ['from any web server', () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`],
    ['opened as a file', () => `file://${folder}/`],
  ];

  async function begin(at: string): Promise<Watched & { writer: Writer }> {
    const watched = await open(browser, at.startsWith('file:') ? `${at}index.html` : at, at);
    return { ...watched, writer: await new Writer(watched.page).begun() };
  }

  it.each(ways)('%s, it finds what the command line finds, with the settings of the project', async (_, at) => {
    const { page, said, writer } = await begin(at());
    await writer.write(writer.customer, CUSTOMER);
    const draft = `${DRAFT}\nPlease do not hesitate to contact us.`;
    await writer.write(writer.draft, draft);
    const known = await lint({ draft, customer: CUSTOMER, channel: 'email' }, { levels: { 'canned-phrase': 'off' } });
    if (isProblem(known)) throw new Error(known.message);
    await expect.poll(async () => (await writer.rules()).sort(), SOON).toEqual(known.findings.map(({ rule }) => rule).sort());
    expect(await page.locator('.ring b').textContent()).toBe(String(known.score));
    expect(await page.locator('.score').innerText()).toContain('90 is needed');
    expect(await page.locator('#promise').innerText()).toBe('Nothing that you write leaves this page.');
    expect(said).toEqual([]);
    await page.context().close();
  });

  it.each(ways)('%s, it opens a mail and mends its formatting', async (_, at) => {
    const { page, said, writer } = await begin(at());
    await writer.drop(writer.draft, 'reply.eml', REPLY);
    await writer.card('mixed-fonts').waitFor();
    expect(await writer.text(writer.draft)).toBe('Dear Jane,\n\nA new kettle will be sent soon.\n\nBest regards\nSam');
    expect(await writer.text(writer.customer)).toContain('My kettle arrived with a broken lid. I am really fed up.');
    await writer.card('mixed-fonts').locator('.fix').first().click();
    await writer.card('mixed-fonts').waitFor({ state: 'detached' });
    expect(said).toEqual([]);
    await page.context().close();
  });

  it('gives up a reply that takes too long, and judges the next', async () => {
    const at = ways[0][1]();
    const context = await browser.newContext();
    await context.clock.install();
    // A judge that never answers for one reply, as the real one might for a hostile one.
    const stuck = `onmessage = ({ data: { id, given } }) => { if (id && !given.draft.includes('stuck')) postMessage({ id, answer: { code: 'x', message: 'judged ' + given.draft } }); }`;
    await context.route('**/judge.js', (route) => route.fulfill({ contentType: 'text/javascript', body: stuck }));
    const page = await context.newPage();
    await page.goto(at);
    const writer = await new Writer(page).begun();
    await writer.write(writer.draft, 'stuck');
    await page.clock.fastForward(100);
    await page.clock.fastForward(6000);
    await page.locator('#verdict-body').getByText('gave no answer within 5000 ms').waitFor();
    await writer.write(writer.draft, 'the next');
    await page.clock.fastForward(100);
    await page.getByText('judged the next').first().waitFor();
    await context.close();
  });
});
