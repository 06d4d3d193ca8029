import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { BASE, command } from '../cli/project.js';
import { ASKS, type Editor, SHOWS } from './editor.js';
import { Stage } from './stage.js';

const stage = new Stage();
afterEach(() => stage.clear());

const BODY = 'Dear Ms Okafor,\n\nYour kettle is a plonkety plonk.\n';
/** Runs when it is trusted, and leaves something behind. */
const CODE = `import { writeFileSync } from 'node:fs';
console.log('a plugin that talks');
writeFileSync(new URL('ran.txt', import.meta.url), 'ran');
export default { rulePaths: ['rules'] };
`;

/** A library of so many entries with a finding each. */
function libraryOf(length: number): string {
  return Array.from({ length }, (_, i) => `- id: e${i}\n  title: T${i}\n  body: It is the ${i}th plonkety plonk of the day.\n`).join('');
}

describe('settings', () => {
  it('a configuration that is wrong is told in it, and in each document that is not judged for it', async () => {
    const editor = await stage.edit({ '.replylintrc.yaml': 'rulez: {}\n' });
    await editor.open('reply.txt', BODY);
    const [told] = await editor.shown('.replylintrc.yaml', (shown) => shown.length > 0);
    expect(told).toMatchObject({
      code: 'bad-config',
      severity: 1,
      range: { start: { line: 0, character: 0 } },
      message: expect.stringContaining('did you mean rules?'),
    });
    const [refusal, ...others] = await editor.shown('reply.txt', (shown) => shown.length > 0);
    expect(others).toEqual([]);
    expect(refusal.message).toContain('replylint judges nothing here: .replylintrc.yaml:1:1');
    expect(refusal.relatedInformation).toMatchObject([{ location: { uri: editor.uri('.replylintrc.yaml') } }]);
  });

  it('hold anew as soon as the editor tells that a file has changed', async () => {
    const editor = await stage.edit({ '.replylintrc.yaml': 'rulez: {}\n' });
    await editor.open('reply.txt', BODY);
    await editor.shown('reply.txt', ([first]) => first?.code === 'bad-config');
    editor.project.put({ '.replylintrc.yaml': BASE });
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: editor.uri('.replylintrc.yaml'), type: 2 }],
    });
    expect(await editor.shown('reply.txt', ([first]) => first?.code === 'no-plonk')).toHaveLength(1);
    expect(await editor.shown('.replylintrc.yaml', (shown) => shown.length === 0)).toEqual([]);
  });

  it('hold anew after a rule of the team has changed, though nobody tells', async () => {
    const editor = await stage.edit();
    await editor.open('reply.txt', BODY);
    await editor.shown('reply.txt', (shown) => shown.length === 1);
    editor.project.put({ '.replylintrc.yaml': `${BASE}vocabulary: [{ phrase: plonkety plonk, reason: a song }]\n` });
    // Files are looked at once a second at most.
    for (let n = 0; (await editor.shown('reply.txt')).length > 0; n += 1) {
      await editor.replace('reply.txt', 'Your', n % 2 === 0 ? 'Your fine' : 'Your');
      await new Promise((resolve) => {
        setTimeout(resolve, 100);
      });
    }
    expect(await editor.shown('reply.txt')).toEqual([]);
  });

  it('of the editor: told, asked for, and changed', async () => {
    const asks = {
      ...SHOWS,
      workspace: {
        ...SHOWS.workspace,
        configuration: true,
        didChangeConfiguration: { dynamicRegistration: true },
        didChangeWatchedFiles: { dynamicRegistration: true },
      },
    };
    const editor = await stage.edit({}, { capabilities: asks, settings: { enable: false } });
    await editor.open('reply.txt', BODY);
    await editor.shown('reply.txt', (shown) => shown.length === 0);
    expect(editor.registered).toEqual(expect.arrayContaining(['workspace/didChangeWatchedFiles', 'workspace/didChangeConfiguration']));
    const other = await stage.edit({}, { options: { enable: false } });
    await other.open('reply.txt', BODY);
    expect(await other.shown('reply.txt')).toEqual([]);
    await other.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { replylint: { enable: true, kind: 'nonsense' } },
    });
    expect(await other.shown('reply.txt', (shown) => shown.length === 1)).toMatchObject([{ code: 'no-plonk' }]);
    expect(other.messages.join('\n')).toMatch(/replylint\.kind must be one of complaint, .*, not "nonsense"/);
  });

  it('an editor that asks is told to ask again', async () => {
    const asks = { ...ASKS, workspace: { ...ASKS.workspace, diagnostics: { refreshSupport: true } } };
    const editor = await stage.edit({}, { capabilities: asks });
    await editor.open('reply.txt', BODY);
    expect(await editor.items('reply.txt')).toHaveLength(1);
    editor.project.put({ '.replylintrc.yaml': `${BASE}vocabulary: [{ phrase: plonkety plonk, reason: a song }]\n` });
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: editor.uri('.replylintrc.yaml'), type: 2 }],
    });
    await editor.until(() => (editor.refreshes > 0 ? true : undefined));
    expect(await editor.items('reply.txt')).toEqual([]);
  });

  it('are those of the folder that a file is in', async () => {
    const [one, other] = [
      stage.project(),
      stage.project({ '.replylintrc.yaml': `${BASE}vocabulary: [{ phrase: plonkety plonk, reason: a song }]\n` }),
    ];
    const editor = await stage.editIn(one);
    const uri = `file://${other.path('reply.txt')}`;
    await editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri: `file://${other.folder}`, name: 'other' }], removed: [] },
    });
    await editor.open(uri, BODY);
    await editor.open('reply.txt', BODY);
    expect(await editor.shown('reply.txt', (shown) => shown.length === 1)).toHaveLength(1);
    expect(await editor.shown(uri)).toEqual([]);
  });
});

describe('code of the project', () => {
  const files = { '.replylintrc.yaml': '', 'replylint.config.mjs': CODE };

  async function judged(trusted: boolean | undefined): Promise<{ codes: unknown[]; ran: boolean; editor: Editor }> {
    const project = stage.project(files);
    rmSync(project.path('.replylintrc.yaml'));
    const editor = await stage.editIn(project, {
      options: trusted === undefined ? undefined : { trusted },
      env: { XDG_CONFIG_HOME: project.path('home') },
    });
    await editor.open('reply.txt', BODY);
    const shown = await editor.shown('reply.txt', (all) => all.length > 0);
    return { codes: shown.map(({ code }) => code), ran: existsSync(project.path('ran.txt')), editor };
  }

  it('is not run where nobody trusts it, and that is said', async () => {
    for (const trusted of [undefined, false]) {
      const { codes, ran } = await judged(trusted);
      expect([codes, ran]).toEqual([['untrusted'], false]);
    }
  });

  it('is run where the editor says that the user does, and what it prints is no part of the protocol', async () => {
    const { codes, ran, editor } = await judged(true);
    expect(ran).toBe(true);
    expect(codes).toContain('no-plonk');
    expect(editor.messages.join('')).toContain('a plugin that talks');
  });

  it('is run from when on the user trusts it', async () => {
    const { editor } = await judged(false);
    await editor.connection.sendNotification('replylint/trust', { trusted: true });
    expect((await editor.shown('reply.txt', ([first]) => first?.code !== 'untrusted')).map(({ code }) => code)).toContain('no-plonk');
  });
});

describe('whatever an editor does', () => {
  it('the server ends with 0 after shutdown and exit, and with 1 after exit alone', async () => {
    expect(await (await stage.edit()).leave()).toBe(0);
    const editor = await stage.edit();
    await editor.connection.sendNotification('exit');
    expect(await editor.ended()).toBe(1);
  });

  it('the server ends when the editor is gone: standard input ends, or the process of the editor does', async () => {
    const editor = await stage.edit();
    editor.process.stdin!.end();
    expect(await editor.ended()).toBe(1);
    const parent = spawn(process.execPath, ['-e', 'setInterval(() => 0, 1000)']);
    const child = await stage.edit({}, { processId: parent.pid! });
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    expect(await child.ended()).toBe(1);
  });

  it('an unknown request is answered as such, an unknown notification is let be, and it goes on', async () => {
    const editor = await stage.edit();
    await expect(editor.connection.sendRequest('replylint/none', {})).rejects.toMatchObject({ code: -32601 });
    await editor.connection.sendNotification('replylint/none', {});
    await editor.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: 'file:///none', version: 3 },
      contentChanges: [{ text: 'x' }],
    });
    expect(await editor.hover('none.txt', { line: 0, character: 0 })).toBeNull();
    expect(await editor.actions('none.txt', { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } })).toEqual([]);
    await editor.connection.sendRequest('textDocument/hover', { nonsense: true }).catch(() => undefined);
    await editor.connection
      .sendRequest('codeAction/resolve', { title: 'x', data: { uri: 'file:///none', does: 'everything' } })
      .catch(() => undefined);
    await editor.open('reply.txt', BODY);
    expect(await editor.shown('reply.txt')).toHaveLength(1);
  });

  it.each([
    ['no JSON', 'Content-Length: 5\r\n\r\n{{{{{'],
    ['JSON that is no message', 'Content-Length: 2\r\n\r\n[]'],
    ['a message without a method', 'Content-Length: 34\r\n\r\n{"jsonrpc":"2.0","id":1,"error":2}'],
  ])('%s on the wire is survived', async (_, garbage) => {
    const editor = await stage.edit();
    editor.process.stdin!.write(garbage);
    await editor.open('reply.txt', BODY);
    expect(await editor.shown('reply.txt')).toHaveLength(1);
  });

  it('noise instead of the protocol ends it or is survived, and nothing but the protocol is answered', async () => {
    const child = spawn(process.execPath, [command, 'lsp', '--stdio']);
    const out: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stdin.end('hello\r\n\r\nContent-Length: x\r\n\r\n\0\0\0');
    const [code] = (await once(child, 'close')) as [number | null];
    expect(code).toBe(1);
    expect(Buffer.concat(out).toString()).toMatch(/^(?:Content-Length: \d+\r\n\r\n\{[^]*\})*$/);
  });

  it('a document that is closed while it is judged is forgotten', async () => {
    const editor = await stage.edit();
    await editor.open('replies.yaml', libraryOf(300), 'yaml');
    await editor.close('replies.yaml');
    await editor.open('reply.txt', BODY);
    expect(await editor.shown('reply.txt')).toHaveLength(1);
    expect(editor.published.filter(({ uri, diagnostics }) => uri === editor.uri('replies.yaml') && diagnostics.length > 0)).toEqual([]);
  });

  it('a draft does not wait for a library that takes long', async () => {
    const editor = await stage.edit();
    await editor.open('replies.yaml', libraryOf(1500), 'yaml');
    await editor.open('reply.txt', BODY);
    expect(await editor.shown('reply.txt')).toHaveLength(1);
    expect(editor.published.filter(({ uri }) => uri === editor.uri('replies.yaml'))).toEqual([]);
    expect((await editor.shown('replies.yaml')).length).toBeGreaterThan(999);
  });

  it('a request that is given up is answered as such', async () => {
    const editor = await stage.edit({}, { capabilities: ASKS });
    await editor.open('replies.yaml', libraryOf(300), 'yaml');
    const source = new CancellationTokenSource();
    const asked = editor.connection.sendRequest(
      'textDocument/diagnostic',
      { textDocument: { uri: editor.uri('replies.yaml') } },
      source.token,
    );
    source.cancel();
    await expect(asked).rejects.toMatchObject({ code: -32800 });
    expect((await editor.items('replies.yaml')).length).toBeGreaterThan(299);
  });
});

it('the command says what it is', async () => {
  const { out } = await stage.project().run(['lsp', '--help']);
  expect(out).toContain('--stdio');
  expect(out).toMatch(/Language Server\s+Protocol/);
});
