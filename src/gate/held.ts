import { inert } from '../report/inert.js';
import { worstFirst } from '../report/order.js';
import { problemLine } from '../report/problem-line.js';
import type { DraftReport } from '../report/report.js';
import { tell, tellInstead } from '../report/tell.js';
import type { Problem } from '../text/problem.js';
import { pageOf } from '../workspace/outgoing/page.js';
import { isOfTheMail, type Decision, type Gate } from './gate.js';

/** Why a mail was held, for the person who wrote it: plain text that can act on no terminal. */
export async function heldReport({ report, hint }: Extract<Decision, { outcome: 'held' }>, { workspace }: Gate): Promise<string> {
  const page = await pageOf(
    report,
    workspace,
    report.findings.some(({ severity }) => severity === 'error'),
  );
  return [
    'replylint held this mail: nothing was sent.\n\n',
    ...report.problems.map((problem) => `${problemLine(problem)}\n`),
    page,
    hint === undefined ? '' : `\n${hint}\n`,
    '\nTo send it as it is, add a header that says why (X-Replylint: send-anyway; REASON), or set\nREPLYLINT_OVERRIDE=REASON in the environment. Either is logged.\n',
  ].join('');
}

/** The first finding of a mail that was held, and what it comes to, in ASCII on one line of at most `most` signs. */
export function heldLine({ report }: Extract<Decision, { outcome: 'held' }>, most: number): string {
  return asciiLine(`mail held: ${firstOf(report)} (${report.score}/100)`, most);
}

function firstOf(draft: DraftReport): string {
  const problem = draft.problems.find((one) => one.severity === 'error' || isOfTheMail(one));
  const finding = worstFirst(draft.findings).at(0);
  if (problem && finding?.severity !== 'error') return problem.message;
  if (!finding) return 'it does not reach the score that is asked for';
  return `${tell({ draft, finding })} ${tellInstead({ finding, draft })} [${finding.rule}]`;
}

/** Why a mail could not be judged, in ASCII on one line of at most `most` signs. */
export function failureLine(problem: Problem, most: number): string {
  return asciiLine(`mail not judged: ${problemLine(problem)}`, most);
}

/** Signs of our own texts that ASCII has a likeness of. */
const LIKENESS: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '…': '...',
  '–': '-',
  '—': '-',
  '\u00a0': ' ',
};

function asciiLine(text: string, most: number): string {
  const line = inert(text.replaceAll(/\s+/g, ' ').trim()).replaceAll(/[^\x20-\x7e]/gu, (sign) => LIKENESS[sign] ?? '?');
  return line.length <= most ? line : `${line.slice(0, most - 3)}...`;
}
