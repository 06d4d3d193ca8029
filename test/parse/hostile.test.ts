import { expect, test } from 'vitest';
import { parse } from '../../src/parse/index.js';
import { defaultLimits, type Format, type Parsed } from '../../src/parse/source.js';
import type { Problem } from '../../src/text/problem.js';

const SIZE = 60_000;
const fill = (unit: string): string => unit.repeat(Math.ceil(SIZE / unit.length));
const count = (unit: (i: number) => string): string => {
  let text = '';
  for (let i = 0; text.length < SIZE; i += 1) text += unit(i);
  return text;
};

const html: Readonly<Record<string, string>> = {
  'nested div': fill('<div>'),
  'nested tables with formatting': fill('<table><b>'),
  'misnested links': fill('<a><div></a>'),
  templates: fill('<template>'),
  'fonts carried through paragraphs': count((i) => `<p><font id=${i}></p>x`),
  'fonts carried through blocks': count((i) => `<font id=${i}><div></font>`),
  'adoption by many blocks': `${'<b>'.repeat(50)}<p>${fill('<br>')}${'</b>'.repeat(50)}`,
  'strays between rows': `${fill('<br>')}<table>${fill('<b></b>')}`,
  'svg that hides its depth': `<svg><desc></svg></desc><title>${fill('<div>')}`,
  'raw text that never ends': fill('<script>'),
  comments: fill('<!-- --!'),
  'open comments': fill('<!--'),
  'open tags': fill('<a '),
  'open quotes': fill('<a x="'),
  attributes: `<a ${count((i) => `a${i} `)}>`,
  'body attributes': count((i) => `<body a${i}=1>x`),
  paragraphs: fill('<p>x'),
  'table cells': `<table>${fill('<tr><td>x')}`,
  'items never closed': fill('<ul><li>x'),
  references: fill('&notit;'),
  ampersands: fill('&'),
  'style sheets': `<style>${fill('a b{color:red}')}</style>${'<a><b>x</b></a>'.repeat(2000)}`,
  'style attribute': `<p style="${fill('color:(')}">x`,
  'one word': fill('a'),
  'white space': `a${fill(' \n')}b`,
  'one byte pair halves': fill('\ud800'),
};

const markdown: Readonly<Record<string, string>> = {
  'underlined headings': fill('a\n=\n'),
  'table-like headings': fill('a|\n-\n'),
  'nested quotes': fill('>'),
  'nested items': fill('- '),
  'nested items by indent': count((i) => `${' '.repeat(2 * (i % 400))}- a\n`),
  'many nested lists': count((i) => `${' '.repeat(2 * (i % 49))}- a\n`),
  'quotes apart': fill('> a\n\n'),
  'fences in quotes': fill('> ```\n\n'),
  'quotes in items': fill('- > a\n\n'),
  emphasis: fill('*a_ '),
  'emphasis by line': fill('*a_\n'),
  'backtick ladder': count((i) => `${'`'.repeat(i)}a `),
  brackets: fill('['),
  closings: fill(']'),
  'open links': fill('[a]('),
  references: fill('[a] '),
  footnotes: fill('[^a] '),
  images: fill('!['),
  'blank lines': `a *b*${fill('\n')}`,
  'one-letter paragraphs': `*a*\n\n${fill('a\n\n')}`,
  tags: fill('<b>x</b> '),
  blocks: fill('<div>\n\n'),
  'open comments': fill('<!--'),
  addresses: `~~a~~ ${fill('www.a.b ')}`,
  'mail addresses': `~~a~~ ${fill('a@b.c ')}`,
  'table rows': `|a|b|\n|-|-|\n${fill('|a|b|\n')}`,
  'wide table': `${fill('|a')}\n${fill('|-')}\n`,
  'front matter of tags': `---\n${fill('! ')}\n---\nx`,
  'front matter of brackets': `---\n${'['.repeat(15_000)}\n---\nx`,
  'quoted prose': fill('> a b *c*\n'),
  'one long word': `${fill('a')} *b*`,
  backslashes: fill('\\'),
  'html and emphasis': `<div>${fill('<b>*a*')}`,
};

for (const [format, inputs] of [
  ['html', html],
  ['markdown', markdown],
] as const)
  for (const [name, content] of Object.entries(inputs))
    test(`${format}: ${name} is answered, or refused by a limit`, async () => {
      const parsed = await parse({ name: 'x', format, content });
      if ('code' in parsed) {
        expect(['too-complex', 'empty']).toContain(parsed.code);
        expect(parsed.message).not.toContain('\n');
        expect(parsed.file).toBe('x');
      }
    });

async function read(format: Format, content: string, limits = defaultLimits): Promise<Parsed | Problem> {
  return parse({ name: 'x', format, content }, limits);
}

test('HTML nested deeper than the limit is read as text of the deepest level, at its place', async () => {
  const source = `<p>Dear Tom</p>${'<div style="color:red">'.repeat(5000)}Thank you<b>!</b>${'</div>'.repeat(5000)}<p>Best, Ann</p>`;
  const parsed = await read('html', source);
  if ('code' in parsed) throw new Error(parsed.message);
  expect(parsed.text).toBe('Dear Tom\n\nThank you!\n\nBest, Ann');
  const start = parsed.text.indexOf('Best');
  const at = parsed.map.source({ start, end: start + 4 });
  expect(at && source.slice(at.start, at.end)).toBe('Best');
});

test('the limit on depth is an option, and the problem names it', async () => {
  expect(await read('markdown', '> > > *a*', { ...defaultLimits, depth: 2 })).toMatchObject({ code: 'too-complex', line: 1 });
  expect(await read('markdown', `a *b*\n\n${'> '.repeat(101)}a`)).toMatchObject({
    line: 3,
    message: expect.stringContaining('limit depth'),
  });
  expect(await read('markdown', `${'> '.repeat(99)}a *b*`)).toHaveProperty('text');
});

test('long but ordinary drafts are read', async () => {
  const letter =
    'Dear **Tom**,\n\nThank you for your letter of 3 May about the [coat](https://example.com/c).\n\n- We refund it.\n- We ring you.\n\n';
  expect(await read('markdown', letter.repeat(300))).toHaveProperty('text');
  const listing = `See:\n\n\`\`\`\n${'[12:00] *a* [b] <c> `d`\n'.repeat(1000)}\`\`\`\n`;
  expect(await read('markdown', listing)).toHaveProperty('text');
  const mail =
    '<p class="MsoNormal"><span style="font-size:11.0pt">Dear Tom,<o:p></o:p></span></p><p class="MsoNormal"><b>Thank</b> you.</p>';
  expect(await read('html', mail.repeat(1000))).toHaveProperty('text');
});
