import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { prepare } from '../../../src/parse/mail/envelope.js';
import type { Mail, MailPart } from '../../../src/parse/mail/mail.js';
import { readMail as readInBrowser } from '../../../src/parse/mail/read-mail-in-browser.js';
import { readMail } from '../../../src/parse/mail/read-mail.js';
import { readHeaders } from '../../../src/parse/mail/headers.js';
import { shownParts } from '../../../src/parse/mail/shown.js';
import { defaultLimits } from '../../../src/parse/source.js';

const folder = new URL('../../../fixtures/torture/', import.meta.url);
const sample = new URL('../../../fixtures/sample/reply.eml', import.meta.url);

/** What of a mail decides what is judged. */
function told(mail: Mail): object {
  const seen = ({ type, text, isAttachment, isEmbedded, fileName, flowed }: MailPart): object => ({
    type,
    isAttachment,
    isEmbedded,
    fileName,
    flowed,
    text: text?.trimEnd(),
  });
  return {
    parts: mail.parts.map(seen),
    shown: shownParts(mail, true).map(({ part }) => mail.parts.indexOf(part)),
    headers: readHeaders(mail),
  };
}

/** Mails that no two readers read alike: an escape cut in two by the end of a line, a boundary that is also part of another. */
const APART = new Set(['broken-quoted-printable.eml', 'boundary-of-the-parent-inside.eml']);

describe('the reader for the browser', () => {
  const mails = [
    ...readdirSync(folder)
      .filter((name) => name.endsWith('.eml'))
      .map((name) => [name, new URL(name, folder)] as const),
    ['reply.eml', sample] as const,
  ];
  it.each(mails.filter(([name]) => !APART.has(name)))('reads %s as mailparser does', async (_, file) => {
    const { bytes } = prepare(readFileSync(file));
    const read = await readInBrowser(bytes, defaultLimits, false);
    // What mailparser never answers has no reading to hold it against.
    const known = await readMail(bytes, defaultLimits, false).catch(() => undefined);
    expect(told(read)).toEqual(told(known ?? read));
  });

  it('says which limit is passed as mailparser does', async () => {
    const bytes = new TextEncoder().encode(`Subject: ${'x'.repeat(500)}\r\n\r\nHello\r\n`);
    await expect(readInBrowser(bytes, { ...defaultLimits, headerBytes: 100 }, false)).rejects.toMatchObject({
      code: 'EMAXLEN',
      message: expect.stringMatching(/header/i),
    });
    const parts = ['', ...Array.from({ length: 20 }, () => 'Content-Type: text/plain\r\n\r\nHello\r\n'), ''].join('--b\r\n');
    const many = new TextEncoder().encode(`Content-Type: multipart/mixed; boundary=b\r\n\r\n${parts}`);
    await expect(readInBrowser(many, { ...defaultLimits, mimeParts: 10 }, false)).rejects.toMatchObject({ code: 'EMAXLEN' });
  });

  it('takes a mail that is text already as it stands', async () => {
    const bytes = new TextEncoder().encode('Content-Type: text/plain; charset=iso-8859-1\r\n\r\nGrüße\r\n');
    const [part] = (await readInBrowser(bytes, defaultLimits, true)).parts;
    expect(part.text?.trim()).toBe('Grüße');
  });
});
