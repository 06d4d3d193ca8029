import { request, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servePage, type Served } from '../../src/page/index.js';
import { createWorkspace, type Workspace } from '../../src/workspace/workspace.js';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let served: Served;
let port: number;
let token: string;
beforeAll(async () => {
  const renew = (): Promise<Workspace> => createWorkspace({ config: false, flags: { limits: { fileBytes: 50_000 } } });
  const page = await servePage(await renew(), { port: 0, version: '1.2.3', renew });
  if ('code' in page) throw new Error(page.message);
  served = page;
  const url = new URL(page.address);
  port = Number(url.port);
  token = url.hash.slice(1);
});
afterAll(() => served.close());

function ask(method: string, path: string, headers: Record<string, string> = {}, body?: string | Uint8Array): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const own = (): Record<string, string> => ({
  host: `127.0.0.1:${port}`,
  origin: `http://127.0.0.1:${port}`,
  authorization: `Bearer ${token}`,
  'content-type': 'application/json',
});
const without = (all: Record<string, string>, name: string): Record<string, string> =>
  Object.fromEntries(Object.entries(all).filter(([key]) => key !== name));
const draft = JSON.stringify({ draft: 'Dear customer,\n\nWe will write soon.', format: 'text' });

describe('who may ask the page for something', () => {
  it('answers its own page', async () => {
    const { status, body } = await ask('POST', '/judge', own(), draft);
    expect(status).toBe(200);
    expect((JSON.parse(body) as { report: { findings: unknown[] } }).report.findings.length).toBeGreaterThan(0);
    const there = { ...own(), host: `localhost:${port}`, origin: `http://localhost:${port}` };
    expect((await ask('POST', '/judge', there, draft)).status).toBe(200);
    expect((await ask('GET', '/')).status).toBe(200);
  });

  it.each<[string, string, string, (fine: Record<string, string>) => Record<string, string>, number]>([
    ['a name that was made to lead here', 'GET', '/', (fine) => ({ ...fine, host: `evil.example:${port}` }), 403],
    ['a name that only looks like ours', 'POST', '/judge', (fine) => ({ ...fine, host: `127.0.0.1.evil.example:${port}` }), 403],
    ['our address and another port', 'POST', '/judge', (fine) => ({ ...fine, host: '127.0.0.1:1' }), 403],
    ['another address of this computer', 'GET', '/', (fine) => ({ ...fine, host: `0.0.0.0:${port}` }), 403],
    ['another page', 'POST', '/judge', (fine) => ({ ...fine, origin: 'https://evil.example' }), 403],
    ['a page of another port of this computer', 'POST', '/judge', (fine) => ({ ...fine, origin: 'http://127.0.0.1:1' }), 403],
    ['a page that hides where it comes from', 'POST', '/judge', (fine) => ({ ...fine, origin: 'null' }), 403],
    ['whoever says nothing of where they come from', 'POST', '/judge', (fine) => without(fine, 'origin'), 403],
    [
      'another page that loads our script',
      'GET',
      '/page.js',
      (fine) => ({ host: fine.host, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }),
      403,
    ],
    ['no token', 'POST', '/judge', (fine) => without(fine, 'authorization'), 401],
    ['another token', 'POST', '/open?format=text', (fine) => ({ ...fine, authorization: `Bearer ${'A'.repeat(24)}` }), 401],
    ['no token, for what the project is', 'GET', '/about', ({ host }) => ({ host }), 401],
    ['a method that nothing has', 'PUT', '/judge', (fine) => fine, 405],
    ['a question about what others may do', 'OPTIONS', '/judge', (fine) => ({ ...fine, origin: 'https://evil.example' }), 405],
    ['a way to a file', 'GET', '/../package.json', (fine) => fine, 404],
    ['a file of the page that no page with a server loads', 'GET', '/judge.js', (fine) => fine, 404],
  ])('refuses %s', async (_, method, path, change, wanted) => {
    const { status, headers, body } = await ask(method, path, change(own()), method === 'POST' ? draft : undefined);
    expect(status).toBe(wanted);
    expect(body).not.toContain('findings');
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  it('is reached from this computer alone', async () => {
    const { networkInterfaces } = await import('node:os');
    const others = Object.values(networkInterfaces())
      .flat()
      .filter((one) => one && !one.internal && one.family === 'IPv4');
    for (const one of others) {
      const refused = await new Promise((resolve) => {
        const socket = connect(port, one!.address, () => resolve(false));
        socket.on('error', () => resolve(true));
      });
      expect(refused).toBe(true);
    }
  });
});

describe('what the page sends', () => {
  it.each(['/', '/page.js', '/about', '/nothing'])('is kept by nobody, framed by nobody and taken for nothing else: %s', async (path) => {
    const { headers } = await ask('GET', path, own());
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'; style-src 'self';");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
  });

  it('holds neither the token nor anything of the project before the token is shown', async () => {
    for (const path of ['/', '/page.js', '/page.css', '/icon.svg']) {
      const { body, status } = await ask('GET', path);
      expect(status).toBe(200);
      expect(body).not.toContain(token);
    }
  });
});

describe('what the page takes', () => {
  it('is bounded, and says where the bound is', async () => {
    const { status, body } = await ask('POST', '/judge', own(), JSON.stringify({ draft: 'x'.repeat(200_000), format: 'text' }));
    expect(status).toBe(413);
    expect(JSON.parse(body)).toMatchObject({ code: 'too-large', message: expect.stringContaining('limit fileBytes') });
  });

  it('is bounded too where nobody says how long it is', async () => {
    const status = await new Promise((resolve) => {
      const sent = request(
        { host: '127.0.0.1', port, method: 'POST', path: '/judge', headers: { ...own(), 'transfer-encoding': 'chunked' } },
        (response) => resolve(response.statusCode),
      );
      sent.on('error', () => resolve(413));
      for (let i = 0; i < 40; i += 1) sent.write('x'.repeat(10_000));
      sent.end();
    });
    expect(status).toBe(413);
  });

  it.each([
    ['no JSON', '{'],
    ['no draft', '{"format":"text"}'],
    ['a format that there is not', '{"draft":"x","format":"pdf"}'],
    ['a kind that there is not', '{"draft":"x","format":"text","kind":"rant"}'],
    ['a customer that is no text', '{"draft":"x","format":"text","customer":{}}'],
    ['a list', '[]'],
  ])('is not %s', async (_, body) => {
    const answer = await ask('POST', '/judge', own(), body);
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toMatchObject({ code: 'usage' });
  });

  it('is judged by the same rules as a file, or answered with why it cannot be', async () => {
    const { body } = await ask('POST', '/judge', own(), JSON.stringify({ draft: ' \n', format: 'text' }));
    expect(JSON.parse(body)).toMatchObject({ code: 'empty' });
  });

  it('is waited for no longer than it may take to come', async () => {
    const socket = connect(port, '127.0.0.1');
    socket.write(`POST /judge HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n`);
    socket.resume();
    await new Promise((resolve) => socket.on('close', resolve).on('error', resolve));
    expect((await ask('GET', '/')).status).toBe(200);
  });

  it('opens a mail from its bytes', async () => {
    const mail = 'From: Ana Ruiz <ana@mail.example>\r\nSubject: Kettle\r\n\r\nWhere is it?\r\n';
    const { body } = await ask('POST', '/open?format=eml&name=a.eml', { ...own(), 'content-type': 'application/octet-stream' }, mail);
    expect(JSON.parse(body)).toMatchObject({ format: 'text', text: expect.stringContaining('Where is it?'), from: 'Ana Ruiz' });
  });
});
