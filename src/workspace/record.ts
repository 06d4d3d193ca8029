import { channels, isIsoDate, kinds, modes } from '../draft/choices.js';
import type { Context } from '../draft/draft.js';
import { formats } from '../files/format.js';
import type { Format } from '../parse/source.js';
import { didYouMean } from '../text/nearest.js';

/** A reply that a program hands over to be judged, checked. schema/batch-input.schema.json says what one may hold. */
export interface Record {
  readonly id: string | number;
  readonly draft: string;
  readonly format: Format;
  readonly context: Context;
}

/** What is wrong with what was handed over, a sentence for each field, and its id where that much could be read. */
export interface Faults {
  readonly id: string | number | null;
  readonly faults: readonly string[];
}

/** Says what is wrong with a value, as the end of the sentence “"key" …”; undefined when nothing is. */
type Test = (value: unknown) => string | undefined;

const text: Test = (value) => (typeof value === 'string' ? undefined : `must be a string, not ${nameOf(value)}`);
const date: Test = (value) =>
  typeof value === 'string' && isIsoDate(value)
    ? undefined
    : `must be an ISO 8601 date such as "2026-11-22T09:30:00Z", not ${shown(value)}`;
const oneOf =
  (choices: readonly string[]): Test =>
  (value) =>
    typeof value === 'string' && choices.includes(value)
      ? undefined
      : `must be one of ${choices.join(', ')}, not ${shown(value)}${typeof value === 'string' ? didYouMean(value, choices) : ''}`;
const texts: Test = (value) =>
  Array.isArray(value) && value.every((item) => typeof item === 'string') ? undefined : 'must be an array of file names';
const replies: Test = (value) => {
  if (!Array.isArray(value)) return `must be an array of {"text", "date"}, not ${nameOf(value)}`;
  for (const [index, item] of value.entries()) {
    if (typeof item !== 'object' || item === null || typeof item.text !== 'string')
      return `must hold {"text", "date"}: item ${index} has no "text"`;
    const wrong = item.date === undefined || item.date === null ? undefined : date(item.date);
    if (wrong) return `item ${index}: "date" ${wrong}`;
  }
  return undefined;
};

const REQUIRED: { readonly [key: string]: Test } = {
  id: (value) =>
    typeof value === 'string' || typeof value === 'number' ? undefined : `must be a string or a number, not ${nameOf(value)}`,
  draft: text,
};
const OPTIONAL: { readonly [key: string]: Test } = {
  format: oneOf(formats),
  customer: text,
  customerName: text,
  from: text,
  to: text,
  subject: text,
  received: date,
  sent: date,
  kind: oneOf(kinds),
  channel: oneOf(channels),
  mode: oneOf(modes),
  helpdesk: text,
  attachments: texts,
  earlier: replies,
};

/** Checks a value of JSON as a record. Fields it does not know are left alone, null is the same as absent, and a wrong type or value is told with the key. */
export function recordFrom(value: unknown): Record | Faults {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { id: null, faults: [`must be a JSON object with "id" and "draft", not ${nameOf(value)}`] };
  const fields: { readonly [key: string]: unknown } = Object.fromEntries(
    Object.entries(value).filter(([, held]) => held !== null && held !== undefined),
  );
  const id = REQUIRED.id(fields.id) ? null : (fields.id as string | number);
  const faults: string[] = [];
  for (const [key, test] of Object.entries(REQUIRED)) {
    const fault = Object.hasOwn(fields, key) ? test(fields[key]) : 'is missing';
    if (fault) faults.push(`"${key}" ${fault}`);
  }
  for (const [key, test] of Object.entries(OPTIONAL)) {
    const fault = Object.hasOwn(fields, key) ? test(fields[key]) : undefined;
    if (fault) faults.push(`"${key}" ${fault}`);
  }
  if (faults.length > 0) return { id, faults };
  const { id: _id, draft, format, ...rest } = fields;
  const context = Object.fromEntries(Object.entries(rest).filter(([key]) => Object.hasOwn(OPTIONAL, key)));
  return { id: id as string | number, draft: draft as string, format: (format as Format | undefined) ?? 'text', context };
}

function nameOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

function shown(value: unknown): string {
  return typeof value === 'string' ? JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value) : nameOf(value);
}
