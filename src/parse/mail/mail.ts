import { isLatin1, showWindowsSigns } from '../../text/charset.js';

/** What was found out about one MIME part. */
export interface MailPart {
  /** `1.2`, as IMAP numbers parts. */
  readonly number: string;
  readonly type: string;
  readonly parent?: MailPart;
  readonly children: MailPart[];
  readonly depth: number;
  /** As declared, lower case; empty for none. */
  readonly encoding: string;
  readonly charset: string;
  readonly boundary: string;
  readonly flowed?: { readonly delSp: boolean };
  /** The `method` of its type: what a calendar part does (`REPLY`). */
  readonly method?: string;
  /** Not shown with the text: a file, or a text that asks to be one. */
  readonly isAttachment: boolean;
  /** A message/rfc822 part whose own parts follow as children. */
  readonly isEmbedded: boolean;
  readonly disposition: string;
  readonly fileName?: string;
  /** Without its angle brackets. */
  readonly contentId?: string;
  readonly location?: string;
  /** Decoded text of a part that is shown, lines ended by LF, soft-wrapped lines still wrapped. */
  text?: string;
  /** Decoded size of an attachment in bytes. */
  size?: number;
}

/** A whole mail: its parts in the order in which they begin, the first being the root, and the root's headers. */
export interface Mail {
  readonly parts: readonly MailPart[];
  readonly headers: ReadonlyMap<string, unknown>;
  /** The root's header lines as they stand, by name in lower case. */
  readonly headerLines: ReadonlyMap<string, string>;
}

export interface MailLimits {
  readonly mimeParts: number;
  readonly headerBytes: number;
}

/** One header's text; of several with the same name the last. */
export function textHeader(headers: ReadonlyMap<string, unknown>, name: string): string | undefined {
  const value = headers.get(name);
  const last = Array.isArray(value) ? value.at(-1) : value;
  return typeof last === 'string' && last.trim() !== '' ? last.trim() : undefined;
}

/** Text that claims to be iso-8859-1 with the signs of windows-1252, as mail readers show it. */
export function shownSigns(text: string, charset: string): string {
  return /[\x80-\x9f]/.test(text) && charset !== '' && isLatin1(charset) ? showWindowsSigns(text) : text;
}

/** The reader gave neither a mail nor an error (known for embedded messages whose headers never end). */
export class Unanswered extends Error {}
