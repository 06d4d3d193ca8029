import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeDraft } from '../../src/files/read.js';
import { parse } from '../../src/parse/index.js';
import type { Format, Parsed } from '../../src/parse/source.js';
import type { Span } from '../../src/text/span.js';
import { lint } from '../../src/index.js';
import { plainly } from '../text/plainly.js';

const WINDOWS_1252: Readonly<Record<string, number>> = { '€': 0x80, '’': 0x92, '“': 0x93, '”': 0x94, '–': 0x96, '™': 0x99, é: 0xe9 };
const inWindows = (text: string): Buffer => Buffer.from([...text].map((sign) => WINDOWS_1252[sign] ?? sign.charCodeAt(0)));
const fromWindows = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => Object.entries(WINDOWS_1252).find(([, one]) => one === byte)?.[0] ?? String.fromCharCode(byte)).join('');

/** How a text is written into a file, and how the bytes of a stretch of it are read. */
interface Encoding {
  readonly write: (text: string) => Buffer;
  readonly read: (bytes: Buffer) => string;
}
const ENCODINGS: Readonly<Record<string, Encoding>> = {
  'utf-8': { write: (text) => Buffer.from(text), read: (bytes) => bytes.toString('utf8') },
  'utf-8 with its mark': { write: (text) => Buffer.from(`\ufeff${text}`), read: (bytes) => bytes.toString('utf8') },
  'utf-16 little-endian': { write: (text) => Buffer.from(`\ufeff${text}`, 'utf16le'), read: (bytes) => bytes.toString('utf16le') },
  'utf-16 big-endian': {
    write: (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
    read: (bytes) => Buffer.from(bytes).swap16().toString('utf16le'),
  },
};
const DECLARED = '<meta charset=windows-1252>';

async function parsed(bytes: Buffer, format: Format): Promise<Parsed> {
  const read = decodeDraft('reply', bytes, format);
  if ('code' in read) throw new Error(read.message);
  const outcome = await parse({ name: 'reply', format, ...read });
  if ('code' in outcome) throw new Error(outcome.message);
  return outcome;
}

const WORDS = ['Dear ', 'Tom', ' é ', '€5', '’', '“x”', '–', '\n', '\r\n', '\r', '\n\n', ' ', 'and so '];
const WIDE = [...WORDS, '😀', '👍🏽', 'Привет', '日本', 'e\u0301', '\u{1d49c}'];
const texts = (pieces: readonly string[]) =>
  fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 30 }).map((list) => `x${list.join('')}x`);
const spans = fc.tuple(fc.nat(), fc.nat());

function spanIn(text: string, [a, b]: readonly [number, number]): Span {
  const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
  return { start, end };
}

/** Whether it begins or ends inside a sign of two units. */
function splits(text: string, { start, end }: Span): boolean {
  return [start, end].some((at) => /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1)));
}

it.each(Object.entries(ENCODINGS))(
  'plain text in %s: the bytes at any place are those of the words there (property)',
  async (_, { write, read }) => {
    await fc.assert(
      fc.asyncProperty(texts(WIDE), spans, async (text, at) => {
        const bytes = write(text);
        const draft = await parsed(bytes, 'text');
        const span = spanIn(draft.text, at);
        const place = draft.map.locate(span);
        if (splits(draft.text, span)) return;
        expect(plainly(read(bytes.subarray(...place.bytes!)).replace(/\r(?!\n)/g, '\n'))).toBe(
          plainly(draft.text.slice(span.start, span.end).replace(/\r(?!\n)/g, '\n')),
        );
      }),
    );
  },
);

const ALL: readonly (readonly [name: string, format: Format, Encoding, pieces: readonly string[]])[] = [
  ...Object.entries(ENCODINGS).flatMap(([name, encoding]) => [
    [name, 'markdown', encoding, [...WIDE, '**bold** ', '`code`', '[link](https://shop.example)', '- item\n', '&euro;']] as const,
    [name, 'html', encoding, [...WIDE, '<b>', '</b>', '<br>', '<p>', '&euro;', '<i>x</i>']] as const,
  ]),
  [
    'windows-1252',
    'html',
    { write: (text) => inWindows(DECLARED + text), read: fromWindows },
    [...WORDS, '™', '<b>', '</b>', '<br>', '<p>', '&euro;'],
  ],
];

it.each(ALL)('%s %s: the bytes at a place that has them say what stands there (property)', async (_, format, { write, read }, pieces) => {
  const shown = (source: string): string =>
    source
      .replace(/<[^>]*>/g, '')
      .replaceAll('&euro;', '€')
      .replace(/\]\([^)]*\)|[*`[\]-]|\s+/g, '');
  await fc.assert(
    fc.asyncProperty(texts(pieces), spans, async (text, at) => {
      const bytes = write(text);
      const draft = await parsed(bytes, format);
      const span = spanIn(draft.text, at);
      const place = draft.map.locate(span);
      if (place.bytes)
        expect(plainly(shown(read(bytes.subarray(...place.bytes))))).toBe(plainly(shown(draft.text.slice(span.start, span.end))));
    }),
  );
});

it.each([
  ...Object.entries(ENCODINGS).flatMap(([name, encoding]) =>
    (['text', 'markdown', 'html'] as const).map((format) => [name, format, encoding, ''] as const),
  ),
  ['windows-1252', 'html', { write: inWindows, read: fromWindows }, DECLARED] as const,
])('%s %s: a finding tells the bytes of its words', async (_, format, { write, read }, before) => {
  const bytes = write(`${before}Dear Ms Lund – “hello”,\n\n€5 are yours. Please don’t hesitate to contact us.`);
  const content = decodeDraft('reply', bytes, format);
  if ('code' in content) throw new Error(content.message);
  const report = await lint({ draft: content.content, toBytes: content.toBytes, format });
  if ('code' in report) throw new Error(report.message);
  const finding = report.findings.find(({ rule }) => rule === 'canned-phrase');
  expect(finding?.quote).toContain('don’t hesitate');
  expect(read(bytes.subarray(...finding!.place.bytes!))).toBe(finding!.quote);
});

it('a charset of several bytes a sign has them too', async () => {
  const bytes = Buffer.concat([Buffer.from('<meta charset=shift_jis><p>'), Buffer.from([0x93, 0xfa, 0x96, 0x7b]), Buffer.from(' Tom')]);
  const draft = await parsed(bytes, 'html');
  const at = draft.text.indexOf('Tom');
  expect(draft.text).toContain('日本');
  expect(bytes.subarray(...draft.map.locate({ start: at, end: at + 3 }).bytes!).toString()).toBe('Tom');
  expect(draft.map.locate({ start: at - 2, end: at - 1 }).bytes).toEqual([29, 31]);
});

it('bytes that a caller passes to lint have them as well, a byte order mark counted', async () => {
  const bytes = Buffer.from('\ufeffHi Tom,\n\nPlease do not hesitate to contact us.');
  const report = await lint({ draft: bytes });
  if ('code' in report) throw new Error(report.message);
  const finding = report.findings.find(({ rule }) => rule === 'canned-phrase')!;
  expect(bytes.subarray(...finding.place.bytes!).toString()).toBe(finding.quote);
});

it('an HTML file in windows-1252 shows its dashes and quotation marks', () => {
  const read = decodeDraft('reply.html', inWindows(`${DECLARED}“€5” – don’t`), 'html');
  expect(read).toMatchObject({ content: `${DECLARED}“€5” – don’t` });
});
