import type { Channel, Kind, Mode } from './draft.js';

/** Kinds of message that a caller may give. */
export const kinds: readonly Kind[] = ['complaint', 'problem', 'question', 'thanks', 'suggestion', 'proactive', 'sensitive', 'unknown'];

export const channels: readonly Channel[] = ['email', 'chat', 'review'];

export const modes: readonly Mode[] = ['draft', 'template'];

const ISO_DATE =
  /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?:[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)?)?$/;

/** Whether the text is an ISO 8601 date or time that the calendar has: `2026-11-22`, `2026-11-22T09:30:00Z`. */
export function isIsoDate(text: string): boolean {
  const parts = ISO_DATE.exec(text);
  if (!parts) return false;
  const [, year, month, day] = parts.map(Number);
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
