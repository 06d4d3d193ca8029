import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { command } from '../cli/project.js';
import { has, noGitSendEmail } from './installed.js';
import { fine, flawed, Post, standIn, type Call, type Ended, type Running } from './post.js';
import { NextServer, RawClient } from './servers.js';

// The recipes of docs/sending.md, carried out with the programs that they are for.
const page = readFileSync(new URL('../../docs/sending.md', import.meta.url), 'utf8');

function recipe(name: string): string {
  const text = new RegExp(`^\`\`\`\\w+ file=${name}\\n([^]*?)^\`\`\`$`, 'm').exec(page)?.[1];
  if (text === undefined) throw new Error(`docs/sending.md has no recipe ${name}`);
  return text;
}

let post: Post;
const places: Post[] = [];
const running: Running[] = [];
beforeEach(() => {
  post = new Post();
  places.push(post);
  // As npm installs them: two commands on the path.
  mkdirSync(join(post.folder, 'bin'));
  post.script('bin/replylint', `exec "${process.execPath}" "${command}" "$@"`);
  post.script('bin/replylint-sendmail', `exec "${process.execPath}" "${standIn}" "$@"`);
});
afterEach(async () => {
  for (const { child, ended } of running.splice(0)) {
    child.kill('SIGKILL');
    await ended;
  }
});
afterAll(() => places.forEach((one) => one.remove()));

function start(program: string, args: readonly string[], { input, env }: Call = {}): Running {
  const one = post.start(program, args, { input, env: { PATH: `${post.folder}/bin:${process.env.PATH}`, TERM: 'xterm', ...env } });
  running.push(one);
  return one;
}

const run = (program: string, args: readonly string[], call: Call = { input: '' }): Promise<Ended> => start(program, args, call).ended;

const WRITTEN = fine().slice(fine().indexOf('\n\n') + 2);
const FLAWED = WRITTEN.replace('Dear Ms Okafor', 'Dear {{name}}');

describe('NeoMutt', () => {
  beforeEach(({ skip }) => {
    if (!has('neomutt')) skip('neomutt is not installed');
    mkdirSync(join(post.folder, 'Mail'));
    post.put('inbox', '');
    post.script('bin/mend', `sed -i 's/{{name}}/Ms Okafor/' "$1"`);
    const settings = [
      'set from="Maya Lindqvist <maya@shop.example>"',
      `set folder="${post.folder}/Mail" spoolfile="${post.folder}/inbox" postponed="${post.folder}/postponed" record="" copy=no`,
      'set editor=true fast_reply=yes abort_noattach=no header_cache=""',
    ];
    post.put('muttrc', `${recipe('muttrc')}${settings.join('\n')}\n`);
  });

  it('in batch mode: a mail that is held is not sent, and the report is there', async () => {
    const args = ['-n', '-F', 'muttrc', '-s', 'Re: Broken lid', '--', 'ada@example.com'];
    const held = await run('neomutt', args, { input: FLAWED });
    expect(held.code).toBe(1);
    expect(held.out + held.err).toMatch(/replylint held this mail[^]*\{\{name\}\}[^]*child exited 65/);
    expect(post.delivered).toBeUndefined();
    expect(await run('neomutt', args, { input: WRITTEN })).toMatchObject({ code: 0 });
    expect(post.delivered?.args).toEqual(['-oem', '-oi', '--', 'ada@example.com']);
    expect(post.delivered?.mail.toString()).toContain(WRITTEN.slice(0, WRITTEN.indexOf('\n\nOn Sat')));
  });

  it('a header of its own sends it anyway', async () => {
    const [, command, header] = /`(my_hdr (X-Replylint: send-anyway, REASON))`/.exec(page) ?? [];
    const args = ['-n', '-F', 'muttrc', '-e', command, '-s', 'Re: Broken lid', '--', 'ada@example.com'];
    expect(await run('neomutt', args, { input: FLAWED })).toMatchObject({ code: 0 });
    expect(post.delivered?.mail.toString()).toContain(`\n${header}\n`);
  });

  it('at a terminal: the report opens in its pager, and leads back to the compose menu, where the mail is put right and sent', async ({
    skip,
  }) => {
    if (!has('script')) skip('script (util-linux) is not installed');
    post.put('draft', `To: Ada Okafor <ada@example.com>\nSubject: Re: Broken lid\nIn-Reply-To: <letter-1@example.com>\n\n${FLAWED}`);
    const terminal = start('script', ['-qfec', 'stty rows 40 cols 100; exec neomutt -n -F muttrc -H draft', '/dev/null']);
    const press = (keys: string): unknown => terminal.child.stdin.write(keys);
    await terminal.until(/y:Send/);
    press('y');
    await terminal.until(/Output of the delivery process/);
    const [report] = await terminal.until(/replylint held this mail[^]*\{\{name\}\}[^]*X-Replylint: send-anyway/);
    expect(report).toContain('Dear Ada Okafor');
    terminal.forget();
    press('i');
    await terminal.until(/y:Send/);
    expect(post.delivered).toBeUndefined();
    terminal.forget();
    press(':set editor=mend\re');
    await terminal.until(/y:Send/);
    press('y');
    await terminal.until(/Mail sent|Message sent/i);
    await terminal.ended;
    expect(post.delivered?.mail.toString()).toContain('Dear Ms Okafor,');
    expect(post.delivered?.mail.toString()).toContain('In-Reply-To: <letter-1@example.com>');
  });
});

describe('git send-email', () => {
  const DRAFT = `Subject: Re: Broken lid\nIn-Reply-To: <letter-1@example.com>\n\n`;
  const SEND = ['send-email', '--quiet', '--to=Ada Okafor <ada@example.com>', '--confirm=never', '--suppress-cc=all', '--no-thread'];
  const git = (...args: string[]): Promise<Ended> =>
    run('git', args, { input: '', env: { GIT_CONFIG_NOSYSTEM: '1', GIT_TERMINAL_PROMPT: '0' } });

  beforeEach(async ({ skip }) => {
    const lacking = noGitSendEmail(post.folder);
    if (lacking) skip(lacking);
    await git('init', '-q', '.');
    await git('config', 'user.name', 'Maya Lindqvist');
    await git('config', 'user.email', 'maya@shop.example');
    post.put('held.mail', DRAFT + FLAWED);
    post.put('fine.mail', DRAFT + WRITTEN);
  });

  it('with replylint-sendmail as its sendmail', async () => {
    expect((await run('sh', ['-c', recipe('git-sendmail')])).code).toBe(0);
    const held = await git(...SEND, 'held.mail');
    expect(held.code).not.toBe(0);
    expect(held.err).toMatch(/replylint held this mail/);
    expect(post.delivered).toBeUndefined();
    expect((await git(...SEND, 'fine.mail')).code).toBe(0);
    expect(post.delivered).toMatchObject({ args: ['-i', 'ada@example.com'] });
    expect(post.delivered?.mail.toString()).toMatch(/^From: Maya Lindqvist <maya@shop\.example>$/m);
  });

  it('with the hook, which judges all mails before the first is sent', async () => {
    await git('config', 'sendemail.sendmailCmd', post.sendmail);
    const hook = join(post.folder, '.git/hooks/sendemail-validate');
    post.put('.git/hooks/sendemail-validate', recipe('sendemail-validate'));
    chmodSync(hook, 0o755);
    const held = await git(...SEND, 'fine.mail', 'held.mail');
    expect(held.code).not.toBe(0);
    expect(held.out + held.err).toContain('{{name}}');
    expect(post.delivered).toBeUndefined();
    expect((await git(...SEND, 'fine.mail')).code).toBe(0);
    expect(post.delivered?.mail.toString()).toContain('Dear Ms Okafor');
  });
});

describe('Emacs', () => {
  it('message-mode: a mail that is held stays in its buffer, with the report beside it', async ({ skip }) => {
    if (!has('emacs')) skip('emacs is not installed');
    post.put(
      'init.el',
      `(setq user-full-name "Maya Lindqvist" user-mail-address "maya@shop.example")\n(require 'message)\n${recipe('init.el')}`,
    );
    post.put(
      'send.el',
      `(with-current-buffer (find-file-noselect "draft")
         (message-mode)
         (condition-case failure (progn (message-send) (princ "was sent"))
           (error (princ (error-message-string failure)) (princ (with-current-buffer " sendmail errors" (buffer-string))))))`,
    );
    const head =
      'To: Ada Okafor <ada@example.com>\nSubject: Re: Broken lid\nIn-Reply-To: <letter-1@example.com>\n--text follows this line--\n';
    const emacs = (): Promise<Ended> => run('emacs', ['--batch', '-Q', '-l', './init.el', '-l', './send.el']);
    post.put('draft', head + FLAWED);
    const held = await emacs();
    expect(held.out).toMatch(/failed with exit value 65[^]*replylint held this mail[^]*\{\{name\}\}/);
    expect(post.delivered).toBeUndefined();
    post.put('draft', head + WRITTEN);
    expect((await emacs()).out).toBe('was sent');
    expect(post.delivered?.args).toEqual(['-oi', '-f', 'maya@shop.example', '-t']);
  });
});

describe('a real sendmail behind it', () => {
  it('msmtp', async ({ skip }) => {
    if (!has('msmtp')) skip('msmtp is not installed');
    const next = await new NextServer().start();
    post.put('.msmtprc', `account default\nhost 127.0.0.1\nport ${next.port}\ntls off\nauth off\nfrom maya@shop.example\n`);
    chmodSync(join(post.folder, '.msmtprc'), 0o600);
    post.put('reply.eml', flawed());
    const held = await run('sh', ['-c', recipe('msmtp')]);
    expect({ code: held.code, taken: next.taken.length }).toEqual({ code: 65, taken: 0 });
    post.put('reply.eml', fine());
    expect(await run('sh', ['-c', recipe('msmtp')])).toMatchObject({ code: 0, err: '' });
    expect(next.taken).toMatchObject([
      { from: 'maya@shop.example', to: ['ada@example.com'], mail: Buffer.from(fine().replaceAll('\n', '\r\n')) },
    ]);
    await next.stop();
    const { code, err } = await run('sh', ['-c', recipe('msmtp')]);
    // EX_TEMPFAIL or EX_UNAVAILABLE, as msmtp sees it.
    expect(code).toBeGreaterThanOrEqual(69);
    expect(err).toMatch(/^msmtp: /m);
    expect(existsSync(join(post.folder, 'args'))).toBe(false);
  });
});

describe('what the page says', () => {
  it('names options that are there', () => {
    const help = (name: string): string => spawnSync(process.execPath, [command, 'help', name], { encoding: 'utf8' }).stdout;
    const [calling, serving] = [page.slice(0, page.indexOf('## As an SMTP server')), page.slice(page.indexOf('## As an SMTP server'))];
    const ours = [...calling.matchAll(/--replylint-[a-z][a-z-]*/g)].map(([option]) => option);
    expect(ours.length).toBeGreaterThan(8);
    const known = help('sendmail');
    expect(ours.filter((option) => !known.includes(option))).toEqual([]);
    const served = [...serving.matchAll(/(?<=[`\s])--[a-z][a-z-]*/g)].map(([option]) => option);
    expect(served.length).toBeGreaterThan(8);
    const offered = help('gate');
    // Those of git stand there, too.
    expect(served.filter((option) => !offered.includes(option) && !option.startsWith('--smtp-server'))).toEqual([]);
  });

  it('the gate starts as it says', async () => {
    const next = await new NextServer({
      authMethods: ['PLAIN'],
      allowInsecureAuth: true,
      onAuth: ({ password }, _session, done) => done(null, { user: password }),
    }).start();
    post.put('.mail-password', 'correct horse\n');
    const written = recipe('gate').replace('127.0.0.1:2525', '127.0.0.1:0').replace('mail.shop.example:587', `127.0.0.1:${next.port}`);
    const gate = start('sh', ['-c', written.replace(/^replylint gate/m, 'exec replylint gate')]);
    const [, port] = await gate.until(/judging mail on 127\.0\.0\.1:(\d+)/);
    const client = await RawClient.greeted(Number(port));
    expect((await client.send(fine().replaceAll('\n', '\r\n'))).code).toBe(250);
    expect((await client.send(flawed().replaceAll('\n', '\r\n'))).code).toBe(550);
    client.hangUp();
    gate.child.kill('SIGTERM');
    expect((await gate.ended).code).toBe(0);
    await next.stop();
  });
});
