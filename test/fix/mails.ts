import { showWindowsSigns } from '../../src/text/charset.js';
import { encodeCharset } from '../../src/text/encode.js';

/** How a text part of a mail is written. The encoders here are the tests' own. */
export interface Manner {
  readonly charset: string;
  readonly encoding: '7bit' | '8bit' | 'quoted-printable' | 'base64';
  /** Longest encoded line. */
  readonly width: number;
  readonly eol: '\n' | '\r\n';
}

export function encodeBody(text: string, { charset, encoding, width, eol }: Manner): Buffer {
  const bytes = encodeCharset(text.replaceAll('\n', eol), charset);
  if (!bytes) throw new Error(`${charset} cannot hold ${text}`);
  if (encoding === 'base64')
    return Buffer.from(
      (
        Buffer.from(bytes)
          .toString('base64')
          .match(new RegExp(`.{1,${width}}`, 'g')) ?? []
      ).join(eol),
    );
  if (encoding === 'quoted-printable') return Buffer.from(quotedPrintable(bytes, width, eol));
  return Buffer.from(bytes);
}

function quotedPrintable(bytes: Uint8Array, width: number, eol: string): string {
  const lines: string[] = [];
  let line = '';
  const put = (sign: string): void => {
    if (line.length + sign.length > width - 3) {
      lines.push(`${line}=`);
      line = '';
    }
    line += sign;
  };
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    const ends = byte === 10 || (byte === 13 && bytes[at + 1] === 10);
    if (ends) {
      if (/[ \t]$/.test(line)) line = `${line.slice(0, -1)}=${line.endsWith(' ') ? '20' : '09'}`;
      lines.push(line);
      line = '';
      if (byte === 13) at += 1;
    } else
      put(
        (byte > 32 && byte < 127 && byte !== 61) || byte === 32
          ? String.fromCharCode(byte)
          : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
      );
  }
  lines.push(line);
  return lines.join(eol);
}

/** The text of an encoded body, its lines ended by LF. */
export function decodeBody(body: Buffer, { charset, encoding }: Manner): string {
  let bytes: Uint8Array = body;
  if (encoding === 'base64') bytes = Buffer.from(body.toString('latin1'), 'base64');
  if (encoding === 'quoted-printable') {
    const joined = body
      .toString('latin1')
      .replace(/[ \t]+(?=\r?\n|$)/g, '')
      .replace(/=\r?\n/g, '');
    bytes = Buffer.from(
      joined.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
      'latin1',
    );
  }
  const text = new TextDecoder(charset).decode(bytes).replaceAll('\r\n', '\n');
  return charset === 'windows-1252' ? showWindowsSigns(text) : text;
}

export function partHead(type: string, { charset, encoding, eol }: Manner, more = ''): string {
  return [`Content-Type: ${type}; charset="${charset}"${more}`, `Content-Transfer-Encoding: ${encoding}`, '', ''].join(eol);
}

export const head = (eol: string): string =>
  [
    'From: "Maya Lindqvist" <maya@kettles.example>',
    'To: =?utf-8?q?Adaeze_=C3=96kafor?= <adaeze@mail.example>',
    'Subject:  Your   kettle',
    'X-Odd:\tkept ',
    'MIME-Version: 1.0',
    '',
  ].join(eol);

/** Pieces put together to a mail; each body is marked so that it can be found again. */
export function assemble(...pieces: readonly (string | Buffer)[]): Buffer {
  return Buffer.concat(pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece)));
}
