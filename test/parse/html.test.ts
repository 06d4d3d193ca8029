import { expect, test } from 'vitest';
import { parse } from '../../src/parse/index.js';
import type { Parsed } from '../../src/parse/source.js';

async function read(content: string): Promise<Parsed> {
  const parsed = await parse({ name: 'reply.html', format: 'html', content });
  if ('code' in parsed) throw new Error(parsed.message);
  return parsed;
}

async function textOf(html: string): Promise<string> {
  return (await read(html)).text;
}

test('text as a browser shows it: blocks, line breaks, white space, references', async () => {
  expect(await textOf('<p>Dear  Ms\n  Rossi ,</p><p>Thank <b>you</b> for <i> writing</i> .</p>')).toBe(
    'Dear Ms Rossi ,\n\nThank you for writing .',
  );
  expect(await textOf('<div>one</div><div><br></div><div>two<br></div><div>three<br>four</div>')).toBe('one\n\ntwo\nthree\nfour');
  expect(await textOf('caf&eacute; &amp; bar &#8211; &pound5 &notit; &NotEqualTilde; A&B a&b; &copy2026')).toBe(
    'café & bar – £5 ¬it; ≂̸ A&B a&b; ©2026',
  );
  expect(await textOf('<pre>a  b\n  c</pre>x')).toBe('a  b\n  c\n\nx');
  expect(await textOf('<ul><li>one<li>two</ul>')).toBe('one\ntwo');
});

test('what no reader sees is left out', async () => {
  const html =
    '<html><head><title>T</title><style>.gone{display:none}</style></head><body><script>x</script><!-- note -->' +
    '<div style="display:none">preheader</div><span hidden>h</span><span class=gone>g</span><p style="mso-hide:all">m</p>Seen<textarea>t</textarea></body></html>';
  expect(await textOf(html)).toBe('Seen');
});

test('the quoted original and the signature are marked as mail programs write them', async () => {
  const marked = async (html: string): Promise<string[]> => {
    const parsed = await read(html);
    return parsed.marked.map(({ role, span }) => `${role}: ${parsed.text.slice(span.start, span.end).replaceAll('\n', '/')}`);
  };
  expect(
    await marked(
      '<div>Hi</div><div class="gmail_signature">Ann</div><div class="gmail_quote"><div class="gmail_attr">On Monday Tom wrote:</div><blockquote>Help</blockquote></div>',
    ),
  ).toEqual(['signature: Ann', 'quoted: On Monday Tom wrote://Help']);
  expect(
    await marked('<p>Hi</p><div class="moz-cite-prefix">On 1 May Tom wrote:</div><blockquote type="cite">Help</blockquote><p>Bye</p>'),
  ).toEqual(['quoted: On 1 May Tom wrote://Help']);
  expect(
    await marked(
      '<body><div>Hi<div id="Signature">Ann</div></div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg">From: Tom</div><div>Help</div></body>',
    ),
  ).toEqual(['signature: Ann', 'quoted: From: Tom/Help']);
  expect(await marked('<p>Run <code>npm ci</code> again</p><pre>npm ci</pre>')).toEqual(['code: npm ci', 'code: npm ci']);
});

test('the indent button of a mail program quotes nobody, and a message in pre is no listing', async () => {
  const indent = await read('<p>Steps:</p><blockquote style="margin:0 0 0 40px;border:none;padding:0px"><div>Open it</div></blockquote>');
  expect(indent.marked).toEqual([]);
  const plain = await read('<html><body><pre>Dear Tom,\n\nThank you.\n</pre></body></html>');
  expect(plain.marked).toEqual([]);
});

test('places count in the HTML, entities and collapsed space included', async () => {
  const html = '<p>Caf&eacute;   au <b>lait</b></p>\r\n<p>and&nbsp;more</p>';
  const parsed = await read(html);
  const source = (words: string): string | undefined => {
    const start = parsed.text.indexOf(words);
    const at = parsed.map.source({ start, end: start + words.length });
    return at && html.slice(at.start, at.end);
  };
  expect(source('Café au')).toBe('Caf&eacute;   au');
  expect(source('é')).toBe('&eacute;');
  expect(source('au lait')).toBe('au <b>lait');
  expect(source('lait\n\nand')).toBe('lait</b></p>\r\n<p>and');
  const pre = await read('<pre>\r\n&nbsp;&nbsp;a</pre>');
  expect(pre.map.source({ start: 0, end: 3 })).toEqual({ start: 7, end: 20 });
  const start = parsed.text.indexOf('more');
  expect(parsed.map.locate({ start, end: start + 4 })).toMatchObject({ file: 'reply.html', line: 2, column: 13, endColumn: 17 });
});

test('links and images keep their targets; an image takes no room', async () => {
  const parsed = await read(
    '<p>Track <a href="https://example.com/t">your parcel</a> <img src="cid:logo" alt="Logo"> now <img alt="🙂" src="e.png"></p>',
  );
  expect(parsed.text).toBe('Track your parcel now 🙂');
  expect(parsed.links.map(({ span, place: _place, ...link }) => ({ ...link, words: parsed.text.slice(span.start, span.end) }))).toEqual([
    { target: 'https://example.com/t', words: 'your parcel' },
    { target: 'cid:logo', words: '', image: true, alt: 'Logo' },
  ]);
});
