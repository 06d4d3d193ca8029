import type { Severity } from '../rule/rule.js';
import { inert } from './inert.js';
import { allProblems, allWorstFirst, type Placed } from './order.js';
import type { Report } from './report.js';
import { tell, tellInstead } from './tell.js';

/** Annotations of one kind that GitHub keeps of a step; what comes after them is dropped without a word. */
const PER_STEP = 10;

type Kind = 'error' | 'warning' | 'notice';
const KINDS: Readonly<Record<Severity, Kind>> = { error: 'error', warning: 'warning', suggestion: 'notice' };

/**
 * Commands for the runner of GitHub Actions, which shows them beside the lines of a pull request: problems first, then findings, worst first, and one
 * notice that counts what there was no room for.
 */
export function github(report: Report, pathOf: (file: string) => string): string {
  const room: Record<Kind, number> = { error: PER_STEP, warning: PER_STEP, notice: PER_STEP - 1 };
  const lines: string[] = [];
  let left = 0;
  const say = (kind: Kind, properties: Properties, message: string): void => {
    if (room[kind] === 0) left += 1;
    else {
      room[kind] -= 1;
      lines.push(command(kind, properties, message));
    }
  };
  for (const { file, line, column, message, severity, code } of allProblems(report))
    say(
      severity ?? 'error',
      { ...(file !== undefined && { file: pathOf(file), line, col: column }), title: severity ? code : 'not judged' },
      inert(message),
    );
  for (const placed of allWorstFirst(report)) say(KINDS[placed.finding.severity], propertiesOf(placed, pathOf), messageOf(placed));
  if (left > 0) lines.push(command('notice', { title: 'replylint' }, remainder(left)));
  return lines.join('');
}

function remainder(left: number): string {
  return `${left} more ${left === 1 ? 'finding is' : 'findings are'} not shown here: GitHub keeps ${PER_STEP} of a kind for each step. The job summary and the log have them all.`;
}

interface Properties {
  readonly file?: string;
  readonly line?: number;
  readonly endLine?: number;
  readonly col?: number;
  readonly endColumn?: number;
  readonly title?: string;
}

function propertiesOf({ draft, finding }: Placed, pathOf: (file: string) => string): Properties {
  const { line, column, endLine = line, endColumn } = finding.place;
  // GitHub takes columns only where they are on one line.
  const columns = finding.span && endLine === line && endColumn !== undefined ? { col: column, endColumn } : {};
  return { file: pathOf(draft.file), line, endLine, ...columns, title: finding.rule };
}

function messageOf(placed: Placed): string {
  return [tell(placed), tellInstead(placed)].filter(Boolean).map(inert).join('\n');
}

/** One line, escaped as the runner undoes it: https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
function command(kind: Kind, properties: Properties, message: string): string {
  const said = Object.entries(properties).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${property(String(value))}`]));
  return `::${kind} ${said.join(',')}::${data(message)}\n`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(inert(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
