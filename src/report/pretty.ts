import type { Category } from '../rule/rule.js';
import { compactBlock } from './compact.js';
import { findingBlock } from './finding-block.js';
import { foreignWords } from './foreign.js';
import { inert } from './inert.js';
import { isMany } from './many.js';
import { NOTE } from './note.js';
import { worstFirst } from './order.js';
import type { Page } from './page.js';
import { points } from './points.js';
import { quoted } from './quoted.js';
import type { DraftReport, Report, ReportedFinding } from './report.js';
import { scoreBlock } from './score-block.js';
import type { Styler } from './styler.js';
import { totalLine } from './total.js';
import { withRuler } from './width.js';
import { wrap } from './wrap.js';

export interface PrettyOptions {
  /** Columns of the terminal. Less than 40 is set as 40; text is never set wider than 110. Absent: paragraphs are set as for 80, and no finding is cut. */
  readonly columns?: number;
  readonly styler: Styler;
  /** Show only what keeps a draft from being sent. */
  readonly quiet?: boolean;
}

/**
 * The report for people. One draft in full: findings, worst first, each with its words and what to write instead; then what the draft does well; then
 * the score and where the points went. Several drafts in short, each finding with its words and its message, and one line that sums up; before it, of a library, what the whole
 * comes to, and what has changed since an earlier report.
 */
export async function pretty(report: Report, options: PrettyOptions): Promise<string> {
  const { drafts, comparison } = report;
  const many = !options.quiet && isMany(drafts);
  const blocks = many || comparison ? await import('./library-block.js') : undefined;
  return withRuler((ruler) => {
    const { columns, styler } = options;
    const page: Page = { columns: Math.min(110, Math.max(40, columns ?? 80)), cuts: columns !== undefined, ruler, styler };
    const block = drafts.length === 1 ? fullBlock : compactBlock;
    const lines = drafts.flatMap((draft) => block(draft, page, options.quiet));
    if (many) lines.push(...(blocks?.libraryBlock(report, page) ?? []));
    if (comparison) lines.push(...(blocks?.comparisonBlock(comparison, page) ?? []));
    const total = totalLine(report, page);
    if (total && !(options.quiet && lines.length === 0)) lines.push(...(lines.length > 0 ? [''] : []), ...total);
    return lines.map((line) => `${line.trimEnd()}\n`).join('');
  });
}

/** Nobody reads more findings of one rule in one draft, and to lay each out takes time: a garbled mail can have thousands. */
const MOST_ALIKE = 50;

function fullBlock(draft: DraftReport, page: Page, quiet = false): string[] {
  const { styler, ruler, columns } = page;
  if (quiet && draft.pass) return [];
  const lines: string[] = [];
  const spent = spending(draft);
  let above: ReportedFinding | undefined;
  const counts = new Map<string, number>();
  for (const finding of worstFirst(draft.findings)) {
    if (quiet && finding.severity !== 'error') continue;
    const count = (counts.get(finding.rule) ?? 0) + 1;
    counts.set(finding.rule, count);
    if (count > MOST_ALIKE) continue;
    lines.push(...findingBlock(finding, spent(finding), above?.rule === finding.rule ? above : undefined, page), '');
    above = finding;
  }
  for (const [rule, count] of counts)
    if (count > MOST_ALIKE) lines.push(`${count - MOST_ALIKE} more of ${rule} are not shown; --format json lists them all.`, '');
  if (!quiet && draft.strengths.length > 0) {
    lines.push(styler.strong('What this draft does well'));
    for (const { message, quote } of draft.strengths) {
      const text = quote === null ? inert(message) : `${inert(message)}: ${quoted(quote, 60, ruler)}`;
      lines.push(...wrap(text, columns - 4, ruler).map((line, at) => `  ${at === 0 ? styler.good('+') : ' '} ${line}`));
    }
    lines.push('');
  }
  const foreign = foreignWords(draft);
  if (foreign) lines.push(...wrap(foreign, columns, ruler), '');
  if (draft.suppressed.length > 0) lines.push(...wrap(accepted(draft), columns, ruler).map((line) => styler.dim(line)), '');
  lines.push(...scoreBlock(draft, page));
  if (!quiet) lines.push('', ...wrap(`${NOTE} Scorecard ${draft.scorecard}.`, columns, ruler).map((line) => styler.dim(line)));
  return lines;
}

/** `Accepted: 2 findings by suppressions (canned-phrase), 1 by the baseline (officialese).` */
function accepted({ suppressed }: DraftReport): string {
  const parts = (['draft', 'baseline'] as const).flatMap((by) => {
    const rules = suppressed.filter((one) => one.by === by).map(({ finding }) => inert(finding.rule));
    if (rules.length === 0) return [];
    const where = by === 'draft' ? 'suppressions in the draft' : 'the baseline';
    return [`${rules.length} by ${where} (${[...new Set(rules)].join(', ')})`];
  });
  return `Accepted, so not counted: ${parts.join('; ')}.`;
}

/** Says of each finding what it took, and what its category has lost with it, while findings are shown one after the other. */
function spending(draft: DraftReport): (finding: ReportedFinding) => string {
  const lost = new Map<Category, number>();
  return (finding) => {
    const parts = finding.charged.length > 0 ? finding.charged : [{ category: finding.category, lost: finding.lost }];
    const told = new Set<string>();
    for (const { category, lost: part } of parts) {
      const sum = (lost.get(category) ?? 0) + part;
      lost.set(category, sum);
      const cap = draft.categories.find((one) => one.id === category)?.cap ?? 100;
      told.add(`${category} ${points(sum)} of ${cap}`);
    }
    return `${points(finding.lost)} (${[...told].join(', ')})`;
  };
}
