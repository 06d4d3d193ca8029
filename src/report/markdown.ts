import { isPlaced } from './placed.js';
import type { Standing as Score } from './report.js';
import type { Problem } from '../text/problem.js';
import { adviceOf } from '../score/scorecard.js';
import { passes } from './build.js';
import { entryOf, nameOf } from './entry.js';
import { libraryLines } from './markdown-library.js';
import { cellCode, code, cut, htmlText, prose } from './markdown-text.js';
import { NOTE } from './note.js';
import { allProblems, worstFirst } from './order.js';
import { points } from './points.js';
import type { Change, Comparison, DraftReport, Report, ReportedFinding } from './report.js';
import { count } from './count.js';

/** A comment of GitHub holds 65,536 signs. */
const COMMENT_UNITS = 60_000;
/** A job summary of GitHub holds 1 MiB; one unit may take three bytes. */
export const SUMMARY_UNITS = 300_000;
/** Of words that are quoted. */
const QUOTE = 200;
const ROWS = 100;

/**
 * The report as Markdown, for a comment on a pull request. The first line is a comment by which a bot finds what it wrote before.
 * @param units the most that it may hold; what there is no room for is counted
 */
export function markdown(report: Report, units: number = COMMENT_UNITS): string {
  const { comparison } = report;
  const sections = [
    ['<!-- replylint -->', `### ${headline(report)}`, '', summary(report), ''].join('\n'),
    comparison ? changesTable(comparison) : report.drafts.length > 1 ? draftsTable(report.drafts) : '',
    ...allProblems(report).map(problemItem),
    ...worstDraftsFirst(report).map(draftSection),
  ];
  const end = `${libraryLines(report)}\n${prose(NOTE)}\n`;
  return fitted(
    sections.filter((section) => section !== ''),
    end,
    units,
  );
}

function problemItem({ file, line, message, severity }: Problem): string {
  const where = file === undefined ? '' : `${code(line === undefined ? file : `${file}:${line}`)}: `;
  return `- **${severity ?? 'not judged'}** ${where}${prose(message)}\n`;
}

function fitted(sections: readonly string[], end: string, units: number): string {
  let text = '';
  let left = units - end.length - 100;
  for (const [at, section] of sections.entries()) {
    if (section.length + 1 > left) return `${text}\n${count(sections.length - at, 'part')} of this report did not fit.\n\n${end}`;
    text += `${section}\n`;
    left -= section.length + 1;
  }
  return `${text}${end}`;
}

function headline(report: Report): string {
  const { totals, drafts } = report;
  const [draft] = drafts;
  const sign = passes(report) && totals.unjudged === 0 ? '✅' : '❌';
  if (drafts.length === 1 && draft && totals.unjudged === 0) return `${sign} ${draft.score}/100 ${draft.grade}: ${adviceOf(draft.grade)}`;
  return `${sign} ${totals.passed} of ${count(totals.drafts, 'reply', 'replies')} can be sent`;
}

function summary({ totals }: Report): string {
  const parts = [count(totals.errors, 'error'), count(totals.warnings, 'warning'), count(totals.suggestions, 'suggestion')];
  const more = [
    ...(totals.blocked > 0 ? [`${totals.blocked} with a blocker`] : []),
    ...(totals.unjudged > 0 ? [`${totals.unjudged} could not be judged`] : []),
  ];
  return `${[parts.join(', '), ...more].join('; ')}.`;
}

function changesTable({ changes, unchanged }: Comparison): string {
  const same = `${count(unchanged, 'reply', 'replies')} scored as before.`;
  if (changes.length === 0) return `${same}\n`;
  const rows = changes.slice(0, ROWS).map((change) => {
    const name = change.id === change.file ? cellCode(change.file) : cellCode(change.id);
    return `| ${name} | ${standing(change.before)} | ${standing(change.after)} | ${direction(change)} | ${difference(change)} |`;
  });
  const rest = changes.length > ROWS ? [`\n${changes.length - ROWS} more changed.`] : [];
  return ['| Reply | Before | After | | What changed |', '| --- | --: | --: | --: | --- |', ...rows, ...rest, '', same, ''].join('\n');
}

function standing(score: Score | null): string {
  return score === null ? '–' : `${score.score} ${score.grade}${score.pass ? '' : ' ❌'}`;
}

function direction({ before, after }: Change): string {
  if (!before) return 'new';
  if (!after) return 'gone';
  const by = after.score - before.score;
  return by === 0 ? '±0' : by > 0 ? `▲ +${by}` : `▼ −${-by}`;
}

function difference({ more, fewer }: Change): string {
  const told = [
    ...more.map(({ rule, findings }) => `+${findings} ${cellCode(rule)}`),
    ...fewer.map(({ rule, findings }) => `−${findings} ${cellCode(rule)}`),
  ];
  return told.join(', ');
}

function draftsTable(drafts: readonly DraftReport[]): string {
  const failing = drafts.filter((draft) => !draft.pass).toSorted((a, b) => a.score - b.score);
  if (failing.length === 0) return '';
  const rows = failing.slice(0, ROWS).map((draft) => `| ${cellCode(nameOf(draft))} | ${standing(draft)} | ${fixFirst(draft)} |`);
  const rest = failing.length > ROWS ? [`\n${failing.length - ROWS} more cannot be sent.`] : [];
  return ['| Reply | Score | Fix first |', '| --- | --: | --- |', ...rows, ...rest, ''].join('\n');
}

function fixFirst({ next, toPass }: DraftReport): string {
  const fix = toPass ?? next;
  return fix ? `${fix.rules.map(cellCode).join(', ')} → ${fix.score} ${fix.grade}` : '';
}

function worstDraftsFirst({ drafts, comparison }: Report): DraftReport[] {
  const changed = new Set(comparison?.changes.map(({ id }) => id));
  return drafts
    .filter((draft) => draft.findings.length > 0 && (!comparison || changed.has(draft.id)))
    .toSorted((a, b) => a.score - b.score);
}

function draftSection(draft: DraftReport): string {
  const entry = entryOf(draft);
  const title = entry === null ? '' : ` ${htmlText(cut(entry, QUOTE))}`;
  const findings = worstFirst(draft.findings).map(findingItem);
  const held = draft.gate ? ` Held at ${draft.gate.cap} by ${code(draft.gate.rule)} (${draft.gate.class}).` : '';
  return [
    `<details><summary><code>${htmlText(draft.file)}</code>${title} <b>${draft.score} ${draft.grade}</b>, ${count(draft.findings.length, 'finding')}</summary>`,
    '',
    `**${draft.grade}**, ${adviceOf(draft.grade)}.${held}${draft.next ? ` Next best fix: ${draft.next.rules.map(code).join(', ')} → ${draft.next.score} ${draft.next.grade}.` : ''}`,
    '',
    ...findings,
    ...(draft.suppressed.length > 0 ? ['', `Accepted: ${draft.suppressed.map(acceptedWords).join(', ')}.`] : []),
    '',
    '</details>',
    '',
  ].join('\n');
}

function acceptedWords({ finding, reason }: DraftReport['suppressed'][number]): string {
  return `${code(finding.rule)}${reason === undefined ? '' : ` (${prose(reason)})`}`;
}

function findingItem(finding: ReportedFinding): string {
  const { severity, rule, place, message, quote, suggest, why, lost, related } = finding;
  const where = isPlaced(finding) ? `line ${place.line}` : 'whole message';
  const lines = [`- **${severity}** ${where}: ${prose(message)} ${code(rule)} ${points(lost)}`];
  if (quote !== null) lines.push(`  - ${code(cut(quote, QUOTE))}`);
  for (const one of related) lines.push(`  - ${one.in === 'customer' ? 'They said' : 'See also'}: ${code(cut(one.quote, QUOTE))}`);
  if (why) lines.push(`  - Why: ${prose(why)}`);
  if (suggest) lines.push(`  - Instead: ${prose(suggest)}`);
  return lines.join('\n');
}
