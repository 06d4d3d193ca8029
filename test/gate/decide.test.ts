import { describe, expect, it } from 'vitest';
import { openGate, type Decision, type GateOptions } from '../../src/gate/gate.js';
import { heldLine, heldReport } from '../../src/gate/held.js';
import { fine, flawed } from './post.js';

async function decide(mail: string, options: Partial<GateOptions> = {}, sender?: string): Promise<Decision> {
  const gate = await openGate({ workspace: { config: false }, ...options });
  return gate.decide({ bytes: Buffer.from(mail), ...(sender !== undefined && { sender }) });
}

const outcome = async (mail: string, options?: Partial<GateOptions>, sender?: string): Promise<string> =>
  (await decide(mail, options, sender)).outcome;

const body = (mail: string): string => mail.slice(mail.indexOf('\n\n') + 2);
/** The flawed answer with another body under a header of its own. */
const under = (head: string, text: string): string => `${flawed(`MIME-Version: 1.0\n${head}`).split('\n\n')[0]}\n\n${text}`;
const multipart = (type: string, ...parts: string[]): string =>
  under(`Content-Type: multipart/${type}; boundary=b`, `${parts.map((part) => `--b\n${part}\n`).join('')}--b--\n`);
const text = `Content-Type: text/plain\n\n${body(flawed())}`;

describe('mail that nobody is writing passes untouched', () => {
  it.each([
    [
      'signed with PGP',
      multipart('signed; protocol="application/pgp-signature"; micalg=pgp-sha256', text, 'Content-Type: application/pgp-signature\n\nx'),
    ],
    ['signed with S/MIME', multipart('signed; protocol="application/pkcs7-signature"', text)],
    [
      'encrypted with PGP',
      multipart('encrypted; protocol="application/pgp-encrypted"', 'Content-Type: application/pgp-encrypted\n\nVersion: 1'),
    ],
    ['S/MIME', under('Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m', 'MIAGCSqGSIb3DQEHA6CAMIACAQAx')],
    ['inline PGP, signed', flawed().replace('Dear {{', '-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nDear {{')],
    [
      'inline PGP beside a file',
      multipart('mixed', 'Content-Type: text/plain\n\n-----BEGIN PGP MESSAGE-----\n\nhQEMA{{name}}\n-----END PGP MESSAGE-----'),
    ],
    ['a vacation answer', flawed('Auto-Submitted: auto-replied (vacation)\n')],
    ['mail of cron', flawed('Auto-Submitted: auto-generated\n')],
    ['a newsletter', flawed('Precedence: bulk\n')],
    ['a mailing list', flawed('List-Id: Kettles <kettles.example.com>\n')],
    ['a bounce', multipart('report; report-type=delivery-status', text)],
    ['mail that is sent on', `Resent-From: Tom Beck <tom@shop.example>\n${flawed()}`],
    ['the answer of a calendar', under('Content-Type: text/calendar; method=REPLY; charset=utf-8', 'BEGIN:VCALENDAR\n{{name}}')],
    [
      'the answer of a calendar, with words',
      multipart('alternative', text, 'Content-Type: text/calendar; method="REPLY"\n\nBEGIN:VCALENDAR'),
    ],
    ['a file without words', multipart('mixed', 'Content-Type: application/pdf; name=a.pdf\nContent-Disposition: attachment\n\n%PDF')],
    [
      'a mail that is forwarded without a word',
      under(
        '',
        '---------- Forwarded message ----------\nFrom: Ada <ada@example.com>\nDate: Sat, 21 Nov 2026\nSubject: Lid\nTo: maya@shop.example\n\nIt is {{broken}}.\n',
      ),
    ],
  ])('%s', async (_, mail) => {
    expect(await outcome(mail)).toBe('untouched');
  });

  it('mail whose envelope has no sender', async () => {
    expect(await outcome(flawed(), {}, '')).toBe('untouched');
    expect(await outcome(flawed(), {}, 'maya@shop.example')).toBe('held');
  });
});

describe('what only looks like it is judged', () => {
  it.each([
    ['Auto-Submitted: no', flawed('Auto-Submitted: no\n')],
    ['Precedence: first-class', flawed('Precedence: first-class\n')],
    ['the words of a header in the text', flawed().replace('Dear {{', 'Auto-Submitted: auto-replied\nPrecedence: bulk\n\nDear {{')],
    [
      'a signature as a file',
      multipart('mixed', text, 'Content-Type: application/pgp-signature; name=x.asc\nContent-Disposition: attachment\n\nx'),
    ],
    ['an invitation with words of our own', multipart('mixed', text, 'Content-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR')],
    ['a word about text/calendar; method=REPLY', multipart('alternative', `${text}\nYour text/calendar; method=REPLY came.\n`)],
    ['a PGP message that the customer sent and that is quoted', `${flawed()}> -----BEGIN PGP MESSAGE-----\n> hQEMA\n`],
    ['a PGP message that is named', flawed().replace('Thank you', 'Your file began with “-----BEGIN PGP MESSAGE-----”. Thank you')],
    [
      'a mail that is forwarded with words',
      under(
        '',
        'Hi {{name}}, see below.\n\n---------- Forwarded message ----------\nFrom: Ada <ada@example.com>\nSubject: Lid\n\nIt is broken.\n',
      ),
    ],
  ])('%s', async (_, mail) => {
    expect(await outcome(mail)).toBe('held');
  });
});

it('text that is not in the charset it claims is a fault of the mail: it is held, and says where', async () => {
  const bytes = Buffer.from(fine('MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n').replace('kettle', 'caf\u00e9'), 'latin1');
  const gate = await openGate({ workspace: { config: false } });
  const decision = await gate.decide({ bytes });
  expect(decision.outcome).toBe('held');
  if (decision.outcome !== 'held') return;
  expect(await heldReport(decision, gate)).toMatch(/^mail:\d+: .*is not valid in its charset/m);
  expect(heldLine(decision, 500)).toMatch(/is not valid in its charset/);
});

it('a mail without a date goes out when it is judged, however long the gate has stood', async () => {
  const gate = await openGate({ workspace: { config: false, now: '2020-01-01T00:00:00Z' } });
  const late = async (mail: string): Promise<string[]> => {
    const decision = await gate.decide({ bytes: Buffer.from(mail) });
    return decision.outcome === 'passed' ? decision.report.findings.map(({ rule }) => rule) : [decision.outcome];
  };
  const today = new Date().toDateString();
  const before = fine().replace('On Sat, 21 Nov 2026', `On ${today}`);
  expect(await late(before.replace(/^Date: .*\n/m, ''))).toEqual([]);
  expect(await late(before.replace(/^Date: .*\n/m, '').replace(today, 'Wed, 1 Jan 2020'))).not.toEqual([]);
});

describe('what the gate is set up for', () => {
  it.each([
    [['maya@shop.example'], 'held'],
    [['MAYA@Shop.Example'], 'held'],
    [['@shop.example'], 'held'],
    [['tom@shop.example', '@shop.example'], 'held'],
    [['tom@shop.example'], 'untouched'],
    [['@example'], 'untouched'],
    [['aya@shop.example'], 'untouched'],
  ])('--only-from %j: %s', async (from, expected) => {
    expect(await outcome(flawed(), { from })).toBe(expected);
  });

  it('--not-to: mail to colleagues alone, blind copies and the envelope counted', async () => {
    const notTo = ['@shop.example', 'tom@partner.example'];
    const to = (line: string): string => flawed().replace('To: Ada Okafor <ada@example.com>', line);
    const gate = await openGate({ workspace: { config: false }, notTo });
    const outcomeOf = async (mail: string, recipients?: readonly string[]): Promise<string> =>
      (await gate.decide({ bytes: Buffer.from(mail), ...(recipients && { recipients }) })).outcome;
    expect(await outcomeOf(flawed())).toBe('held');
    expect(await outcomeOf(to('To: Tom <tom@partner.example>,\n  "Okafor, A" <A@Shop.Example>'))).toBe('untouched');
    expect(await outcomeOf(to('To: tom@shop.example\nCc: ada@example.com'))).toBe('held');
    expect(await outcomeOf(to('To: tom@shop.example\nBcc: ada@example.com'))).toBe('held');
    expect(await outcomeOf(to('To: tom@shop.example'), ['tom@shop.example', 'ada@example.com'])).toBe('held');
    expect(await outcomeOf(to('To: tom@shop.example'), ['tom@shop.example'])).toBe('untouched');
    expect(await outcomeOf(to('To: tom@shop.example.evil.example'))).toBe('held');
    expect(await outcomeOf(to('To: undisclosed-recipients:;'))).toBe('held');
  });

  it('--only-replies', async () => {
    const fresh = flawed().replace(/^In-Reply-To:.*\n/m, '');
    expect(await outcome(flawed(), { onlyReplies: true })).toBe('held');
    expect(await outcome(fresh, { onlyReplies: true })).toBe('untouched');
    expect(await outcome(fresh.replace('\n\n', '\nReferences: <a@example.com>\n\n'), { onlyReplies: true })).toBe('held');
    expect(await outcome(fresh)).toBe('held');
  });

  it('a suppression in the header is obeyed, as in a file', async () => {
    expect(await outcome(flawed('X-Replylint-Disable: unfilled-placeholder -- she asked about the braces\n'))).toBe('passed');
  });

  it('an override of a mail that passes is none', async () => {
    expect(await outcome(fine('X-Replylint: send-anyway; to be sure\n'))).toBe('passed');
  });

  it.each([
    'X-Replylint: send anyway; it is fine',
    'X-Replylint: off',
    'X-Replylint-Note: send-anyway; fine',
    'X-Replylint: send-anyways; fine',
  ])('%s overrides nothing', async (line) => {
    expect(await outcome(flawed(`${line}\n`))).toBe('held');
  });
});
