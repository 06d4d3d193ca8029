import { adviceOf } from '../score/scorecard.js';
import { count } from './count.js';
import { foreignWords } from './foreign.js';
import { heldWords } from './held.js';
import { inert } from './inert.js';
import { cut } from './markdown-text.js';
import { nextFix } from './next-fix.js';
import { worstFirst } from './order.js';
import { points } from './points.js';
import { problemLine } from './problem-line.js';
import type { DraftReport, ReportedFinding } from './report.js';
import { flat, tell, tellInstead } from './tell.js';

/** Whoever has put this many right asks again. */
const MOST = 30;
/** UTF-16 units of what is said of one finding. */
const LONGEST = 600;

/** What is said of one draft, in short: the score, a line for each finding (worst first), what is done well, what to do first. For programs that show text. */
export function brief(draft: DraftReport): string {
  const { findings, strengths } = draft;
  const score = `${draft.score}/100 ${draft.grade}: ${adviceOf(draft.grade)} (points ${draft.points.toFixed(1)}, ${heldWords(draft, inert)}).`;
  const rest = findings.length - MOST;
  return [
    `${draft.pass ? 'It passes.' : 'It does not pass.'} ${score}`,
    ...draft.problems.map(problemLine),
    foreignWords(draft),
    ...(findings.length > 0 ? [`${count(findings.length, 'finding')}:`] : []),
    ...worstFirst(findings)
      .slice(0, MOST)
      .map((finding) => line(draft, finding)),
    ...(rest > 0 ? [`- ${rest} more.`] : []),
    ...(strengths.length > 0 ? [`Does well: ${strengths.map(({ message }) => inert(flat(message))).join('; ')}.`] : []),
    nextFix(draft),
  ]
    .filter((text) => text !== '')
    .join('\n');
}

function line(draft: DraftReport, finding: ReportedFinding): string {
  const said = [tell({ draft, finding }), tellInstead({ draft, finding })].filter((text) => text !== '').join(' ');
  return `- ${finding.severity} ${inert(finding.rule)} ${points(finding.lost)}: ${inert(cut(flat(said), LONGEST))}`;
}
