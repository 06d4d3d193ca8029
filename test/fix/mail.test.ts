import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fix, replacing } from './harness.js';
import { assemble, decodeBody, encodeBody, head, partHead, type Manner } from './mails.js';

const LETTERS: Readonly<Record<string, readonly string[]>> = {
  'us-ascii': ['e'],
  'utf-8': ['é', '’', '😀', '名'],
  'iso-8859-1': ['é', '£', 'ß'],
  'windows-1252': ['é', '’', '€'],
  'iso-8859-15': ['é', '€'],
  'koi8-r': ['Ж', 'ю'],
  gbk: ['名', '前'],
  shift_jis: ['名', 'カ'],
  'utf-16le': ['é', '名'],
};
const encodings = ['7bit', '8bit', 'quoted-printable', 'base64'] as const;
const manners: Manner[] = [];
for (const charset of Object.keys(LETTERS))
  for (const encoding of encodings) {
    if (encoding === '7bit' && charset !== 'us-ascii') continue;
    if (charset === 'utf-16le' && encoding !== 'base64') continue;
    for (const eol of ['\n', '\r\n'] as const)
      manners.push({ charset, encoding, eol, width: encoding === 'base64' ? (eol === '\n' ? 60 : 76) : 76 });
  }
const named = manners.map((manner) => [`${manner.charset} in ${manner.encoding}, ${manner.eol === '\n' ? 'LF' : 'CRLF'}`, manner] as const);

const proseIn = ({ charset }: Manner): fc.Arbitrary<string[]> => {
  const word = fc.constantFrom(
    'we ',
    'have sent ',
    'a new kettle ',
    'today. ',
    '= ',
    '\n',
    '\n\n',
    '  ',
    'x'.repeat(70),
    ...LETTERS[charset].map((sign) => `caf${sign} `),
  );
  return fc.array(
    fc.array(word, { maxLength: 14 }).map((parts) => parts.join('')),
    { minLength: 2, maxLength: 4 },
  );
};
const withWord = (pieces: readonly string[], word: string): string => `Thank you. ${pieces.join(`Thank ${word} you `)}End.`;
const longest = (body: Buffer): number =>
  Math.max(
    ...body
      .toString('latin1')
      .split(/\r?\n/)
      .map((line) => line.length),
  );

describe('fixing a mail of one part', () => {
  it.each(named)('%s: only the words change', async (_, manner) => {
    const by = fc.constantFrom(
      'ok',
      '',
      'a much longer stretch of words than there was before',
      `caf${LETTERS[manner.charset][0]}`,
      'a = b',
    );
    await fc.assert(
      fc.asyncProperty(proseIn(manner), by, async (pieces, words) => {
        const before = encodeBody(withWord(pieces, 'plonk'), manner);
        const front = assemble(head(manner.eol), partHead('text/plain', manner));
        const { bytes, applied, offered, first } = await fix(Buffer.concat([front, before]), 'eml', [replacing('plonk', words)]);
        const after = Buffer.from(bytes).subarray(front.length);
        expect(offered).toEqual([]);
        expect(applied).toHaveLength(first.report.findings.length);
        expect(Buffer.from(bytes).subarray(0, front.length).equals(front)).toBe(true);
        expect(decodeBody(after, manner)).toBe(withWord(pieces, words));
        if (manner.encoding === '7bit' || manner.encoding === '8bit')
          expect(after.toString('hex')).toBe(encodeBody(withWord(pieces, words), manner).toString('hex'));
        // One line alone does not tell how long lines are to be.
        const width = before.includes(10) ? manner.width : 76;
        if (manner.encoding === 'base64')
          expect(after.toString()).toBe(encodeBody(withWord(pieces, words), { ...manner, width }).toString());
        if (manner.encoding === 'quoted-printable') {
          expect(longest(after)).toBeLessThanOrEqual(76);
          const old = new Set(before.toString('latin1').split('\n'));
          const touched = after
            .toString('latin1')
            .split('\n')
            .filter((line) => !old.has(line));
          expect(touched.length).toBeLessThanOrEqual(applied.length * 3);
        }
      }),
      { numRuns: 12 },
    );
  });
});
