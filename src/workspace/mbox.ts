import type { Base } from '../parse/source.js';

/** One mail of an mbox file. */
export interface Message {
  readonly bytes: Uint8Array;
  readonly base: Base;
}

/** "From ada@mail.example Mon Nov 23 09:12:00 2026": the line that stands before each mail, and that no one writes in one. */
const FROM = /^From \S+ .{0,60}\d{1,2}:\d{2}/;

/**
 * The mails of an mbox file (RFC 4155), each with where it begins. A mail begins behind a line `From …` that opens the file or follows an empty line; what
 * its writer had to quote (`>From`) stays as it stands. Linear.
 */
export function* messagesOf(file: Uint8Array): Generator<Message> {
  let start: Base | undefined;
  let begin = 0;
  let lines = 0;
  let blank = true;
  while (begin < file.length) {
    let end = file.indexOf(10, begin);
    if (end < 0) end = file.length - 1;
    if (
      blank &&
      file[begin] === 70 &&
      FROM.test(Buffer.from(file.buffer, file.byteOffset + begin, Math.min(end - begin, 200)).toString('latin1'))
    ) {
      if (start) yield message(file, start, begin);
      start = { bytes: end + 1, lines: lines + 1 };
    }
    blank = end === begin || (end === begin + 1 && file[begin] === 13);
    begin = end + 1;
    lines += 1;
  }
  if (start) yield message(file, start, file.length);
}

function message(file: Uint8Array, base: Base, end: number): Message {
  return { bytes: file.subarray(base.bytes, end), base };
}
