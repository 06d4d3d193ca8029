import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fix, replacing } from './harness.js';
import { assemble, decodeBody, encodeBody, head, partHead, type Manner } from './mails.js';

const manner = (over: Partial<Manner> = {}): Manner => ({
  charset: 'utf-8',
  encoding: 'quoted-printable',
  width: 76,
  eol: '\r\n',
  ...over,
});
const anyManner: fc.Arbitrary<Omit<Manner, 'eol'>> = fc.constantFrom(
  { charset: 'utf-8', encoding: 'quoted-printable', width: 76 },
  { charset: 'utf-8', encoding: 'base64', width: 76 },
  { charset: 'utf-8', encoding: '8bit', width: 76 },
  { charset: 'windows-1252', encoding: 'quoted-printable', width: 76 },
  { charset: 'iso-8859-1', encoding: 'base64', width: 64 },
);

interface Sent {
  readonly plain: string;
  readonly html: string;
  readonly plainManner: Manner;
  readonly htmlManner: Manner;
  readonly attachment: Buffer;
}

/** multipart/mixed of an alternative and a file, the bodies in their places in between. */
function mailOf({ plain, html, plainManner, htmlManner, attachment }: Sent): { mail: Buffer; parts: Buffer[] } {
  const { eol } = plainManner;
  const parts = [
    assemble(
      head(eol),
      `Content-Type: multipart/mixed; boundary="=_out"${eol}${eol}This is a multi-part message.${eol}--=_out${eol}Content-Type: multipart/alternative;${eol}\tboundary=in${eol}${eol}--in${eol}`,
      partHead('text/plain', plainManner),
    ),
    encodeBody(plain, plainManner),
    assemble(`${eol}--in${eol}`, partHead('text/html', htmlManner)),
    encodeBody(html, htmlManner),
    assemble(
      `${eol}--in--${eol}${eol}--=_out${eol}Content-Type: application/octet-stream; name="plonk.bin"${eol}Content-Disposition: attachment${eol}Content-Transfer-Encoding: base64${eol}${eol}`,
      attachment.toString('base64'),
      `${eol}--=_out--${eol}epilogue \t${eol}`,
    ),
  ];
  return { mail: Buffer.concat(parts), parts };
}

const WORDS = ['we ', 'café ', 'sent ', 'a kettle ', 'today. ', '\n', '£5 '];
const toHtml = (text: string): string =>
  `<html><body><p>${text.replaceAll('\n\n', '</p>\n<p>').replaceAll('\n', '<br>\n').replaceAll('kettle', '<b>kettle</b>')}</p></body></html>`;

describe('fixing a mail in two forms', () => {
  it('changes both, and no other byte', async () => {
    const prose = fc.array(
      fc.array(fc.constantFrom(...WORDS), { maxLength: 12 }).map((parts) => parts.join('')),
      { minLength: 2, maxLength: 4 },
    );
    await fc.assert(
      fc.asyncProperty(
        prose,
        anyManner,
        anyManner,
        fc.constantFrom('\n' as const, '\r\n' as const),
        fc.constantFrom('ok', 'some other words', 'é'),
        async (pieces, one, other, eol, by) => {
          const say = (word: string): string =>
            `Hello. ${pieces.join(`Thank ${word} you. `)}End.`.replace(/[^\S\n]+/g, ' ').replace(/ *\n */g, '\n');
          const sent = {
            plain: say('plonk'),
            html: toHtml(say('plonk')),
            plainManner: { ...one, eol },
            htmlManner: { ...other, eol },
            attachment: Buffer.from('plonk plonk \xff\0', 'latin1'),
          };
          const { mail, parts } = mailOf(sent);
          const { bytes, offered, applied } = await fix(mail, 'eml', [replacing('plonk', by)]);
          expect(offered).toEqual([]);
          expect(applied).toHaveLength(pieces.length - 1);
          const after = Buffer.from(bytes);
          const [front, , between, , back] = parts;
          const betweenAt = after.indexOf(between, front.length);
          expect(after.subarray(0, front.length).equals(front)).toBe(true);
          expect(betweenAt).toBeGreaterThan(0);
          expect(after.subarray(after.length - back.length).equals(back)).toBe(true);
          expect(decodeBody(after.subarray(front.length, betweenAt), sent.plainManner)).toBe(say(by));
          expect(decodeBody(after.subarray(betweenAt + between.length, after.length - back.length), sent.htmlManner)).toBe(toHtml(say(by)));
        },
      ),
      { numRuns: 50 },
    );
  });

  const two = (plain: string, html: string): Promise<Awaited<ReturnType<typeof fix>>> =>
    fix(mailOf({ plain, html, plainManner: manner(), htmlManner: manner(), attachment: Buffer.alloc(3) }).mail, 'eml', [
      replacing('plonk', 'ok'),
    ]);

  it('takes the same place where the words stand several times, and through other quotes and line breaks', async () => {
    const { text } = await two("A plank. It's plonk\nhere. A plonk\nthere.", '<p>A plank. It’s plonk here. A plonk there.');
    expect(text).toContain("It's ok\r\nhere. A ok\r\nthere.");
    expect(text).toContain('=E2=80=99s ok here. A ok there.');
  });

  it('changes neither where the other form does not say the same', async () => {
    for (const plain of ['This message is in HTML.', 'Thank you plank very much.']) {
      const { applied, offered } = await two(plain, '<p>Thank you plonk very much.');
      expect(applied).toEqual([]);
      expect(offered).toMatchObject([{ reason: 'the plain text part of the mail does not say the same there; change both by hand' }]);
    }
  });
});

const single = (body: string, ...headers: string[]): string =>
  ['From: maya@kettles.example', 'To: adaeze@mail.example', ...headers, '', body].join('\r\n');

describe('a mail that must not be changed', () => {
  const signed = (type: string, second: string): string =>
    single(
      `--b\r\nContent-Type: text/plain\r\n\r\nA plonk.\r\n--b\r\nContent-Type: ${second}\r\n\r\nxx\r\n--b--\r\n`,
      `Content-Type: ${type}; boundary=b`,
    );
  it.each([
    [
      'multipart/signed',
      signed('multipart/signed; protocol="application/pgp-signature"', 'application/pgp-signature'),
      'the mail is signed, and a change would break the signature',
    ],
    ['S/MIME beside it', signed('multipart/mixed', 'application/x-pkcs7-mime; name=smime.p7m'), 'the mail is signed or encrypted (S/MIME)'],
    [
      'inline PGP',
      single(
        '-----BEGIN PGP SIGNED MESSAGE-----\r\nHash: SHA256\r\n\r\nA plonk.\r\n-----BEGIN PGP SIGNATURE-----\r\n\r\nxx\r\n-----END PGP SIGNATURE-----\r\n',
      ),
      'the mail is signed (PGP), and a change would break the signature',
    ],
    [
      'DKIM',
      single('A plonk.', 'DKIM-Signature: v=1; a=rsa-sha256; d=kettles.example; b=xx'),
      'the mail was sent and is signed (DKIM); a change would break the signature',
    ],
  ])('%s', async (_, mail, reason) => {
    const { text, offered } = await fix(mail, 'eml', [replacing('plonk', 'ok')]);
    expect(text).toBe(mail);
    expect(offered).toMatchObject([{ rule: 'no-plonk', reason }]);
  });
});

describe('new words in a mail', () => {
  const write = async (mail: string | Buffer, by: string): Promise<readonly [string, string | undefined]> => {
    const { bytes, offered } = await fix(mail, 'eml', [replacing('plonk', by)]);
    return [Buffer.from(bytes).toString('latin1'), offered[0]?.reason];
  };

  it('are only offered where the charset, or seven bits, cannot hold them', async () => {
    const ascii = single('A plonk.\r\n', 'Content-Type: text/plain; charset=us-ascii');
    expect(await write(ascii, 'caf\u00e9')).toEqual([ascii, 'its charset, or a transfer of seven bits, cannot hold all of “café”']);
    const seven = single('A plonk.\r\n', 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 7bit');
    expect((await write(seven, 'caf\u00e9'))[1]).toContain('seven bits');
    const latin = single('A plonk =E9.\r\n', 'Content-Type: text/plain; charset=iso-8859-1', 'Content-Transfer-Encoding: quoted-printable');
    expect(await write(latin, 'caf\u00e9')).toEqual([latin.replace('plonk', 'caf=E9'), undefined]);
    expect((await write(latin, '名'))[1]).toContain('has no sign');
  });

  it('are references in HTML then', async () => {
    const html = single('<p>A plonk.</p>\r\n', 'Content-Type: text/html; charset=us-ascii');
    expect(await write(html, 'caf\u00e9 名')).toEqual([html.replace('plonk', 'caf&#233; &#21517;'), undefined]);
  });

  it('keep format=flowed flowing', async () => {
    const flowed = (body: string): string => single(body, 'Content-Type: text/plain; charset=utf-8; format=flowed');
    const prose = 'Thank you for the letter about the kettle, which came to us today with a plonk \r\nand went on to the workshop.\r\n';
    const [text, reason] = await write(flowed(prose), 'picture of its lid');
    expect(reason).toBeUndefined();
    expect(text).toBe(
      flowed(
        'Thank you for the letter about the kettle, which came to us today with a \r\npicture of its lid \r\nand went on to the workshop.\r\n',
      ),
    );
    expect(await write(flowed('A plonk\r\nEnd.\r\n'), 'b\n> c\nFrom d')).toEqual([flowed('A b\r\n > c\r\n From d\r\nEnd.\r\n'), undefined]);
    const across = await fix(flowed('Say big \r\nplonk now.\r\n'), 'eml', [replacing('big plonk', 'ok')]);
    expect(across.text).toBe(flowed('Say ok now.\r\n'));
  });

  it('leave the quoted original, a mark, CR lines and odd headers as they are', async () => {
    const odd = '\ufeffFrom: maya@kettles.example\rTo: a@mail.example\r\rA plonk. \r\r> A plonk\r';
    const [text] = await write(Buffer.from(odd), 'b\nc');
    expect(Buffer.from(text, 'latin1').toString()).toBe('\ufeffFrom: maya@kettles.example\rTo: a@mail.example\r\rA b\rc. \r\r> A b\rc\r');
  });

  it('do not break a line of quoted-printable inside a sign', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 80 }), fc.integer({ min: 1, max: 60 }), async (before, length) => {
        const mail = single(
          `${'x'.repeat(before % 60)} plonk${' y'.repeat(3)}\r\n`,
          'Content-Type: text/plain; charset=utf-8',
          'Content-Transfer-Encoding: quoted-printable',
        );
        const { text } = await fix(mail, 'eml', [replacing('plonk', 'é'.repeat(length))]);
        const body = text.slice(text.indexOf('\r\n\r\n') + 4);
        expect(Math.max(...body.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(76);
        expect(decodeBody(Buffer.from(body), manner())).toBe(`${'x'.repeat(before % 60)} ${'é'.repeat(length)} y y y\n`);
      }),
      { numRuns: 60 },
    );
  });
});
