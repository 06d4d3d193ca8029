import type { Span } from '../../text/span.js';
import { headLines, prepare } from '../../parse/mail/envelope.js';

/** A header field of a mail. */
export interface Field {
  /** In lower case. */
  readonly name: string;
  /** Unfolded, without the white space around it; each byte is one sign (Latin-1). */
  readonly value: string;
  /** Its bytes in the mail, line end included; undefined where the bytes had to be put right to be read. */
  readonly bytes: Span | undefined;
}

const NAME = /^([\x21-\x39\x3b-\x7e]+)[ \t]*:/;
const LATIN1 = new TextDecoder('latin1');

/** The header fields of a mail, in their order. Reads what the mail parser reads: the same lines count as the header. */
export function headerFields(mail: Uint8Array): readonly Field[] {
  const { bytes, toFile } = prepare(mail);
  const fields: Field[] = [];
  let open: { name: string; start: number; end: number } | undefined;
  const close = (): void => {
    if (!open) return;
    const { name, start, end } = open;
    const text = LATIN1.decode(bytes.subarray(start, end));
    const value = text.slice(text.indexOf(':') + 1).replaceAll(/\r?\n/g, '');
    fields.push({ name, value: value.trim(), bytes: toFile.source({ start, end }) });
    open = undefined;
  };
  for (const { text, start, next } of headLines(bytes, 0)) {
    if (open && /^[ \t]/.test(text)) {
      open.end = next;
      continue;
    }
    close();
    const name = NAME.exec(text)?.[1];
    if (name !== undefined) open = { name: name.toLowerCase(), start, end: next };
  }
  close();
  return fields;
}

/** The values of the fields of one name (in lower case). */
export function valuesOf(fields: readonly Field[], name: string): readonly string[] {
  return fields.filter((field) => field.name === name).map(({ value }) => value);
}

/** What stands before the parameters and comments of a value, in lower case: `multipart/signed`, `auto-replied`. */
export function firstToken(value: string): string {
  return value.split(/[;(]/, 1)[0].trim().toLowerCase();
}
