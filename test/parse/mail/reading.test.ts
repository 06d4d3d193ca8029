import { describe, expect, it } from 'vitest';
import { latin1, mail, read, refused, utf8 } from './kit.js';

const HEAD = ['From: Ana Ruiz <ana@shop.example>', 'To: Ben Okoro <ben@example.com>', 'Subject: Your order', 'MIME-Version: 1.0'];

describe('what the customer reads', () => {
  it('is the text part of a mail that has no other', async () => {
    const draft = await read(mail(...HEAD, '', 'Dear Ben,', '', 'Your parcel is on its way.', ''));
    expect(draft.text).toBe('Dear Ben,\n\nYour parcel is on its way.\n');
    expect(draft.surface).toBe('plain');
  });

  it('is the HTML part alone', async () => {
    const draft = await read(
      mail(...HEAD, 'Content-Type: text/html; charset=utf-8', '', '<p>Dear Ben,</p><p>It is <b>on its way</b>.</p>'),
    );
    expect(draft.text.trim()).toMatch(/^Dear Ben,\s+It is on its way\.$/);
    expect(draft.surface).toBe('rich');
  });

  const alternative = (...parts: string[][]): string =>
    mail(
      ...HEAD,
      'Content-Type: multipart/alternative; boundary="b1"',
      '',
      'Seen by old readers only.',
      ...parts.flatMap((part) => ['--b1', ...part]),
      '--b1--',
      'Epilogue',
      '',
    );

  it('is one alternative, the HTML one, so that a fault in both is found once', async () => {
    const draft = await read(
      alternative(['Content-Type: text/plain', '', 'Dear {{name}}, plain'], ['Content-Type: text/html', '', '<p>Dear {{name}}, rich</p>']),
    );
    expect(draft.text.match(/\{\{name\}\}/g)).toHaveLength(1);
    expect(draft.text).toContain('rich');
    expect(draft.text).not.toMatch(/old readers|Epilogue/);
  });

  it('is the plain alternative when the HTML one shows no word', async () => {
    const draft = await read(
      alternative(['Content-Type: text/plain', '', 'Dear Ben, see below.'], ['Content-Type: text/html', '', '<img src="cid:x">']),
    );
    expect(draft.text).toContain('Dear Ben, see below.');
  });

  it('is the HTML inside multipart/related inside multipart/alternative', async () => {
    const draft = await read(
      alternative(
        ['Content-Type: text/plain', '', 'plain words'],
        [
          'Content-Type: multipart/related; boundary=b2',
          '',
          '--b2',
          'Content-Type: text/html',
          '',
          '<p>Rich words <img src="cid:logo@shop.example"></p>',
          '--b2',
          'Content-Type: image/png; name="logo.png"',
          'Content-ID: <logo@shop.example>',
          'Content-Disposition: inline; filename="logo.png"',
          'Content-Transfer-Encoding: base64',
          '',
          'iVBORw0KGgo=',
          '--b2--',
        ],
      ),
    );
    expect(draft.text.trim()).toBe('Rich words');
    expect(draft.attachments).toEqual([{ name: 'logo.png', contentType: 'image/png', size: 8, inline: true }]);
  });

  it('is every text part of multipart/mixed in order, and not the attached text', async () => {
    const draft = await read(
      mail(
        ...HEAD,
        'Content-Type: multipart/mixed; boundary=b',
        '',
        '--b',
        'Content-Type: text/plain',
        '',
        'Dear Ben,',
        '--b',
        'Content-Type: text/plain',
        'Content-Disposition: attachment; filename=terms.txt',
        '',
        'Terms and conditions',
        '--b',
        'Content-Type: text/plain',
        '',
        'You are on the list shop-news.',
        '--b--',
      ),
    );
    expect(draft.text).toBe('Dear Ben,\n\nYou are on the list shop-news.');
    expect(draft.attachments).toMatchObject([{ name: 'terms.txt', inline: false, size: 20 }]);
  });

  it('holds once what multipart/mixed says both as text and as HTML', async () => {
    const draft = await read(
      mail(
        ...HEAD,
        'Content-Type: multipart/mixed; boundary=b',
        '',
        '--b',
        '',
        'Dear {{name}}, your parcel is late.',
        '--b',
        'Content-Type: text/html',
        '',
        '<p>Dear {{name}}, your parcel is <b>late</b>.</p>',
        '--b--',
      ),
    );
    expect(draft.text.match(/\{\{name\}\}/g)).toHaveLength(1);
  });

  it('has an embedded message as a forwarded block', async () => {
    const draft = await read(
      mail(
        ...HEAD,
        'Content-Type: multipart/mixed; boundary=b',
        '',
        '--b',
        '',
        'Dear Ben, see what you wrote:',
        '--b',
        'Content-Type: message/rfc822',
        'Content-Disposition: inline',
        '',
        'From: ben@example.com',
        'Subject: Where is it?',
        '',
        'My parcel is lost.',
        '--b--',
      ),
    );
    const start = draft.text.indexOf('My parcel');
    expect(start).toBeGreaterThan(0);
    expect(draft.marked).toEqual([{ role: 'forwarded', span: { start, end: draft.text.length } }]);
    expect(draft.map.locate({ start, end: start + 9 })).toMatchObject({ part: '2.1', line: 17, column: 1 });
  });

  it('lists an embedded message that is attached', async () => {
    const draft = await read(
      mail(
        ...HEAD,
        'Content-Type: multipart/mixed; boundary=b',
        '',
        '--b',
        '',
        'Dear Ben, your letter is attached.',
        '--b',
        'Content-Type: message/rfc822; name="letter.eml"',
        '',
        'From: ben@example.com',
        '',
        'My parcel is lost.',
        '--b--',
      ),
    );
    expect(draft.text).not.toContain('lost');
    expect(draft.attachments).toMatchObject([{ name: 'letter.eml', inline: false }]);
  });

  it('unwraps format=flowed, quote by quote, and keeps the signature separator', async () => {
    const draft = await read(
      mail(
        ...HEAD,
        'Content-Type: text/plain; format=flowed',
        '',
        'We are sorry that your parcel ',
        'is late. ',
        '> Where is my ',
        '> parcel?',
        ' From us all: thanks.',
        '-- ',
        'Ana',
      ),
    );
    expect(draft.text).toBe('We are sorry that your parcel is late. \n> Where is my parcel?\nFrom us all: thanks.\n-- \nAna');
  });

  it('unwraps with DelSp', async () => {
    const draft = await read(mail(...HEAD, 'Content-Type: text/plain; format=flowed; delsp=yes', '', 'par ', 'cel', 'next'));
    expect(draft.text).toBe('parcel\nnext');
  });

  it('has headers, RFC 2047 and groups decoded', async () => {
    const draft = await read(
      mail(
        'From: =?iso-8859-1?Q?J=F6rg?= <jorg@shop.example>',
        'To: Team: "Ben, O." <ben@example.com>, =?utf-8?B?WsO2w6s=?= <zoe@example.com>;',
        'Subject: =?utf-8?Q?Your_order?=',
        ' =?utf-8?Q?_=E2=80=93_late?=',
        'Date: Mon, 5 Jan 2026 09:07:00 +0100 (CET)',
        'Message-ID: <1@shop.example>',
        'In-Reply-To: <2@example.com>',
        '',
        'Dear Ben',
      ),
    );
    expect(draft.headers).toEqual({
      from: { name: 'Jörg', address: 'jorg@shop.example' },
      to: [
        { name: 'Ben, O.', address: 'ben@example.com' },
        { name: 'Zöë', address: 'zoe@example.com' },
      ],
      subject: 'Your order – late',
      date: '2026-01-05T09:07:00+01:00',
      messageId: '<1@shop.example>',
      inReplyTo: '<2@example.com>',
    });
  });

  it.each(['yesterday', 'Mon, 31 Feb 2026 10:00:00 +0000', ''])('has no date for %j', async (date) => {
    const draft = await read(mail('From: a@shop.example', `Date: ${date}`, '', 'Dear Ben'));
    expect(draft.headers?.date).toBeUndefined();
  });

  it('names attachments by RFC 2231 and RFC 2047, and counts the signature of the mail as none', async () => {
    const draft = await read(
      mail(
        ...HEAD,
        'Content-Type: multipart/mixed; boundary=b',
        '',
        '--b',
        '',
        'Dear Ben',
        '--b',
        'Content-Type: application/pdf',
        "Content-Disposition: attachment; filename*0*=utf-8''f%C3%BCr%20; filename*1=Ben.pdf",
        '',
        '%PDF',
        '--b',
        'Content-Type: image/png; name="=?utf-8?B?xIMucG5n?="',
        '',
        'x',
        '--b',
        'Content-Type: application/pkcs7-signature; name=smime.p7s',
        'Content-Disposition: attachment; filename=smime.p7s',
        '',
        'x',
        '--b--',
      ),
    );
    expect(draft.attachments).toMatchObject([
      { name: 'für Ben.pdf', inline: false },
      { name: 'ă.png', inline: false },
      { name: 'smime.p7s', inline: true },
    ]);
  });
});

describe('charsets', () => {
  it.each([
    ['iso-8859-1', latin1('Gr\xfc\xdfe'), 'Grüße'],
    ['iso-8859-1', latin1('We\x92re'), 'We’re'],
    ['windows-1252', latin1('We\x92re'), 'We’re'],
    ['iso-8859-15', latin1('5 \xa4'), '5 €'],
    ['koi8-r', latin1('\xf0\xd2\xc9'), 'При'],
    ['shift_jis', latin1('\x82\xb1'), 'こ'],
    ['gb18030', latin1('\xc4\xe3'), '你'],
    ['us-ascii', utf8('Grüße'), 'Grüße'],
    ['no-such-charset', utf8('Grüße'), 'Grüße'],
    ['iso-2022-jp', latin1('\x1b$B$"$$\x1b(B.'), 'あい.'],
    ['utf-7', latin1('Gr+APwA3w-e'), 'Grüße'],
  ])('%s', async (charset, body, text) => {
    const head = latin1(mail(...HEAD, `Content-Type: text/plain; charset=${charset}`, 'Content-Transfer-Encoding: 8bit', '', ''));
    const draft = await read(new Uint8Array([...head, ...body]));
    expect(draft.text).toBe(text);
    expect(draft.problems).toEqual([]);
  });

  it.each(['iso-8859-1', 'koi8-r', 'us-ascii'])('of a mail that was a string already are done with: %s', async (charset) => {
    const draft = await read(mail(...HEAD, `Content-Type: text/plain; charset=${charset}`, '', 'Dear Zoë – 5 €'));
    expect(draft.text).toBe('Dear Zoë – 5 €');
    const encoded = await read(
      mail(...HEAD, 'Content-Type: text/plain; charset=iso-8859-1', 'Content-Transfer-Encoding: quoted-printable', '', 'Zo=EB'),
    );
    expect(encoded.text).toBe('Zoë');
  });

  it('tells of text that is not valid in its charset, where it begins, and still reads the rest', async () => {
    const draft = await read(latin1(mail(...HEAD, 'Content-Type: text/plain; charset=utf-8', '', 'Dear Ben,', 'Gr\xfc\xdfe')));
    expect(draft.text).toContain('Dear Ben,');
    expect(draft.problems).toMatchObject([{ code: 'bad-charset', file: 'reply.eml', line: 8 }]);
    expect(draft.problems[0].message).toMatch(/part 1 .*utf-8/);
  });

  it('does not take a U+FFFD that was written for an invalid byte', async () => {
    const draft = await read(utf8(mail(...HEAD, 'Content-Type: text/plain; charset=utf-8', '', 'Dear \ufffd,')));
    expect(draft.problems).toEqual([]);
  });
});

describe('mails without text', () => {
  it('are told of, with what they hold', async () => {
    const problem = await refused(mail(...HEAD, 'Content-Type: application/pdf', '', '%PDF'));
    expect(problem).toMatchObject({ code: 'empty', file: 'reply.eml' });
    expect(problem.message).toContain('1 attached file');
    expect(await refused('')).toMatchObject({ code: 'empty' });
    expect(await refused(mail(...HEAD, '', '  '))).toMatchObject({ code: 'empty' });
  });
});
