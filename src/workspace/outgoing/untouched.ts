import { openMail } from '../../parse/mail/index.js';
import type { Limits } from '../../parse/source.js';
import type { DraftReport } from '../../report/report.js';
import { firstToken, valuesOf, type Field } from './fields.js';

/** A mail at the gate. */
export interface Outgoing {
  readonly bytes: Uint8Array;
  /** The address of the envelope's sender; empty for `MAIL FROM:<>`, undefined where nobody said. */
  readonly sender?: string;
}

/** Media types whose words are sealed: they cannot be read, or a change asked for now would cost the signature. RFC 1847, RFC 8551, RFC 3156. */
const SEALED: Readonly<Record<string, string>> = {
  'multipart/signed': 'it is signed',
  'multipart/encrypted': 'it is encrypted',
  'application/pkcs7-mime': 'it is signed or encrypted (S/MIME)',
  'application/x-pkcs7-mime': 'it is signed or encrypted (S/MIME)',
  'application/pgp': 'it is signed or encrypted (PGP)',
  'application/pgp-encrypted': 'it is encrypted',
};

/** What `Precedence` says of mail that programs send; it is in no RFC, but vacation programs and lists have agreed on these. */
const BULK = new Set(['bulk', 'list', 'junk', 'auto_reply']);

/** iTIP methods of what a calendar answers by itself (RFC 5546 §1.4). */
const CALENDAR_ANSWERS = /^(?:reply|counter|declinecounter|refresh)$/i;

/** Why a mail is nobody's draft, as its header and its envelope say: it was sealed, a program wrote it, it is sent on. Undefined where it may be one. */
export function whyUntouched({ sender }: Outgoing, fields: readonly Field[]): string | undefined {
  const type = firstToken(valuesOf(fields, 'content-type').at(-1) ?? '');
  if (SEALED[type]) return SEALED[type];
  if (sender === '') return 'its envelope has no sender, as that of a bounce';
  if (type === 'multipart/report') return 'it is a report of a mail system';
  const automatic = valuesOf(fields, 'auto-submitted')
    .map(firstToken)
    .find((value) => value !== '' && value !== 'no');
  if (automatic !== undefined) return 'a program sends it (Auto-Submitted)';
  if (valuesOf(fields, 'precedence').some((value) => BULK.has(firstToken(value)))) return 'a program sends it (Precedence)';
  if (fields.some(({ name }) => name === 'list-id')) return 'a mailing list sends it on (List-Id)';
  if (fields.some(({ name }) => name.startsWith('resent-'))) return 'it is sent on as it came (Resent)';
  return undefined;
}

/** Whether a mail is what a calendar answers to an invitation. */
export async function isCalendarAnswer({ bytes }: Outgoing, fields: readonly Field[], limits: Limits): Promise<boolean> {
  const type = valuesOf(fields, 'content-type').at(-1) ?? '';
  if (firstToken(type) === 'text/calendar') return CALENDAR_ANSWERS.test(methodOf(type));
  // Only a mail that names the type anywhere is worth a second reading.
  if (!firstToken(type).startsWith('multipart/') || !mentionsCalendar(bytes)) return false;
  const opened = await openMail(bytes, 'mail', limits);
  return !('code' in opened) && opened.mail.parts.some((part) => part.type === 'text/calendar' && CALENDAR_ANSWERS.test(part.method ?? ''));
}

function methodOf(type: string): string {
  return /;\s*method\s*=\s*"?([\w-]+)/i.exec(type)?.[1] ?? '';
}

function mentionsCalendar(bytes: Uint8Array): boolean {
  return /text\/calendar/i.test(new TextDecoder('latin1').decode(bytes));
}

/** PGP's own frame around a text (RFC 4880 §6.2, §7). */
const PGP = /^-----BEGIN PGP (?:SIGNED )?MESSAGE-----\s*$/m;

/** Why the words that were read are no draft after all: sealed inside the text, or nothing of the sender's own but what is forwarded. */
export function whyNoDraft({ text, segments }: DraftReport): string | undefined {
  const own = segments.filter(({ role }) => role !== 'subject' && role !== 'quoted' && role !== 'forwarded');
  const said = own.map(({ span }) => text.slice(span.start, span.end)).join('\n');
  if (PGP.test(said)) return 'it is signed or encrypted (PGP)';
  if (said.trim() === '' && segments.some(({ role }) => role === 'forwarded')) return 'it forwards a mail without a word of its own';
  return undefined;
}
