import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLEAN, command, FLAWED, Project } from '../cli/project.js';

let project: Project;
const clients: Client[] = [];
beforeAll(() => {
  project = new Project();
});
afterAll(async () => {
  await Promise.all(clients.map((client) => client.close()));
  project.remove();
});

const connect = (...args: string[]): Promise<Client> => connectIn(project.folder, ...args);

async function connectIn(cwd: string, ...args: string[]): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [command, 'mcp', ...args], cwd, stderr: 'pipe' }));
  clients.push(client);
  await client.listTools();
  return client;
}

const call = async (client: Client, name: string, given: object = {}): Promise<CallToolResult> =>
  (await client.callTool({ name, arguments: { ...given } })) as CallToolResult;
const textOf = ({ content }: CallToolResult): string => content.map((part) => (part.type === 'text' ? part.text : '')).join('\n');
const words = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

describe('replylint mcp', () => {
  let client: Client;
  beforeAll(async () => {
    client = await connect();
  });

  it('says what it is for, and offers three tools that change nothing, every argument described', async () => {
    expect(client.getServerVersion()).toMatchObject({ name: 'replylint' });
    expect(client.getInstructions()).toContain('check_reply');
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(['check_reply', 'explain_rule', 'list_rules']);
    for (const { annotations, description, inputSchema } of tools) {
      expect(annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false, openWorldHint: false });
      expect(description).toBeTruthy();
      expect(inputSchema.additionalProperties).toBe(false);
      for (const given of Object.values(inputSchema.properties ?? {}))
        expect(given).toMatchObject({ description: expect.stringMatching(/\w{4}/), type: expect.any(String) });
      // Programs that hand tools to a model read neither.
      expect(JSON.stringify(inputSchema)).not.toMatch(/\$ref|null/);
    }
  });

  const mail = `From: Care <care@kettles.example>\nTo: Ana <ana@mail.example>\nSubject: Your kettle\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${Buffer.from(FLAWED).toString('base64')}\n`;
  const records: Readonly<Record<string, { draft: string; [key: string]: unknown }>> = {
    'plain text': { draft: FLAWED },
    'a reply that may be sent': { draft: CLEAN, customer: 'My kettle came with a cracked lid.', customerName: 'Adaeze Okafor' },
    Markdown: { draft: `# Hello\n\n${FLAWED}`, format: 'markdown' },
    HTML: { draft: `<p>${FLAWED}</p><p>A <b>wibblety</b> wibble.</p>`, format: 'html' },
    'a mail': { draft: mail, format: 'eml' },
    'a template': { draft: `${FLAWED}{{agent.name}}`, mode: 'template', helpdesk: 'zendesk' },
    'all that can be known': {
      draft: FLAWED,
      format: 'text',
      customer: 'My kettle came with a cracked lid. I am fed up.',
      customerName: 'Adaeze Okafor',
      from: 'care@kettles.example',
      to: 'Adaeze Okafor <adaeze@mail.example>',
      subject: 'Your kettle',
      received: '2026-11-20T08:00:00Z',
      sent: '2026-11-20',
      kind: 'complaint',
      channel: 'chat',
      mode: 'draft',
      attachments: ['label.pdf'],
      earlier: [{ text: 'We will look into it.', date: '2026-11-19' }],
    },
  };

  it.each(Object.keys(records))('check_reply answers what batch answers: %s', async (name) => {
    const { out } = await project.run(['batch'], { input: `${JSON.stringify({ id: 'x', ...records[name] })}\n` });
    const answer = await call(client, 'check_reply', records[name]);
    expect(answer.isError ?? false).toBe(false);
    expect(answer.structuredContent).toEqual({ ...(JSON.parse(out) as object), id: null });
  });

  it('check_reply says the same in words', async () => {
    const flawed = textOf(await call(client, 'check_reply', { draft: FLAWED, customer: 'Where is it?' }));
    expect(flawed).toMatch(/^It does not pass\. \d+\/100 [A-F]: /);
    expect(flawed).toMatch(/^- error no-plonk -\d+\.\d: This word is for tests\. “Plonkety plonk”/m);
    expect(flawed).toMatch(/Next best fix: no-plonk/);
    expect(textOf(await call(client, 'check_reply', { draft: CLEAN, customer: 'Where is it?' }))).toMatch(/^It passes\. 100\/100 A: /);
  });

  it('asks for the message of the customer where nothing is known of it', async () => {
    const draft = 'Dear Ms Okafor,\n\nThe shop opens at nine on Monday.\n\nKind regards,\nMaya Lindqvist\n';
    expect(textOf(await call(client, 'check_reply', { draft }))).toContain('Pass it as `customer`');
    expect(textOf(await call(client, 'check_reply', { draft, kind: 'question' }))).not.toContain('Pass it as `customer`');
  });

  it('explain_rule says what `replylint explain` says', async () => {
    const { out } = await project.run(['explain', 'blame-shifting']);
    expect(words(textOf(await call(client, 'explain_rule', { rule: 'blame-shifting' })))).toBe(words(out));
  });

  it('list_rules lists what `replylint rules` lists, at the levels of the project', async () => {
    const { out } = await project.run(['rules', '--format', 'json']);
    const answer = await call(client, 'list_rules');
    expect(answer.structuredContent).toEqual({ rules: JSON.parse(out) });
    expect(textOf(answer)).toMatch(/^no-plonk \(.*, error, /m);
    expect(textOf(answer)).toMatch(/^blame-shifting \(.*, off, /m);
  });

  it.each([
    ['an empty draft', 'check_reply', { draft: ' ' }, /nothing to judge/],
    ['no draft', 'check_reply', {}, /"draft" is missing; the schema/],
    ['a draft that is no text', 'check_reply', { draft: ['Hi'] }, /"draft" must be a string, not an array/],
    ['a mistyped kind', 'check_reply', { draft: CLEAN, kind: 'complain' }, /"kind" must be one of .*did you mean complaint\?/],
    ['a date that is none', 'check_reply', { draft: CLEAN, sent: 'today' }, /"sent" must be an ISO 8601 date/],
    ['a mistyped argument', 'check_reply', { draft: CLEAN, custmer: 'Hi' }, /takes no "custmer"; did you mean customer\?/],
    ['a mistyped rule', 'explain_rule', { rule: 'no-plnok' }, /there is no rule "no-plnok"; did you mean no-plonk\?/],
    ['no such rule', 'explain_rule', { rule: 'qqqqqqqq\u001b[2J' }, /there is no rule "qqqqqqqq\\x1b\[2J"; list_rules lists them/],
    ['no rule', 'explain_rule', {}, /"rule" must be the id of a rule, such as/],
    ['an argument too many', 'list_rules', { all: true }, /list_rules takes no "all"; it takes nothing/],
  ])('answers %s with one line that says what to do', async (_, name, given, said) => {
    const answer = await call(client, name, given);
    expect(answer.isError).toBe(true);
    expect(textOf(answer)).toMatch(said);
    expect(textOf(answer)).not.toContain('\n');
  });

  it('names the tool that was meant', async () => {
    await expect(client.callTool({ name: 'check-reply', arguments: {} })).rejects.toThrow(
      /there is no tool "check-reply"; did you mean check_reply\?/,
    );
  });
});

describe('replylint mcp, with options', () => {
  it('takes those that every command has', async () => {
    const client = await connect('--rule', 'no-plonk:off', '--min-score', '100', '--limit', 'draftUnits=2000');
    expect((await call(client, 'check_reply', { draft: FLAWED })).structuredContent).toMatchObject({ pass: true, findings: [] });
    expect(textOf(await call(client, 'check_reply', { draft: 'x '.repeat(2000) }))).toMatch(/limit.*draftUnits/);
    const long = { customer: 'x '.repeat(2000), earlier: [{ text: 'x'.repeat(3000) }] };
    expect(textOf(await call(client, 'check_reply', { draft: CLEAN, ...long }))).toMatch(/"customer" is longer than the limit of 2000/);
    expect(textOf(await call(client, 'check_reply', { draft: CLEAN, earlier: long.earlier }))).toMatch(/"earlier\[0\]\.text" is longer/);
  });

  it('stops a draft that takes too long, and goes on', async () => {
    const client = await connect('--limit', 'milliseconds=1');
    const answer = await call(client, 'check_reply', { draft: 'Plonkety plonk. '.repeat(60_000) });
    expect(answer.isError).toBe(true);
    expect(textOf(answer)).toMatch(/gave no answer within 1 ms/);
    expect((await call(client, 'check_reply', { draft: CLEAN })).isError ?? false).toBe(false);
  });
});

describe('a configuration that changes while the assistant is there', () => {
  it('holds from the next call on; a broken one is told until it is put right', async () => {
    const changing = new Project();
    const client = await connectIn(changing.folder);
    const passes = async (): Promise<unknown> => (await call(client, 'check_reply', { draft: FLAWED })).structuredContent?.['pass'];
    const settings = readFileSync(changing.path('.replylintrc.yaml'), 'utf8');
    expect(await passes()).toBe(false);
    changing.put({ '.replylintrc.yaml': `${settings}  no-plonk: off\n` });
    expect(await passes()).toBe(true);
    changing.put({ '.replylintrc.yaml': `${settings}  no-plonk: of\n` });
    const refused = await call(client, 'check_reply', { draft: FLAWED });
    expect(refused.isError).toBe(true);
    expect(textOf(refused)).toMatch(/^the configuration cannot be used: \.replylintrc\.yaml:\d+:\d+: .*$/);
    changing.put({ '.replylintrc.yaml': settings });
    expect(await passes()).toBe(false);
    changing.put({ 'rules/no-plonk.yml': 'id: no-plonk\nmessage: This word is for tests.\nphrases: [another word]\n' });
    expect(await passes()).toBe(true);
    changing.remove();
  });
});

describe('what comes and goes as lines', () => {
  const ask = (id: number, method: string, params: object = {}): string => JSON.stringify({ jsonrpc: '2.0', id, method, params });
  const hello = ask(1, 'initialize', { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } });
  const check = (id: number, draft = CLEAN): string => ask(id, 'tools/call', { name: 'check_reply', arguments: { draft } });
  interface Message {
    readonly jsonrpc: string;
    readonly id?: number;
    readonly error?: { readonly code: number; readonly message: string };
    readonly result?: { readonly structuredContent?: { readonly pass: boolean } };
  }
  const messages = (out: string): Message[] =>
    out
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Message);

  it('answers what is no message, and goes on', async () => {
    const bad = [
      '{"jsonrpc":"2.0","id":2,',
      'null',
      '[]',
      '{"id":3,"method":"ping"}',
      '{"jsonrpc":"1.0","id":4,"method":"ping"}',
      '\u0000',
      '{"jsonrpc":"2.0","id":5}',
      '"x"',
    ];
    const latin = Buffer.concat([Buffer.from('{"jsonrpc":"2.0","id":6,"method":"caf'), Buffer.from([0xe9]), Buffer.from('"}\n')]);
    const input = Buffer.concat([Buffer.from(`${hello}\n\n  \n${bad.join('\n')}\n`), latin, Buffer.from(`${check(7)}\n`)]);
    const { code, out, err } = await project.run(['mcp'], { input });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const answers = messages(out);
    for (const { jsonrpc } of answers) expect(jsonrpc).toBe('2.0');
    const refused = answers.flatMap(({ error, id }) => (error ? [[error.code, id]] : []));
    expect(refused.toSorted()).toEqual(
      [
        [-32700, undefined],
        [-32600, undefined],
        [-32600, undefined],
        [-32600, 3],
        [-32600, 4],
        [-32700, undefined],
        [-32600, 5],
        [-32600, undefined],
        [-32700, undefined],
      ].toSorted(),
    );
    expect(answers.find(({ id }) => id === 7)?.result?.structuredContent?.pass).toBe(true);
  });

  it('refuses a message that is too long, and outlives it', async () => {
    const args = ['mcp', '--limit', 'fileBytes=1000', '--limit', 'draftUnits=1000'];
    const { code, out } = await project.run(args, { input: `${hello}\n${check(2, 'x'.repeat(5000))}\n${check(3)}` });
    expect(code).toBe(0);
    const answers = messages(out);
    expect(answers.find(({ error }) => error)?.error?.message).toMatch(
      /longer than the limit of 4000 bytes for one message; hand over a shorter draft/,
    );
    expect(answers.find(({ id }) => id === 3)?.result?.structuredContent?.pass).toBe(true);
  });

  it('answers all that was asked before its input ended, in order', async () => {
    const ids = Array.from({ length: 50 }, (_, at) => at + 2);
    const { code, out } = await project.run(['mcp'], { input: [hello, ...ids.map((id) => check(id, id % 2 ? FLAWED : CLEAN))].join('\n') });
    expect(code).toBe(0);
    expect(messages(out).map(({ id, result }) => [id, result?.structuredContent?.pass])).toEqual([
      [1, undefined],
      ...ids.map((id) => [id, id % 2 === 0]),
    ]);
  });

  it('forgets what was called off', async () => {
    const off = JSON.stringify({ jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 3 } });
    const { code, out } = await project.run(['mcp'], { input: [hello, check(2), check(3), off, check(4)].join('\n') });
    expect(code).toBe(0);
    expect(messages(out).map(({ id }) => id)).toEqual([1, 2, 4]);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('ends well on %s', async (signal) => {
    const child = project.start(['mcp']);
    let [out, err] = ['', ''];
    child.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()));
    const ended = new Promise((resolve) => child.on('close', (code, by) => resolve({ code, by })));
    await new Promise<void>((resolve) => {
      child.stdout?.on('data', (chunk: Buffer) => {
        out += chunk.toString();
        if (out.includes('\n')) resolve();
      });
      child.stdin?.write(`${hello}\n`);
    });
    child.kill(signal);
    expect(await ended).toEqual({ code: 0, by: null });
    expect(err).toBe('');
    expect(messages(out)).toHaveLength(1);
  });

  it('ends when nobody reads its answers any more', async () => {
    const child = project.start(['mcp']);
    const ended = new Promise((resolve) => child.on('close', (code) => resolve(code)));
    child.stdin?.on('error', () => {});
    child.stdout?.destroy();
    const more = setInterval(() => child.stdin?.write(`${hello}\n`), 20);
    expect(await ended).toBe(0);
    clearInterval(more);
  });

  it('says on standard error why it cannot start, and nothing on standard output', async () => {
    const broken = new Project({ '.replylintrc.yaml': 'rules: { no-plnok: off }\n' });
    const code = new Project({
      '.replylintrc.yaml': 'plugins: [./plugin.mjs]\n',
      'plugin.mjs': 'console.log("run"); export default {};\n',
    });
    try {
      const setting = await broken.run(['mcp']);
      expect(setting).toMatchObject({ code: 2, out: '' });
      expect(setting.err).toMatch(/^\.replylintrc\.yaml:1:10: there is no rule "no-plnok"; .*\n$/);
      const plugin = await code.run(['mcp'], { env: { HOME: code.folder, XDG_CONFIG_HOME: code.folder } });
      expect(plugin).toMatchObject({ code: 2, out: '' });
      expect(plugin.err).toMatch(/plugin\.mjs.*trust/);
    } finally {
      broken.remove();
      code.remove();
    }
  });
});

it('the protocol stands in files of its own, without a web server, that judging a draft never loads', () => {
  const folder = new URL('../../dist/cli/', import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.cjs'));
  const holding = files.filter((name) => readFileSync(new URL(name, folder), 'utf8').includes('notifications/cancelled'));
  expect(holding).not.toContain('main.cjs');
  const protocol = holding.filter((name) => readFileSync(new URL(name, folder), 'utf8').includes('check_reply'));
  expect(protocol).toHaveLength(1);
  expect(statSync(new URL(protocol[0]!, folder)).size).toBeLessThan(200_000);
  expect(readFileSync(new URL(protocol[0]!, folder), 'utf8')).not.toMatch(/node:http|express|hono/);
});
