import { createRequire } from 'node:module';
import { type ParsedMail, type SimpleParserOptions, simpleParser } from 'mailparser';
import { expect, it } from 'vitest';

// What is shipped has parts of mailparser left out or loaded later: it must read every mail as the whole of it does.
const bundled = createRequire(import.meta.url)('../../dist/vendor/mailparser.cjs') as { simpleParser: typeof simpleParser };

const options: SimpleParserOptions = {
  skipHtmlToText: true,
  skipTextToHtml: true,
  skipImageLinks: true,
  skipTextLinks: true,
  keepCidLinks: true,
};

/** The byte values of words in charsets that Node's own decoder cannot write. */
const words: Record<string, string> = {
  'utf-8': 'c3a9e282ac',
  'iso-8859-1': 'e9e8fc',
  'windows-1252': '93e994',
  'iso-8859-15': 'a4e9',
  'windows-1251': 'cff0e8e2e5f2',
  'koi8-r': 'f0d2c9d7c5d4',
  shift_jis: '8ab48ed3',
  'euc-jp': 'b4b6bcd5',
  'iso-2022-jp': '1b2442344634551b2842',
  gb2312: 'd0bbd0bb',
  gbk: '814f',
  gb18030: '8130813a',
  big5: 'c1c2c1c2',
  'big5-hkscs': '8840',
  'euc-kr': 'b0a8bbe7',
  'utf-16le': '41004200',
  'utf-16be': '00410042',
  'utf-7': '2b4150772d',
  'x-unknown': 'e941',
};

const mails: Record<string, Buffer> = {
  'a subject in two encodings': Buffer.from(
    'Subject: =?iso-2022-jp?B?GyRCNEY0VRsoQg==?= =?gb2312?Q?=D0=BB?=\r\nFrom: =?utf-8?Q?Jo_=C3=89?= <jo@example.com>, "A <b>" <a@xn--bcher-kva.example>\r\n\r\nHello\r\n',
  ),
  'an HTML part alone': Buffer.from(
    'Content-Type: text/html; charset=utf-8\r\n\r\n<p>See https://example.com &amp; me@example.com</p>\r\n',
  ),
  'attachments, named and not, with their checksums': Buffer.from(
    'Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nSee attached.\r\n--x\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\naGVsbG8=\r\n--x\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=a.docx\r\n\r\nhello\r\n--x--\r\n',
  ),
  'a nested mail': Buffer.from(
    'Content-Type: message/rfc822\r\nContent-Disposition: inline\r\n\r\nFrom: Zoë <z@example.com>\r\nSubject: <b> & "c"\r\n\r\nInner text\r\n',
  ),
  'flowed text': Buffer.from('Content-Type: text/plain; format=flowed; delsp=yes\r\n\r\nOne long \r\nline\r\n> quoted \r\n> text\r\n'),
};
for (const [charset, hex] of Object.entries(words)) {
  mails[`text in ${charset}`] = Buffer.concat([
    Buffer.from(`Content-Type: text/plain; charset=${charset}\r\n\r\n`),
    Buffer.from(hex, 'hex'),
  ]);
  mails[`a header in ${charset}`] = Buffer.from(`Subject: =?${charset}?B?${Buffer.from(hex, 'hex').toString('base64')}?=\r\n\r\nHello\r\n`);
}

function readable({ headers, ...rest }: ParsedMail): unknown {
  return { ...rest, headers: [...headers] };
}

it.each(Object.entries(mails))('the bundled mailparser reads %s as the whole one does', async (_, mail) => {
  expect(readable(await bundled.simpleParser(mail, options))).toEqual(readable(await simpleParser(mail, options)));
});
