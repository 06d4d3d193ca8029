import { count } from './count.js';
import { inert } from './inert.js';
import { libraryOf, type LibrarySummary, type RuleTotal } from './library.js';
import type { Page } from './page.js';
import { points } from './points.js';
import type { Comparison, Report, Standing } from './report.js';
import { gradeTint } from './score-block.js';
import { clip, wrap } from './wrap.js';

const TOP_RULES = 10;
/** Columns of the figures behind a rule's name: findings, drafts, points. */
const FIGURES = 29;
const TABLE_TITLE = 'What takes most points';

/** What a library comes to: the share that can be sent, the worst, and the rules that take most, each with what turns it off. */
export function libraryBlock(report: Report, page: Page): string[] {
  const library = libraryOf(report);
  if (!library) return [];
  return ['', page.styler.strong('The whole library'), ...figures(library, page), ...worst(library, page), ...rules(library, page)];
}

function figures({ passShare, drafts, median, blocked, byUsage }: LibrarySummary, { columns, ruler }: Page): string[] {
  const parts = [
    `${passShare} % of ${count(drafts, 'draft')} can be sent; median score ${median}; ${blocked === 0 ? 'none has a blocker' : `${count(blocked, 'draft')} would embarrass or harm if sent`}.`,
    ...(byUsage ? [`Counted by use (${byUsage.uses}): ${byUsage.passShare} %; median score ${byUsage.median}.`] : []),
  ];
  return parts.flatMap((part) => wrap(part, columns - 2, ruler).map((line) => `  ${line}`));
}

function worst({ worst: drafts }: LibrarySummary, page: Page): string[] {
  const { styler, ruler, columns } = page;
  if (drafts.length === 0) return [];
  const rows = drafts.map(({ score, grade, id, file, title, line, blocked, uses }) => {
    const where = inert(`${file}:${line}`);
    const more = [where, ...(blocked ? ['blocker'] : []), ...(uses === null ? [] : [count(uses, 'use')])].join(', ');
    const name = clip(inert(title ?? id), Math.max(12, columns - 12 - ruler.width(more)), ruler);
    return `  ${gradeTint(grade, page)(`${String(score).padStart(3)} ${grade}`)}  ${name === where ? '' : `${styler.strong(name)}  `}${styler.dim(more)}`;
  });
  return ['', styler.strong('The worst'), ...rows];
}

function rules({ rules: totals }: LibrarySummary, page: Page): string[] {
  if (totals.length === 0) return [];
  const { styler, ruler, columns } = page;
  const top = totals.slice(0, TOP_RULES);
  const forGood = `To turn one off for good, say so in the configuration, as in: rules: { ${inert(top[0].rule)}: off }`;
  return ['', ...(table(top, page) ?? list(top, page)), '', ...wrap(forGood, columns - 2, ruler).map((line) => `  ${styler.dim(line)}`)];
}

/** A line a rule, where the screen is wide enough. */
function table(totals: readonly RuleTotal[], { styler, ruler, columns }: Page): string[] | undefined {
  const widest = Math.max(...totals.map(({ rule }) => ruler.width(inert(rule))), TABLE_TITLE.length);
  if (columns < 2 + widest + FIGURES + 2 + Math.max(...totals.map(({ off }) => ruler.width(inert(off))))) return undefined;
  const figuresOf = (...cells: readonly string[]): string => cells.map((cell, at) => cell.padStart([10, 8, 11][at])).join('');
  const head = `  ${TABLE_TITLE.padEnd(widest)}${figuresOf('findings', 'drafts', 'points')}  to turn it off`;
  const rows = totals.map(({ rule, findings, drafts, lost, off }) => {
    const name = inert(rule);
    const cells = figuresOf(String(findings), String(drafts), points(lost));
    return `  ${name}${' '.repeat(widest - ruler.width(name))}${cells}  ${styler.dim(inert(off))}`;
  });
  return [styler.strong(head), ...rows];
}

/** A few lines a rule. */
function list(totals: readonly RuleTotal[], { styler, ruler, columns }: Page): string[] {
  const rows = totals.flatMap(({ rule, findings, drafts, lost, off }) => [
    ...wrap(`${inert(rule)}: ${count(findings, 'finding')} in ${count(drafts, 'draft')}, ${points(lost)}`, columns - 2, ruler).map(
      (line) => `  ${line}`,
    ),
    `      ${styler.dim(inert(off))}`,
  ]);
  return [styler.strong(TABLE_TITLE), ...rows];
}

/** What has changed since an earlier report, a line a draft. */
export function comparisonBlock({ changes, unchanged, file }: Comparison, page: Page): string[] {
  const { styler, ruler, columns } = page;
  const rows = changes.flatMap(({ id, before, after, more, fewer }) => {
    const rulesChanged = [
      ...more.map((one) => `+${one.findings} ${inert(one.rule)}`),
      ...fewer.map((one) => `-${one.findings} ${inert(one.rule)}`),
    ];
    const head = `  ${standing(before)} -> ${standing(after)}  ${styler.strong(inert(id))}`;
    return [
      head,
      ...(rulesChanged.length > 0
        ? wrap(rulesChanged.join(', '), columns - 22, ruler).map((line) => ' '.repeat(20) + styler.dim(line))
        : []),
    ];
  });
  const title = clip(`Since ${inert(file)}`, columns, ruler);
  return ['', styler.strong(title), ...rows, `  ${count(unchanged, 'draft')} scored as before.`];
}

function standing(score: Standing | null): string {
  return score === null ? ' none' : `${String(score.score).padStart(3)} ${score.grade}`;
}
