import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImapFlow } from 'imapflow';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CLEAN, FLAWED, Project, type Result } from '../cli/project.js';
import { Dovecot, hasDovecot, until } from './dovecot.js';
import { ACCOUNT, clean, draft, flawed, look, Watcher, type Seen } from './mails.js';

const HELD = ['$ReplylintHeld', '\\Draft'];
const PASS = ['$ReplylintPass', '\\Draft'];

describe.skipIf(!hasDovecot)('replylint watch-imap against Dovecot (skipped without the Debian package dovecot-imapd)', () => {
  const dovecot = new Dovecot();
  let project: Project;
  let mail: ImapFlow;
  let server: string[];
  const watchers: Watcher[] = [];

  beforeAll(async () => {
    project = new Project();
    writeFileSync(join(dovecot.folder, 'acl'), 'Locked owner lr\n');
    await dovecot.start(`
mail_plugins = acl
plugin {
  acl = vfile:${dovecot.folder}/acl
}`);
    server = ['--server', `imap://127.0.0.1:${dovecot.port}`];
  });
  beforeEach(async () => {
    mail = await dovecot.client();
    await mail.mailboxOpen('Drafts');
    await mail.messageDelete('1:*');
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') process.stderr.write(watchers.map(({ out, err }) => out + err).join('') + dovecot.log());
    await Promise.all(watchers.splice(0).map((watcher) => watcher.stop('SIGKILL')));
    mail.close();
  });
  afterAll(async () => {
    await dovecot.remove();
    project.remove();
  });

  const put = async (source: string, flags = ['\\Draft'], folder = 'Drafts'): Promise<number> => {
    const appended = await mail.append(folder, source, flags);
    return appended ? (appended.uid ?? 0) : 0;
  };
  const once = (...args: string[]): Promise<Result> => project.run(['watch-imap', '--once', ...server, ...args], { env: ACCOUNT });
  const watch = async (...args: string[]): Promise<Watcher> => {
    const watcher = new Watcher(project, [...server, ...args]);
    watchers.push(watcher);
    await watcher.said(/^watching: /m);
    return watcher;
  };
  /** Waits until the folder is as it should be. */
  const becomes = (condition: (seen: readonly Seen[]) => boolean, folder?: string): Promise<readonly Seen[] | false> =>
    until(async () => {
      for (const watcher of watchers) watcher.mustRun();
      const seen = await look(mail, folder);
      return condition(seen) && seen;
    });
  const flagsOf = (seen: readonly Seen[], uid: number): readonly string[] | undefined => seen.find((one) => one.uid === uid)?.flags;
  const is = (uid: number, flags: readonly string[]) => (seen: readonly Seen[]) => String(flagsOf(seen, uid)) === String(flags);

  describe('--once', () => {
    it('marks each draft, says what it found and leaves every byte and every other flag as it was', async () => {
      const sources = [flawed(), clean()];
      const held = await put(sources[0]!, ['\\Draft', '\\Flagged', 'Important']);
      const passed = await put(sources[1]!);
      const { code, out, err } = await once();
      expect({ code, err }).toEqual({ code: 1, err: '' });
      expect(out).toBe(`Drafts#${held}: 79/100 C, $ReplylintHeld (no-plonk)\nDrafts#${passed}: 100/100 A, $ReplylintPass\n`);
      const seen = await look(mail);
      expect(seen.map(({ source }) => source)).toEqual(sources);
      expect(seen.map(({ flags }) => flags)).toEqual([['$ReplylintHeld', 'Important', '\\Draft', '\\Flagged'], PASS]);
    });

    it('exits with 0 where every draft may be sent, and where there is none', async () => {
      expect(await once()).toEqual({ code: 0, out: '', err: '' });
      const uid = await put(clean());
      expect(await once()).toEqual({ code: 0, out: `Drafts#${uid}: 100/100 A, $ReplylintPass\n`, err: '' });
    });

    it('takes the flag off a draft that has been put right, though the mail program kept it', async () => {
      const right = await put(clean(), HELD);
      const wrong = await put(flawed(), PASS);
      await once();
      const seen = await look(mail);
      expect([flagsOf(seen, right), flagsOf(seen, wrong)]).toEqual([PASS, HELD]);
    });

    it('flags nothing when it cannot judge, and exits with 2', async () => {
      const large = await put(draft(`${FLAWED}${'More words. '.repeat(400)}`), HELD);
      const fine = await put(clean());
      const { code, err } = await once('--limit', 'fileBytes=3000');
      expect(code).toBe(2);
      expect(err).toMatch(new RegExp(`^Drafts#${large}: over the limit of 3000 bytes for one file \\(limit fileBytes\\); .*\n$`));
      const seen = await look(mail);
      expect([flagsOf(seen, large), flagsOf(seen, fine)]).toEqual([['\\Draft'], PASS]);
      const slow = await put(draft('Plonkety plonk. '.repeat(90_000)));
      const late = await once('--limit', 'milliseconds=1');
      expect(late.code).toBe(2);
      expect(late.err).toContain(`Drafts#${slow}: gave no answer within 1 ms`);
      expect(flagsOf(await look(mail), slow)).toEqual(['\\Draft']);
    });

    it('leaves alone what is nobody’s draft or holds nothing yet', async () => {
      const sealed = await put(draft('-----BEGIN PGP MESSAGE-----\n\nhQEMA\n-----END PGP MESSAGE-----\n'));
      const empty = await put(draft(''));
      expect(await once()).toEqual({
        code: 0,
        out: `Drafts#${sealed}: left alone, it is signed or encrypted (PGP)\nDrafts#${empty}: left alone, it holds no text\n`,
        err: '',
      });
      expect((await look(mail)).map(({ flags }) => flags)).toEqual([['\\Draft'], ['\\Draft']]);
    });

    it('takes the folder, the keywords and the settings that it is told', async () => {
      await mail.mailboxCreate('Entwürfe');
      const uid = await put(flawed(), ['\\Draft'], 'Entwürfe');
      expect(await once('--folder', 'Entwürfe', '--keyword', 'Check', '--rule', 'no-plonk:warning', '--min-score', '99')).toEqual({
        code: 1,
        out: `Entwürfe#${uid}: 80/100 B, CheckHeld (no-plonk)\n`,
        err: '',
      });
      expect((await look(mail, 'Entwürfe')).map(({ flags }) => flags)).toEqual([['CheckHeld', '\\Draft']]);
    });

    it('says what is wrong with a folder, and judges nothing', async () => {
      expect(await once('--folder', 'Draft')).toEqual({
        code: 2,
        out: '',
        err: 'replylint: there is no folder "Draft"; did you mean Drafts?\n',
      });
      if (!(await mail.list()).some(({ path }) => path === 'Locked')) await mail.mailboxCreate('Locked').catch(() => {});
      mkdirSync(join(dovecot.folder, 'mail/maya/.Locked/cur'), { recursive: true });
      const locked = await once('--folder', 'Locked');
      expect(locked).toEqual({
        code: 2,
        out: '',
        err: 'replylint: the folder Locked is read-only for this user, so no keyword can be set in it; nothing was judged\n',
      });
    });
  });

  describe('while it watches', () => {
    it('marks what is there and what comes, and the new one of a draft that is changed', async () => {
      const first = await put(flawed('a'));
      const watcher = await watch();
      await becomes(is(first, HELD));
      const second = await put(flawed('b'));
      await becomes(is(second, HELD));
      // As mail programs do: the changed draft is appended with the flags of the old one, which is deleted.
      const changed = await put(clean('b'), HELD);
      await mail.messageDelete(String(second), { uid: true });
      const seen = await becomes(is(changed, PASS));
      expect(seen && flagsOf(seen, first)).toEqual(HELD);
      expect(await watcher.stop()).toMatchObject({ code: 0, err: '' });
    });

    it('follows a configuration that changes, and keeps to the former while the new one is broken', async () => {
      const settings = (more: string): void => project.put({ 'following.yaml': `extends: ./.replylintrc.yaml\n${more}\n` });
      settings('rules: { no-plonk: off }');
      const watcher = await watch('--config', 'following.yaml');
      const first = await put(flawed());
      await becomes(is(first, PASS));
      settings('');
      const second = await put(flawed());
      await becomes(is(second, HELD));
      settings('rules: { no-plonk: of }');
      const third = await put(flawed());
      const seen = await becomes(is(third, HELD));
      expect(seen && flagsOf(seen, first)).toEqual(PASS);
      const { code, err } = await watcher.stop();
      expect(code).toBe(0);
      expect(err.trimEnd().split('\n')).toEqual([
        'replylint: the configuration has changed; the new one holds from now on',
        expect.stringMatching(/^following\.yaml:\d+:\d+: .*; until it is put right, the configuration holds as it was before$/),
      ]);
    });

    it('leaves a flag alone that somebody has taken off', async () => {
      const uid = await put(flawed());
      await watch();
      await becomes(is(uid, HELD));
      await mail.messageFlagsRemove(String(uid), ['$ReplylintHeld'], { uid: true });
      const next = await put(flawed());
      await becomes(is(next, HELD));
      expect(flagsOf(await look(mail), uid)).toEqual(['\\Draft']);
    });

    it('outlives drafts that are gone before they are read', async () => {
      const watcher = await watch('--note');
      for (let at = 0; at < 20; at += 1) {
        await put(flawed());
        await mail.messageDelete('1:*');
      }
      const last = await put(clean());
      await becomes(is(last, PASS));
      await becomes((seen) => seen.length === 1);
      expect(await watcher.stop()).toMatchObject({ code: 0, err: '' });
    });

    it.each(['SIGTERM', 'SIGINT'] as const)('ends well on %s', async (signal) => {
      const watcher = await watch();
      expect(await watcher.stop(signal)).toEqual({ code: 0, out: `watching: Drafts on 127.0.0.1:${dovecot.port}\n`, err: '' });
      await until(() => dovecot.log().includes('Logged out'));
    });

    it('comes back when the server does, and knows nothing of a folder that was made anew', async () => {
      const first = await put(flawed());
      const watcher = await watch('--note');
      await becomes((seen) => seen.length === 2);
      await mail.logout();
      await dovecot.stop();
      await watcher.said(/trying again$/m);
      // The same messages get other numbers and another UIDVALIDITY.
      rmSync(join(dovecot.folder, 'mail/maya/.Drafts'), { recursive: true });
      await dovecot.start(`
mail_plugins = acl
plugin {
  acl = vfile:${dovecot.folder}/acl
}`);
      mail = await dovecot.client();
      await watcher.said(/^watching again: /m);
      const again = await put(flawed());
      await becomes(is(again, HELD));
      expect(again).toBeLessThanOrEqual(first);
      const seen = await becomes((all) => all.length === 2);
      expect(seen && seen.filter(({ flags }) => flags.includes('$ReplylintNote'))).toHaveLength(1);
      const { code, err } = await watcher.stop();
      expect(code).toBe(0);
      expect(err.split('\n').filter((line) => line !== '')).toEqual([expect.stringMatching(/^127\.0\.0\.1:\d+: .*; trying again$/)]);
    });
  });

  describe('--note', () => {
    const notes = (seen: readonly Seen[]): readonly Seen[] => seen.filter(({ flags }) => flags.includes('$ReplylintNote'));

    it('leaves the report beside a draft that is held, tied to it, and never judges a note', async () => {
      const uid = await put(flawed('one'));
      await put(clean('two'));
      expect((await once('--note')).code).toBe(1);
      const [note, ...more] = notes(await look(mail));
      expect(more).toEqual([]);
      expect(note?.flags).toEqual(['$ReplylintNote', '\\Seen']);
      const [head = '', body = ''] = note!.source.split('\r\n\r\n', 1).concat(note!.source.slice(note!.source.indexOf('\r\n\r\n')));
      expect(head).toMatch(/^Subject: replylint: 79\/100 C: =\?utf-8\?q\?Your_kettle_=C2=A3\?=\r$/m);
      expect(head).toMatch(/^In-Reply-To: <one@kettles\.example>\r$/m);
      expect(head).toMatch(/^References: <one@kettles\.example>\r$/m);
      expect(head).toMatch(/^Auto-Submitted: auto-generated\r$/m);
      expect(body).toContain('This word is for tests.');
      expect(body).toMatch(/79\/100 {2}C/);
      expect(body.split('\r\n').every((line) => line.length <= 80 && !line.includes('\n'))).toBe(true);
      const before = await look(mail);
      const again = await once('--note');
      expect(again.out).not.toContain(`#${note!.uid}`);
      expect(again.out).toContain(`Drafts#${uid}: 79/100 C`);
      expect(await look(mail)).toEqual(before);
    });

    it('replaces it when the draft changes, and takes it away when it is put right or gone', async () => {
      const watcher = await watch('--note');
      const first = await put(flawed('one'));
      await becomes((seen) => notes(seen).length === 1);
      const worse = await put(draft(FLAWED.replace('Kind regards', 'A wibblety wibble.\n\nKind regards'), 'one'));
      await mail.messageDelete(String(first), { uid: true });
      await becomes((seen) => notes(seen).length === 1 && notes(seen)[0]!.source.includes('no-wibble'));
      await put(clean('one'));
      await mail.messageDelete(String(worse), { uid: true });
      await becomes((seen) => seen.length === 1 && String(seen[0]!.flags) === String(PASS));
      const gone = await put(flawed('two'));
      await becomes((seen) => notes(seen).length === 1);
      await mail.messageDelete(String(gone), { uid: true });
      await becomes((seen) => seen.length === 1);
      const marked = await put(flawed('three'));
      await becomes((seen) => notes(seen).length === 1);
      await mail.messageFlagsAdd(String(marked), ['\\Deleted'], { uid: true });
      await becomes((seen) => notes(seen).length === 0);
      expect(await watcher.stop()).toMatchObject({ code: 0, err: '' });
    });

    it('takes nothing away that is not its own', async () => {
      const header = 'X-Replylint-Note: 1.1 0123456789abcdef\n';
      const alike = await put(draft(CLEAN, 'alike', header));
      const tagged = await put(clean('tagged'), ['\\Draft', '$ReplylintNote']);
      const marked = await put(clean('marked'), ['\\Draft', '\\Deleted']);
      await put(draft(CLEAN, 'ours', header), ['$ReplylintNote']);
      await once('--note');
      const seen = await look(mail);
      expect(seen.map(({ uid }) => uid)).toEqual([alike, tagged, marked]);
    });

    it('keeps them in another folder where it is told to, which it makes', async () => {
      const uid = await put(flawed('one'));
      const watcher = await watch('--note', 'Reports');
      await becomes((seen) => seen.length === 1 && seen[0]!.source.includes('In-Reply-To: <one@kettles.example>'), 'Reports');
      expect((await look(mail)).map((one) => one.uid)).toEqual([uid]);
      const second = await put(flawed('two'));
      await becomes((seen) => seen.length === 2, 'Reports');
      await becomes(is(second, HELD));
      await mail.messageDelete('1:*');
      await becomes((seen) => seen.length === 0, 'Reports');
      expect(await watcher.stop()).toMatchObject({ code: 0, err: '' });
    });
  });

  describe('over TLS', () => {
    it('refuses a certificate that nobody vouches for, and takes one that somebody does', async () => {
      await put(clean());
      const args = ['watch-imap', '--once', '--server', `imaps://localhost:${dovecot.tlsPort}`];
      const refused = await project.run(args, { env: ACCOUNT });
      expect(refused).toMatchObject({
        code: 2,
        out: '',
        err: expect.stringMatching(/^localhost:\d+: nobody vouches for its certificate .*NODE_EXTRA_CA_CERTS=FILE\n$/),
      });
      const taken = await project.run(args, { env: { ...ACCOUNT, NODE_EXTRA_CA_CERTS: join(dovecot.folder, 'certificate.pem') } });
      expect(taken).toMatchObject({ code: 0, err: '' });
    });

    it('begins with STARTTLS where the server is on another machine, unless it is told not to', async () => {
      const args = ['watch-imap', '--once', '--server', `imap://0.0.0.0:${dovecot.port}`];
      expect(await project.run(args, { env: ACCOUNT })).toMatchObject({
        code: 2,
        err: expect.stringContaining('nobody vouches for its certificate'),
      });
      expect(await project.run([...args, '--plain'], { env: ACCOUNT })).toMatchObject({ code: 0, err: '' });
    });
  });
});
