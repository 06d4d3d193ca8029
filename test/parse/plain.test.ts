import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from '../../src/parse/index.js';
import { defaultLimits, type Parsed } from '../../src/parse/source.js';

async function read(content: string | Uint8Array): Promise<Parsed> {
  const parsed = await parse({ name: 'reply.txt', format: 'text', content });
  if ('code' in parsed) throw new Error(parsed.message);
  return parsed;
}

function shown(parsed: Parsed): string[] {
  return parsed.blocks.map((block) => `${block.kind}: ${parsed.text.slice(block.span.start, block.span.end)}`);
}

test('markup signs stay: the customer sees them', async () => {
  const text = 'Dear Ms Rossi,\n\n**Good news** &amp; <b>thanks</b> [here](x)\n';
  const parsed = await read(text);
  expect(parsed.text).toBe(text);
  expect(parsed.surface).toBe('plain');
});

test('paragraphs, items and quoted lines are blocks', async () => {
  const text =
    'Dear Tom,\r\n\r\nWe will:\r\n- refund you\r\n  today\r\n2. ring you\r\n \r\nBest,\r\nAnn\r\n> where is\r\n> my coat?\r\nPS: no rush';
  expect(shown(await read(text))).toEqual([
    'paragraph: Dear Tom,',
    'paragraph: We will:',
    'item: - refund you\r\n  today',
    'item: 2. ring you',
    'paragraph: Best,\r\nAnn',
    'quote: > where is\r\n> my coat?',
    'paragraph: PS: no rush',
  ]);
});

test('every offset is its own origin, with line and column', async () => {
  const parsed = await read('one\r\ntwo three\r\n');
  const at = { start: 9, end: 14 };
  expect(parsed.map.source(at)).toEqual(at);
  expect(parsed.map.locate(at)).toMatchObject({ file: 'reply.txt', line: 2, column: 5, endLine: 2, endColumn: 10 });
});

test('web addresses are links, the sentence around them is not', async () => {
  const parsed = await read('See https://example.com/a_(b)?x=1. Or (www.example.org/faq), not www. alone.');
  expect(parsed.links.map((link) => link.target)).toEqual(['https://example.com/a_(b)?x=1', 'www.example.org/faq']);
  for (const link of parsed.links) expect(parsed.text.slice(link.span.start, link.span.end)).toBe(link.target);
});

test('what is over a limit, empty or not UTF-8 is one problem', async () => {
  const problem = async (content: string | Uint8Array, limits = defaultLimits): Promise<unknown> =>
    parse({ name: 'a.txt', format: 'text', content }, limits);
  expect(await problem('abcdef', { ...defaultLimits, draftUnits: 5 })).toMatchObject({ code: 'too-large', file: 'a.txt' });
  expect(await problem(' \n\t')).toMatchObject({ code: 'empty' });
  expect(await problem(Uint8Array.of(0x63, 0xe9, 0x21))).toMatchObject({ code: 'bad-charset' });
});

test('blocks are in order, apart, and hold every sign that shows', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('word', ' ', '\n', '\r\n', '> ', '- ', '1. ', '\t', 'é'), { maxLength: 40 }),
      async (parts) => {
        const text = `x${parts.join('')}`;
        const { blocks } = await read(text);
        let end = 0;
        for (const { span } of blocks) {
          expect(text.slice(end, span.start).trim()).toBe('');
          expect(span.end).toBeGreaterThan(span.start);
          end = span.end;
        }
        expect(text.slice(end).trim()).toBe('');
      },
    ),
  );
});

test('long input is read', async () => {
  for (const unit of ['a', '\n', '> ', '- ', 'http://', '(', 'www.a) '])
    await parse({ name: 'a.txt', format: 'text', content: unit.repeat(300_000) });
});
