import { readJson, type BadJson } from '../../files/json-line.js';
import type { Line } from '../../files/lines.js';
import { refusalOf, type Answer } from '../../report/answer.js';
import { recordFrom, type Record } from '../../workspace/record.js';

/** A line that holds no record to judge: why, and its id where that much could be read. */
export interface BadLine {
  readonly line: number;
  readonly id: string | number | null;
  readonly code: BadJson['code'] | 'bad-record';
  readonly message: string;
}

const NEXT: { readonly [code in BadJson['code']]: string } = {
  'too-large': ' for one record; split it, or leave it out',
  'bad-charset': '; write the records as UTF-8',
  'bad-json': '; write one JSON object a line',
};

/** Reads one line as a record; undefined for a blank line, which asks nothing. */
export function readRecord(line: Line, limit: number): Record | BadLine | undefined {
  const bad = (code: BadLine['code'], message: string, id: BadLine['id'] = null): BadLine => ({
    line: line.number,
    id,
    code,
    message: `line ${line.number}: ${message}`,
  });
  const read = readJson(line, limit);
  if (!read) return undefined;
  if ('code' in read) return bad(read.code, read.message + NEXT[read.code]);
  const record = recordFrom(read.value);
  return 'faults' in record ? bad('bad-record', record.faults.join('; '), record.id) : record;
}

/** The answer to a line that held no record. */
export function badLineOf({ id, line, code, message }: BadLine): Answer {
  return { ...refusalOf(id, { code, message }), line };
}
