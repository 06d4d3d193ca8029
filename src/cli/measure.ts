import { readFileSync } from 'node:fs';
import { readLabels, type Labels } from '../accuracy/labels.js';
import { Tally, type Figures, type Outcome } from '../accuracy/tally.js';
import { errorCode, systemFailure } from '../files/failure.js';
import { isProblem } from '../index.js';
import { didYouMean } from '../text/nearest.js';
import { recordFrom, type Record } from '../workspace/record.js';
import { createWorkspace, type Workspace } from '../workspace/workspace.js';
import { Exit, type ExitCode } from './exit.js';
import type { ConfigOptions } from './options.js';
import { refused, workspaceOptions } from './settings.js';
import type { Terminal } from './terminal.js';

export interface MeasureOptions extends ConfigOptions {
  readonly format: 'pretty' | 'json';
  readonly minPrecision?: number;
  readonly minRecall?: number;
  /** False: judge as if no record said what kind of message it answers. */
  readonly kind: boolean;
}

/** `context` keys of labelled records that go by another name in a record of `batch`. */
const RENAMED: { readonly [key: string]: string } = { customer_name: 'customerName' };

/**
 * Judges labelled replies and says how often each rule was right. Exit 1 when a rule, or all of them together, stays under the marks that were asked for;
 * 2 when a line could not be read.
 */
export async function measure(file: string, options: MeasureOptions, terminal: Terminal): Promise<ExitCode> {
  const workspace = await createWorkspace({ ...workspaceOptions(options, terminal), libraryRules: true });
  if (refused(workspace, terminal)) return Exit.unjudged;
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    terminal.problem(
      errorCode(error) === 'ENOENT'
        ? { code: 'missing', file, message: 'there is no such file; check the path' }
        : systemFailure(file, error),
    );
    return Exit.unjudged;
  }
  const tally = new Tally();
  let unread = 0;
  const problem = (line: number, message: string): void => {
    unread += 1;
    terminal.problem({ code: 'bad-record', file, line, message });
  };
  for (const [index, line] of Buffer.from(bytes).toString('utf8').split('\n').entries()) {
    if (line.trim() === '') continue;
    const fault = await one(line, options, workspace, tally);
    if (fault !== undefined) problem(index + 1, fault);
  }
  const outcome = tally.outcome();
  if (outcome.drafts === 0 && unread === 0) problem(1, 'holds no record; write one labelled reply a line');
  if (outcome.drafts > 0) terminal.out(options.format === 'json' ? json(outcome) : table(outcome));
  if (unread > 0) return Exit.unjudged;
  const short = tooLow(outcome, options);
  for (const message of short) terminal.problem({ code: 'under-the-mark', message });
  return short.length > 0 ? Exit.notSendable : Exit.sendable;
}

/** Judges one line and counts it; answers what is wrong with it. */
async function one(line: string, options: MeasureOptions, workspace: Workspace, tally: Tally): Promise<string | undefined> {
  let fields: { [key: string]: unknown };
  try {
    fields = JSON.parse(line);
  } catch {
    return 'not valid JSON; write one JSON object a line';
  }
  const flat: { [key: string]: unknown } = { id: fields.id, draft: fields.draft, customer: fields.customer };
  for (const [key, value] of Object.entries((fields.context ?? {}) as object))
    if (key !== 'kind' || options.kind) flat[RENAMED[key] ?? key] = value;
  const record = recordFrom(flat);
  if ('faults' in record) return record.faults.join('; ');
  const labels = readLabels(fields, record.draft);
  if (typeof labels === 'string') return `record ${record.id}: ${labels}`;
  const unknown = unknownRule(labels, workspace);
  if (unknown !== undefined) return `record ${record.id}: ${unknown}`;
  const report = await judged(record, workspace);
  if (isProblem(report)) return report.message;
  tally.add(
    record.draft,
    labels,
    report.findings.map(({ rule, severity, span, source }) => ({ rule, severity, at: span === null ? null : (source ?? null) })),
  );
  return undefined;
}

/** What to say of the first label that names no rule: a slip of the pen would count as a fault that the rule missed. */
function unknownRule({ expect, mustNot, complete }: Labels, { rules, former }: Workspace): string | undefined {
  const ids = rules.map(({ id }) => id);
  for (const [key, named] of [
    ['expect', expect.map(({ rule }) => rule)],
    ['must_not', mustNot.map(({ rule }) => rule)],
    ['rules', [...complete]],
  ] as const) {
    const rule = named.find((id) => !ids.includes(id));
    if (rule === undefined) continue;
    const now = former.get(rule);
    const hint = now === undefined ? didYouMean(rule, ids) || '; `replylint rules` lists them' : `; it is now called ${now}`;
    return `"${key}": there is no rule "${rule}"${hint}`;
  }
  return undefined;
}

function judged(record: Record, workspace: Workspace): ReturnType<Workspace['lint']> {
  return workspace.lint({ ...record.context, draft: record.draft, format: record.format, name: String(record.id) });
}

function tooLow(outcome: Outcome, { minPrecision, minRecall }: MeasureOptions): string[] {
  const short: string[] = [];
  for (const [rule, figures] of [...outcome.rules, ['all rules', outcome.all] as const]) {
    if (minPrecision !== undefined && figures.precision !== null && figures.precision < minPrecision)
      short.push(`${rule}: precision ${share(figures.precision)} is under ${minPrecision}`);
    if (minRecall !== undefined && figures.recall !== null && figures.recall < minRecall)
      short.push(`${rule}: recall ${share(figures.recall)} is under ${minRecall}`);
  }
  return short;
}

function table(outcome: Outcome): string {
  const width = Math.max(12, ...[...outcome.rules.keys()].map((rule) => rule.length));
  const row = (name: string, { hit, missed, wrong, precision, recall, f1 }: Figures): string =>
    `${name.padEnd(width)} ${[hit, missed, wrong].map((n) => String(n).padStart(6)).join(' ')}   ${[precision, recall, f1].map((n) => share(n).padStart(9)).join(' ')}`;
  const lines = [
    `${'rule'.padEnd(width)} ${['hit', 'missed', 'wrong'].map((n) => n.padStart(6)).join(' ')}   ${['precision', 'recall', 'F1'].map((n) => n.padStart(9)).join(' ')}`,
    ...[...outcome.rules].map(([rule, figures]) => row(rule, figures)),
    row('all rules', outcome.all),
    '',
    `${outcome.drafts} ${outcome.drafts === 1 ? 'reply' : 'replies'}`,
  ];
  if (outcome.clean.drafts > 0) lines.push(`${outcome.clean.passed} of ${outcome.clean.drafts} clean drafts passed`);
  if (outcome.mustNot.asserted > 0) lines.push(`${outcome.mustNot.violated} of ${outcome.mustNot.asserted} bans were broken`);
  return `${lines.join('\n')}\n`;
}

function share(value: number | null): string {
  return value === null ? '-' : value.toFixed(2);
}

function json({ rules, ...rest }: Outcome): string {
  return `${JSON.stringify({ version: 1, rules: Object.fromEntries(rules), ...rest }, null, 2)}\n`;
}
