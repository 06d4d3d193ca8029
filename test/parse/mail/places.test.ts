import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at, latin1, mail, read, utf8 } from './kit.js';

const head = (charset: string, encoding: string, type = 'text/plain'): string =>
  mail(
    'From: ana@shop.example',
    'Subject: Late',
    `Content-Type: ${type}; charset=${charset}`,
    `Content-Transfer-Encoding: ${encoding}`,
    '',
    '',
  );

describe('places', () => {
  it('are lines and columns of the file, lines of the part, and bytes', async () => {
    const content = `${head('utf-8', '8bit')}Dear Zoë,\r\nit is über late.`;
    const draft = await read(utf8(content));
    const bytes = utf8(content.slice(0, content.indexOf('late'))).length;
    expect(draft.map.locate(at(draft, 'late'))).toEqual({
      file: 'reply.eml',
      part: '1',
      line: 7,
      column: 12,
      endLine: 7,
      endColumn: 16,
      partLine: 2,
      bytes: [bytes, bytes + 4],
    });
  });

  it('count in the units of a string as it was given', async () => {
    const content = `${head('utf-8', '8bit')}😀 Dear Zoë, sorry`;
    const draft = await read(content);
    const start = content.indexOf('Zoë');
    expect(draft.map.source(at(draft, 'Zoë'))).toEqual({ start, end: start + 3 });
    expect(draft.map.locate(at(draft, 'Zoë')).bytes).toBeUndefined();
    expect(draft.map.locate(at(draft, 'Zoë')).column).toBe(9);
  });

  it('span soft line breaks and escapes of quoted-printable', async () => {
    const content = `${head('utf-8', 'quoted-printable')}We are so=\r\nrry, Zo=C3=AB.`;
    const draft = await read(content);
    const { start = 0, end = 0 } = draft.map.source(at(draft, 'sorry, Zoë')) ?? {};
    expect(content.slice(start, end)).toBe('so=\r\nrry, Zo=C3=AB');
    expect(draft.map.locate(at(draft, 'sorry'))).toMatchObject({ line: 6, column: 8, endLine: 7, endColumn: 4, partLine: 1 });
  });

  it('are exact in base64 where the words fill whole groups, and a line otherwise', async () => {
    const content = `${head('utf-8', 'base64')}${btoa('abcdefghi')}\r\n${btoa('jkl')}`;
    const draft = await read(content);
    const { start = 0, end = 0 } = draft.map.source(at(draft, 'defghijkl')) ?? {};
    expect(content.slice(start, end)).toBe(`${btoa('defghi')}\r\n${btoa('jkl')}`);
    const inexact = at(draft, 'kl');
    expect(draft.map.source(inexact)).toBeUndefined();
    const place = draft.map.locate(inexact);
    expect(place).toMatchObject({ part: '1', partLine: 1, line: 7 });
    expect(place.bytes).toBeUndefined();
  });

  it('go through HTML and its encoding', async () => {
    const content = `${head('utf-8', 'quoted-printable', 'text/html')}<p class=3D"a">Dear Zo&euml; &amp; co,</p>\r\n<p>so=\r\nrry.</p>`;
    const draft = await read(content);
    const { start = 0, end = 0 } = draft.map.source(at(draft, 'Zoë & co')) ?? {};
    expect(content.slice(start, end)).toBe('Zo&euml; &amp; co');
    expect(draft.map.locate(at(draft, 'sorry'))).toMatchObject({ part: '1', line: 7, column: 4, endLine: 8, endColumn: 4, partLine: 2 });
  });

  it('name the part, and find a joined line of format=flowed', async () => {
    const content = mail(
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: multipart/alternative; boundary=c',
      '',
      '--c',
      'Content-Type: text/plain; format=flowed',
      '',
      'We are ',
      'sorry.',
      '--c--',
      '--b--',
    );
    const draft = await read(content);
    const { start = 0, end = 0 } = draft.map.source(at(draft, 'are sorry')) ?? {};
    expect(content.slice(start, end)).toBe('are \r\nsorry');
    expect(draft.map.locate(at(draft, 'sorry'))).toMatchObject({ part: '1.1', line: 10, column: 1, partLine: 2 });
  });

  it('are never exact between two parts', async () => {
    const draft = await read(mail('Content-Type: multipart/mixed; boundary=b', '', '--b', '', 'Dear Ben,', '--b', '', 'sorry', '--b--'));
    const across = { start: 0, end: draft.text.length };
    expect(draft.map.source(across)).toBeUndefined();
    expect(draft.map.locate(across)).toMatchObject({ part: '1', line: 5 });
    expect(draft.map.locate(at(draft, 'sorry'))).toMatchObject({ part: '2', line: 8, column: 1 });
  });
});

/** Every sign of a charset that one or two bytes encode, learnt from the decoder. */
function repertoire(label: string): Map<string, number[]> {
  const signs = new Map<string, number[]>();
  const decoder = new TextDecoder(label, { fatal: true });
  const learn = (bytes: number[]): void => {
    try {
      const sign = decoder.decode(Uint8Array.from(bytes));
      if ([...sign].length === 1 && !/[\p{C}\s]/u.test(sign) && !signs.has(sign)) signs.set(sign, bytes);
    } catch {
      // Not a sign of this charset.
    }
  };
  for (let byte = 0x20; byte < 0x100; byte += 1) learn([byte]);
  if (/jis|gb/.test(label))
    for (let lead = 0x81; lead < 0xf0; lead += 7) for (let trail = 0x40; trail < 0xfc; trail += 3) learn([lead, trail]);
  signs.set(' ', [0x20]);
  return signs;
}

const CHARSETS = ['iso-8859-2', 'iso-8859-15', 'windows-1251', 'koi8-r', 'shift_jis', 'gb18030'];
const encoders: Record<string, { signs: readonly string[]; encode: (text: string) => number[] }> = {
  'utf-8': { signs: [...'aeZ =.,<é–€漢😀'], encode: (text) => [...utf8(text)] },
  // Node's own decoder is wrong about 0x80 to 0x9f, so these few are written down.
  'windows-1252': {
    signs: [...'aeZ =.é’€'],
    encode: (text) => [...text].map((sign) => ({ '’': 0x92, '€': 0x80 })[sign] ?? sign.charCodeAt(0)),
  },
  'iso-8859-1': { signs: [...'aeZ =.éüß'], encode: (text) => [...latin1(text)] },
};
for (const label of CHARSETS) {
  const signs = repertoire(label);
  encoders[label] = {
    signs: [...signs.keys()],
    encode: (text) => [...text].flatMap((sign) => (sign === '\n' || sign === '\r' ? [sign.charCodeAt(0)] : (signs.get(sign) ?? []))),
  };
}

const transfers: Record<string, (bytes: number[], width: number) => string> = {
  '8bit': (bytes) => String.fromCharCode(...bytes),
  base64: (bytes, width) =>
    btoa(String.fromCharCode(...bytes))
      .replace(new RegExp(`.{${width}}`, 'g'), '$&\r\n')
      .trim(),
  'quoted-printable': (bytes, width) => {
    let line = 0;
    let out = '';
    for (const byte of bytes) {
      if (byte === 10) {
        out += '\n';
        line = 0;
        continue;
      }
      const piece =
        (byte > 0x20 && byte < 0x7f && byte !== 61) || byte === 13
          ? String.fromCharCode(byte)
          : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
      if (byte !== 13 && line + piece.length > width) {
        out += '=\r\n';
        line = 0;
      }
      out += piece;
      line += piece.length;
    }
    return out;
  },
};

const decodeAs: Record<string, (encoded: Uint8Array) => number[]> = {
  '8bit': (encoded) => [...encoded],
  base64: (encoded) => [...latin1(atob(String.fromCharCode(...encoded).replace(/\s/g, '')))],
  'quoted-printable': (encoded) => [
    ...latin1(
      String.fromCharCode(...encoded)
        .replace(/=\r\n/g, '')
        .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    ),
  ],
};

describe('what lies at the place re-decodes to the quoted text', () => {
  it.each(Object.keys(encoders))('%s', async (charset) => {
    const { signs, encode } = encoders[charset];
    const line = fc.array(fc.constantFrom(...signs), { maxLength: 30 }).map((all) => all.join('').trim());
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1, maxLength: 6 }),
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom(...Object.keys(transfers)),
        fc.integer({ min: 8, max: 76 }),
        fc.boolean(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        async (lines, lineEnd, encoding, width, inMultipart, from, to) => {
          // A first line of its own keeps the text from being empty, or from looking like a boundary.
          const text = ['Dear Ben,', ...lines.map((each) => (each.startsWith('--') ? 'x' : each))].join('\n');
          const encoded = transfers[encoding](encode(text.replaceAll('\n', lineEnd)), width);
          const part = head(charset, encoding) + encoded;
          const file = latin1(inMultipart ? `Content-Type: multipart/mixed; boundary=q\r\n\r\n--q\r\n${part}\r\n--q--\r\n` : part);
          const draft = await read(file);
          expect(draft.text).toBe(text);
          const [start, end] = [from, to].map((share) => Math.round(share * text.length)).sort((a, b) => a - b);
          const span = { start, end: Math.max(start, end) };
          const place = draft.map.locate(span);
          expect(place.part).toBe('1');
          expect(place.partLine).toBe(text.slice(0, start).split('\n').length);
          const isSplitPair = [start, end].some((offset) => /[\udc00-\udfff]/.test(text[offset] ?? ''));
          if (encoding !== 'base64' && !isSplitPair) expect(place.bytes).toBeDefined();
          if (!place.bytes || start === end) return;
          const [first, last] = place.bytes;
          const raw = Uint8Array.from(decodeAs[encoding](file.subarray(first, last)));
          const quoted = [...encode(text.slice(start, end).replaceAll('\n', lineEnd))];
          expect([...raw]).toEqual(quoted);
          const before = file.subarray(0, first);
          expect(place.line).toBe(before.filter((byte) => byte === 10).length + 1);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('utf-16 and iso-2022-jp, which keep state', async () => {
    const wide = [...'Dear Zoë 😀, sorry.'].flatMap((sign) =>
      [...sign].flatMap((each) => [...Array(each.length).keys()].flatMap((i) => [each.charCodeAt(i) & 255, each.charCodeAt(i) >> 8])),
    );
    const draft = await read(latin1(`${head('utf-16le', 'base64')}${btoa(String.fromCharCode(...wide))}`));
    expect(draft.text).toBe('Dear Zoë 😀, sorry.');
    const mixed = 'OK: \x1b$B$"$$\x1b(B sorry';
    const japanese = await read(latin1(head('iso-2022-jp', '7bit') + mixed));
    expect(japanese.text).toBe('OK: あい sorry');
    const base = head('iso-2022-jp', '7bit').length;
    expect(japanese.map.locate(at(japanese, 'あい')).bytes).toEqual([base + 4, base + 14]);
    expect(japanese.map.locate(at(japanese, 'い')).bytes).toBeUndefined();
    expect(japanese.map.locate(at(japanese, 'sorry')).bytes).toEqual([base + 15, base + 20]);
  });
});
