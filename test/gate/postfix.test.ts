import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePorts } from '../ports.js';
import { fine, flawed, Post, type Running } from './post.js';
import { gateBefore, NextServer, RawClient } from './servers.js';

const idOf = (...args: string[]): number => Number(spawnSync('id', args, { encoding: 'utf8' }).stdout.trim() || Number.NaN);
const user = idOf('-u', 'postfix');
// Its daemons change users, so only root can start it.
const usable = process.getuid?.() === 0 && user > 0 && spawnSync('postconf', ['mail_version']).status === 0;

describe.skipIf(!usable)('with a real Postfix (skipped where it is not installed or we are not root)', () => {
  const post = new Post();
  const conf = join(post.folder, 'conf');
  /** Where Postfix delivers to. */
  let last: NextServer;
  let port: number;
  /** Where Postfix takes mail that it has judged by the gate before it says yes. */
  let front: number;
  let gate: Awaited<ReturnType<typeof gateBefore>>;
  let postfix: Running;

  beforeAll(async () => {
    last = await new NextServer().start();
    [port = 0, front = 0] = await freePorts(2);
    gate = await gateBefore({ port });
    chmodSync(post.folder, 0o755);
    for (const name of ['conf', 'queue', 'data']) mkdirSync(join(post.folder, name), { mode: 0o755 });
    chownSync(join(post.folder, 'data'), user, -1);
    post.put(
      'conf/main.cf',
      `compatibility_level = 3.6
queue_directory = ${post.folder}/queue
data_directory = ${post.folder}/data
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
myhostname = next.example
mydestination =
local_recipient_maps =
alias_maps =
relayhost = [127.0.0.1]:${last.port}
smtp_host_lookup = native
smtp_dns_support_level = disabled
smtpd_recipient_restrictions = check_recipient_access inline:{nobody@example.com=REJECT}, permit_mynetworks, reject
maillog_file = /dev/stdout
`,
    );
    const daemons = [
      'cleanup',
      'rewrite trivial-rewrite',
      'bounce',
      'defer bounce',
      'trace bounce',
      'proxymap',
      'smtp',
      'error',
      'retry error',
      'anvil',
      'scache',
    ];
    post.put(
      'conf/master.cf',
      [
        'postlog unix-dgram n - n - 1 postlogd',
        `127.0.0.1:${port} inet n - n - - smtpd`,
        `127.0.0.1:${front} inet n - n - - smtpd -o smtpd_proxy_filter=127.0.0.1:${gate.port}`,
        'pickup unix n - n 60 1 pickup',
        'qmgr unix n - n 300 1 qmgr',
        ...daemons.map((one) => `${one.split(' ')[0]} unix ${/cleanup/.test(one) ? 'n' : '-'} - n - 0 ${one.split(' ').at(-1)}`),
        '',
      ].join('\n'),
    );
    // It opens /dev/stdout anew, which can be done with a pipe and not with the socket that Node gives.
    postfix = post.start('sh', ['-c', `postfix -c ${conf} start-fg 2>&1 | cat`], { input: '' });
    await postfix.until(/daemon started/);
  });

  afterAll(async () => {
    if (!usable) return;
    spawnSync('postfix', ['-c', conf, 'stop']);
    await postfix.ended;
    await gate.stop();
    await last.stop();
    post.remove();
  });

  it('behind replylint gate: its answers for each recipient, one mail delivered, one held', async () => {
    const client = await RawClient.greeted(gate.port);
    const codes = await client.codes(
      'MAIL FROM:<maya@shop.example> BODY=8BITMIME SIZE=2000',
      'RCPT TO:<ada@example.com>',
      'RCPT TO:<nobody@example.com>',
      'RCPT TO:<tom@example.com>',
    );
    expect(codes).toEqual([250, 250, 554, 250]);
    const mail = fine().replace('Dear Ms', '.\n..\nDear Ms').replaceAll('\n', '\r\n');
    const reply = await client.data(mail);
    expect(reply).toMatchObject({ code: 250, lines: [expect.stringMatching(/^2\.0\.0 Ok: queued as/)] });
    expect(await client.send(flawed().replaceAll('\n', '\r\n'))).toMatchObject({ code: 550 });
    expect((await client.say('QUIT')).code).toBe(221);
    const [taken] = await last.until(1);
    expect(taken).toMatchObject({ from: 'maya@shop.example', to: ['ada@example.com', 'tom@example.com'] });
    expect(taken.mail.toString().endsWith(mail)).toBe(true);
  });

  it('before and behind it (smtpd_proxy_filter): who sends to Postfix is told what the gate says', async () => {
    last.taken.length = 0;
    const client = await RawClient.greeted(front);
    const held = await client.send(flawed().replaceAll('\n', '\r\n'));
    expect(held).toMatchObject({ code: 550, lines: [expect.stringMatching(/^5\.7\.1 mail held: .*unfilled-placeholder/)] });
    expect(await client.send(fine().replaceAll('\n', '\r\n'))).toMatchObject({ code: 250 });
    client.hangUp();
    const taken = await last.until(1);
    expect(taken.map(({ to }) => to)).toEqual([['ada@example.com']]);
  });

  it('its sendmail behind replylint-sendmail', async () => {
    last.taken.length = 0;
    const env = { REPLYLINT_SENDMAIL: 'sendmail', PATH: `/usr/sbin:${process.env.PATH}` };
    const args = ['-C', conf, '-oi', '-f', 'maya@shop.example', '--', 'ada@example.com'];
    expect((await post.call(args, { input: flawed(), env })).code).toBe(65);
    expect(await post.call(args, { env })).toMatchObject({ code: 0, err: '' });
    const [taken] = await last.until(1);
    expect(taken).toMatchObject({ from: 'maya@shop.example', to: ['ada@example.com'] });
    expect(taken.mail.toString().endsWith(fine().replaceAll('\n', '\r\n'))).toBe(true);
    // A mail for nobody: what it says itself comes through.
    const { status, stderr } = spawnSync('/usr/sbin/sendmail', ['-C', conf, '-oi'], { input: fine(), encoding: 'utf8' });
    expect(status).toBeGreaterThan(0);
    expect(await post.call(['-C', conf, '-oi'], { env })).toMatchObject({ code: status, err: stderr });
  });
});
