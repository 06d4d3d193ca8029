import { count } from './count.js';
import { inert } from './inert.js';
import { libraryOf, type LibrarySummary, type RuleTotal } from './library.js';
import type { Page } from './page.js';
import { points } from './points.js';
import type { Comparison, Report, Standing } from './report.js';
import { gradeTint } from './score-block.js';
import { clip, wrap } from './wrap.js';

const TOP_RULES = 10;
/** Columns of the figures before what turns a rule off: points, findings, drafts. */
const FIGURES = 31;
const RULES_TITLE = 'What takes most points, and what turns it off';

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
  const rows = drafts.map(({ score, grade, id, title, blocked, uses }) => {
    const facts = [...(blocked ? ['blocker'] : []), ...(uses === null ? [] : [count(uses, 'use')])].join(', ');
    const name = clip(inert(id), Math.max(12, columns - 11 - facts.length), ruler);
    const room = columns - 13 - ruler.width(name) - facts.length;
    const more = [...(title !== null && room > 11 ? [clip(inert(title), room - 2, ruler)] : []), facts].filter(Boolean).join(', ');
    return `  ${gradeTint(grade, page)(`${String(score).padStart(3)} ${grade}`)}  ${styler.strong(name)}  ${styler.dim(more)}`.trimEnd();
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
  if (columns < FIGURES + Math.max(...totals.map(({ off }) => ruler.width(inert(off))))) return undefined;
  const row = (...cells: readonly [string, string, string]): string => `  ${cells.map((cell) => cell.padStart(9)).join('')}`;
  return [
    styler.strong(RULES_TITLE),
    styler.dim(row('points', 'findings', 'drafts')),
    ...totals.map(
      ({ findings, drafts, lost, off }) => `${row(points(lost), String(findings), String(drafts))}  ${styler.strong(inert(off))}`,
    ),
  ];
}

/** A few lines a rule. */
function list(totals: readonly RuleTotal[], { styler, ruler, columns }: Page): string[] {
  const rows = totals.flatMap(({ findings, drafts, lost, off }) => [
    `  ${styler.strong(inert(off))}`,
    ...wrap(`${count(findings, 'finding')} in ${count(drafts, 'draft')}, ${points(lost)}`, columns - 6, ruler).map(
      (line) => `      ${line}`,
    ),
  ]);
  return [...wrap(RULES_TITLE, columns, ruler).map(styler.strong), ...rows];
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
