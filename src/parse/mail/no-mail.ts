import { isValid } from '../../text/charset.js';
import { headerOf, headLines, isField, type Header } from './envelope.js';

/** As much of a file without a header as is held against the share of controls. */
const SEEN = 64 * 1024;
/** Above this share of controls, bytes that are not UTF-8 are no text in any other charset either; of random bytes they are a tenth. */
const CONTROLS = 0.01;

/**
 * Why bytes cannot be a mail: what, where and what to do; undefined where they may be one. Where there is a header it decides alone, because
 * an attachment may hold any bytes; without one all of it is read as text, and what is no text is no mail.
 */
export function whyNoMail(file: Uint8Array): string | undefined {
  if (!file.includes(0) && isValid(file.subarray(0, SEEN), 'utf-8')) return undefined;
  const header = headerOf(file);
  const hasHeader = header.end > header.start;
  const at = hasHeader ? nulAmongFields(header) : file.indexOf(0);
  const held = at >= 0 ? `NUL byte at offset ${at}` : !hasHeader && isNoText(file.subarray(0, SEEN)) ? 'bytes of no text' : undefined;
  if (held === undefined) return undefined;
  const what = hasHeader ? `a binary file with a mail in it (${held})` : `a binary file (no mail header, ${held})`;
  return `${what}, no mail; save the reply anew from the mail program, or leave the file out`;
}

/** Offset of a NUL in the header block where no field holds it, as before the first mail of an archive; -1 for none. A field may be damaged. */
function nulAmongFields({ mail, start, end }: Header): number {
  const first = mail.indexOf(0, start);
  if (first < 0 || first >= end) return -1;
  for (const line of headLines(mail, start)) {
    if (line.start >= end) break;
    if (isField(line) || /^[ \t]/.test(line.text)) continue;
    const nul = mail.subarray(line.start, line.next).indexOf(0);
    if (nul >= 0) return line.start + nul;
  }
  return -1;
}

function isNoText(bytes: Uint8Array): boolean {
  if (isValid(bytes, 'utf-8')) return false;
  let controls = 0;
  for (const byte of bytes) if (byte < 0x20 && !isLayout(byte)) controls += 1;
  return controls > bytes.length * CONTROLS;
}

/** What lays out text (backspace to CR), and ESC, by which ISO-2022 changes its sets of signs. */
function isLayout(byte: number): boolean {
  return (byte >= 0x08 && byte <= 0x0d) || byte === 0x1b;
}
