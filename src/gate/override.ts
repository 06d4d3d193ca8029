import { valuesOf, type Field } from '../workspace/outgoing/fields.js';

/** The header field by which the writer of a mail answers for it: `X-Replylint: send-anyway; the customer asked for these words`. */
const OVERRIDE_FIELD = 'x-replylint';

/** The word of one who sends a mail though it would be held. */
export interface Override {
  readonly by: 'header' | 'environment';
  /** Why; never empty. */
  readonly reason: string;
}

/** What is said about sending a mail anyway: the override, or that one is there without the reason that it needs. */
export function findOverride(fields: readonly Field[], environment: string | undefined): Override | 'without-reason' | undefined {
  const given = environment?.trim();
  if (given) return { by: 'environment', reason: given };
  for (const value of valuesOf(fields, OVERRIDE_FIELD)) {
    const said = /^send-anyway\b[\s;:,–-]*(.*)$/i.exec(value);
    if (said) return said[1] === '' ? 'without-reason' : { by: 'header', reason: said[1] };
  }
  return undefined;
}

/** Fields that speak to the linter alone. */
const OWN_FIELDS = new Set([OVERRIDE_FIELD, 'x-replylint-disable']);

/** The mail without the fields that speak to the linter; every other byte stays. The mail itself where it has none. */
export function withoutOwnFields(mail: Uint8Array, fields: readonly Field[]): Uint8Array {
  const spans = fields.filter(({ name }) => OWN_FIELDS.has(name)).flatMap(({ bytes }) => bytes ?? []);
  if (spans.length === 0) return mail;
  const kept: Uint8Array[] = [];
  let from = 0;
  for (const { start, end } of spans) {
    kept.push(mail.subarray(from, start));
    from = end;
  }
  return Buffer.concat([...kept, mail.subarray(from)]);
}
