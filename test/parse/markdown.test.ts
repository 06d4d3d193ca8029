import { expect, test } from 'vitest';
import { parse } from '../../src/parse/index.js';
import type { Parsed } from '../../src/parse/source.js';

async function read(content: string): Promise<Parsed> {
  const parsed = await parse({ name: 'reply.md', format: 'markdown', content });
  if ('code' in parsed) throw new Error(parsed.message);
  return parsed;
}

function shown(parsed: Parsed): string[] {
  return parsed.blocks.map(({ kind, span }) => `${kind}: ${parsed.text.slice(span.start, span.end)}`);
}

function words(parsed: Parsed, part: 'marked' | 'links'): string[] {
  return parsed[part].map((each) => `${'role' in each ? each.role : each.target}: ${parsed.text.slice(each.span.start, each.span.end)}`);
}

test('marks are gone, words of links and code stay, images and targets are not prose', async () => {
  const parsed = await read(
    'Dear **Ms Rossi**,\n\nSee [our *new* page](https://example.com/new "t") and `npm ci` ![Logo](cid:1).\nOr <https://example.com/x> &amp; \\*this\\*.\n',
  );
  expect(parsed.text).toBe('Dear Ms Rossi,\n\nSee our new page and npm ci .\nOr https://example.com/x & *this*.');
  expect(words(parsed, 'links')).toEqual([
    'https://example.com/new: our new page',
    'cid:1: ',
    'https://example.com/x: https://example.com/x',
  ]);
  expect(words(parsed, 'marked')).toEqual(['code: npm ci']);
  expect(parsed.styles).toEqual([]);
});

test('headings, items, quotes, code and cells are blocks', async () => {
  const parsed = await read(
    '# Your refund\n\nWe will:\n\n- refund you\n  today\n- ring you\n\n> Where is\n> my coat?\n\n```sh\nnpm ci\n  x\n```\n\n| Item | Price |\n|---|---|\n| Coat | £20 |\n\nBest,\nAnn\n',
  );
  expect(shown(parsed)).toEqual([
    'heading: Your refund',
    'paragraph: We will:',
    'item: refund you\ntoday',
    'item: ring you',
    'quote: Where is\nmy coat?',
    'code: npm ci\n  x',
    'cell: Item',
    'cell: Price',
    'cell: Coat',
    'cell: £20',
    'paragraph: Best,\nAnn',
  ]);
  expect(words(parsed, 'marked')).toEqual(['quoted: Where is\nmy coat?', 'code: npm ci\n  x']);
});

test('front matter describes the draft and is no part of it', async () => {
  const source =
    '---\ntitle: Late refund\ntags: [refund, delay]\ncustomer_name: Ms Rossi\nkind: complaint\nlayout: page\n---\n\nDear Ms Rossi,\n';
  const parsed = await read(source);
  expect(parsed.text).toBe('Dear Ms Rossi,');
  expect(parsed.meta).toEqual({ title: 'Late refund', tags: ['refund', 'delay'], customerName: 'Ms Rossi', kind: 'complaint' });
  expect(parsed.problems).toEqual([]);
  expect(parsed.map.locate({ start: 5, end: 7 })).toMatchObject({ line: 9, column: 6 });
});

test('front matter that is wrong is a problem at its line, and the draft is still read', async () => {
  const wrong = async (yaml: string): Promise<unknown> => (await read(`---\n${yaml}\n---\nDear Tom`)).problems;
  expect(await wrong('title: a\nkind: complant')).toMatchObject([
    { line: 3, message: 'front matter: "complant" is no kind of message; did you mean complaint?' },
  ]);
  expect(await wrong('kind: post')).toEqual([]);
  expect(await wrong('title: a\nkind: [x')).toMatchObject([{ code: 'bad-front-matter', file: 'reply.md' }]);
  expect(await wrong('title: a\nkind: [x]')).toMatchObject([{ line: 3, message: expect.stringContaining('kind') }]);
  expect(await wrong('just words')).toHaveLength(1);
  expect(await wrong('['.repeat(9000))).toHaveLength(1);
  expect(await wrong(`a: &a [1]\nkind: [${'*a,'.repeat(500)}]`)).toHaveLength(1);
  expect((await read('---\nno end\n\nDear Tom')).text).toContain('no end');
});

test('a comment that speaks to the linter is a directive; others are left out', async () => {
  const parsed = await read(
    'Dear Tom,\n\n<!-- replylint-disable canned-phrase -->\n\nThank you.\n<!-- replylint-enable -->\nBye *now*. <!-- note -->\n',
  );
  expect(words(parsed, 'marked')).toEqual(['directive: <!-- replylint-disable canned-phrase -->', 'directive: <!-- replylint-enable -->']);
  expect(parsed.text).not.toContain('note');
});

test('raw HTML is read as a browser would, fonts included', async () => {
  const source =
    "> Hi *there*\n\nDear <span style='font-family:Arial'>Acme &amp; *Co*</span>,\nthank <br>you.\n\n<p style='color:red'>Red\nwords</p>\n";
  const parsed = await read(source);
  expect(parsed.text).toBe('Hi there\n\nDear Acme & Co,\nthank\nyou.\n\nRed words');
  const looks = parsed.styles.map(({ span, style }) => [parsed.text.slice(span.start, span.end), style.font ?? style.color]);
  expect(looks).toContainEqual(['Acme & ', 'arial']);
  expect(looks).toContainEqual(['Red words', '#ff0000']);
  const start = parsed.text.indexOf('Acme');
  const at = parsed.map.source({ start, end: start + 9 });
  expect(at && source.slice(at.start, at.end)).toBe('Acme &amp; *Co');
});

test('places count in the Markdown, escapes and quoted lines included', async () => {
  const source = 'Dear *Tom*,\r\n\r\n> - your \\*old\\* coat &amp; hat\r\n>   went `away `` `\r\n';
  const parsed = await read(source);
  const origin = (piece: string): string | undefined => {
    const start = parsed.text.indexOf(piece);
    const at = parsed.map.source({ start, end: start + piece.length });
    return at && source.slice(at.start, at.end);
  };
  expect(origin('Tom')).toBe('Tom');
  expect(origin('*old* coat & hat')).toBe('\\*old\\* coat &amp; hat');
  expect(origin('hat\nwent')).toBe('hat\r\n>   went');
  expect(origin('Dear Tom,')).toBe('Dear *Tom*,');
});
