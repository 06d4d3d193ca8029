import { expect, test } from 'vitest';
import type { Setting, Style } from '../../src/draft/draft.js';
import { parse } from '../../src/parse/index.js';

interface Look extends Style {
  readonly words: string;
  readonly setting: Setting;
  readonly block: number;
  readonly pasted?: boolean;
}

/** The style runs of the text that is neither quoted nor signature, as a rule sees them. */
async function looks(html: string): Promise<Look[]> {
  const parsed = await parse({ name: 'reply.html', format: 'html', content: html });
  if ('code' in parsed) throw new Error(parsed.message);
  return parsed.styles
    .filter(({ span }) => !parsed.marked.some((mark) => mark.span.start <= span.start && span.end <= mark.span.end))
    .map(({ span, style, setting, block, pasted }) => ({
      words: parsed.text.slice(span.start, span.end).trim(),
      setting,
      block,
      ...style,
      ...(pasted && { pasted }),
    }));
}

async function values(html: string, key: keyof Style): Promise<unknown[]> {
  return [...new Set((await looks(html)).map((look) => look[key]))];
}

test('a merged name in another font stands out', async () => {
  expect(
    await looks("<p style='font-family:Times New Roman'>Dear <span style='font-family:Arial'>Acme Ltd</span>, thank you.</p>"),
  ).toMatchObject([
    { words: 'Dear', font: 'times new roman', block: 0 },
    { words: 'Acme Ltd', font: 'arial', block: 0, setting: 'text' },
    { words: ', thank you.', font: 'times new roman', block: 0 },
  ]);
});

test('fonts and sizes by paragraph', async () => {
  expect(await looks('<p style="font:11pt Calibri">One</p><p style="font: italic 10pt/1.4 Verdana, sans-serif">Two</p>')).toMatchObject([
    { words: 'One', font: 'calibri', size: 14.67, block: 0 },
    { words: 'Two', font: 'verdana', size: 13.33, block: 1 },
  ]);
  expect(await values('<p style="font-size:13px">One</p><div style="font-size:16px">Two</div>', 'size')).toEqual([13, 16]);
});

test('colours and highlights', async () => {
  expect(
    await looks("<p>By <span style='background:yellow'>24 May</span> or <font color='#1F497D'>Ms Rossi</font>, <mark>soon</mark></p>"),
  ).toMatchObject([
    { words: 'By' },
    { words: '24 May', background: '#ffff00', setting: 'text' },
    { words: 'or' },
    { words: 'Ms Rossi', color: '#1f497d', setting: 'text' },
    { words: ',' },
    { words: 'soon', background: '#ffff00' },
  ]);
  const colors = [
    '#F00',
    '#ff0000ff',
    'red',
    'rgb(255,0,0)',
    'rgb(100% 0% 0%)',
    'rgba(255, 0, 0, .9)',
    'hsl(0, 100%, 50%)',
    'RED !important',
  ];
  expect(await values(colors.map((color) => `<p style="color:${color}">x</p>`).join(''), 'color')).toEqual(['#ff0000']);
  expect(await values('<p style="background:url(a;b) #eee no-repeat">x</p>', 'background')).toEqual(['#eeeeee']);
  for (const none of ['transparent', 'inherit', 'rgba(0,0,0,0)', '#0000', 'none'])
    expect(
      await values(`<table><tr><td bgcolor=yellow>a<span style="background-color:${none}">b</span></td></tr></table>`, 'background'),
    ).toEqual(['#ffff00']);
});

test('the same look written in other ways is the same', async () => {
  const same: readonly (readonly [keyof Style, string])[] = [
    [
      'font',
      "<p style='font-family:Arial,sans-serif'>a</p><p style='font-family:Arial, Helvetica'>b</p><p style='font-family:\"ARIAL\"'>c</p><p><font face='arial'>d</font></p>",
    ],
    [
      'size',
      '<p style="font-size:11pt">a</p><p style="font-size:14.67px">b</p><p style="font-size:11.0pt"><span style="font-size:1em">c</span><span style="font-size:100%">d</span></p>',
    ],
    [
      'size',
      '<p style="font-size:medium">a</p><p><font size=3>b</font></p><p><font size="+0">c</font></p><p style="font-size:1rem">d</p><p style="font-size:12pt">e</p>',
    ],
    [
      'font',
      '<div style="font-family:Calibri">a <span style="font-family:inherit">b</span> <span style="font-family:initial">c</span> <span style="font-family:Segoe UI Emoji">d</span></div>',
    ],
    ['color', '<div style="color:#333">a <span style="color:inherit">b</span> <span style="color:#333333">c</span></div>'],
  ];
  for (const [key, html] of same) expect(new Set((await looks(html)).map((look) => look[key])).size).toBe(1);
  expect(await values('<p style="font-family:sans-serif">a</p>', 'font')).toEqual([undefined]);
});

test('what may look different by right is told apart', async () => {
  const html =
    '<h2 style="color:navy">Refund</h2><p>Please <a href="https://example.com" style="color:#1155cc">track your parcel</a>, run ' +
    "<b style='color:red'>now</b> <small>(small print)</small></p>" +
    '<table border=1><tr><td style="color:red">Coat</td><td>£20</td></tr></table>' +
    "<div class='gmail_signature' style='font-size:9pt;color:gray'>Ann</div><div class='gmail_quote' style='font-family:Times'>old</div>";
  expect((await looks(html)).map(({ words, setting }) => `${setting}: ${words}`)).toEqual([
    'heading: Refund',
    'text: Please',
    'link: track your parcel',
    'text: , run',
    'emphasis: now',
    'text: ',
    'small: (small print)',
    'table: Coat',
    'table: £20',
  ]);
  const layout = '<table role="presentation"><tr><td><p>Dear Tom</p></td></tr></table><table><tr><td>Thank you</td></tr></table>';
  expect((await looks(layout)).map((look) => look.setting)).toEqual(['text', 'text']);
});

test('style sheets reach by tag, class, id and holder; the closer word wins', async () => {
  const head =
    '<html><head><style><!-- p.MsoNormal, li.MsoNormal {font-size:11.0pt; font-family:"Calibri",sans-serif;} .note{color:red} #x .deep{color:blue} div > i {color:lime}' +
    'p{color:green} @media print {p{color:black}} a:hover{color:pink} .strong{color:teal !important} --></style></head><body>';
  expect(await looks(`${head}<p class=MsoNormal>a</p>`)).toMatchObject([{ font: 'calibri', size: 14.67, color: '#008000', pasted: true }]);
  expect(await values(`${head}<p class="note">a</p>`, 'color')).toEqual(['#ff0000']);
  expect(await values(`${head}<p class="note" style="color:#123456">a</p>`, 'color')).toEqual(['#123456']);
  expect(await values(`${head}<p class="strong" style="color:#123456">a</p>`, 'color')).toEqual(['#008080']);
  expect(await values(`${head}<div id=x><b><u class=deep>a</u></b></div>`, 'color')).toEqual(['#0000ff']);
  expect(await values(`${head}<div><b><i>a</i></b></div>`, 'color')).toEqual([undefined]);
  expect(await values(`${head}<div><i>a</i></div>`, 'color')).toEqual(['#00ff00']);
});

test('only a paste mark that carries a visible style counts', async () => {
  expect(
    await looks(
      '<div>Dear Tom, <span style="mso-fareast-language:EN-US">thank</span> <span style="font-family:Arial;mso-ansi-language:EN">you</span></div>',
    ),
  ).toMatchObject([{ words: 'Dear Tom, thank' }, { words: 'you', pasted: true }]);
});
