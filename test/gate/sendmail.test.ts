import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { fine, flawed, Post, standIn, type Running } from './post.js';

const post = new Post();
beforeEach(() => post.forget());
afterAll(() => post.remove());

describe('replylint-sendmail', () => {
  it('hands a mail that may be sent to the real sendmail, with the arguments that were meant for it', async () => {
    const args = ['-oem', '-oi', '-f', 'maya@shop.example', '--', 'ada@example.com', '--replylint-is-a-recipient-here'];
    const { code, out, err } = await post.call(['--replylint-no-config', ...args]);
    expect({ code, out, err }).toEqual({ code: 0, out: '', err: '' });
    expect(post.delivered).toEqual({ args, mail: Buffer.from(fine()) });
  });

  it('holds a mail with a finding: exit 65, a plain report that says what to write and how to send it anyway, nothing sent', async () => {
    const { code, out, err } = await post.call(['-oi', '-t'], { input: flawed() });
    expect({ code, out }).toEqual({ code: 65, out: '' });
    expect(err).toMatch(/^replylint held this mail: nothing was sent\.\n/);
    expect(err).toContain('Dear {{name}},\n       ^^^^^^^^');
    expect(err).toContain('Write “Dear Ada Okafor,”');
    expect(err).toContain('X-Replylint: send-anyway; REASON');
    expect(err).not.toMatch(/[^\P{Cc}\n]/u);
    expect(post.delivered).toBeUndefined();
  });

  it('what the mail says cannot act on the terminal or the pager', async () => {
    const { code, err } = await post.call(['-t'], { input: flawed().replace('{{name}}', '{{na\u001b]0;title\u0007me\u202e}}') });
    expect(code).toBe(65);
    expect(err).not.toMatch(/[^\P{C}\n]/u);
  });

  it('judges the words of whoever writes, and none of those that are quoted', async () => {
    const rude = fine().replace('I cannot use it', 'You failed to read the {{manual}}. I cannot use it');
    expect((await post.call(['-t'], { input: rude })).code).toBe(0);
  });

  it('ends as the real sendmail does, by its code or by the signal that ended it', async () => {
    expect((await post.call(['-t'], { env: { END_WITH: '67' } })).code).toBe(67);
    expect(await post.call(['-t'], { env: { END_BY: 'TERM' } })).toMatchObject({ code: null, signal: 'SIGTERM' });
    expect(await post.call(['-t'], { env: { END_BY: 'KILL' } })).toMatchObject({ code: null, signal: 'SIGKILL' });
    // Node cannot end by this one.
    expect(await post.call(['-t'], { env: { END_BY: 'PIPE' } })).toMatchObject({ code: 128 + 13, signal: null });
  });

  it.each([
    ['-bp'],
    ['-bs'],
    ['-b', 'p'],
    ['-bi'],
    ['-q'],
    ['-q30m'],
    ['-qRshop.example'],
    ['-I'],
    ['-v', '-bv', 'ada@example.com'],
    ['--version'],
  ])('%s %s submits no mail, so it is handed over unjudged', async (...args) => {
    expect((await post.call(args.filter(Boolean), { input: flawed() })).code).toBe(0);
    expect(post.delivered).toEqual({ args: args.filter(Boolean), mail: Buffer.from(flawed()) });
  });

  it.each([['-bm'], ['-F', '-bp'], ['-f', '-q@example.com'], ['-F-bp'], ['-o', 'q'], ['--', '-bp'], ['-ti', '-X', '-bs']])(
    '%s %s %s submits one, whatever the values of its options look like',
    async (...args) => {
      expect((await post.call(args, { input: flawed() })).code).toBe(65);
      expect(post.delivered).toBeUndefined();
    },
  );
});

describe('recipients on the command line', () => {
  const inside = flawed().replace('ada@example.com', 'tom@shop.example');
  it.each([
    [['-oi', '--', 'tom@shop.example'], 0],
    [['-oi', '-f', 'maya@shop.example', 'tom@shop.example', '-v'], 0],
    [['-oi', '-F', 'ada@example.com', '--', 'tom@shop.example'], 0],
    [['-t'], 0],
    [['-oi', '--', 'tom@shop.example', 'ada@example.com'], 65],
    [['-oi', 'ada@example.com', '-v'], 65],
  ])('--replylint-not-to with %j: exit %i', async (args, expected) => {
    expect((await post.call(['--replylint-not-to=@shop.example', ...args], { input: inside })).code).toBe(expected);
  });
});

describe('the real sendmail', () => {
  it('is named by option before the environment, and sought on the path otherwise; a link to ourselves is passed over', async () => {
    const other = post.script('other', `: >"${post.folder}/args"; cat >"${post.folder}/mail"; exit 9`);
    expect((await post.call([`--replylint-to=${other}`, '-t'])).code).toBe(9);
    const [first, second] = [post.path('first'), post.path('second')];
    symlinkSync(standIn, join(first, 'sendmail'));
    symlinkSync(other, join(second, 'sendmail'));
    const env = { REPLYLINT_SENDMAIL: '', PATH: `${first}:${second}:${process.env.PATH}` };
    expect((await post.call(['-t'], { env })).code).toBe(9);
    expect((await post.call(['-t'], { env: { ...env, REPLYLINT_SENDMAIL: 'sendmail' } })).code).toBe(9);
    // Called by such a link, as by a program that runs the first sendmail on the path.
    const linked = await post.start('sendmail', ['-t'], { input: flawed(), env }).ended;
    expect(linked).toMatchObject({ code: 65, err: expect.stringMatching(/held this mail/) as string });
  });

  it.each([
    ['is not there', '/nowhere/sendmail', /no program \/nowhere\/sendmail/],
    ['is replylint itself', standIn, /is replylint itself/],
  ])('that %s: exit 75, and what to do', async (_, name, said) => {
    const { code, err } = await post.call(['-t'], { env: { REPLYLINT_SENDMAIL: name } });
    expect(code).toBe(75);
    expect(err).toMatch(said);
    expect(err).toMatch(/--replylint-to/);
    expect(err.split('\n')).toHaveLength(2);
  });

  it('that calls replylint again: exit 75 instead of a circle', async () => {
    const round = post.script('round', `exec "${process.execPath}" "${standIn}" "$@"`);
    const { code, err } = await post.call(['-t'], { env: { REPLYLINT_SENDMAIL: round } });
    expect(code).toBe(75);
    expect(err).toMatch(/calls replylint/);
  });
});

describe('a signal', () => {
  /** A sendmail that says it has begun, and reads its mail only when it is told to go on. */
  const begin = (): Running => {
    const slow = post.script(
      'slow',
      `trap 'exit 7' TERM\necho begun >&2\nwhile [ ! -e "${post.folder}/go" ]; do sleep 0.05; done\ncat >"${post.folder}/mail"\n: >"${post.folder}/args"`,
    );
    rmSync(join(post.folder, 'go'), { force: true });
    return post.start(process.execPath, [standIn, '-t'], { input: fine(), env: { REPLYLINT_SENDMAIL: slow } });
  };

  it('goes on to the real sendmail, which says how that ends', async () => {
    const run = begin();
    await run.until(/begun/);
    run.child.kill('SIGTERM');
    expect(await run.ended).toMatchObject({ code: 7, signal: null });
  });

  it('that ends replylint at once leaves the real sendmail with the whole mail', async () => {
    const run = begin();
    await run.until(/begun/);
    run.child.kill('SIGKILL');
    post.put('go', '');
    // Its output closes when the real sendmail has ended too.
    await run.ended;
    expect(post.delivered?.mail).toEqual(Buffer.from(fine()));
  });
});

describe('sent anyway', () => {
  const head = 'X-Replylint: send-anyway; the braces are\n what she asked about\n';

  it('by a header with a reason: the bytes stay, and it is said on standard error', async () => {
    const { code, err } = await post.call(['-t'], { input: flawed(head) });
    expect(code).toBe(0);
    expect(err).toMatch(
      /^replylint: sent anyway by X-Replylint \(the braces are what she asked about\): score \d+, .*unfilled-placeholder/,
    );
    expect(err.split('\n')).toHaveLength(2);
    expect(post.delivered?.mail).toEqual(Buffer.from(flawed(head)));
  });

  it('the header is taken out where that is asked for, and nothing else', async () => {
    const input = flawed(`${head}X-Other: 1\nX-Replylint-Disable: hollow-words -- house style\n`);
    expect((await post.call(['--replylint-strip-headers', '-t'], { input })).code).toBe(0);
    expect(post.delivered?.mail.toString()).toBe(flawed('X-Other: 1\n'));
  });

  it('though it could not be judged', async () => {
    const { code, err } = await post.call(['--replylint-limit=draftUnits=100', '-t'], { input: fine(head) });
    expect(code).toBe(0);
    expect(err).toMatch(/^replylint: sent without being judged by X-Replylint \(the braces are what she asked about\): mail: [^\n]+\n$/);
    expect((await post.call(['--replylint-limit=draftUnits=100', '-t'])).code).toBe(75);
  });

  it('not by a header without a reason, and it says so', async () => {
    const { code, err } = await post.call(['-t'], { input: flawed('X-Replylint: send-anyway\n') });
    expect(code).toBe(65);
    expect(err).toMatch(/needs a reason/);
  });

  it('by the environment', async () => {
    expect((await post.call(['-t'], { input: flawed(), env: { REPLYLINT_OVERRIDE: 'agreed with Tom' } })).code).toBe(0);
    expect(post.delivered?.mail).toEqual(Buffer.from(flawed()));
  });

  it('the log has a line for each mail, and no word, subject or address of any', async () => {
    const env = { REPLYLINT_LOG: post.log };
    await post.call(['-t'], { env });
    await post.call(['-t'], { env, input: flawed() });
    await post.call(['-t'], { env, input: flawed(head) });
    await post.call(['-t'], { env, input: fine('Auto-Submitted: auto-replied\n') });
    const lines = post.logged();
    expect(lines.map(({ outcome }) => outcome)).toEqual(['passed', 'held', 'overridden', 'untouched']);
    expect(lines[2]).toMatchObject({
      door: 'sendmail',
      by: 'header',
      reason: 'the braces are what she asked about',
      messageId: '<reply-1@shop.example>',
    });
    expect(lines[1].rules).toContain('unfilled-placeholder');
    const text = JSON.stringify(lines);
    for (const word of ['kettle', 'Okafor', 'Broken lid', 'ada@', 'maya@']) expect(text).not.toContain(word);
  });
});

describe('what cannot be judged', () => {
  const broken = (): Record<string, string> => ({ REPLYLINT_CONFIG: post.put('broken.json', '{ "score": ') });

  it.each([
    ['a broken configuration', () => ({ env: broken() })],
    ['an option that is not there', () => ({ args: ['--replylint-bogus=1'] })],
    ['a mail over the limit', () => ({ args: ['--replylint-limit=fileBytes=100'] })],
    [
      'a mail that takes too long',
      () => ({ args: ['--replylint-limit=milliseconds=1'], input: `${fine()}${'We are sorry. '.repeat(90_000)}` }),
    ],
    ['a file that is no mail', () => ({ input: Buffer.from('%PDF-1.7\n') })],
  ] as const)('%s: exit 75, one line, nothing sent', async (_, given) => {
    const { args = [], ...call } = given() as { args?: string[]; env?: Record<string, string>; input?: string };
    const { code, err } = await post.call([...args, '-t'], call);
    expect(code).toBe(75);
    expect(err).toMatch(/^replylint: [^\n]+\n$/);
    expect(post.delivered).toBeUndefined();
  });

  it('passes with --replylint-fail-open, and says so', async () => {
    const { code, err } = await post.call(['--replylint-fail-open', '-t'], { env: broken(), input: flawed() });
    expect(code).toBe(0);
    expect(err).toMatch(/^replylint: sent without being judged: .*broken\.json/);
    expect(post.delivered?.mail).toEqual(Buffer.from(flawed()));
    expect((await post.call(['--replylint-limit=fileBytes=100', '-t'], { env: { REPLYLINT_FAIL_OPEN: '1' } })).code).toBe(0);
    expect(post.delivered?.mail).toEqual(Buffer.from(fine()));
  });

  it('but not what is found wanting: --replylint-fail-open lets no finding pass', async () => {
    expect((await post.call(['--replylint-fail-open', '-t'], { input: flawed() })).code).toBe(65);
  });

  it('a mail with a large attachment is judged', async () => {
    const boundary = 'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="parts"\n';
    const file = `Content-Type: application/pdf\nContent-Transfer-Encoding: base64\n\n${`${'QUJD'.repeat(19)}\n`.repeat(150_000)}`;
    const text = flawed().slice(flawed().indexOf('\n\n') + 2);
    const head = flawed(boundary).slice(0, flawed(boundary).indexOf('\n\n') + 2);
    const input = `${head}--parts\nContent-Type: text/plain\n\n${text}\n--parts\n${file}\n--parts--\n`;
    expect(input.length).toBeGreaterThan(10 * 1024 * 1024);
    expect((await post.call(['-t'], { input })).code).toBe(65);
  });
});
