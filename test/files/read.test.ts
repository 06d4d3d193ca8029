import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeDraft, readDraft, type Content } from '../../src/files/read.js';
import { defaultLimits } from '../../src/parse/source.js';
import type { Problem } from '../../src/text/problem.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'replylint-read-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const bytes = (...parts: (string | number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));
const decode = (content: Buffer, format: 'text' | 'markdown' | 'html' | 'eml' = 'text') => text(decodeDraft('r.x', content, format));
const text = (read: Content | Problem): unknown => ('code' in read ? read : read.content);
const code = (result: unknown): unknown => (typeof result === 'object' && result !== null && 'code' in result ? result.code : result);

describe('reading a file', () => {
  it('reads up to the limit and not a byte more', () => {
    const file = join(folder, 'size.txt');
    writeFileSync(file, 'x'.repeat(100));
    expect(text(readDraft(file, 'text', { ...defaultLimits, fileBytes: 100 }))).toBe('x'.repeat(100));
    expect(readDraft(file, 'text', { ...defaultLimits, fileBytes: 99 })).toMatchObject({
      code: 'too-large',
      message: expect.stringContaining('fileBytes'),
    });
  });

  it('does not wait for a pipe, and reads no folder', () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    expect(code(readDraft(pipe, 'text', defaultLimits))).toBe('not-a-file');
    expect(readDraft(folder, 'text', defaultLimits)).toMatchObject({ message: expect.stringContaining('a folder') });
    expect(code(readDraft(join(folder, 'gone.txt'), 'text', defaultLimits))).toBe('unreadable');
  });

  it('reads a file whose size the system gives as 0', () => {
    expect(text(readDraft('/proc/self/status', 'text', defaultLimits))).toContain('Pid:');
  });
});

describe('decoding', () => {
  it('takes UTF-8 with and without a byte order mark, and UTF-16 with one', () => {
    expect(decode(bytes('Grüße'))).toBe('Grüße');
    expect(decode(bytes([0xef, 0xbb, 0xbf], 'Grüße'))).toBe('Grüße');
    expect(decode(bytes([0xff, 0xfe], [...Buffer.from('Grüße 😀', 'utf16le')]))).toBe('Grüße 😀');
    expect(decode(bytes([0xfe, 0xff], [...Buffer.from('Grüße', 'utf16le').swap16()]))).toBe('Grüße');
  });

  it('names the first byte that is no UTF-8, and its line', () => {
    const problem = decode(Buffer.concat([bytes('ä first\nsecond '), Buffer.from('café', 'latin1'), bytes('\nthird')]));
    expect(problem).toMatchObject({ code: 'bad-charset', line: 2, message: expect.stringMatching(/0xE9 at offset 19/) });
    expect(decode(bytes('cut short ', [0xe2, 0x82]))).toMatchObject({ message: expect.stringContaining('0xE2 at offset 10') });
  });

  it('finds the first bad byte wherever it stands (property)', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.constantFrom(0x80, 0xc0, 0xff, 0xf5),
        fc.string({ unit: 'grapheme', maxLength: 50 }),
        (before, bad, after) => {
          const good = Buffer.from(before.replaceAll('\0', ' ').replace(/^\ufeff/, ''));
          if (good[0] === 0xff || good.length < 9) return;
          const problem = decode(Buffer.concat([good, Buffer.from([bad]), Buffer.from(after.replaceAll('\0', ' '))]));
          expect(problem).toMatchObject({ message: expect.stringContaining(`at offset ${good.length})`) });
        },
      ),
    );
  });

  it('believes an HTML file that declares its charset, and only where it is valid', () => {
    const page = '<meta charset="iso-8859-1"><p>café</p>';
    expect(decode(Buffer.from(page, 'latin1'), 'html')).toBe(page);
    expect(code(decode(Buffer.from(page, 'latin1'), 'text'))).toBe('bad-charset');
    expect(code(decode(Buffer.from(page.replace('iso-8859-1', 'no-such'), 'latin1'), 'html'))).toBe('bad-charset');
  });

  it('refuses what is no text', () => {
    expect(decode(bytes('%PDF-1.7 …'))).toMatchObject({ code: 'binary', message: expect.stringContaining('PDF') });
    expect(decode(bytes('PK\x03\x04rest'))).toMatchObject({ code: 'binary', message: expect.stringContaining('Office') });
    expect(decode(bytes('Dear\0Ms Hale'))).toMatchObject({ code: 'binary', message: expect.stringContaining('offset 4') });
    expect(decode(Buffer.from('Dear Ms Hale', 'utf16le'))).toMatchObject({
      code: 'bad-charset',
      message: expect.stringContaining('UTF-16'),
    });
  });

  it('refuses what is empty', () => {
    expect(code(decode(bytes('')))).toBe('empty');
    expect(code(decode(bytes(' \r\n\t')))).toBe('empty');
    expect(code(decode(bytes([0xef, 0xbb, 0xbf])))).toBe('empty');
    expect(code(decode(bytes(''), 'eml'))).toBe('empty');
  });

  it('counts a lone CR as the end of a line, without moving an offset', () => {
    expect(decode(bytes('a\rb\r\nc\r'))).toBe('a\nb\r\nc\n');
  });

  it('leaves the bytes of a mail alone, whatever charsets its parts have', () => {
    const mail = Buffer.from('Subject: caf\xe9\r\n\r\nbody \0', 'latin1');
    expect(decode(mail, 'eml')).toBe(mail);
    expect(code(decode(bytes([0xff, 0xfe], 'x\0'), 'eml'))).toBe('bad-charset');
  });
});
