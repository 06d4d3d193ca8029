import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlOf, piecesOf, replaced, textOf, textSpan, type Piece } from '../../src/page/exchange/pieces.js';
import { parseHtml } from '../../src/parse/html.js';
import { defaultLimits } from '../../src/parse/source.js';
import { runsOf } from '../../src/text/run-map.js';

function read(html: string): { text: string; pieces: readonly Piece[] } {
  const parsed = parseHtml(html, defaultLimits);
  if ('code' in parsed) throw new Error(parsed.message);
  return { text: parsed.text, pieces: piecesOf(html, parsed.text, runsOf(parsed.origin)) };
}

/** Blanks that no reader sees. */
const shown = (text: string): string =>
  text
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n+/g, '\n')
    .trim();

const LETTERS = [
  '<p>Dear <b>Anna</b>,</p><p>we&nbsp;sent it &amp; more.</p>',
  '<div style="font-family:Arial">Hello,<br><br>It went out <i>today</i>.</div>\n<div>Best<br>Sam</div>',
  '<html><head><style>p { color: red }</style></head><body>\n <p class="MsoNormal">One</p>\n <ul><li>two</li>\n<li>three</li></ul><p>four &lt; five 😀</p></body></html>',
  'no tags at all',
  '<table><tr><td>Order</td><td>12&nbsp;345</td></tr><tr><td>Sent</td><td>today</td></tr></table><pre>one\n  two</pre><p>Best<!-- x --></p>',
  '<html xmlns:o="urn:x"><head><!--[if gte mso 9]><xml></xml><![endif]--></head><body lang=EN-GB><div class=WordSection1><p class=MsoNormal>Dear Ms&nbsp;Li,<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal><span style=\'font-family:"Calibri"\'>Thank you &#8211; it\r\nis on its way.</span></p></div></body></html>',
  '<div dir="ltr">Hi Tom,<div><br></div><div>It is <b>fixed</b>.<img src="x.png" alt="😀"> Bye</div></div>',
];

describe('a draft in HTML, cut into pieces', () => {
  it.each(LETTERS)('is the same HTML and the same text: %s', (html) => {
    const { text, pieces } = read(html);
    expect(htmlOf(pieces)).toBe(html);
    expect(textOf(pieces)).toBe(text);
  });

  it.each([
    ['Dear Anna', 'Anna', 'Anne', '<p>Dear <b>Anne</b>, hello</p>', '<p>Dear <b>Anna</b>, hello</p>'],
    ['what HTML would take for a tag', 'hello', '1 < 2 & 3\nyes', '<p>Dear 1 &lt; 2 &amp; 3<br>yes</p>', '<p>Dear hello</p>'],
    ['two paragraphs that become one', 'a\n\nb', 'ab', '<p>ab</p>', '<p>a</p><p>b</p>'],
    ['the look of each of the two', 'a\n\nb', 'ab', '<p><b>a</b><i>b</i></p>', '<p><b>a</b></p> <p><i>b</i></p>'],
    ['a line break in the place of a paragraph', 'a\n\nb', 'a\nb', '<p>a<br>b</p>', '<p>a</p><p>b</p>'],
    ['a line break that is taken out', 'a\nb', 'a b', 'a b', 'a<br>b'],
  ])('takes over %s', (_, before, after, wanted, html) => {
    const { text, pieces } = read(html);
    const start = text.indexOf(before);
    expect(htmlOf(edited(pieces, start, before, after))).toBe(wanted);
  });

  /** Types `after` over `before`, changing no more than an editor would. */
  function edited(pieces: readonly Piece[], start: number, before: string, after: string): readonly Piece[] {
    let same = 0;
    while (same < before.length && before[same] === after[same]) same += 1;
    let end = 0;
    while (end < before.length - same && end < after.length - same && before.at(-1 - end) === after.at(-1 - end)) end += 1;
    return replaced(pieces, { start: start + same, end: start + before.length - end }, after.slice(same, after.length - end));
  }

  it('keeps a list whose end is not the edge of one paragraph and the next', () => {
    const { text, pieces } = read('<ul><li>two</li></ul><p>four</p>');
    const at = text.indexOf('\n');
    expect(htmlOf(replaced(pieces, { start: at, end: text.indexOf('four') }, ''))).toBe('<ul><li>two</li></ul><p>four</p>');
  });

  it('puts words at the start of a line into the element of that line', () => {
    const { text, pieces } = read('<p>a</p><p><b>b</b></p>');
    const at = text.indexOf('b');
    expect(htmlOf(replaced(pieces, { start: at, end: at }, 'x'))).toBe('<p>a</p><p><b>xb</b></p>');
  });

  it('can be emptied and written anew', () => {
    const { text, pieces } = read('<p>all of it</p>');
    const empty = replaced(pieces, { start: 0, end: text.length }, '');
    expect(htmlOf(empty)).toBe('<p></p>');
    expect(htmlOf(replaced(empty, { start: 0, end: 0 }, 'anew'))).toBe('<p>anew</p>');
  });

  it('says where a stretch of the HTML is seen', () => {
    const { pieces } = read('<p>a &amp; <b>c</b></p>');
    expect(textSpan(pieces, { start: 3, end: 4 })).toEqual({ start: 0, end: 1 });
    expect(textSpan(pieces, { start: 5, end: 10 })).toEqual({ start: 2, end: 3 });
    expect(textSpan(pieces, { start: 14, end: 15 })).toEqual({ start: 4, end: 5 });
  });

  it('shows what the editor shows, whatever is typed where', () => {
    const typed = fc.array(fc.tuple(fc.nat(1000), fc.nat(12), fc.constantFrom('', 'x', 'so & so', '<b>', '\n', 'two\n\nlines')), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(fc.constantFrom(...LETTERS), typed, (html, edits) => {
        let { text, pieces } = read(html);
        for (const [place, length, insert] of edits) {
          const start = place % (text.length + 1);
          const end = Math.min(text.length, start + length);
          pieces = replaced(pieces, { start, end }, insert);
          text = text.slice(0, start) + insert + text.slice(end);
          expect(textOf(pieces)).toBe(text);
        }
        const words = (of: string): string => shown(of).replace(/\s+/g, '');
        expect(words(read(htmlOf(pieces)).text)).toBe(words(text));
      }),
      { numRuns: 300 },
    );
  });
});
