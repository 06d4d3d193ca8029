import { isUtf8 } from 'node:buffer';
import { channels, isIsoDate, kinds, modes } from '../../draft/choices.js';
import type { Context } from '../../draft/draft.js';
import { formats } from '../../files/format.js';
import type { Format } from '../../parse/source.js';
import { didYouMean } from '../../text/nearest.js';
import type { Line } from './lines.js';

/** One record of the input, checked. */
export interface Record {
  readonly id: string | number;
  readonly draft: string;
  readonly format: Format;
  readonly context: Context;
}

/** A line that holds no record to judge: why, and its id where that much could be read. */
export interface BadLine {
  readonly line: number;
  readonly id: string | number | null;
  readonly code: 'bad-json' | 'bad-record' | 'bad-charset' | 'too-large';
  readonly message: string;
}

type Fields = { readonly [key: string]: unknown };
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

/**
 * Reads one line as a record. Fields it does not know are left alone, null is the same as absent, and a wrong type or value is told with the key.
 * Undefined for a blank line, which asks nothing.
 */
export function readRecord(line: Line, limit: number): Record | BadLine | undefined {
  const bad = (code: BadLine['code'], message: string, id: BadLine['id'] = null): BadLine => ({
    line: line.number,
    id,
    code,
    message: `line ${line.number}: ${message}`,
  });
  if (line.bytes === null) return bad('too-large', `longer than the limit of ${limit} bytes for one record; split it, or leave it out`);
  const bytes = line.number === 1 ? withoutMark(line.bytes) : line.bytes;
  if (!isUtf8(bytes)) return bad('bad-charset', 'not valid UTF-8; write the records as UTF-8');
  const json = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
  if (json.trim() === '') return undefined;
  let fields: unknown;
  try {
    fields = JSON.parse(json);
  } catch (error) {
    return bad('bad-json', `not valid JSON (${error instanceof Error ? error.message : 'unknown error'}); write one JSON object a line`);
  }
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields))
    return bad('bad-record', `must be a JSON object with "id" and "draft", not ${nameOf(fields)}`);
  return checked(fields as Fields, bad);
}

function checked(given: Fields, bad: (code: BadLine['code'], message: string, id: BadLine['id']) => BadLine): Record | BadLine {
  const fields = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
  const id = REQUIRED.id(fields.id) ? null : (fields.id as string | number);
  const wrong: string[] = [];
  for (const [key, test] of Object.entries(REQUIRED)) {
    const fault = Object.hasOwn(fields, key) ? test(fields[key]) : 'is missing';
    if (fault) wrong.push(`"${key}" ${fault}`);
  }
  for (const [key, test] of Object.entries(OPTIONAL)) {
    const fault = Object.hasOwn(fields, key) ? test(fields[key]) : undefined;
    if (fault) wrong.push(`"${key}" ${fault}`);
  }
  if (wrong.length > 0) return bad('bad-record', wrong.join('; '), id);
  const { id: _id, draft, format, ...rest } = fields;
  const context = Object.fromEntries(Object.entries(rest).filter(([key]) => Object.hasOwn(OPTIONAL, key)));
  return { id: id as string | number, draft: draft as string, format: (format as Format | undefined) ?? 'text', context };
}

function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

function nameOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

function shown(value: unknown): string {
  return typeof value === 'string' ? JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value) : nameOf(value);
}
