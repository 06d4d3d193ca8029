import { adviceOf } from '../score/scorecard.js';
import { tint } from './finding-block.js';
import { inert } from './inert.js';
import type { Page } from './page.js';
import { points } from './points.js';
import { quoted } from './quoted.js';
import { isPlaced } from './placed.js';
import type { DraftReport, ReportedFinding } from './report.js';
import { gradeTint } from './score-block.js';
import { flat } from './tell.js';
import { clip } from './wrap.js';

/** A draft in short: its name and score on one line, then each finding in text order: its words, and below them what is wrong. */
export function compactBlock(draft: DraftReport, page: Page, quiet = false): string[] {
  const { styler } = page;
  if (quiet && draft.pass) return [];
  const held = draft.gate ? `, held by ${inert(draft.gate.rule)}` : '';
  // What is missing in a template cannot be told where nobody says what it answers.
  const unsure = draft.entry && draft.kind.value === 'unknown' ? ', kind unknown' : '';
  const verdict = `${String(draft.score).padStart(3)} ${draft.grade}`;
  const lines = [
    `${gradeTint(draft.grade, page)(verdict)}  ${styler.strong(inert(draft.id))}  ${styler.dim(adviceOf(draft.grade) + held + unsure)}`,
  ];
  for (const finding of draft.findings) if (!quiet || finding.severity === 'error') lines.push(...row(finding, page));
  return lines;
}

/** Columns of somebody's words where no screen ends the line. */
const LONGEST_QUOTE = 160;

/** Where, how loud, which words; what is wrong with them stands below. Only a screen has an end that a line must not pass. */
function row(finding: ReportedFinding, page: Page): string[] {
  const { styler, ruler, columns, cuts } = page;
  const place = isPlaced(finding) ? `${finding.place.line}:${finding.place.column}` : 'message';
  const head = `       ${place.padEnd(9)} ${finding.severity.padEnd(10)}  `;
  const tail = `${inert(finding.rule)} ${points(finding.lost)}`;
  const message = inert(flat(finding.message));
  const fitted = (text: string, width: number): string => (cuts ? clip(text, width, ruler) : text);
  const said = (width: number): string =>
    finding.quote === null ? fitted(message, width) : quoted(finding.quote, cuts ? width - 2 : LONGEST_QUOTE, ruler);
  const room = columns - head.length - tail.length - 2;
  const start = `       ${styler.dim(place.padEnd(9))} ${tint(finding.severity, page)(finding.severity.padEnd(10))}  `;
  const below = finding.quote === null ? [] : [`${BELOW}${fitted(message, columns - BELOW.length)}`];
  if (!cuts || room >= 12) return [`${start}${said(room)}  ${styler.dim(tail)}`, ...below];
  return [`${start}${styler.dim(tail)}`, `         ${said(columns - 9)}`, ...below];
}

/** Under how loud it is. */
const BELOW = ' '.repeat(17);
