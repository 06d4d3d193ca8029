import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Gate } from '../../src/gate/gate.js';
import type { Listening } from '../../src/gate/smtp/server.js';
import { FollowedWorkspace } from '../../src/workspace/followed.js';
import { createWorkspace } from '../../src/workspace/workspace.js';
import { fine, flawed, Post } from './post.js';
import { gateBefore, NextServer, no, RawClient } from './servers.js';

const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
const FINE = crlf(fine());
const FLAWED = crlf(flawed());

type Decide = Gate['decide'];

/** A gate whose decision is led by a test. */
async function gateThat(lead: (mail: Parameters<Decide>[0], judge: Decide) => ReturnType<Decide>): Promise<Gate> {
  class Led extends Gate {
    override decide(mail: Parameters<Decide>[0]): ReturnType<Decide> {
      return lead(mail, (judged) => super.decide(judged));
    }
  }
  const options = { workspace: { config: false } } as const;
  return new Led(new FollowedWorkspace(await createWorkspace(options.workspace)), options);
}

const post = new Post();
afterAll(() => post.remove());

let next: NextServer;
let gate: Listening & { readonly port: number; readonly said: string[] };

describe('the gate as an SMTP server', () => {
  beforeAll(async () => {
    next = await new NextServer({
      size: 1_000_000,
      onRcptTo: ({ address }, _session, done) => {
        if (address.startsWith('nobody')) return done(no(550, '5.1.1 no such user here'));
        return done(address.startsWith('later') ? no(450, '4.2.1 come back later') : null);
      },
      onMailFrom: ({ address }, _session, done) => done(address.startsWith('stranger') ? no(553, '5.7.1 not your address') : null),
    }).start();
    gate = await gateBefore(next, {}, { log: join(post.folder, 'smtp.log') });
  });
  beforeEach(() => {
    next.taken.length = 0;
    next.answer = undefined;
    next.onArrival = undefined;
  });
  afterAll(async () => {
    await gate.stop();
    await next.stop();
  });

  it('passes a mail that may be sent on, byte for byte with its envelope, and says what the next server says', async () => {
    const client = await RawClient.greeted(gate.port);
    const mail = crlf(fine().replace('Dear Ms', '..\n.\nDear Ms'));
    const reply = await client.send(mail, 'maya@shop.example', ['ada@example.com', 'tom@example.com']);
    expect(reply).toEqual({ code: 250, lines: ['2.0.0 Ok: kept as 4D2'] });
    expect(next.taken).toEqual([
      { from: 'maya@shop.example', parameters: {}, to: ['ada@example.com', 'tom@example.com'], mail: Buffer.from(mail) },
    ]);
    expect((await client.say('QUIT')).code).toBe(221);
  });

  it('announces what it passes on', async () => {
    const client = await RawClient.connect(gate.port);
    const { lines } = await client.say('EHLO client.example');
    expect(lines).toEqual(expect.arrayContaining(['8BITMIME', 'SMTPUTF8', 'SIZE 52428800', 'PIPELINING']));
    expect(lines.join('\n')).not.toMatch(/AUTH|STARTTLS|DSN/);
    client.hangUp();
  });

  it('a client that knows no extensions is served, too', async () => {
    const client = await RawClient.connect(gate.port);
    expect((await client.say('HELO client.example')).lines).toHaveLength(1);
    expect((await client.send(FINE)).code).toBe(250);
    expect((await client.send(FLAWED)).code).toBe(550);
    client.hangUp();
  });

  it('holds a mail with a finding: 550 5.7.1 with the first one on one line of ASCII, and nothing is sent', async () => {
    const client = await RawClient.greeted(gate.port);
    const reply = await client.send(FLAWED);
    expect(reply.code).toBe(550);
    expect(reply.lines).toHaveLength(1);
    expect(reply.lines[0]).toMatch(
      /^5\.7\.1 mail held: .*"\{\{name\}\}" Instead: Write "Dear Ada Okafor,"\. \[unfilled-placeholder\] \(\d+\/100\)$/,
    );
    expect(next.taken).toEqual([]);
    // The same connection may send the mail that was put right.
    expect((await client.send(FINE)).code).toBe(250);
    expect(next.taken).toHaveLength(1);
    client.hangUp();
  });

  it('each recipient gets the answer of the next server, and a mail goes to those whom it takes', async () => {
    const client = await RawClient.greeted(gate.port);
    await client.say('MAIL FROM:<maya@shop.example>');
    expect(await client.say('RCPT TO:<ada@example.com>')).toMatchObject({ code: 250 });
    expect(await client.say('RCPT TO:<nobody@example.com>')).toEqual({ code: 550, lines: ['5.1.1 no such user here'] });
    expect(await client.say('RCPT TO:<later@example.com>')).toEqual({ code: 450, lines: ['4.2.1 come back later'] });
    expect(await client.say('RCPT TO:<tom@example.com>')).toMatchObject({ code: 250 });
    expect((await client.data(FINE)).code).toBe(250);
    expect(next.taken.map(({ to }) => to)).toEqual([['ada@example.com', 'tom@example.com']]);
    client.hangUp();
  });

  it('no mail is taken without a recipient', async () => {
    const client = await RawClient.greeted(gate.port);
    expect(await client.codes('MAIL FROM:<maya@shop.example>', 'RCPT TO:<nobody@example.com>', 'DATA')).toEqual([250, 550, 503]);
    client.hangUp();
  });

  it('the next server’s refusals of a sender and of a mail are passed on with their codes', async () => {
    const client = await RawClient.greeted(gate.port);
    expect(await client.say('MAIL FROM:<stranger@shop.example>')).toEqual({ code: 553, lines: ['5.7.1 not your address'] });
    next.answer = no(452, '4.3.1 disk full');
    expect(await client.send(FINE)).toEqual({ code: 452, lines: ['4.3.1 disk full'] });
    next.answer = no(554, '5.7.1 looks like spam');
    expect(await client.send(FINE)).toEqual({ code: 554, lines: ['5.7.1 looks like spam'] });
    next.answer = undefined;
    expect((await client.send(FINE)).code).toBe(250);
    expect(next.taken).toHaveLength(1);
    client.hangUp();
  });

  it('a mail that is given up (RSET, EHLO) leaves nothing behind', async () => {
    const client = await RawClient.greeted(gate.port);
    await client.codes('MAIL FROM:<tom@shop.example>', 'RCPT TO:<tom@example.com>', 'RSET');
    expect((await client.send(FINE)).code).toBe(250);
    await client.codes('MAIL FROM:<tom@shop.example>', 'RCPT TO:<tom@example.com>', 'EHLO client.example');
    expect((await client.send(FINE)).code).toBe(250);
    expect(next.taken.map(({ from, to }) => [from, to])).toEqual([1, 2].map(() => ['maya@shop.example', ['ada@example.com']]));
    client.hangUp();
  });

  it('commands that come all at once are answered in their order', async () => {
    const client = await RawClient.greeted(gate.port);
    client.write('MAIL FROM:<maya@shop.example>\r\nRCPT TO:<ada@example.com>\r\nRCPT TO:<nobody@example.com>\r\nDATA\r\n');
    const codes: number[] = [];
    for (let at = 0; at < 4; at += 1) codes.push((await client.reply()).code);
    expect(codes).toEqual([250, 250, 550, 354]);
    client.write(`${FINE}.\r\nQUIT\r\n`);
    expect([(await client.reply()).code, (await client.reply()).code]).toEqual([250, 221]);
    expect(next.taken).toHaveLength(1);
  });

  it('8-bit text, addresses beyond ASCII and the size are passed on as they were declared', async () => {
    const client = await RawClient.greeted(gate.port);
    const mail = crlf(fine().replace('Dear Ms Okafor', 'Dear Ms Okafor, here is your café receipt'));
    const codes = await client.codes(
      `MAIL FROM:<maya@bücher.example> SIZE=${mail.length} BODY=8BITMIME SMTPUTF8`,
      'RCPT TO:<ådå@example.com>',
    );
    expect(codes).toEqual([250, 250]);
    expect((await client.data(mail)).code).toBe(250);
    expect(next.taken).toEqual([
      {
        from: 'maya@bücher.example',
        parameters: { SIZE: String(mail.length), BODY: '8BITMIME', SMTPUTF8: true },
        to: ['ådå@example.com'],
        mail: Buffer.from(mail),
      },
    ]);
    client.hangUp();
  });

  it('a bounce and a program’s mail pass untouched', async () => {
    const client = await RawClient.greeted(gate.port);
    expect((await client.send(FLAWED, '')).code).toBe(250);
    expect((await client.send(crlf(flawed('Auto-Submitted: auto-replied\n')))).code).toBe(250);
    expect(next.taken.map(({ from }) => from)).toEqual(['', 'maya@shop.example']);
    client.hangUp();
  });

  it('a client that hangs up before the end of its mail sends nothing', async () => {
    const client = await RawClient.greeted(gate.port);
    await client.codes('MAIL FROM:<maya@shop.example>', 'RCPT TO:<ada@example.com>', 'DATA');
    client.write(FINE);
    client.hangUp();
    const other = await RawClient.greeted(gate.port);
    expect((await other.send(FINE, 'tom@shop.example')).code).toBe(250);
    expect(next.taken.map(({ from }) => from)).toEqual(['tom@shop.example']);
    other.hangUp();
  });

  it('a client that hangs up while its mail is passed on leaves no trace in it', async () => {
    const client = await RawClient.greeted(gate.port);
    const mail = `${crlf(fine('Auto-Submitted: auto-generated\n'))}${`${'All is well. '.repeat(70)}\r\n`.repeat(9000)}`;
    await client.codes('MAIL FROM:<maya@shop.example>', 'RCPT TO:<ada@example.com>', 'DATA');
    next.onArrival = () => client.hangUp();
    client.write(`${mail}.\r\n`);
    const [taken] = await next.until(1);
    expect(taken.mail.toString() === mail).toBe(true);
  });

  it('a client that hangs up while its mail is judged has sent nothing', async () => {
    const client: { hangUp?: () => Promise<void> } = {};
    const slow = await gateThat(async (mail, judge) => {
      await client.hangUp?.();
      return judge(mail);
    });
    const before = await gateBefore(next, {}, { gate: slow });
    const first = await RawClient.greeted(before.port);
    await first.codes('MAIL FROM:<maya@shop.example>', 'RCPT TO:<ada@example.com>', 'DATA');
    const left = next.untilClosed();
    client.hangUp = async () => {
      first.hangUp();
      // The gate has taken its leave of the next server.
      await left;
    };
    first.write(`${FINE}.\r\n`);
    await left;
    client.hangUp = undefined;
    const second = await RawClient.greeted(before.port);
    expect((await second.send(FINE, 'tom@shop.example')).code).toBe(250);
    expect(next.taken.map(({ from }) => from)).toEqual(['tom@shop.example']);
    expect(before.said).toEqual([]);
    second.hangUp();
    await before.stop();
  });

  it('a fault of ours is told, and the client may try again', async () => {
    const faulty = await gateThat(() => Promise.reject(new TypeError('x is not a function')));
    const before = await gateBefore(next, {}, { gate: faulty });
    const client = await RawClient.greeted(before.port);
    expect(await client.send(FINE)).toEqual({ code: 451, lines: ['4.3.0 replylint failed; send the mail again'] });
    expect(before.said).toEqual([expect.stringMatching(/bug in replylint \(TypeError: x is not a function\)/)]);
    expect(next.taken).toEqual([]);
    client.hangUp();
    await before.stop();
  });

  it('a mail whose sender says nothing of itself is known by its envelope', async () => {
    const ours = await gateBefore(next, { from: ['@shop.example'] });
    const client = await RawClient.greeted(ours.port);
    const nameless = FLAWED.replace(/^From:.*\r\n/, '');
    expect((await client.send(nameless)).code).toBe(550);
    expect((await client.send(nameless, 'maya@other.example')).code).toBe(250);
    client.hangUp();
    await ours.stop();
  });

  it('a web page cannot send through it', async () => {
    const client = await RawClient.connect(gate.port);
    client.write(
      `POST / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\nEHLO x\r\nMAIL FROM:<a@shop.example>\r\nRCPT TO:<b@example.com>\r\nDATA\r\n${FINE}.\r\n`,
    );
    expect((await client.reply()).code).toBe(421);
    await client.closed();
    expect(next.taken).toEqual([]);
  });

  it('the log has a line for each mail and none of its words or addresses', async () => {
    const lines = readFileSync(join(post.folder, 'smtp.log'), 'utf8').trimEnd().split('\n');
    const records = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(records.some(({ outcome, door }) => outcome === 'held' && door === 'smtp')).toBe(true);
    expect(lines.join('\n')).not.toMatch(/kettle|Okafor|ada@|maya@/);
  });

  it('what the next server gets is what the client sent, whatever it is', async () => {
    const open = await gateBefore(next, { override: 'a test', failOpen: true });
    const client = await RawClient.greeted(open.port);
    const piece = fc.oneof(
      fc.constantFrom('\r\n', '.', '..', '\r\n.\r\n', '\r\n..\r\n', ' ', 'Subject: x\r\n', '\u00e9', FINE).map((text) => Buffer.from(text)),
      fc.uint8Array({ maxLength: 40 }).map((bytes) => bytes.filter((byte) => byte !== 10 && byte !== 13)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
        // SMTP ends each line, the last one too, with CRLF.
        const mail = Buffer.concat([...pieces, Buffer.from('\r\n')]);
        next.taken.length = 0;
        expect((await client.send(mail)).code).toBe(250);
        expect(next.taken[0].mail.equals(mail)).toBe(true);
      }),
      { numRuns: 150 },
    );
    client.hangUp();
    await open.stop();
  });
});

describe('where the next server cannot do it', () => {
  const open: { stop(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const one of open.splice(0)) await one.stop();
  });
  const pair = async (
    options: ConstructorParameters<typeof NextServer>[0],
    ...more: [Parameters<typeof gateBefore>[1]?, Parameters<typeof gateBefore>[2]?]
  ) => {
    const server = await new NextServer(options).start();
    const before = await gateBefore(server, ...more);
    open.push(before, server);
    return { server, client: await RawClient.greeted(before.port), before };
  };

  it('the server is not there: 451, and the client may try again', async () => {
    const server = await new NextServer().start();
    const before = await gateBefore(server);
    open.push(before);
    await server.stop();
    const client = await RawClient.greeted(before.port);
    const reply = await client.say('MAIL FROM:<maya@shop.example>');
    expect(reply.code).toBe(451);
    expect(reply.lines[0]).toMatch(/^4\.4\.1 replylint cannot pass mail on to 127\.0\.0\.1:\d+/);
    client.hangUp();
  });

  it('the server hangs up between two mails: the second goes over a new connection', async () => {
    const { server, client } = await pair({});
    expect((await client.send(FINE)).code).toBe(250);
    server.hangUpAll();
    expect((await client.send(FINE)).code).toBe(250);
    expect(server.taken).toHaveLength(2);
    client.hangUp();
  });

  it('the server hangs up inside a mail: 451, never 250', async () => {
    const { server, client } = await pair({});
    await client.codes('MAIL FROM:<maya@shop.example>', 'RCPT TO:<ada@example.com>');
    server.hangUpAll();
    expect((await client.data(FINE)).code).toBe(451);
    expect(server.taken).toEqual([]);
    client.hangUp();
  });

  it('the server takes no addresses beyond ASCII, and no 8-bit text', async () => {
    const { server, client } = await pair({ hideSMTPUTF8: true, hide8BITMIME: true });
    expect(await client.say('MAIL FROM:<maya@bücher.example> SMTPUTF8')).toMatchObject({
      code: 550,
      lines: [expect.stringMatching(/^5\.6\.7 /)],
    });
    await client.codes('MAIL FROM:<maya@shop.example> BODY=8BITMIME', 'RCPT TO:<ada@example.com>');
    expect(await client.data(crlf(fine().replace('kettle', 'café')))).toMatchObject({
      code: 554,
      lines: [expect.stringMatching(/^5\.6\.3 /)],
    });
    expect((await client.send(FINE)).code).toBe(250);
    expect(server.taken.map(({ parameters }) => parameters)).toEqual([{}]);
    client.hangUp();
  });

  it('a name in its ASCII form stays as the client wrote it', async () => {
    const { server, client } = await pair({ hideSMTPUTF8: true });
    expect((await client.send(FINE, 'maya@xn--bcher-kva.example', ['ada@xn--bcher-kva.example'])).code).toBe(250);
    expect(server.taken).toHaveLength(1);
    client.hangUp();
  });

  it('the server refuses DATA: that is passed on, and the next mail goes through', async () => {
    const refusals = [no(451, '4.3.0 not now')];
    const { server, client } = await pair({
      onRcptTo: (_address, { envelope }, done) => {
        done(null);
        // smtp-server has no way to refuse DATA itself but to find no recipient.
        if (refusals.pop()) setImmediate(() => envelope.rcptTo.splice(0));
      },
    });
    expect((await client.send(FINE)).code).toBe(503);
    expect((await client.send(FINE)).code).toBe(250);
    expect(server.taken).toHaveLength(1);
    client.hangUp();
  });

  it('its limit on the size holds, and so does ours', async () => {
    const { server, client } = await pair({ size: 20_000 });
    expect((await client.say('MAIL FROM:<maya@shop.example> SIZE=30000')).code).toBe(552);
    client.hangUp();
    const small = await gateBefore(server, { workspace: { config: false, flags: { limits: { fileBytes: 500 } } }, failOpen: true });
    open.push(small);
    const other = await RawClient.greeted(small.port);
    expect((await other.say('MAIL FROM:<maya@shop.example> SIZE=30000')).code).toBe(552);
    expect((await other.send(FINE)).code).toBe(552);
    expect(server.taken).toEqual([]);
    other.hangUp();
  });

  it('what cannot be judged: 451 4.3.0, or it passes where that was asked for, and that is said', async () => {
    const limits = { workspace: { config: false as const, flags: { limits: { draftUnits: 100 } } } };
    const shut = await pair({}, limits);
    expect(await shut.client.send(FINE)).toMatchObject({ code: 451, lines: [expect.stringMatching(/^4\.3\.0 mail not judged: /)] });
    expect(shut.server.taken).toEqual([]);
    shut.client.hangUp();
    const ajar = await pair({}, { ...limits, failOpen: true });
    expect((await ajar.client.send(FINE)).code).toBe(250);
    expect(ajar.before.said.join('\n')).toMatch(/sent without being judged/);
    ajar.client.hangUp();
  });

  it('a Received field comes only where it is asked for, before all else', async () => {
    const { server, client } = await pair({}, {}, { received: true });
    expect((await client.send(FINE)).code).toBe(250);
    const mail = server.taken[0].mail.toString();
    expect(mail).toMatch(
      /^Received: from client\.example \(\[127\.0\.0\.1\]\)\r\n\tby \S+ \(replylint\) with ESMTP; \w{3}, \d\d \w{3} \d{4} [\d:]{8} \+0000\r\nFrom:/,
    );
    expect(mail.endsWith(FINE)).toBe(true);
    client.hangUp();
  });
});
