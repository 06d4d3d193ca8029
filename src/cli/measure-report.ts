import type { Figures, Outcome } from '../accuracy/tally.js';
import { inert } from '../report/inert.js';
import type { Against, RecordsBehind } from './measure-shown.js';

/** The records behind the figures, one a line, below the id of their rule. `file` is what the lines are those of. */
export function recordsShown(rules: ReturnType<RecordsBehind['rules']>, file: string): string {
  if (rules.length === 0) return '\nNothing was missed, and nothing found wrongly.\n';
  const line = (fate: string, { line, id, quote }: Against): string =>
    `  ${fate} ${inert(file)}:${line}  record ${inert(String(id))}  ${quote === null ? 'the whole message' : `“${inert(quote)}”`}`;
  return rules
    .flatMap(([rule, { missed, wrong }]) => [
      '',
      rule,
      ...missed.map((one) => line('missed', one)),
      ...wrong.map((one) => `${line('wrong ', one)}: ${inert(one.message)}`),
      ...(missed.length + wrong.length === 0 ? ['  nothing missed, nothing wrong'] : []),
    ])
    .map((text) => `${text}\n`)
    .join('');
}

/** The figures as a table. */
export function table(outcome: Outcome): string {
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

/** A share of two places; a hyphen where there is none. */
export function share(value: number | null): string {
  return value === null ? '-' : value.toFixed(2);
}

/** The figures as JSON, with the records behind them where they were asked for. */
export function json({ rules, ...rest }: Outcome, shown: RecordsBehind | undefined): string {
  const behind = shown && { shown: Object.fromEntries(shown.rules()) };
  return `${JSON.stringify({ version: 1, rules: Object.fromEntries(rules), ...rest, ...behind }, null, 2)}\n`;
}
