import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at, attempt, latin1, mail, read, refused, utf8 } from './kit.js';

const NEVER = 'Content-Disposition:inline\nContent-Type:message/rfc822';

describe('mails that mailparser never answers', () => {
  it.each([
    ['bare', NEVER],
    ['with one line end', `${NEVER}\n`],
    [
      'in a part',
      mail('Content-Type: multipart/mixed; boundary=b', '', '--b', 'Content-Disposition: inline', 'Content-Type: message/rfc822'),
    ],
    [
      'twice',
      mail(
        'Content-Type: message/rfc822',
        'Content-Disposition: inline',
        '',
        'Content-Type: message/rfc822',
        'Content-Disposition: inline',
      ),
    ],
  ])('are answered: %s', async (_, content) => {
    expect(await refused(content)).toMatchObject({ code: 'empty', file: 'reply.eml' });
  });

  it('are answered whatever the pieces of such a mail are put together to', async () => {
    const piece = fc.constantFrom(
      'Content-Disposition:inline',
      'Content-Type:message/rfc822',
      'Content-Type: multipart/mixed; boundary=b',
      'Content-Transfer-Encoding: base64',
      '--b',
      '--b--',
      '',
      ' x',
      'Dear Ben',
      '\r',
      '\0',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), fc.constantFrom('\n', '\r\n'), async (lines, lineEnd) => {
        const parsed = await attempt(lines.join(lineEnd));
        if ('code' in parsed) expect(parsed.message).toMatch(/\S/);
        else parsed.map.locate({ start: 0, end: parsed.text.length });
      }),
      { numRuns: 500 },
    );
  });
});

describe('headers that are not as they should be', () => {
  it.each([
    ['no headers at all', 'Dear Ben,\n\nYour parcel: it is late.\n', 'Dear Ben,'],
    ['no headers, one paragraph', 'Dear Ben, your parcel is late.', 'Dear Ben,'],
    ['a colon in the first line', 'Note: the parcel is late.\n\nDear Ben,', 'Note: the parcel'],
    ['a blank line before the text', '\nDear Ben,\nsorry.', 'Dear Ben,'],
    ['text right after the headers', 'From: ana@shop.example\nSubject: Hi\nDear Ben,\nsorry: it is late.\n\nAna', 'Dear Ben,'],
  ])('%s: all of the text is read, in its place', async (_, content, first) => {
    const draft = await read(content);
    expect(draft.text.trimStart().startsWith(first)).toBe(true);
    const start = content.indexOf(first);
    expect(draft.map.source(at(draft, first))).toEqual({ start, end: start + first.length });
  });

  it.each([
    ['a byte order mark', '\ufeff'],
    ['blank lines', '\r\n\n'],
    ['an mbox line', 'From ana@shop.example Mon Jan  5 09:07:00 2026\n'],
  ])('%s before them: they count', async (_, before) => {
    const content = `${before}From: Ana <ana@shop.example>\nSubject: Late\n\nDear Ben, sorry.`;
    const draft = await read(utf8(content));
    expect(draft.headers?.subject).toBe('Late');
    expect(draft.headers?.from?.address).toBe('ana@shop.example');
    expect(draft.text).toBe('Dear Ben, sorry.');
    const start = utf8(content).length - 6;
    expect(draft.map.locate(at(draft, 'sorry.')).bytes).toEqual([start, start + 6]);
  });

  it('lines ended by CR alone are lines', async () => {
    const draft = await read('From: ana@shop.example\rSubject: Late\r\rDear Ben,\rsorry.\r');
    expect(draft.headers?.subject).toBe('Late');
    expect(draft.text).toBe('Dear Ben,\nsorry.\n');
    expect(draft.map.locate(at(draft, 'sorry'))).toMatchObject({ line: 5, column: 1, partLine: 2 });
  });

  it('a junk line among them does not end them', async () => {
    const draft = await read('From: ana@shop.example\nsome junk\nSubject: Late\n\nDear Ben');
    expect(draft.headers?.subject).toBe('Late');
    expect(draft.text).toBe('Dear Ben');
  });
});

describe('limits', () => {
  const nested = (depth: number): string => {
    const lines: string[] = [];
    for (let level = 0; level < depth; level += 1) lines.push(`Content-Type: multipart/mixed; boundary=b${level}`, '', `--b${level}`);
    return mail('MIME-Version: 1.0', ...lines, '', 'Dear Ben');
  };

  it.each([
    [
      'mimeParts',
      'too-complex',
      mail('Content-Type: multipart/mixed; boundary=b', '', ...Array.from({ length: 9 }, () => '--b\r\n\r\nx')),
      { mimeParts: 5 },
    ],
    ['headerBytes', 'too-large', mail(`Subject: ${'x'.repeat(3000)}`, '', 'Dear Ben'), { headerBytes: 2000 }],
    ['draftUnits', 'too-large', mail('From: a@shop.example', '', 'Dear Ben,'.repeat(500)), { draftUnits: 4000 }],
    ['depth', 'too-complex', nested(9), { depth: 5 }],
  ])('%s is named', async (name, code, content, limits) => {
    const problem = await refused(content, limits);
    expect(problem.code).toBe(code);
    expect(problem.message).toContain(name);
    expect(problem.message).toContain(String(Object.values(limits)[0]));
  });

  it('depth 100 is read', async () => {
    expect((await read(nested(99))).text).toBe('Dear Ben');
  });
});

/** The same bytes for the same seed, each value as likely as any other. */
function noise(seed: number, length: number): Uint8Array {
  let state = seed;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
}

describe('files that are no mails, whatever they are called', () => {
  it.each([
    ['a database', latin1(`SQLite format 3\0${'\x01\0'.repeat(500)}`), 'NUL byte at offset 15'],
    [
      'UTF-16 without a byte order mark',
      latin1([...'Subject: Lid\r\n\r\nDear Ben'].map((sign) => `${sign}\0`).join('')),
      'NUL byte at offset 1',
    ],
    ['text with a NUL and no header', 'Dear Ben,\n\nthe lid\0 is on its way.\n', 'NUL byte at offset 18'],
    [
      'an archive of mails',
      latin1(`reply.eml${'\0'.repeat(90)}0000644${'\0'.repeat(400)}From: a@shop.example\r\nTo: b@shop.example\r\n\r\nDear Ben`),
      'NUL byte at offset 9',
    ],
  ])('are refused: %s', async (_, content, where) => {
    const { code, file, message } = await refused(content);
    expect({ code, file }).toEqual({ code: 'binary', file: 'reply.eml' });
    expect(message).toContain(where);
    expect(message).toMatch(/^a binary file .*, no mail; save the reply anew from the mail program, or leave the file out$/);
  });

  it.each(Array.from({ length: 40 }, (_, seed) => seed))('random bytes are refused, with and without NUL (%i)', async (seed) => {
    const bytes = noise(seed * 7919 + 1, 400 + seed * 100);
    expect(await refused(bytes)).toMatchObject({ code: 'binary' });
    expect(await refused(bytes.filter((byte) => byte !== 0))).toMatchObject({ code: 'binary' });
  });

  it.each([
    ['bytes of 8 bits and no header', latin1('Liebe Frau M\xfcller,\n\ndie T\xfcr ist unterwegs.\n'), 'die T'],
    ['ISO-2022-JP and no header', latin1('Dear Ben,\n\x1b$B$3$s\x1b(B\n\xfc'), 'Dear Ben'],
    ['a NUL in a field', 'From: a@shop.example\nSubject: Li\0d\n\nDear Ben', 'Dear Ben'],
    ['a NUL in the text', 'From: a@shop.example\nSubject: Lid\n\nDear Ben,\nsor\0ry.', 'Dear Ben'],
    [
      'an attachment of bare bytes',
      Uint8Array.from([
        ...latin1(
          mail(
            'From: a@shop.example',
            'MIME-Version: 1.0',
            'Content-Type: multipart/mixed; boundary=b',
            '',
            '--b',
            'Content-Type: text/plain',
            '',
            'Dear Ben',
            '--b',
            'Content-Type: application/octet-stream; name=a.bin',
            'Content-Disposition: attachment; filename=a.bin',
            'Content-Transfer-Encoding: binary',
            '',
            '',
          ),
        ),
        ...noise(5, 4000),
        ...latin1('\r\n--b--\r\n'),
      ]),
      'Dear Ben',
    ],
  ])('do not include a mail with %s', async (_, content, words) => {
    expect((await read(content)).text).toContain(words);
  });
});

describe('mails that cost their parser the square of their length', () => {
  const quoted = mail('From: a@shop.example', 'Content-Transfer-Encoding: quoted-printable', '', '');
  it.each([
    ['blanks in quoted-printable', `${quoted}Dear${' '.repeat(2_000_000)}Ben`],
    ['groups of addresses', mail(`To: ${'a:'.repeat(400_000)}`, '', 'Dear Ben')],
    ['folded groups of addresses', mail(`To: ${'a:\r\n '.repeat(200_000)}`, '', 'Dear Ben')],
  ])('are refused at once: %s', async (_, content) => {
    expect(await refused(content)).toMatchObject({ code: 'too-complex', file: 'reply.eml' });
  });

  it.each([
    ['blanks in plain text', `From: a@shop.example\r\n\r\nDear${' '.repeat(200_000)}Ben`],
    ['blanks at the ends of lines', `${quoted}Dear${' '.repeat(200_000)}\r\nBen`],
    ['many addresses', mail(`To: ${'Ben <ben@example.com>, '.repeat(5000)}`, '', 'Dear Ben')],
  ])('do not include %s', async (_, content) => {
    expect((await read(content)).text).toMatch(/^Dear\s+Ben$/);
  });
});

describe('torture', () => {
  const folder = new URL('../../../fixtures/torture/', import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.eml'));

  it.each(files)('%s is answered, alike with LF and CRLF', async (name) => {
    const text = readFileSync(new URL(name, folder), 'latin1').replaceAll('\r\n', '\n');
    const [unix, dos] = [await attempt(latin1(text)), await attempt(latin1(text.replaceAll('\n', '\r\n')))];
    if ('code' in unix) expect(dos).toMatchObject({ code: unix.code });
    else {
      expect('code' in dos ? dos.message : dos.text.trimEnd()).toBe(unix.text.trimEnd());
      expect(unix.map.locate({ start: 0, end: 1 }).line).toBeGreaterThan(0);
    }
  });
});
