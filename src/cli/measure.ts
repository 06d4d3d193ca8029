import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { readLabels, type Labels } from '../accuracy/labels.js';
import { Tally, type Outcome } from '../accuracy/tally.js';
import { errorCode, systemFailure } from '../files/failure.js';
import { readJson } from '../files/json-line.js';
import { linesOf, type Line } from '../files/lines.js';
import { isProblem } from '../index.js';
import { didYouMean } from '../text/nearest.js';
import type { Span } from '../text/span.js';
import { recordFrom, type Record } from '../workspace/record.js';
import { createWorkspace, type Workspace } from '../workspace/workspace.js';
import { Exit, type ExitCode } from './exit.js';
import type { ConfigOptions } from './options.js';
import { json, recordsShown, share, table } from './measure-report.js';
import { RecordsBehind, type ShownFinding } from './measure-shown.js';
import { refused, workspaceOptions } from './settings.js';
import type { Terminal } from './terminal.js';

export interface MeasureOptions extends ConfigOptions {
  readonly format: 'pretty' | 'json';
  readonly minPrecision?: number;
  readonly minRecall?: number;
  /** False: judge as if no record said what kind of message it answers. */
  readonly kind: boolean;
  /** Ids of rules, or `all`. */
  readonly show?: readonly string[];
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
  const shown = options.show && RecordsBehind.of(options.show, workspace);
  if (shown && 'code' in shown) {
    terminal.problem(shown);
    return Exit.unjudged;
  }
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
  for await (const lines of linesOf(Readable.from([bytes]), Infinity))
    for (const line of lines) {
      const fault = await one(line, options, workspace, (record, labels, findings) => {
        const faults = tally.add(record.draft, labels, findings);
        shown?.add(line.number, record.id, faults);
      });
      if (fault !== undefined) problem(line.number, fault);
    }
  const outcome = tally.outcome();
  if (outcome.drafts === 0 && unread === 0) problem(1, 'holds no record; write one labelled reply a line');
  if (outcome.drafts > 0)
    terminal.out(options.format === 'json' ? json(outcome, shown) : table(outcome) + (shown ? recordsShown(shown.rules(), file) : ''));
  if (unread > 0) return Exit.unjudged;
  const short = tooLow(outcome, options);
  for (const message of short) terminal.problem({ code: 'under-the-mark', message });
  return short.length > 0 ? Exit.notSendable : Exit.sendable;
}

/** Judges one line and hands on what is to be counted; answers what is wrong with it. */
async function one(
  line: Line,
  options: MeasureOptions,
  workspace: Workspace,
  count: (record: Record, labels: Labels, findings: readonly ShownFinding[]) => void,
): Promise<string | undefined> {
  const read = readJson(line, Infinity);
  if (!read) return undefined;
  if ('code' in read) return `${read.message}; write one JSON object a line, in UTF-8`;
  if (typeof read.value !== 'object' || read.value === null) return 'holds no record; write one JSON object a line';
  const fields = read.value as { readonly [key: string]: unknown };
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
  const at = ({ span, source }: (typeof report.findings)[number]): Span | null => (span === null ? null : (source ?? null));
  count(
    record,
    labels,
    report.findings.map((finding) => ({ ...finding, at: at(finding) })),
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
