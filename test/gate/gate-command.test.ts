import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { command } from '../cli/project.js';
import { fine, flawed, Post, type Running } from './post.js';
import { NextServer, RawClient } from './servers.js';

const FINE = fine().replaceAll('\n', '\r\n');
const FLAWED = flawed().replaceAll('\n', '\r\n');

const post = new Post();
afterAll(() => post.remove());

const running: Running[] = [];
const servers: NextServer[] = [];
afterEach(async () => {
  for (const { child, ended } of running.splice(0)) {
    child.kill('SIGKILL');
    await ended;
  }
  for (const server of servers.splice(0)) await server.stop();
});

function start(args: readonly string[], env: Readonly<Record<string, string>> = {}): Running {
  const one = post.start(process.execPath, [command, 'gate', ...args], { env });
  running.push(one);
  return one;
}

async function next(options?: ConstructorParameters<typeof NextServer>[0]): Promise<NextServer> {
  const server = await new NextServer(options).start();
  servers.push(server);
  return server;
}

/** Starts a gate on a free port. */
async function gate(
  relay: string,
  more: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<{ port: number; run: Running }> {
  const run = start(['--listen', '127.0.0.1:0', '--relay', relay, ...(more.includes('--config') ? [] : ['--no-config']), ...more], env);
  const [, port] = await run.until(/judging mail on 127\.0\.0\.1:(\d+), passing it on to/);
  return { port: Number(port), run };
}

async function send(port: number, mail: string): Promise<number> {
  const client = await RawClient.greeted(port);
  const { code } = await client.send(mail);
  client.hangUp();
  return code;
}

describe('replylint gate', () => {
  it('follows a configuration that changes, and keeps to the former while the new one is broken', async () => {
    const server = await next();
    const config = post.put('following.yaml', 'rules: { unfilled-placeholder: off }\n');
    const { port, run } = await gate(`127.0.0.1:${server.port}`, ['--config', config]);
    expect(await send(port, FLAWED)).toBe(250);
    post.put('following.yaml', 'rules: { unfilled-placeholder: error }\n');
    expect(await send(port, FLAWED)).toBe(550);
    post.put('following.yaml', 'rules: { unfilled-placeholder: of }\n');
    expect(await send(port, FLAWED)).toBe(550);
    expect(await send(port, FINE)).toBe(250);
    post.put('following.yaml', 'rules: [\n');
    expect(await send(port, FLAWED)).toBe(550);
    post.put('following.yaml', 'rules: { unfilled-placeholder: off }\n');
    expect(await send(port, FLAWED)).toBe(250);
    run.child.kill('SIGTERM');
    const { code, err } = await run.ended;
    expect(code).toBe(0);
    const broken = /^following\.yaml:\d+:\d+: .*; until it is put right, the configuration holds as it was before$/;
    const taken = 'replylint: the configuration has changed; the new one holds from now on';
    expect(err.trimEnd().split('\n').slice(1)).toEqual([taken, expect.stringMatching(broken), expect.stringMatching(broken), taken]);
  });

  it('judges what comes, and passes it on to the server that was named', async () => {
    const server = await next();
    const { port, run } = await gate(`127.0.0.1:${server.port}`);
    expect(await send(port, FINE)).toBe(250);
    expect(await send(port, FLAWED)).toBe(550);
    expect(server.taken.map(({ mail }) => mail.toString())).toEqual([FINE]);
    run.child.kill('SIGTERM');
    expect(await run.ended).toMatchObject({ code: 0, signal: null });
  });

  it.each(['SIGTERM', 'SIGINT'] as const)(
    '%s: the mail on its way is finished, idle clients are sent away, and it ends with 0',
    async (signal) => {
      let release: () => void = () => {};
      const released = new Promise<void>((resolve) => (release = resolve));
      let arrived: () => void = () => {};
      const arrival = new Promise<void>((resolve) => (arrived = resolve));
      const server = await next({
        onData: (stream, _session, done) => {
          stream.resume();
          stream.on('end', () => {
            arrived();
            void released.then(() => done(null, 'kept'));
          });
        },
      });
      const { port, run } = await gate(`127.0.0.1:${server.port}`);
      const [idle, busy] = [await RawClient.greeted(port), await RawClient.greeted(port)];
      const answer = busy.send(FINE);
      await arrival;
      run.child.kill(signal);
      expect((await idle.reply()).code).toBe(421);
      release();
      expect((await answer).code).toBe(250);
      expect(await run.ended).toMatchObject({ code: 0 });
    },
  );

  it('logs in to the next server with what a file or the environment says, and shows it nowhere', async () => {
    const asked: (string | undefined)[] = [];
    const server = await next({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _session, done) => {
        asked.push(username);
        return password === 's3cret pass' ? done(null, { user: username }) : done(new Error('no'));
      },
    });
    const relay = `127.0.0.1:${server.port}`;
    const file = post.put('login', 'user: maya\npassword: s3cret pass\n');
    chmodSync(file, 0o600);
    const log = join(post.folder, 'auth.log');
    const byFile = await gate(relay, ['--credentials', file, '--log', log, '--debug']);
    expect(await send(byFile.port, FINE)).toBe(250);
    const byEnvironment = await gate(relay, [], { REPLYLINT_RELAY_USER: 'tom', REPLYLINT_RELAY_PASSWORD: 's3cret pass' });
    expect(await send(byEnvironment.port, FINE)).toBe(250);
    expect(asked).toEqual(['maya', 'tom']);

    const wrong = await gate(relay, [], { REPLYLINT_RELAY_USER: 'tom', REPLYLINT_RELAY_PASSWORD: 'wr0ng pass' });
    const client = await RawClient.greeted(wrong.port);
    const reply = await client.say('MAIL FROM:<maya@shop.example>');
    client.hangUp();
    expect(reply.code).toBe(451);
    const said = [reply.lines.join(), readFileSync(log, 'utf8')];
    for (const { run } of [byFile, byEnvironment, wrong]) {
      run.child.kill('SIGTERM');
      const { out, err } = await run.ended;
      said.push(out, err);
    }
    for (const text of said) expect(text).not.toMatch(/s3cret|wr0ng|czNjcmV0|d3IwbmcgcGFzcw/);
  });

  it('logs in with a token of OAuth 2, and with the new one when the file was renewed', async () => {
    const asked: unknown[] = [];
    const server = await next({
      authOptional: false,
      allowInsecureAuth: true,
      authMethods: ['XOAUTH2'],
      onAuth: ({ username, accessToken }, _session, done) => {
        asked.push([username, accessToken]);
        done(null, { user: username });
      },
    });
    const file = post.put('token', 'user: maya@shop.example\ntoken: first\n');
    chmodSync(file, 0o600);
    const { port } = await gate(`127.0.0.1:${server.port}`, ['--credentials', file]);
    expect(await send(port, FINE)).toBe(250);
    post.put('token', 'user: maya@shop.example\ntoken: second\n');
    expect(await send(port, FINE)).toBe(250);
    expect(asked).toEqual([
      ['maya@shop.example', 'first'],
      ['maya@shop.example', 'second'],
    ]);
  });

  it('speaks TLS to the next server, and to none whose certificate is not known', async ({ skip }) => {
    const [key, cert] = [join(post.folder, 'key.pem'), join(post.folder, 'cert.pem')];
    const made = spawnSync(
      'openssl',
      `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost -keyout ${key} -out ${cert}`.split(
        ' ',
      ),
    );
    if (made.error) skip('openssl is not installed');
    const tls = { key: readFileSync(key), cert: readFileSync(cert) };
    const later = await next({ ...tls, disabledCommands: [] });
    const known = { NODE_EXTRA_CA_CERTS: cert };
    const starttls = await gate(`localhost:${later.port}`, ['--relay-tls', 'starttls'], known);
    expect(await send(starttls.port, FINE)).toBe(250);
    const atOnce = await next({ ...tls, secure: true });
    const direct = await gate(`localhost:${atOnce.port}`, ['--relay-tls', 'tls'], known);
    expect(await send(direct.port, FINE)).toBe(250);
    const stranger = await gate(`localhost:${later.port}`, ['--relay-tls', 'starttls']);
    expect(await send(stranger.port, FINE)).toBe(451);
    const bare = await next();
    const demanding = await gate(`localhost:${bare.port}`, ['--relay-tls', 'starttls'], known);
    expect(await send(demanding.port, FINE)).toBe(451);
    expect([later, atOnce, bare].map(({ taken }) => taken.length)).toEqual([1, 1, 0]);
  });
});

describe('what gate refuses', () => {
  let exposed: string;
  beforeEach(() => {
    exposed = post.put('exposed', 'user: maya\npassword: pass\n');
    chmodSync(exposed, 0o644);
    post.put('broken.json', '{');
  });

  it.each([
    ['an address that others reach', ['--listen', '0.0.0.0:0', '--relay', '127.0.0.1:25'], /--allow-remote/],
    ['a name that may be anything', ['--listen', 'mail.example:0', '--relay', '127.0.0.1:25'], /--allow-remote/],
    [
      'a listening place that is none',
      ['--listen', '2525', '--relay', '127.0.0.1:25'],
      /such as 127\.0\.0\.1:2525; one of IPv6 stands in square brackets$/m,
    ],
    ['a relay that is none', ['--listen', '127.0.0.1:0', '--relay', 'mail.example'], /such as mail\.example\.com:587/],
    ['itself as the relay', ['--listen', '127.0.0.1:2525', '--relay', '127.0.0.1:2525'], /circle/],
    ['no relay', ['--listen', '127.0.0.1:0'], /--relay/],
    [
      'a file with credentials that others can read',
      ['--listen', '127.0.0.1:0', '--relay', '127.0.0.1:25', '--credentials', 'exposed'],
      /^exposed: .*chmod 600 exposed/,
    ],
    ['a configuration that is broken', ['--listen', '127.0.0.1:0', '--relay', '127.0.0.1:25', '--config', 'broken.json'], /broken\.json/],
  ])('%s: exit 2, one line with what to do', async (_, args, said) => {
    const { code, err } = await start(args).ended;
    expect(code).toBe(2);
    expect(err).toMatch(said);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });

  it('nothing of that where it is told that others may reach it', async () => {
    const run = start(['--no-config', '--listen', '0.0.0.0:0', '--relay', '127.0.0.1:25', '--allow-remote']);
    await run.until(/judging mail on 0\.0\.0\.0:\d+/);
    run.child.kill('SIGTERM');
    expect((await run.ended).code).toBe(0);
  });

  it('credentials over a line that is not kept from eyes', async () => {
    const env = { REPLYLINT_RELAY_USER: 'maya', REPLYLINT_RELAY_PASSWORD: 'pass' };
    const args = ['--listen', '127.0.0.1:0', '--relay', 'mail.example:25', '--relay-tls', 'none'];
    expect(await start(args, env).ended).toMatchObject({ code: 2, err: expect.stringMatching(/in the clear/) as string });
    const half = await start(['--listen', '127.0.0.1:0', '--relay', '127.0.0.1:25'], { REPLYLINT_RELAY_USER: 'maya' }).ended;
    expect(half).toMatchObject({ code: 2, err: expect.stringMatching(/REPLYLINT_RELAY_PASSWORD is not set/) as string });
  });

  it('a port that is taken', async () => {
    const server = await next();
    const { code, err } = await start(['--listen', `127.0.0.1:${server.port}`, '--relay', '127.0.0.1:25']).ended;
    expect(code).toBe(2);
    expect(err).toMatch(/another program listens there; take another port/);
  });
});
