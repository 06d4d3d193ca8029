import { createHash } from 'node:crypto';
import type { Listed } from './list.js';

/** The header field by which a note is known: `1763800000.12 3f2a…`, the draft it is about and what it says of it. */
export const NOTE_FIELD = 'x-replylint-note';

/** Which draft a note is about, and a digest of what it says. */
export interface NoteMark {
  /** UIDVALIDITY of its folder and its UID: no other message ever has both. */
  readonly draft: string;
  readonly digest: string;
}

export function readNoteField(value: string | undefined): NoteMark | undefined {
  const [, draft, digest] = /^(\d{1,20}\.\d{1,10}) ([\da-f]{16})$/.exec(value ?? '') ?? [];
  return draft === undefined || digest === undefined ? undefined : { draft, digest };
}

/** A note that should stand beside a draft. */
export interface Note extends NoteMark {
  /** The message, as it is appended. */
  message(date: Date): Buffer;
}

/**
 * Makes the note on a draft.
 * @param draft UIDVALIDITY and UID
 * @param verdict `62/100 C`
 * @param report lines of text
 */
export function noteOn(
  { messageId, subject }: Pick<Listed, 'messageId' | 'subject'>,
  draft: string,
  verdict: string,
  report: string,
): Note {
  const id = /^<[\x21-\x3b\x3d\x3f-\x7e]{1,300}>$/.exec(messageId ?? '')?.[0];
  const text = report.replaceAll(/\r?\n/g, '\r\n');
  const about = plainSubject(subject);
  const digest = createHash('sha256').update(`${about}\n${verdict}\n${id}\n${text}`).digest('hex').slice(0, 16);
  const head = [
    'From: replylint <replylint@replylint.invalid>',
    `Subject: replylint: ${verdict}${about === '' ? '' : `: ${about}`}`,
    `Message-ID: <${digest}.${draft}@replylint.invalid>`,
    ...(id === undefined ? [] : [`In-Reply-To: ${id}`, `References: ${id}`]),
    `X-Replylint-Note: ${draft} ${digest}`,
    'Auto-Submitted: auto-generated',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
  ];
  return {
    draft,
    digest,
    message: (date) => Buffer.from([`Date: ${date.toUTCString().replace('GMT', '+0000')}`, ...head, '', text].join('\r\n')),
  };
}

/** The subject as it stands, encoded words and all; none where it could not stand in another header. */
function plainSubject(subject = ''): string {
  return /^[\x20-\x7e]{0,300}$/.test(subject) ? subject : '';
}
