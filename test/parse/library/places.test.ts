import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { readCsv } from '../../../src/parse/library/csv.js';
import { isFault } from '../../../src/parse/library/fault.js';
import { readJson } from '../../../src/parse/library/json.js';
import { at, itemsOf, type Value, type Written } from '../../../src/parse/library/value.js';
import { readXml } from '../../../src/parse/library/xml.js';
import { readYaml } from '../../../src/parse/library/yaml.js';

const LIMITS = { depth: 100, yamlAliases: 100 };

function bodyOf(value: Value): Written {
  const body = at(itemsOf(value)[0], 'body');
  if (body?.kind !== 'text') throw new Error('no text there');
  return body.read();
}

/** Every stretch of the text has a place, and what lies there decodes to it. */
function expectPlaces({ text, map }: Written, file: string, decode: (slice: string) => string | undefined): void {
  let reached = 0;
  for (let i = 0; i < text.length; i += 1) {
    // Both halves of a sign beyond the basic plane stand for one escape or for two.
    const width = text.codePointAt(i)! > 0xffff ? 2 : 1;
    const source = map.source({ start: i, end: i + width });
    if (source) {
      expect(source.start).toBeGreaterThanOrEqual(reached);
      expect(decode(file.slice(source.start, source.end))).toBe(text.slice(i, i + width));
      reached = source.end;
    }
    i += width - 1;
  }
  const whole = map.source({ start: 0, end: text.length });
  if (text !== '') expect(whole).toBeDefined();
}

const TEXT = fc
  .array(
    fc.constantFrom(
      'Dear',
      ' Tom',
      'é',
      '😀',
      '"',
      "'",
      '\\',
      '\n',
      '\n\n',
      '\t',
      ' ',
      '  ',
      '{{name}}',
      '#',
      ': ',
      '- ',
      '\u2028',
      '<b>',
      ',',
      ';',
      '&',
    ),
    {
      maxLength: 30,
    },
  )
  .map((pieces) => pieces.join(''));

describe('JSON', () => {
  const written = fc.tuple(TEXT, fc.infiniteStream(fc.boolean())).map(([text, escapes]) =>
    [...text].map((sign) => {
      const must = JSON.stringify(sign).length > sign.length + 2;
      if (must && sign.charCodeAt(0) > 31) return JSON.stringify(sign).slice(1, -1);
      if (!must && !escapes.next().value) return sign;
      return [...Array(sign.length).keys()].map((i) => `\\u${sign.charCodeAt(i).toString(16).padStart(4, '0')}`).join('');
    }),
  );
  test('what lies at a place decodes to the text', () => {
    fc.assert(
      fc.property(written, fc.constantFrom('', ' ', '\n\t'), (pieces, blank) => {
        const file = `\ufeff[${blank}{${blank}"id"${blank}:${blank}1,"body":${blank}"${pieces.join('')}"${blank}}${blank}]\n`;
        const value = readJson(file, LIMITS);
        if (isFault(value)) throw new Error(value.fault);
        const body = bodyOf(value);
        expect(body.text).toBe((JSON.parse(file.slice(1)) as { body: string }[])[0].body);
        expectPlaces(body, file, (slice) => JSON.parse(`"${slice}"`) as string);
      }),
    );
  });

  test('reads what JSON.parse reads, and refuses what it refuses', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"b\\n"',
      '1',
      '-0.5e3',
      'true',
      'null',
      ' ',
      '01',
      '"',
      'x',
      '\\u00e9',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
        ),
        (text) => {
          let expected: unknown;
          try {
            expected = JSON.parse(text);
          } catch {
            expect(isFault(readJson(`${text}`, LIMITS)) || /\s/.test(text)).toBe(true);
            return;
          }
          const value = readJson(text, LIMITS);
          expect(isFault(value) ? value : plainOf(value)).toEqual(expected);
        },
      ),
    );
  });

  test('a line is a value where there are several', () => {
    const value = readJson('{"a": 1}\n\n{"a": 2}\r\n', LIMITS);
    expect(isFault(value) ? value : plainOf(value)).toEqual([{ a: 1 }, { a: 2 }]);
  });
});

function plainOf(value: Value): unknown {
  if (value.kind === 'text') return value.read().text;
  if (value.kind === 'plain') return value.value;
  if (value.kind === 'list') return value.items.map(plainOf);
  // As JSON.parse has it: `__proto__` is a key like any other.
  const object: Record<string, unknown> = {};
  for (const [key, inner] of value.fields)
    Object.defineProperty(object, key, { value: plainOf(inner), enumerable: true, configurable: true, writable: true });
  return object;
}

describe('CSV', () => {
  test.each([',', ';', '\t'])('what lies at a place in a quoted cell decodes to the text (%j)', (delimiter) => {
    fc.assert(
      fc.property(TEXT, fc.constantFrom('\n', '\r\n'), (text, end) => {
        const file = `ID${delimiter} Body ${delimiter}note${end}1${delimiter}"${text.replaceAll('"', '""')}"${end}2${delimiter}x${end}`;
        const table = readCsv(file);
        if (isFault(table)) throw new Error(table.fault);
        const body = bodyOf(table.value);
        expect(body.text).toBe(text);
        expectPlaces(body, file, (slice) => (slice === '""' ? '"' : slice));
        expect(itemsOf(table.value)).toHaveLength(2);
      }),
    );
  });

  test('rows may be shorter than the header, and cells may stand bare', () => {
    const table = readCsv(
      'name;keywords;content;note;active;\nsome name1;keyword1;"some\ncontent1";-;\nsome name2;keyword2;some content<br>test123\n',
    );
    expect(isFault(table) ? table : plainOf(table.value)).toEqual([
      { name: 'some name1', keywords: 'keyword1', content: 'some\ncontent1', note: '-', active: '' },
      { name: 'some name2', keywords: 'keyword2', content: 'some content<br>test123' },
    ]);
  });

  test.each([
    ['id,body\n1,"never closed\n', 'never closed'],
    ['id,body\n1,"a"b\n', 'closing quotation mark'],
  ])('says what is wrong with %j', (file, wrong) => {
    expect(readCsv(file)).toMatchObject({ fault: expect.stringContaining(wrong) as string });
  });
});

const PIECES = [
  'Dear',
  ' Tom',
  ' ',
  '  ',
  '\t',
  'é',
  '😀',
  '\n',
  '\n\n',
  '\n   ',
  '# no',
  ': ',
  "''",
  '{{x}}',
  'a-b',
  '<b>',
  '\\n',
  '\\u00e9',
  '\\"',
  '\\\n  ',
  '\\ ',
  ' \n',
];

/** The scalar as YAML, and how a piece of it decodes. */
const STYLES: Readonly<Record<string, { write: (pieces: readonly string[]) => string; decode: (slice: string) => string | undefined }>> = {
  double: {
    write: (pieces) => `"${indented(pieces.filter((piece) => piece !== '"').join(''))}"`,
    decode: (slice) => folded(slice) ?? (parseYaml(`"${slice}"`) as string),
  },
  single: {
    write: (pieces) => `'${indented(pieces.join('').replaceAll('\\\n', '\n'))}'`,
    decode: (slice) => folded(slice) ?? slice.replaceAll("''", "'"),
  },
  plain: {
    write: (pieces) => indented(`x${pieces.filter((piece) => !/[#:'"{\\]/.test(piece)).join('')}x`),
    decode: (slice) => folded(slice) ?? slice,
  },
  literal: { write: (pieces) => `|\n${indented(`    ${pieces.join('')}`)}`, decode: (slice) => (/^\r?\n *$/.test(slice) ? '\n' : slice) },
  keep: { write: (pieces) => `|+\n${indented(`    ${pieces.join('')}`)}`, decode: (slice) => (/^\r?\n *$/.test(slice) ? '\n' : slice) },
  strip: { write: (pieces) => `|-\n${indented(`    ${pieces.join('')}`)}`, decode: (slice) => (/^\r?\n *$/.test(slice) ? '\n' : slice) },
  explicit: { write: (pieces) => `|2\n${indented(`    ${pieces.join('')}`)}`, decode: (slice) => (/^\r?\n *$/.test(slice) ? '\n' : slice) },
  folded: { write: (pieces) => `>\n${indented(`    ${pieces.join('')}`)}`, decode: (slice) => folded(slice) ?? slice },
  'folded keep': { write: (pieces) => `>+\n${indented(`    ${pieces.join('')}`)}`, decode: (slice) => folded(slice) ?? slice },
};

function indented(text: string): string {
  return text
    .replaceAll('\n', '\n    ')
    .replaceAll(/\n +\n/g, '\n\n')
    .replaceAll(/\n +\n/g, '\n\n');
}

/** White space with a line end in it is a space, or line ends. */
function folded(slice: string): string | undefined {
  if (!/^[ \t\r\n]*\n[ \t\r\n]*$/.test(slice)) return undefined;
  const ends = slice.split('\n').length - 1;
  return ends === 1 ? ' ' : '\n'.repeat(ends - 1);
}

describe('YAML', () => {
  for (const [style, { write, decode }] of Object.entries(STYLES)) {
    test.each([
      ['LF', '\n'],
      ['CRLF', '\r\n'],
    ])(`what lies at a place in a ${style} scalar decodes to the text (%s)`, async (_, end) => {
      await fc.assert(
        fc.asyncProperty(fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 14 }), async (pieces) => {
          const file = `# replies\n- id: a\n  body: ${write(pieces)}\n  title: after\n- id: b\n`.replaceAll('\n', end);
          let expected: string | undefined;
          try {
            expected = (parseYaml(file, { logLevel: 'error' }) as { body: string }[])[0].body;
          } catch {
            return;
          }
          if (typeof expected !== 'string') return;
          const read = await readYaml(file, LIMITS);
          if (isFault(read)) throw new Error(read.fault);
          const body = bodyOf(read.value);
          expect(body.text).toBe(expected);
          let reached = 0;
          for (let i = 0; i < body.text.length; i += 1) {
            const width = body.text.codePointAt(i)! > 0xffff ? 2 : 1;
            const source = body.map.source({ start: i, end: i + width });
            // Line ends that stand for several map only together.
            if (!source) {
              expect(body.text[i]).toMatch(/\s/);
              continue;
            }
            expect(source.start).toBeGreaterThanOrEqual(reached);
            reached = source.end;
            const slice = file.slice(source.start, source.end);
            if (/\s/.test(body.text[i])) expect(slice).toMatch(/^(?:\s+|\\.*)$/s);
            else expect(decode(slice)).toBe(body.text.slice(i, i + width));
            i += width - 1;
          }
        }),
        { numRuns: 200 },
      );
    });
  }

  test('an alias stands where its anchor does', async () => {
    const file = '- id: a\n  body: &sorry We are sorry.\n- id: b\n  body: *sorry\n- <<: {id: c, body: d}\n  id: e\n';
    const read = await readYaml(file, LIMITS);
    if (isFault(read)) throw new Error(read.fault);
    const items = itemsOf(read.value);
    expect(plainOf(items[1])).toEqual({ id: 'b', body: 'We are sorry.' });
    expect(at(items[1], 'body')!.start).toBe(file.indexOf('We'));
    expect(plainOf(items[2])).toEqual({ id: 'e', body: 'd' });
  });
});

describe('XML', () => {
  const REFERENCES: Readonly<Record<string, string>> = {
    '&amp;': '&',
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&#233;': 'é',
    '&#x1f600;': '😀',
  };
  const piece = fc.constantFrom('Dear', ' Tom', '\n', '😀', '"', '{{name}}', ...Object.keys(REFERENCES));
  const decoded = (slice: string): string => REFERENCES[slice] ?? slice;

  test('what lies at a place decodes to the text, with references', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const file = `<?xml version="1.0"?>\n<a><!-- x -->\n<b t="1">${pieces.join('')}</b><c/></a>`;
        const value = readXml(file, LIMITS);
        if (isFault(value)) throw new Error(value.fault);
        const body = at(at(value, 'a'), 'b');
        if (body?.kind !== 'text') throw new Error('no text there');
        expect(body.read().text).toBe(pieces.map(decoded).join(''));
        expectPlaces(body.read(), file, decoded);
      }),
    );
  });

  test('what lies at a place decodes to the text, in CDATA that is split around its own end', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('Dear', '&amp;', '<b>', ']]>', '\n', ' ', ']]'), { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const file = `<a><b>\n<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>\n</b><c>d</c></a>`;
        const value = readXml(file, LIMITS);
        if (isFault(value)) throw new Error(value.fault);
        const body = at(at(value, 'a'), 'b');
        if (body?.kind !== 'text') throw new Error('no text there');
        expect(body.read().text).toBe(text);
        expectPlaces(body.read(), file, (slice) => slice);
      }),
    );
  });

  test.each([
    ['<a><b></a>', 'closes nothing'],
    ['<a>', 'never closed'],
    ['<!DOCTYPE x [<!ENTITY lol "lol">]><a>&lol;</a>', 'DOCTYPE'],
    ['<a b=c></a>', 'not well formed'],
    ['<a>1 < 2</a>', '&lt;'],
    ['<a>'.repeat(100_000), 'limit depth'],
  ])('says what is wrong with %.40s', (file, wrong) => {
    expect(readXml(file, LIMITS)).toMatchObject({ fault: expect.stringContaining(wrong) as string });
  });
});
