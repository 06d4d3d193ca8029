import { resolve } from 'node:path';
import { appendText } from '../files/write.js';
import { inert, inertJson } from '../report/inert.js';
import { problemLine } from '../report/problem-line.js';
import type { Decision } from './gate.js';
import type { Override } from './override.js';

/** Where the gate says what it did. */
export interface JournalOptions {
  readonly door: 'sendmail' | 'smtp';
  readonly cwd: string;
  /** A file that gets a line for each mail; without it, what somebody should know of is said aloud. */
  readonly file?: string;
  /** Writes one line to standard error. */
  readonly say: (line: string) => void;
}

/**
 * Tells what became of a mail. In the file: one JSON record a line, for each mail. Aloud: only where a mail went out that was held or could not be
 * judged. Neither ever holds words, subject or addresses of a mail. A log that cannot be written keeps no mail from being sent; that is said aloud.
 */
export function journal(decision: Decision, { door, cwd, file, say }: JournalOptions): void {
  const aloud = lineOf(decision);
  if (aloud !== undefined) say(`replylint: ${inert(aloud)}`);
  if (file === undefined) return;
  const record = { time: new Date().toISOString(), door, ...recordOf(decision) };
  const problem = appendText(file, resolve(cwd, file), `${inertJson(JSON.stringify(record))}\n`);
  if (problem) say(`replylint: ${problemLine(problem)}`);
}

function recordOf(decision: Decision): object {
  const { outcome, messageId = null } = decision;
  const head = { outcome, messageId };
  if (decision.outcome === 'untouched') return { ...head, why: decision.why };
  if (decision.outcome === 'failed') return { ...head, ...decision.override, sent: decision.open, code: decision.problem.code };
  const { score, grade } = decision.report;
  const by = decision.outcome === 'overridden' ? decision.override : {};
  return { ...head, ...by, score, grade, rules: rulesOf(decision) };
}

function lineOf(decision: Decision): string | undefined {
  if (decision.outcome === 'failed' && decision.open)
    return `sent without being judged${decision.override ? ` ${wordOf(decision.override)}` : ''}: ${problemLine(decision.problem)}`;
  if (decision.outcome !== 'overridden') return undefined;
  return `sent anyway ${wordOf(decision.override)}: score ${decision.report.score}, ${rulesOf(decision).join(', ')}`;
}

const wordOf = ({ by, reason }: Override): string => `by ${by === 'header' ? 'X-Replylint' : 'REPLYLINT_OVERRIDE'} (${reason})`;

function rulesOf({ report }: Extract<Decision, { report: unknown }>): readonly string[] {
  return [...new Set(report.findings.map(({ rule }) => rule))];
}
