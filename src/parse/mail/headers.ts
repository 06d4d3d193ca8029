import type { Headers, Mailbox } from '../../draft/draft.js';
import { textHeader, type Mail } from './mail.js';

interface Address {
  readonly name?: string;
  readonly address?: string;
  readonly group?: readonly Address[];
}

/** The headers that a draft keeps. What is missing or empty stays undefined. */
export function readHeaders(mail: Mail): Headers {
  return {
    from: mailboxes(mail.headers.get('from'))[0],
    to: mail.headers.has('to') ? mailboxes(mail.headers.get('to')) : undefined,
    subject: textHeader(mail.headers, 'subject'),
    // mailparser puts the present time where it cannot read the date.
    date: isoDate(mail.headerLines.get('date')?.replace(/^[^:]*:/, '') ?? ''),
    messageId: textHeader(mail.headers, 'message-id'),
    inReplyTo: textHeader(mail.headers, 'in-reply-to'),
  };
}

function mailboxes(header: unknown): Mailbox[] {
  const lists = (Array.isArray(header) ? header : [header]) as ({ readonly value?: readonly Address[] } | undefined)[];
  return lists.flatMap((list) => list?.value ?? []).flatMap(flatten);
}

function flatten({ name, address, group }: Address): Mailbox[] {
  if (group) return group.flatMap(flatten);
  return name || address ? [{ ...(name && { name }), ...(address && { address }) }] : [];
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Hours from UTC of the names that RFC 5322 §4.3 still allows. */
const ZONES: Readonly<Record<string, number>> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
};

/** A Date header (RFC 5322 §3.3) as ISO 8601 in the zone it names, UTC when it names none; undefined when it is no date. */
function isoDate(value: string): string | undefined {
  const match =
    /^\s*(?:[a-z]{2,9}\.?,?\s+)?(\d{1,2})[\s-]([a-z]{3})[a-z]*\.?[\s-](\d{2}|\d{4})\s+(\d{1,2}):(\d\d)(?::(\d\d))?\s*([+-]\d{4}|[a-z]{1,4}\b)?/i.exec(
      value,
    );
  if (!match) return undefined;
  const [, day, monthName, yearDigits, hour, minute, second = '00', zone = ''] = match;
  const month = MONTHS.indexOf(monthName.toLowerCase()) + 1;
  const year = yearDigits.length === 4 ? Number(yearDigits) : Number(yearDigits) + (Number(yearDigits) < 50 ? 2000 : 1900);
  const two = (number: number | string): string => String(number).padStart(2, '0');
  const local = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${two(hour)}:${minute}:${second}`;
  const hours = ZONES[zone.toLowerCase()] ?? 0;
  const offset = /^[+-]/.test(zone)
    ? `${zone.slice(0, 3)}:${zone.slice(3)}`
    : hours === 0
      ? 'Z'
      : `${hours < 0 ? '-' : '+'}${two(Math.abs(hours))}:00`;
  const isReal =
    new Date(Date.UTC(year, month - 1, Number(day))).getUTCDate() === Number(day) && !Number.isNaN(Date.parse(`${local}${offset}`));
  return isReal ? `${local}${offset}` : undefined;
}
