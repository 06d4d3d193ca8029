import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { has, noGitSendEmail } from './installed.js';
import { fine, flawed, Post, type Ended } from './post.js';
import { gateBefore, NextServer } from './servers.js';

// Programs that speak SMTP, with the gate as their mail server.
const page = readFileSync(new URL('../../docs/sending.md', import.meta.url), 'utf8');
const post = new Post();
let next: NextServer;
let gate: Awaited<ReturnType<typeof gateBefore>>;
beforeAll(async () => {
  next = await new NextServer().start();
  gate = await gateBefore(next);
});
beforeEach(() => {
  next.taken.length = 0;
});
afterAll(async () => {
  await gate.stop();
  await next.stop();
  post.remove();
});

const run = (program: string, args: readonly string[], input = ''): Promise<Ended> =>
  post.start(program, args, { input, env: { TERM: 'xterm', GIT_CONFIG_NOSYSTEM: '1' } }).ended;

const words = (mail: string): string => mail.slice(mail.indexOf('\n\n') + 2);
const HELD = /550 5\.7\.1 mail held: .*\[unfilled-placeholder\]/;

describe('what its writer reads of a mail that is held', () => {
  it('msmtp', async ({ skip }) => {
    if (!has('msmtp')) skip('msmtp is not installed');
    const args = ['--host=127.0.0.1', `--port=${gate.port}`, '--from=maya@shop.example', '-t'];
    const held = await run('msmtp', args, flawed());
    expect(held.code).not.toBe(0);
    expect(held.err).toMatch(HELD);
    expect(await run('msmtp', args, fine())).toMatchObject({ code: 0, err: '' });
    expect(next.taken.map(({ mail }) => mail.toString())).toEqual([fine().replaceAll('\n', '\r\n')]);
  });

  it('NeoMutt', async ({ skip }) => {
    if (!has('neomutt')) skip('neomutt is not installed');
    mkdirSync(join(post.folder, 'Mail'), { recursive: true });
    post.put('inbox', '');
    post.put(
      'muttrc',
      `${/`(set smtp_url=[^`]+)`/.exec(page)?.[1].replace('2525', String(gate.port))}
set from="Maya Lindqvist <maya@shop.example>"
set folder="${post.folder}/Mail" spoolfile="${post.folder}/inbox" record="" copy=no header_cache=""\n`,
    );
    const args = ['-n', '-F', 'muttrc', '-s', 'Re: Broken lid', '--', 'ada@example.com'];
    const held = await run('neomutt', args, words(flawed()));
    expect(held.code).toBe(1);
    expect(held.out + held.err).toMatch(HELD);
    expect((await run('neomutt', args, words(fine()))).code).toBe(0);
    expect(next.taken.map(({ from, to }) => [from, to])).toEqual([['maya@shop.example', ['ada@example.com']]]);
  });

  it('git send-email', async ({ skip }) => {
    const lacking = noGitSendEmail(post.folder);
    if (lacking) skip(lacking);
    const setting = (name: string, value: string): Promise<Ended> => run('git', ['config', '--global', name, value]);
    await setting('user.name', 'Maya Lindqvist');
    await setting('user.email', 'maya@shop.example');
    const args = [
      '--smtp-server=127.0.0.1',
      `--smtp-server-port=${gate.port}`,
      '--to=ada@example.com',
      '--confirm=never',
      '--suppress-cc=all',
    ];
    const send = (mail: string): Promise<Ended> => {
      post.put('reply.mail', `Subject: Re: Broken lid\n\n${words(mail)}`);
      return run('git', ['send-email', '--quiet', ...args, 'reply.mail']);
    };
    const held = await send(flawed());
    expect(held.code).not.toBe(0);
    expect(held.err).toMatch(/5\.7\.1 mail held: /);
    expect((await send(fine())).code).toBe(0);
    expect(next.taken).toHaveLength(1);
  });

  it('Emacs (smtpmail)', async ({ skip }) => {
    if (!has('emacs')) skip('emacs is not installed');
    post.put(
      'send.el',
      `(setq user-mail-address "maya@shop.example" message-send-mail-function 'message-smtpmail-send-it
             smtpmail-smtp-server "127.0.0.1" smtpmail-smtp-service ${gate.port} smtpmail-stream-type 'plain)
       (require 'message)
       (require 'smtpmail)
       (with-current-buffer (find-file-noselect "letter")
         (message-mode)
         (condition-case failure (progn (message-send) (princ "was sent"))
           (error (princ (error-message-string failure)))))`,
    );
    const send = (mail: string): Promise<Ended> => {
      post.put(
        'letter',
        `From: maya@shop.example\nTo: Ada Okafor <ada@example.com>\nSubject: Re: Broken lid\n--text follows this line--\n${words(mail)}`,
      );
      return run('emacs', ['--batch', '-Q', '-l', './send.el']);
    };
    expect((await send(flawed())).out).toMatch(/5\.7\.1 mail held: /);
    expect((await send(fine())).out).toBe('was sent');
    expect(next.taken).toHaveLength(1);
  });
});
