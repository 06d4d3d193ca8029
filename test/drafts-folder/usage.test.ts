import { chmodSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Project, type Result } from '../cli/project.js';
import { FakeServer } from './fake.js';
import { clean, flawed, Watcher } from './mails.js';

const SECRET = 'sesame "open" \\ 4711';
const ACCOUNT = { REPLYLINT_IMAP_USER: 'maya', REPLYLINT_IMAP_PASSWORD: SECRET };

let project: Project;
beforeAll(() => {
  project = new Project();
});
afterAll(() => project.remove());

const run = (args: readonly string[], env: Readonly<Record<string, string>> = ACCOUNT): Promise<Result> =>
  project.run(['watch-imap', '--once', ...args], { env });
/** What is said where nothing answers: the command line was in order. */
const UNREACHABLE = /^127\.0\.0\.1:9: cannot be reached, or does not answer \(ECONNREFUSED\); look at --server, and whether it runs\n$/;
const nowhere = ['--server', 'imaps://127.0.0.1:9'];

describe('watch-imap says in one line what is wrong with what it was given', () => {
  it.each([
    ['no server', [], /name the mail server: --server imaps:\/\/mail\.example\.com/],
    [
      'a password in the address',
      ['--server', `imaps://maya:hunter2@mail.example`],
      /holds a user or a password; .* put them into the environment or --credentials/,
    ],
    ['another protocol', ['--server', 'https://mail.example'], /--server cannot be https:\/\/; write imaps:\/\/ or imap:\/\//],
    ['no address', ['--server', 'imaps://mail example'], /--server is no address; write imaps:/],
    ['a folder in the address', ['--server', 'imaps://mail.example/Drafts'], /an address without a path; name the folder with --folder/],
    ['TLS that is not wanted', ['--server', 'imaps://mail.example', '--plain'], /--plain and imaps:\/\/ contradict each other/],
    ['a keyword that is none', ['--keyword', 'needs work', ...nowhere], /--keyword must be a letter and up to 39 letters/],
    ['a system flag as keyword', ['--keyword', '\\Seen', ...nowhere], /--keyword must be a letter/],
    ['a file that is not there', ['--credentials', 'none', ...nowhere], /^none: there is no such file; name the one with the password/],
    ['a mistyped option', ['--sevrer', 'imaps://mail.example'], /did you mean --server\?/],
  ])('%s', async (_, args, said) => {
    const { code, out, err } = await run(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(said);
    expect(err.trimEnd()).not.toContain('\n');
    expect(err).not.toMatch(/hunter2/);
  });

  it.each([
    ['no user', { REPLYLINT_IMAP_PASSWORD: SECRET }, 'REPLYLINT_IMAP_USER is not set'],
    ['no password', { REPLYLINT_IMAP_USER: 'maya' }, 'REPLYLINT_IMAP_PASSWORD is not set'],
  ])('%s in the environment', async (_, env, said) => {
    const { code, err } = await run(nowhere, env);
    expect(code).toBe(2);
    expect(err).toContain(`${said}; set REPLYLINT_IMAP_USER and REPLYLINT_IMAP_PASSWORD`);
  });

  it('a server that nobody can reach, the address from the environment', async () => {
    const { code, err } = await run([], { ...ACCOUNT, REPLYLINT_IMAP_SERVER: '127.0.0.1:9' });
    expect(code).toBe(2);
    expect(err).toMatch(UNREACHABLE);
  });
});

describe('a file with the credentials', () => {
  const put = (text: string, mode = 0o600): string[] => {
    project.put({ secrets: text });
    chmodSync(project.path('secrets'), mode);
    return ['--credentials', 'secrets', ...nowhere];
  };

  it('is taken, whatever stands in the environment', async () => {
    expect((await run(put(`# Mail\n\nuser: maya\npassword: ${SECRET}\n`), {})).err).toMatch(UNREACHABLE);
    expect((await run(put(`user: maya\r\ntoken: abc\r\n`, 0o400), {})).err).toMatch(UNREACHABLE);
  });

  it.skipIf(process.platform === 'win32').each([0o644, 0o640, 0o606, 0o620])('is refused where others may use it: %o', async (mode) => {
    const { code, err } = await run(put(`user: maya\npassword: ${SECRET}\n`, mode));
    expect({ code, err }).toEqual({ code: 2, err: 'secrets: others may read it, and it holds a password; run `chmod 600 secrets`\n' });
  });

  it.each([
    ['a line that is none', `user: maya\n${SECRET}\n`, 'secrets:2: is no line of the form user: …, password: … or token: …\n'],
    ['no user', `password: ${SECRET}\n`, 'secrets: has no line "user: …"; write user: … and password: … (or token: …), a line each\n'],
    ['no password', 'user: maya\n', 'secrets: has no line "password: …"; write user: … and password: … (or token: …), a line each\n'],
  ])('with %s', async (_, text, said) => {
    expect(await run(put(text))).toEqual({ code: 2, out: '', err: said });
  });
});

describe('a server that will not have it', () => {
  const servers: FakeServer[] = [];
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.stop()));
  });
  const serve = async (...given: ConstructorParameters<typeof FakeServer>): Promise<string[]> => {
    const server = await new FakeServer(...given).start();
    servers.push(server);
    return ['--server', `imap://127.0.0.1:${server.port}`];
  };

  it('and gives back what it was told: no secret is shown in any form', async () => {
    const told: string[] = [];
    const echo = (command: string): readonly string[] | undefined => {
      if (!/^(?:LOGIN|AUTHENTICATE)/i.test(command)) return undefined;
      told.push(command);
      const base64 = Buffer.from(`\0maya\0${SECRET}`).toString('base64');
      return [`TAG NO [AUTHENTICATIONFAILED] cannot ${command} ${SECRET} ${base64} ${Buffer.from(SECRET).toString('base64')}`];
    };
    for (const capabilities of ['IMAP4rev1', 'IMAP4rev1 AUTH=PLAIN SASL-IR', 'IMAP4rev1 AUTH=LOGIN']) {
      const { code, out, err } = await run(await serve(echo, capabilities));
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(/does not take the user and the password \(.*\*\*\*.*\); look at the credentials/);
      expect(err).not.toMatch(/sesame|4711|c2VzYW1l|AG1heWEA/);
      expect(err.trimEnd()).not.toContain('\n');
    }
    expect(told.length).toBeGreaterThan(2);
  });

  it.each([
    [
      'a folder without new keywords',
      'TAG OK [READ-WRITE] .',
      '(\\Answered \\Seen)',
      /the folder Drafts keeps no new keywords \(PERMANENTFLAGS without \\\*\), so nothing was judged; with --keyword take some that it keeps/,
    ],
    [
      'a folder that cannot be written',
      'TAG OK [READ-ONLY] .',
      '(\\Seen \\*)',
      /the folder Drafts is read-only for this user, so no keyword can be set in it; nothing was judged/,
    ],
    [
      'a folder that cannot be opened',
      'TAG NO [SERVERBUG] out of\u001b[31m order',
      '(\\Seen \\*)',
      /refused what was asked of it \(out of\\x1b\[31m order\)/,
    ],
  ])('%s', async (_, ending, flags, said) => {
    const select = ['* 0 EXISTS', '* OK [UIDVALIDITY 1] .', `* OK [PERMANENTFLAGS ${flags}] .`, ending];
    const { code, out, err } = await run(await serve((command) => (/^(?:SELECT|EXAMINE)/i.test(command) ? select : undefined)));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(said);
    expect(err.trimEnd()).not.toContain('\n');
  });

  it('takes keywords that the folder knows already', async () => {
    const select = [
      '* 0 EXISTS',
      '* OK [UIDVALIDITY 1] .',
      '* OK [PERMANENTFLAGS (\\Seen CheckHeld checkpass)] .',
      'TAG OK [READ-WRITE] .',
    ];
    const server = await serve((command) => (/^SELECT/i.test(command) ? select : undefined));
    expect(await run([...server, '--keyword', 'Check'])).toEqual({ code: 0, out: '', err: '' });
  });

  it('names the folders there are where none is that of drafts', async () => {
    const list = ['* LIST (\\HasNoChildren) "/" INBOX', '* LIST (\\HasNoChildren) "/" Letters', '* LIST (\\Noselect) "/" Shared'];
    const { code, err } = await run(await serve((command) => (/^LIST/i.test(command) ? list : /^LSUB/i.test(command) ? [] : undefined)));
    expect({ code, err }).toEqual({
      code: 2,
      err: 'replylint: the server marks no folder as that of drafts; name it with --folder: INBOX, Letters\n',
    });
  });

  it('has folders in folders: a name is enough where only one is called so', async () => {
    const list = ['* LIST () "." INBOX', '* LIST () "." INBOX.Drafts', '* LIST () "." INBOX.Old', '* LIST () "." INBOX.Old.Drafts.Letters'];
    const told: string[] = [];
    const server = await serve((command) => {
      told.push(command);
      return /^LIST/i.test(command) ? list : /^LSUB/i.test(command) ? [] : undefined;
    });
    expect(await run([...server, '--folder', 'Letters'])).toMatchObject({ code: 0, err: '' });
    expect(told.join('\n')).toContain('SELECT INBOX.Old.Drafts.Letters');
  });

  it.each(['OK ready', 'PREAUTH welcome'])('offers no encryption on another machine: %s', async (greeting) => {
    const [, address = ''] = await serve(
      () => undefined,
      'IMAP4rev1 STARTTLS'.replace(greeting.startsWith('OK') ? ' STARTTLS' : '', ''),
      greeting,
    );
    const { code, err } = await run(['--server', address.replace('127.0.0.1', '0.0.0.0')]);
    expect(code).toBe(2);
    expect(err).toMatch(/offers no encryption that can be used .*; use imaps:\/\/, or --plain where the way there is safe\n$/);
  });

  it('speaks no TLS where TLS is asked for', async () => {
    const [, address = ''] = await serve(() => undefined);
    const { code, err } = await run(['--server', address.replace('imap://', 'imaps://')]);
    expect(code).toBe(2);
    expect(err).toMatch(/speaks no TLS on this port; use the port of IMAPS \(993\), or imap:\/\/ for STARTTLS\n$/);
  });

  it('takes a token in place of a password', async () => {
    const told: string[] = [];
    const server = await serve((command) => void told.push(command), 'IMAP4rev1 AUTH=XOAUTH2 SASL-IR');
    expect(await run(server, { REPLYLINT_IMAP_USER: 'maya', REPLYLINT_IMAP_TOKEN: 'abc' })).toEqual({ code: 0, out: '', err: '' });
    const sent = Buffer.from('user=maya\u0001auth=Bearer abc\u0001\u0001').toString('base64');
    expect(told).toContain(`AUTHENTICATE XOAUTH2 ${sent}`);
  });

  it('has no IDLE: it is asked again and again, and SIGTERM still ends it well', async () => {
    const watcher = new Watcher(project, await serve(() => undefined), ACCOUNT);
    await watcher.said(/^watching: Drafts/m);
    expect(await watcher.stop()).toMatchObject({ code: 0, err: '' });
  });

  describe('a server that has second thoughts', () => {
    const mails = [flawed('one'), clean('two')];
    const literal = (text: string): string => `{${Buffer.byteLength(text)}}\r\n${text}`;
    /** A folder with two drafts. */
    const folder = (command: string): readonly string[] | undefined => {
      if (/^SELECT/i.test(command))
        return ['* 2 EXISTS', '* OK [UIDVALIDITY 1] .', '* OK [PERMANENTFLAGS (\\Seen \\*)] .', 'TAG OK [READ-WRITE] .'];
      if (/^UID FETCH 1:\*/i.test(command))
        return mails.map(
          (mail, at) =>
            `* ${at + 1} FETCH (UID ${at + 1} FLAGS (\\Draft) RFC822.SIZE ${mail.length} BODY[HEADER.FIELDS (MESSAGE-ID SUBJECT X-REPLYLINT-NOTE)] ${literal('\r\n')})`,
        );
      if (/^UID SEARCH/i.test(command)) return ['* SEARCH 1 2'];
      const [, uid] = /^UID FETCH (\d+) /i.exec(command) ?? [];
      return uid === undefined ? undefined : [`* ${uid} FETCH (UID ${uid} BODY[] ${literal(mails[Number(uid) - 1] ?? '')})`];
    };
    const once = async (
      other: (command: string) => readonly string[] | undefined,
      ...args: string[]
    ): Promise<Result & { told: string[] }> => {
      const told: string[] = [];
      const server = await serve((command) => {
        told.push(command);
        return other(command) ?? folder(command);
      });
      return { ...(await run([...server, ...args])), told };
    };
    const passed = 'Drafts#2: 100/100 A, $ReplylintPass\n';

    it('says nothing of a draft that comes while IDLE begins: it is seen all the same', async () => {
      let rounds = 0;
      const server = await serve((command) => {
        if (/^UID FETCH 1:\*/i.test(command)) rounds += 1;
        return rounds < 2 && /^UID FETCH/i.test(command) ? [] : folder(command);
      }, 'IMAP4rev1 IDLE');
      const watcher = new Watcher(project, server, ACCOUNT);
      await watcher.said(/^Drafts#2: /m);
      expect(await watcher.stop()).toMatchObject({ code: 0, err: '' });
    });

    it('has a draft no longer when it is read: nothing is said of it', async () => {
      expect(await once((command) => (/^UID FETCH 1 /i.test(command) ? [] : undefined))).toMatchObject({ code: 0, out: passed, err: '' });
    });

    it('keeps a draft back: that costs this one', async () => {
      const { code, out, err, told } = await once((command) =>
        /^UID FETCH 1 /i.test(command) ? ['TAG NO [SERVERBUG] broken on disk'] : undefined,
      );
      expect({ code, out, err }).toEqual({ code: 2, out: passed, err: 'Drafts#1: the server does not hand it over (broken on disk)\n' });
      expect(told.filter((command) => /^UID STORE 1 /i.test(command))).toEqual([]);
    });

    it('does not set a keyword', async () => {
      const { code, out, err } = await once((command) => (/^UID STORE 1 /i.test(command) ? ['TAG NO not today'] : undefined));
      expect({ code, out, err }).toEqual({
        code: 2,
        out: passed,
        err: 'Drafts#1: the server would not change its keywords; it may be gone\n',
      });
    });

    it('takes no note: the drafts are marked all the same', async () => {
      const { code, out, err } = await once((command) => (/^APPEND/i.test(command) ? ['TAG NO [OVERQUOTA] full'] : undefined), '--note');
      expect({ code, out }).toEqual({ code: 2, out: `Drafts#1: 79/100 C, $ReplylintHeld (no-plonk)\n${passed}` });
      expect(err).toBe('Drafts: the server does not take a note (full); drafts are marked all the same\n');
    });

    it('never removes what others have marked as deleted', async () => {
      const { told } = await once((command) => {
        if (!/^UID FETCH 1:\*/i.test(command)) return undefined;
        const note = 'X-Replylint-Note: 1.9 0123456789abcdef\r\n\r\n';
        return [
          `* 1 FETCH (UID 7 FLAGS ($ReplylintNote) RFC822.SIZE 300 BODY[HEADER.FIELDS (MESSAGE-ID SUBJECT X-REPLYLINT-NOTE)] ${literal(note)})`,
        ];
      }, '--note');
      expect(told.filter((command) => /^(?:UID )?(?:STORE|EXPUNGE)/i.test(command))).toEqual([
        expect.stringMatching(/^UID STORE 7 \+FLAGS \(\\Deleted\)$/),
      ]);
    });
  });

  it('never says a word: SIGTERM ends it all the same', async () => {
    const server = await serve(() => undefined, '', '');
    const watcher = new Watcher(project, server, ACCOUNT);
    await servers[0]!.called;
    expect(await watcher.stop()).toEqual({ code: 0, out: '', err: '' });
  });

  describe('hangs up, and knows nobody when it is called again', () => {
    /** Lets one in, hangs up, and refuses those who come then. */
    const restart = async (refusal: string, times: number): Promise<Watcher> => {
      let logins = 0;
      const server = await serve((command) =>
        /^LOGIN/i.test(command) && (logins += 1) > 1 && logins <= times + 1 ? [`TAG NO ${refusal}`] : undefined,
      );
      const watcher = new Watcher(project, server, ACCOUNT);
      await watcher.said(/^watching: Drafts/m);
      servers[0]!.hangUp();
      return watcher;
    };

    it.each(['[UNAVAILABLE] Temporary authentication failure.', '[AUTHENTICATIONFAILED] Authentication failed.'])(
      'for a moment, as a server that starts may: %s',
      async (refusal) => {
        const watcher = await restart(refusal, 1);
        await watcher.said(/^watching again: Drafts/m);
        expect(await watcher.stop()).toMatchObject({
          code: 0,
          err: expect.stringMatching(/^\S+: the connection was lost; trying again\n$/),
        });
      },
    );

    it('for good: somebody must put it right', async () => {
      const { code, err } = await (await restart('[AUTHENTICATIONFAILED] Authentication failed.', 100)).ended;
      expect(code).toBe(2);
      expect(err).toMatch(
        /^\S+: the connection was lost; trying again\n\S+: does not take the user and the password \(Authentication failed\.\)/,
      );
    });
  });

  it('takes its leave before one has logged in: that says nothing of the password', async () => {
    const { code, err } = await run(
      await serve((command) => (/^CAPABILITY/i.test(command) ? ['* CAPABILITY IMAP4rev1', '* BYE .'] : undefined)),
    );
    expect(code).toBe(2);
    expect(err).toMatch(/^\S+: cannot be reached, or does not answer \(.*\n$/);
  });

  it('a configuration that is wrong keeps it from asking any server', async () => {
    const broken = new Project({ '.replylintrc.yaml': 'rules: { no-such: off }\n' });
    const told: string[] = [];
    const args = ['watch-imap', '--once', ...(await serve((command) => void told.push(command)))];
    const { code, err } = await broken.run(args, { env: ACCOUNT });
    broken.remove();
    expect(code).toBe(2);
    expect(err).toMatch(/^\.replylintrc\.yaml:1:10: there is no rule "no-such"/);
    expect(told).toEqual([]);
  });
});
