import { count } from './count.js';
import { libraryOf, type LibrarySummary } from './library.js';
import { cellCode, cut } from './markdown-text.js';
import { isMany } from './many.js';
import { points } from './points.js';
import type { Report } from './report.js';

const TOP_RULES = 10;
const TITLE = 80;

/** The report on the whole library as Markdown; nothing for a few drafts, which have said it all. */
export function libraryLines(report: Report): string {
  const library = isMany(report.drafts) ? libraryOf(report) : null;
  if (!library) return '';
  const { byUsage } = library;
  return [
    '#### The whole library',
    '',
    `- **${library.passShare} %** of ${count(library.drafts, 'reply', 'replies')} can be sent; the median score is ${library.median}.`,
    ...(byUsage ? [`- Counted by use (${byUsage.uses}): **${byUsage.passShare} %**, median ${byUsage.median}.`] : []),
    `- ${library.blocked === 0 ? 'None has a blocker.' : `**${library.blocked}** would embarrass or harm if sent.`}`,
    '',
    ...worst(library),
    ...rules(library),
  ].join('\n');
}

function worst({ worst: drafts }: LibrarySummary): string[] {
  if (drafts.length === 0) return [];
  return [
    '| The worst | Score | Where |',
    '| --- | --: | --- |',
    ...drafts.map(({ id, title, file, line, score, grade, blocked }) => {
      const name = cellCode(cut(title ?? id, TITLE));
      return `| ${name} | ${score} ${grade}${blocked ? ', blocker' : ''} | ${cellCode(`${file}:${line}`)} |`;
    }),
    '',
  ];
}

function rules({ rules: totals }: LibrarySummary): string[] {
  if (totals.length === 0) return [];
  return [
    '| Rules that take most | Findings | Replies | Points | To turn it off |',
    '| --- | --: | --: | --: | --- |',
    ...totals
      .slice(0, TOP_RULES)
      .map(
        ({ rule, findings, drafts, lost, off }) => `| ${cellCode(rule)} | ${findings} | ${drafts} | ${points(lost)} | ${cellCode(off)} |`,
      ),
    '',
  ];
}
