import { RunBuilder, shifted, type OffsetMap } from '../../text/run-map.js';

/** A mail's bytes as mailparser needs them, with the way back to the bytes of the file. */
export interface Envelope {
  readonly bytes: Uint8Array;
  readonly toFile: OffsetMap;
}

const LF = 10;
const CR = 13;

/** Names that tell a header block from prose with a colon in it. */
const KNOWN =
  /^(?:from|to|cc|bcc|subject|date|sender|reply-to|return-path|received|message-id|in-reply-to|references|mime-version|delivered-to|content-[a-z-]+|x-[a-z0-9-]+|list-[a-z-]+|dkim-signature|authentication-results|resent-[a-z-]+|envelope-to|thread-[a-z]+|importance|priority|user-agent)$/i;
const FIELD = /^([\x21-\x39\x3b-\x7e]+)[ \t]*:/;
const PREAMBLE = /^(?:>?From |POST )/;

/**
 * Puts right what makes mailparser lose the text or never answer, without moving a byte it does not have to: a byte order mark or blank lines before the
 * headers, no headers at all, text that follows them without a blank line, lines ended by CR alone, a header block that the end of the file cuts off.
 */
export function prepare(file: Uint8Array): Envelope {
  const { mail, start, end } = headerOf(file);
  if (end > start) return assemble(mail, start, bodyWithoutBlankLine(mail, end));
  const mark = markOf(mail);
  return assemble(mail, mark, mark);
}

/** The header of a mail: nowhere, with `end` at `start`, when it has none. */
export interface Header {
  /** The file, a CR that ends a line made a LF. */
  readonly mail: Uint8Array;
  readonly start: number;
  readonly end: number;
}

/** Finds the header fields at the top of a file, behind a byte order mark and blank lines. */
export function headerOf(file: Uint8Array): Header {
  const mail = file.includes(CR) && !file.includes(LF) ? file.map((byte) => (byte === CR ? LF : byte)) : file;
  let start = markOf(mail);
  while (mail[start] === LF || mail[start] === CR) start += 1;
  return { mail, start, end: endOfHeaders(mail, start) };
}

function markOf(mail: Uint8Array): number {
  return mail[0] === 0xef && mail[1] === 0xbb && mail[2] === 0xbf ? 3 : 0;
}

/** The mail from `start` on, with a line end put in at `insertAt` and the end closed by a blank line where headers may still be open there. */
function assemble(mail: Uint8Array, start: number, insertAt: number | undefined): Envelope {
  const tail = mayEndInHeaders(mail, start) ? 4 : 0;
  if (insertAt === undefined && tail === 0) return { bytes: mail.subarray(start), toFile: shifted(start) };
  const at = insertAt ?? mail.length;
  const inserted = insertAt === undefined ? 0 : 2;
  const bytes = new Uint8Array(mail.length - start + inserted + tail);
  bytes.set(mail.subarray(start, at));
  bytes.set(mail.subarray(at), at - start + inserted);
  if (inserted > 0) bytes.set([CR, LF], at - start);
  if (tail > 0) bytes.set([CR, LF, CR, LF], bytes.length - tail);
  const runs = new RunBuilder();
  runs.add(0, at - start, start, at - start, 1);
  runs.add(at - start + inserted, mail.length - at, at, mail.length - at, 1);
  return { bytes, toFile: runs.build() };
}

/** One line of a header block: its first 200 signs, and where it stands. */
export interface Line {
  readonly text: string;
  readonly start: number;
  readonly next: number;
}

/** The lines from `start` up to the first blank one. */
export function* headLines(mail: Uint8Array, start: number): Generator<Line> {
  for (let at = start; at < mail.length;) {
    const lineFeed = mail.indexOf(LF, at);
    const next = lineFeed < 0 ? mail.length : lineFeed + 1;
    // A field name and its colon are short; the rest of a long line is not needed.
    const text = ascii(mail.subarray(at, Math.min(next, at + 200)));
    if (/^\r?\n?$/.test(text)) return;
    yield { text, start: at, next };
    at = next;
  }
}

/** Whether a line of a header begins a field. */
export function isField({ text }: Line): boolean {
  return FIELD.test(text);
}

/** Where the header fields that begin at `start` end; `start` itself when there are none. */
function endOfHeaders(mail: Uint8Array, start: number): number {
  let end = start;
  let isFirst = true;
  let known = 0;
  let opens = false;
  let inField = false;
  for (const line of headLines(mail, start)) {
    const name = FIELD.exec(line.text)?.[1];
    const isKnown = name !== undefined && KNOWN.test(name);
    if (isFirst) opens = name !== undefined || PREAMBLE.test(line.text);
    inField = name !== undefined || (inField && /^[ \t]/.test(line.text));
    if (isKnown) known += 1;
    if (inField && (end === line.start || isKnown || isFirst)) end = line.next;
    else if (isFirst) end = line.next;
    isFirst = false;
  }
  return known > 0 && (opens || known > 1) ? end : start;
}

/** Where the text begins when prose follows the last header field without a blank line; undefined when all is as it should be. */
function bodyWithoutBlankLine(mail: Uint8Array, headersEnd: number): number | undefined {
  for (const line of headLines(mail, headersEnd)) return line.start === headersEnd ? headersEnd : undefined;
  return undefined;
}

/**
 * Whether the mail may end inside headers: it has no blank line, or something after the last one can open a part (a boundary, an embedded message).
 * A blank line too many does no harm; one too few keeps mailparser from ever answering.
 */
function mayEndInHeaders(mail: Uint8Array, start: number): boolean {
  let blank = mail.lastIndexOf(LF);
  let following = -1;
  while (blank > start) {
    const before = mail.lastIndexOf(LF, blank - 1);
    if (blank - before === 1 || (blank - before === 2 && mail[before + 1] === CR)) break;
    following = before;
    blank = before;
  }
  if (blank <= start) return true;
  const tail = following < 0 ? '' : ascii(mail.subarray(blank));
  return /\n--\S/.test(tail) || /message\/rfc822/i.test(ascii(mail));
}

const LATIN1 = new TextDecoder('latin1');

function ascii(bytes: Uint8Array): string {
  return LATIN1.decode(bytes);
}
