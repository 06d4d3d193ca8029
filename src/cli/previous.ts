import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { readText } from '../files/read.js';
import type { Problem, Report } from '../index.js';
import { compare, readPrevious } from '../report/compare.js';

/** Bytes of a report that is compared with. */
const LIMIT = 256 * 1024 * 1024;

/**
 * Reads the report that `--compare` names, and says how to put what has changed since then into another.
 * @param whole whether all drafts of each file are judged
 */
export function comparing(file: string, cwd: string, whole: boolean): ((report: Report) => Report) | Problem {
  const path = resolve(cwd, file);
  if (!existsSync(path)) return { code: 'missing', file, message: '--compare: no such file; check the path' };
  const text = readText(file, LIMIT, path);
  if (typeof text !== 'string') return { ...text, message: `--compare: ${text.message}` };
  const previous = readPrevious(text);
  if (typeof previous === 'string') return { code: 'bad-report', file, message: `--compare: ${previous}` };
  return (report) => ({ ...report, comparison: compare(report, previous, file, whole) });
}
