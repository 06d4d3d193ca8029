import { count, fill, kB, MB, type Attack } from './attack.js';

const HEAD = 'From: Ann <ann@example.com>\r\nTo: Tom <tom@example.com>\r\nSubject: Your kettle\r\nMIME-Version: 1.0\r\n';
const REPLY = 'Dear Tom,\r\n\r\nThank you for your letter.\r\n\r\nAnn\r\n';
const plain = 'Content-Type: text/plain; charset=utf-8\r\n';

/** A header block before an ordinary reply. */
const withHeaders = (headers: string): string => `${HEAD}${headers}${plain}\r\n${REPLY}`;
/** A body under the given part headers. */
const withBody = (part: string, body: string): string => `${HEAD}${part}\r\n${body}`;

const header = (name: string, full: number, make: (size: number) => string): Attack => ({
  name,
  full,
  make: (size) => withHeaders(make(size)),
});
const body = (name: string, full: number, part: string, make: (size: number) => string): Attack => ({
  name,
  full,
  make: (size) => withBody(part, make(size)),
});

const multipart = (subtype: string, parts: readonly string[]): string =>
  `Content-Type: multipart/${subtype}; boundary=b\r\n\r\n${parts.map((part) => `--b\r\n${part}\r\n`).join('')}--b--\r\n`;

function nestedMultiparts(size: number): string {
  return count((i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`, size) + `${plain}\r\n${REPLY}`;
}

const quotedPrintable = `${plain}Content-Transfer-Encoding: quoted-printable\r\n`;
const base64 = `${plain}Content-Transfer-Encoding: base64\r\n`;
const html = 'Content-Type: text/html; charset=utf-8\r\n';
const charset = (label: string): string => `Content-Type: text/plain; charset=${label}\r\n`;
const encoded = (text: string): string => Buffer.from(text).toString('base64');
const noise = (size: number): Uint8Array => {
  const bytes = new Uint8Array(size);
  let state = 42;
  for (let i = 0; i < size; i += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    bytes[i] = state >>> 24;
  }
  return bytes;
};

/** Mail that a MIME parser never answers, or answers late, large or with a crash. */
export const mailAttacks: readonly Attack[] = [
  // What never ends.
  { name: 'an embedded message without a blank line', full: 1, make: () => 'Content-Disposition:inline\nContent-Type:message/rfc822' },
  { name: 'the same with line ends of mail', full: 1, make: () => 'Content-Type: message/rfc822\r\nContent-Disposition: inline' },
  {
    name: 'an embedded message whose headers are cut off',
    full: 1,
    make: () => `${HEAD}${multipart('mixed', ['Content-Type: message/rfc822\r\nContent-Disposition: inline\r\n\r\nSubject: x'])}`,
  },
  { name: 'nothing but a boundary', full: 1, make: () => 'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b' },
  { name: 'a boundary that never comes', full: 1, make: () => `${HEAD}Content-Type: multipart/mixed; boundary=never\r\n\r\n${REPLY}` },
  {
    name: 'an empty boundary',
    full: 200 * kB,
    make: (size) => withBody('Content-Type: multipart/mixed; boundary=""\r\n', fill('--\r\n', size)),
  },
  { name: 'headers without an end', full: 500 * kB, make: (size) => count((i) => `X-${i}: a\r\n`, size) },
  { name: 'one byte', full: 1, make: () => 'x' },
  { name: 'line ends alone', full: 5 * MB, make: (size) => fill('\n', size) },
  { name: 'carriage returns alone', full: 5 * MB, make: (size) => fill('\r', size) },
  { name: 'NUL alone', full: 1 * MB, make: (size) => new Uint8Array(size) },
  { name: 'noise', full: 10 * MB, make: noise },
  { name: 'noise after a header', full: 5 * MB, make: (size) => Buffer.concat([Buffer.from(`${HEAD}\r\n`), noise(size)]) },
  // What is long.
  body('one line', 100 * MB, plain, (size) => fill('a', size)),
  body('one line of words', 9 * MB, plain, (size) => fill('a word ', size)),
  body('ordinary lines', 100 * MB, plain, (size) => fill('We have read your letter and we agree.\r\n', size)),
  body('ordinary lines within the limits', 1 * MB, plain, (size) => fill('We have read your letter and we agree.\r\n', size)),
  body('lines of one letter', 2 * MB, plain, (size) => fill('a\n', size)),
  body('quoted lines', 2 * MB, plain, (size) => fill('> a\r\n', size)),
  body('quotes nested ever deeper', 2 * MB, plain, (size) => count((i) => `${'>'.repeat(1 + (i % 1500))} a\r\n`, size)),
  body('attribution lines', 1 * MB, plain, (size) => fill('On 3 May Tom wrote:\r\n', size)),
  body('originals of Outlook', 1 * MB, plain, (size) => fill('-----Original Message-----\r\nFrom: Tom\r\nSent: 3 May\r\n\r\n', size)),
  body('lines From', 2 * MB, plain, (size) => fill('\r\nFrom ann@example.com Mon\r\n', size)),
  body('blanks before a line end', 2 * MB, plain, (size) => `a${fill(' ', size)}\r\nb`),
  // Transfer encodings.
  body('an attachment of base64', 500 * MB, 'Content-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n', (size) =>
    fill(`${'QUJD'.repeat(19)}\r\n`, size),
  ),
  body('base64 on one line', 9 * MB, base64, (size) => encoded(fill('Dear Tom. ', size * 0.75))),
  body('base64 that is none', 5 * MB, base64, (size) => fill('%$!\n', size)),
  body('base64 of one letter a line', 2 * MB, base64, (size) => fill('Q\n', size)),
  body('signs of equality', 20 * MB, quotedPrintable, (size) => fill('=', size)),
  body('signs of equality within the limits', 5 * MB, quotedPrintable, (size) => fill('=', size)),
  body('soft line ends', 5 * MB, quotedPrintable, (size) => fill('=\r\n', size)),
  body('broken escapes', 5 * MB, quotedPrintable, (size) => fill('=ZZ=3', size)),
  body('blanks inside a line', 200 * kB, quotedPrintable, (size) => `a${fill(' ', size)}b\r\n`),
  body('blanks inside lines', 1 * MB, quotedPrintable, (size) => fill(`a${' '.repeat(900)}b\r\n`, size)),
  body('flowed lines', 5 * MB, 'Content-Type: text/plain; format=flowed\r\n', (size) => fill('a word \r\n', size)),
  body('flowed quotes', 5 * MB, 'Content-Type: text/plain; format=flowed; delsp=yes\r\n', (size) => fill('> a \r\n', size)),
  body('an encoding nobody knows', 1 * MB, `${plain}Content-Transfer-Encoding: 7Vladi.PimenovIT\r\n`, (size) => fill('a b\r\n', size)),
  body('uuencode', 1 * MB, `${plain}Content-Transfer-Encoding: x-uuencode\r\n`, (size) => `begin 644 a\r\n${fill('M####\r\n', size)}`),
  // Charsets.
  body('utf-7', 5 * MB, charset('utf-7'), (size) => fill('+AGE-', size)),
  body('utf-7 that never ends', 1 * MB, charset('utf-7'), (size) => `+${fill('A', size)}`),
  body('iso-2022-jp', 2 * MB, charset('iso-2022-jp'), (size) => fill('\x1b$B$"\x1b(B', size)),
  body('utf-16', 2 * MB, charset('utf-16le'), (size) => fill('a\0', size)),
  body('a charset nobody knows', 1 * MB, charset('DEFAULT'), (size) => fill('a word\r\n', size)),
  body('a charset with a prefix of its encoding', 1 * kB, charset('3Diso-8859-1'), () => REPLY),
  {
    name: 'bytes that are not in their charset',
    full: 2 * MB,
    make: (size) => Buffer.concat([Buffer.from(withBody(plain, '')), Buffer.alloc(size, 0xe9)]),
  },
  // Headers.
  header('header lines', 9 * MB, (size) => count((i) => `X-A${i}: b\r\n`, size)),
  header('header lines within the limit', 900 * kB, (size) => count((i) => `X-A${i}: b\r\n`, size)),
  header('one header', 900 * kB, (size) => `X-A: ${fill('b', size)}\r\n`),
  header('one header of folded lines', 900 * kB, (size) => `X-A: b\r\n${fill(' c\r\n', size)}`),
  header('addresses', 800 * kB, (size) => `Cc: ${count((i) => `a${i}@example.com, `, size)}b@example.com\r\n`),
  header('groups of addresses', 200 * kB, (size) => `Cc: ${fill('a:', size)}\r\n`),
  header('nested groups closed', 200 * kB, (size) => `Cc: ${fill('a:', size / 2)}${fill(';', size / 2)}\r\n`),
  header('comments in addresses', 200 * kB, (size) => `Cc: ${fill('(', size)}\r\n`),
  header('quotes in addresses', 200 * kB, (size) => `Cc: ${fill('"a" ', size)}\r\n`),
  header('angles in addresses', 200 * kB, (size) => `Cc: ${fill('<', size)}\r\n`),
  header('commas in addresses', 500 * kB, (size) => `Cc: ${fill(',', size)}\r\n`),
  header('signs at in addresses', 200 * kB, (size) => `Cc: ${fill('a@', size)}\r\n`),
  header('encoded words', 900 * kB, (size) => `Subject: ${fill('=?utf-8?B?QQ==?= ', size)}\r\n`),
  header('encoded words that never end', 500 * kB, (size) => `Subject: ${fill('=?utf-8?Q?', size)}\r\n`),
  header('encoded words in addresses', 500 * kB, (size) => `Cc: ${fill('=?utf-8?Q?a?= <a@example.com>, ', size)}\r\n`),
  header('references', 800 * kB, (size) => `References: ${fill('<a@example.com> ', size)}\r\n`),
  header('references without a blank', 800 * kB, (size) => `References: ${fill('<', size)}\r\n`),
  header('parameters', 500 * kB, (size) => `Content-Disposition: inline${count((i) => `; a${i}=b`, size)}\r\n`),
  header('parameters that go on', 500 * kB, (size) => `Content-Disposition: attachment${count((i) => `; filename*${i}=b`, size)}\r\n`),
  header('parameters with percent signs', 500 * kB, (size) => `Content-Disposition: attachment; filename*=utf-8''${fill('%41', size)}\r\n`),
  header('dates', 500 * kB, (size) => fill('Date: Mon, 1 Jan 2026 00:00:00 +0000\r\n', size)),
  header('content types', 500 * kB, (size) => fill('Content-Type: text/html\r\n', size)),
  header('keys of the prototype', 1 * kB, () => '__proto__: polluted\r\nconstructor: polluted\r\nprototype: polluted\r\n'),
  // Parts.
  { name: 'nested multiparts', full: 9 * MB, make: (size) => `${HEAD}${nestedMultiparts(size)}` },
  {
    name: 'nested embedded messages',
    full: 7 * MB,
    make: (size) => `${HEAD}${fill('Content-Type: message/rfc822\r\n\r\n', size)}${plain}\r\n${REPLY}`,
  },
  {
    name: 'parts',
    full: 2 * MB,
    make: (size) => `${HEAD}${multipart('mixed', Array<string>(Math.ceil(size / 60)).fill(`${plain}\r\na`))}`,
  },
  { name: 'empty parts', full: 2 * MB, make: (size) => withBody('Content-Type: multipart/mixed; boundary=b\r\n', fill('--b\r\n', size)) },
  {
    name: 'alternatives',
    full: 200 * kB,
    make: (size) => `${HEAD}${multipart('alternative', Array<string>(Math.ceil(size / 60)).fill(`${html}\r\n<b>a</b>`))}`,
  },
  {
    name: 'parts of HTML',
    full: 50 * kB,
    make: (size) => `${HEAD}${multipart('mixed', Array<string>(900).fill(`${html}\r\n${fill('<p>a', size / 900)}`))}`,
  },
  { name: 'two content types', full: 1 * kB, make: () => `${HEAD}Content-Type: text/html\r\n${plain}\r\n<b>${REPLY}` },
  {
    name: 'a boundary that is part of another',
    full: 500 * kB,
    make: (size) =>
      withBody(
        'Content-Type: multipart/mixed; boundary=b\r\n',
        `--b\r\nContent-Type: multipart/mixed; boundary=bb\r\n\r\n${fill('--bb\r\n\r\na\r\n', size)}`,
      ),
  },
  // HTML in mail.
  body('paragraphs of HTML', 9 * MB, html, (size) => fill('<p>x', size)),
  body('tables nested in HTML', 15 * kB, html, (size) => fill('<table><tr><td>', size)),
  body('tags nested in HTML', 50 * kB, html, (size) => fill('<div>', size)),
  body('an endless address in HTML', 1 * MB, html, (size) => `<a href="https://example.com/${fill('a', size)}">x</a>`),
  body('images in the HTML', 1 * MB, html, (size) => fill('<img src="cid:a">', size)),
];
