import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from '../../src/parse/index.js';
import type { Format, Parsed } from '../../src/parse/source.js';

async function read(format: Format, content: string): Promise<Parsed | undefined> {
  const parsed = await parse({ name: 'reply', format, content });
  return 'code' in parsed ? undefined : parsed;
}

const REFERENCES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&eacute;': 'é',
  '&nbsp;': '\u00a0',
  '&#128512;': '😀',
  '&#x2014;': '—',
  '&euro;': '€',
  '&copy;': '©',
  '&copy': '©',
  '&NotEqualTilde;': '≂̸',
  '&middot;': '·',
  '\\*': '*',
  '\\_': '_',
};
const ENCODED = new RegExp(
  `<!--[^]*?-->|<\\/?[a-z](?:="[^"]*"|[^>])*>|<\\/[^a-z][^>]*>|${Object.keys(REFERENCES)
    .map((each) => each.replace(/[\\*]/g, '\\$&'))
    .join('|')}`,
  'gi',
);

/** What a piece of HTML says, white space aside: its tags gone, its references decoded. */
function decodeHtml(html: string): string {
  return tight(html.replace(ENCODED, (each) => REFERENCES[each] ?? ''));
}

function tight(text: string): string {
  return text.replace(/[ \t\r\n\f]+/g, '');
}

const HTML_PIECES = [
  'Dear',
  'Tom',
  'x',
  ' ',
  '  ',
  '\r\n',
  '\n',
  '<b>',
  '</b>',
  '<i>',
  '</i>',
  '<p>',
  '</p>',
  '<div>',
  '</div>',
  '<br>',
  '<li>',
  '<ul>',
  '</ul>',
  '</span>',

  '<a href="x>y">',
  '</a>',
  '<!-- c > -->',
  '<table>',
  '<td>',
  '</td>',
  '</table>',
  '<blockquote>',
  '</blockquote>',
  '<pre>',
  '</pre>',
  '<font size=2>',
  '</font>',

  ...Object.keys(REFERENCES).filter((each) => each.startsWith('&')),
  '& ',
  '&x',
  '&foo;',
  'a&b',
  '&',
  '<',
  '< ',
  ';',
  'é',
  '😀',
  '<h2>',
  '</h2>',
  '<o:p>',
  '</o:p>',
  "<span style='color:red'>",
];
const htmlPieces = fc.constantFrom(...HTML_PIECES);

test('HTML: what lies at a place says the words of the text', async () => {
  let exact = 0;
  let asked = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(htmlPieces, { minLength: 1, maxLength: 25 }), fc.nat(), fc.nat(), async (pieces, a, b) => {
      const html = pieces.join('');
      const parsed = await read('html', html);
      if (!parsed) return;
      const start = a % parsed.text.length;
      const span = { start, end: start + 1 + (b % (parsed.text.length - start)) };
      const at = parsed.map.source(span);
      asked += 1;
      if (!at) return;
      exact += 1;
      expect(decodeHtml(html.slice(at.start, at.end))).toBe(tight(parsed.text.slice(span.start, span.end)));
    }),
    { numRuns: 2000 },
  );
  expect(exact / asked).toBeGreaterThan(0.8);
});

test('HTML: text, blocks, styles and marks tile or stay inside the text', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(htmlPieces, { minLength: 1, maxLength: 40 }), async (pieces) => {
      const parsed = await read('html', pieces.join(''));
      if (!parsed) return;
      for (const part of [parsed.blocks, parsed.styles, parsed.marked]) {
        let end = 0;
        for (const { span } of part) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          end = span.end;
        }
        expect(end).toBeLessThanOrEqual(parsed.text.length);
      }
      const shown = (part: Parsed['blocks' | 'styles']): string => part.map(({ span }) => parsed.text.slice(span.start, span.end)).join('');
      for (const part of [parsed.blocks, parsed.styles]) expect(shown(part).replace(/\n/g, '')).toBe(parsed.text.replace(/\n/g, ''));
      for (const { span, block } of parsed.styles) {
        expect(span.start).toBeGreaterThanOrEqual(parsed.blocks[block].span.start);
        expect(span.end).toBeLessThanOrEqual(parsed.blocks[block].span.end);
      }
    }),
    { numRuns: 1000 },
  );
});

const INLINE = [
  'Dear',
  'Tom',
  ',',
  '.',
  '\\*',
  '\\_',
  '&amp;',
  '&eacute;',
  '&nbsp;',
  '&foo;',
  'a&b',
  '*b*',
  '**c**',
  '_d_',
  '`e f`',
  '``g`h``',
  '[i *j*](k)',
  '![l](m)',
  '<n@o.example>',

  'é',
  '😀',
  '~~p~~',
  'www.q.example',
  'r@s.example',
  '1',
  '!',
  '<!-- t -->',
];
const inline = fc.constantFrom(...INLINE);
const lead = fc.constantFrom('', '', '', '> ', '> > ', '- ', '  ', '1. ', '# ', '    ', '\t', '>', '| ', '- [ ] ', '```\n', '<div>\n');
const eol = fc.constantFrom('\n', '\n\n', '\r\n', '\r\n\r\n', '  \n', ' \n', '\\\n', '\n|-|-|\n');
const lines = fc.array(fc.tuple(lead, fc.array(inline, { minLength: 1, maxLength: 5 }), eol), { minLength: 1, maxLength: 8 });

test('Markdown: each word of the text stands at its place', async () => {
  let exact = 0;
  let asked = 0;
  await fc.assert(
    fc.asyncProperty(lines, async (parts) => {
      const markdown = parts.map(([before, words, after]) => before + words.join(' ') + after).join('');
      const parsed = await read('markdown', markdown);
      if (!parsed) return;
      for (const match of parsed.text.matchAll(/\S+/g)) {
        const span = { start: match.index, end: match.index + match[0].length };
        const at = parsed.map.source(span);
        asked += 1;
        if (!at) continue;
        exact += 1;
        // Inside raw HTML the address is a tag that no browser knows: not shown, but a word may go on behind it.
        const written = markdown.slice(at.start, at.end);
        const shown = match[0].includes('n@o') ? written : written.replaceAll('<n@o.example>', '');
        expect(bare(shown)).toBe(bare(match[0]));
      }
    }),
    { numRuns: 1500 },
  );
  expect(exact / asked).toBeGreaterThan(0.97);
});

/** Words without the marks that rendering takes away. */
function bare(written: string): string {
  return written
    .replace(ENCODED, (each) => REFERENCES[each] ?? (each.startsWith('<!') || each.includes('div') ? '' : each))
    .replace(/\]\(k\)|!\[l\]\(m\)|<\/?div>|[*_`~[\]<>|\s\u00a0\\]/g, '');
}
