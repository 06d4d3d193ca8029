import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Format } from '../../src/index.js';
import { encodeCharset } from '../../src/text/encode.js';
import { fix, replacing } from './harness.js';

interface Writing {
  readonly format: Exclude<Format, 'eml'>;
  readonly charset: string;
  readonly head: string;
  readonly mark: readonly number[];
  /** Letters beyond ASCII that the charset holds. */
  readonly letters: readonly string[];
}

const WESTERN = ['é', 'ß', '£', '’', '€'];
const WIDE = ['é', '’', '😀', '名', 'ก'];
const declared = (charset: string, letters: readonly string[]): Writing => ({
  format: 'html',
  charset,
  head: `<meta charset="${charset}"><p>é${letters[0]} `,
  mark: [],
  letters,
});
const writings: readonly Writing[] = [
  ...(['text', 'markdown', 'html'] as const).flatMap((format): Writing[] => [
    { format, charset: 'utf-8', head: format === 'html' ? '<meta charset="utf-8"><p>' : '', mark: [], letters: WIDE },
    { format, charset: 'utf-8', head: '', mark: [0xef, 0xbb, 0xbf], letters: WIDE },
    { format, charset: 'utf-16le', head: '', mark: [0xff, 0xfe], letters: WIDE },
    { format, charset: 'utf-16be', head: '', mark: [0xfe, 0xff], letters: WIDE },
  ]),
  declared('windows-1252', WESTERN),
  declared('iso-8859-15', ['é', 'ß', '£', '€', 'Œ']),
  { ...declared('koi8-r', ['Ж', 'ю']), head: '<meta charset="koi8-r"><p>Ж ' },
  { ...declared('shift_jis', ['名', 'カ']), head: '<meta charset="shift_jis"><p>名 ' },
  { ...declared('gbk', ['名', '前']), head: '<meta charset="gbk"><p>名 ' },
];
const named = writings.map((one) => [`${one.format} in ${one.charset}${one.mark.length > 0 ? ' with a mark' : ''}`, one] as const);

function encoded({ charset, mark }: Writing, text: string): Buffer {
  const bytes = encodeCharset(text, charset);
  if (!bytes) throw new Error(`${charset} cannot hold ${text}`);
  return Buffer.concat([Buffer.from(mark), bytes]);
}

/** Prose in pieces, between which the word to be changed is put. */
const prose = ({ format, letters }: Writing): fc.Arbitrary<string[]> => {
  const ends = fc.constantFrom('\n', '\r\n', '\r\n\r\n', '\n\n', ...(format === 'text' ? ['\r'] : []));
  const marks: Record<Writing['format'], readonly string[]> = {
    text: ['&amp;', '<br>', '**', '> ', '{', ' \t '],
    markdown: ['*kettle* ', '[link](https://shop.example) ', '&eacute;', String.raw`\*`, '`code` ', '  \n'],
    html: [
      '<b>kettle</b> ',
      '&nbsp;',
      '&eacute;',
      '<br>',
      '<!-- note -->',
      '</p><p>',
      '<a href="https://shop.example">link</a> ',
      '&#8217;',
    ],
  };
  const word = fc.constantFrom(
    'we ',
    'have sent ',
    'a new kettle ',
    'today. ',
    'It ',
    ...letters.map((letter) => `caf${letter} `),
    ...marks[format],
  );
  const piece = fc
    .array(fc.oneof({ weight: 4, arbitrary: word }, { weight: 1, arbitrary: ends }), { maxLength: 12 })
    .map((parts) => parts.join(''));
  return fc.array(piece, { minLength: 2, maxLength: 4 });
};

const asFile = (writing: Writing, pieces: readonly string[], word: string): Buffer =>
  encoded(writing, `${writing.head}${pieces.join(`Thank ${word} you `)}`);

describe('fixing text, Markdown and HTML', () => {
  it.each(named)('%s: every byte outside the changed words stays', async (_, writing) => {
    const word = fc.constantFrom('gadget', 'ok', `caf${writing.letters[0]}`, 'a b');
    await fc.assert(
      fc.asyncProperty(prose(writing), word, async (pieces, by) => {
        const outcome = await fix(asFile(writing, pieces, 'plonk'), writing.format, [replacing('plonk', by)]);
        expect(outcome.offered).toEqual([]);
        expect(Buffer.from(outcome.bytes).toString('hex')).toBe(asFile(writing, pieces, by).toString('hex'));
      }),
      { numRuns: 20 },
    );
  });

  it.each(named)('%s: any words read as they were meant, or nothing is changed and it says why', async (_, writing) => {
    const signs = fc.constantFrom(
      'a',
      'B',
      ' ',
      '*',
      '_',
      '<b>',
      '&',
      '&amp;',
      '[x](y)',
      '`',
      '#',
      '\\',
      '~~',
      '>',
      '|',
      '\n',
      'é',
      '名',
      '😀',
      '’',
      '1.',
      '-',
      '"',
    );
    const words = fc.array(signs, { minLength: 1, maxLength: 6 }).map((parts) => `x${parts.join('')}y`);
    await fc.assert(
      fc.asyncProperty(prose(writing), words, async (pieces, by) => {
        const before = asFile(writing, pieces, 'plonk');
        const { first, last, applied, offered, bytes } = await fix(before, writing.format, [replacing('plonk', by)]);
        const flat = (text: string): string => text.replace(/[ \t\r\n]+/g, ' ').trim();
        if (applied.length === 0) expect(Buffer.from(bytes)).toEqual(before);
        if (offered.length === 0) expect(flat(last.opened.text)).toBe(flat(first.opened.text.replaceAll('plonk', by)));
        expect(offered.every(({ reason }) => reason.length > 0)).toBe(true);
        expect(applied.length + offered.length).toBe(first.report.findings.length);
      }),
      { numRuns: 20 },
    );
  });
});

describe('new words', () => {
  const write = async (source: string, format: Format, word: string, by: string): Promise<string> =>
    (await fix(source, format, [replacing(word, by)])).text;

  it('are escaped where Markdown would take them for marks, and only there', async () => {
    expect(await write('Thank plonk you.\n', 'markdown', 'plonk', 'R&D_team, 5 > 3')).toBe('Thank R&D_team, 5 > 3 you.\n');
    expect(await write('Thank plonk you.\n', 'markdown', 'plonk', 'a *star* b')).toBe('Thank a \\*star\\* b you.\n');
    expect(await write('Thank **plonk** you.\n', 'markdown', 'plonk', 'ok')).toBe('Thank **ok** you.\n');
  });

  it('are written as references in HTML, whatever its charset cannot hold too', async () => {
    expect(await write('<p>Thank plonk.', 'html', 'plonk', 'a < b & c')).toBe('<p>Thank a &lt; b &amp; c.');
    expect(await write('<p>Thank plonk.', 'html', 'plonk', 'Zoë')).toBe('<p>Thank Zo&#235;.');
    expect(await write('<meta charset="utf-8"><p>Thank plonk.', 'html', 'plonk', 'Zoë')).toBe('<meta charset="utf-8"><p>Thank Zoë.');
    const latin = Buffer.from('<meta charset="windows-1252"><p>Caf\xe9 plonk.', 'latin1');
    const { bytes } = await fix(latin, 'html', [replacing('plonk', 'é 名')]);
    expect(Buffer.from(bytes).toString('latin1')).toBe('<meta charset="windows-1252"><p>Caf\xe9 \xe9 &#21517;.');
  });

  it('leave the tags inside the old ones where they are', async () => {
    expect(await write('<p>Dear <b>plonk</b>&nbsp;<i>plank</i>, hello.', 'html', 'Dear plonk', 'Good day')).toBe(
      '<p>Good day<b></b>&nbsp;<i>plank</i>, hello.',
    );
    expect(await write('<p>THIS <b>IS</b> LOUD.', 'html', 'THIS IS LOUD', 'This is loud')).toBe('<p>This <b>is</b> loud.');
  });

  it('take the line ends of the file', async () => {
    expect(await write('One plonk.\r\nTwo.\r\n', 'text', 'plonk', 'a\nb')).toBe('One a\r\nb.\r\nTwo.\r\n');
    expect(await write('One plonk.\rTwo.\r', 'text', 'plonk', 'a\nb')).toBe('One a\rb.\rTwo.\r');
    expect(await write('<p>One plonk.</p>', 'html', 'plonk', 'a\nb')).toBe('<p>One a<br>b.</p>');
  });

  it('never join two paragraphs of HTML', async () => {
    const { text, offered } = await fix('<div>One plonk</div><div>plank two</div>', 'html', [replacing('plonk plank', '')]);
    expect(text).toBe('<div>One plonk</div><div>plank two</div>');
    expect(offered).toMatchObject([{ rule: 'no-plonk plank', reason: 'it reaches across the edge of a paragraph' }]);
  });
});
