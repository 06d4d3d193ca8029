import type { Category } from '../rule/rule.js';
import type { CategoryScore, Grade } from '../score/score.js';
import { adviceOf } from '../score/scorecard.js';
import { heldWords } from './held.js';
import { inert } from './inert.js';
import { nextFix } from './next-fix.js';
import type { Page } from './page.js';
import { points } from './points.js';
import { quoted } from './quoted.js';
import { isPlaced } from './placed.js';
import type { DraftReport, ReportedFinding } from './report.js';
import type { Ruler } from './width.js';
import { wrap } from './wrap.js';

/** Columns of a quote in the table of losses. */
const QUOTE = 32;
/** Places of one rule that are listed. */
const MAX_PLACES = 6;
/** Columns of category, sub-score and loss. */
const HEAD = 32;
/** Places go below the rule when fewer columns than this are left for them. */
const MIN_PLACES = 24;

/** The score, what it means, where the points went, and what to do first. */
export function scoreBlock(draft: DraftReport, page: Page): string[] {
  const { styler } = page;
  const score = `${draft.score}/100  ${draft.grade}  ${adviceOf(draft.grade)}`;
  const lines = [gradeTint(draft.grade, page)(styler.strong(score))];
  const detail = `points ${draft.points.toFixed(1)}, ${heldWords(draft, inert)}`;
  const room = page.columns - score.length - 10;
  if (room >= detail.length) lines[0] += `          ${styler.dim(detail)}`;
  else lines.push(...wrap(detail, page.columns - 2, page.ruler).map((line) => `  ${styler.dim(line)}`));
  lines.push(...lossTable(draft, page));
  if (draft.next) lines.push(...wrap(nextFix(draft), page.columns, page.ruler).map((line) => styler.strong(line)));
  return lines;
}

/** The colour of a grade. */
export function gradeTint(grade: Grade, { styler }: Page): (text: string) => string {
  const name = grade === 'A' || grade === 'B' ? 'good' : grade === 'C' ? 'warning' : 'error';
  return (text) => styler[name](text);
}

/** `timeliness  20  -12.0  promise-without-timeframe x2  l.4 "…" -8.0, …`: a line for each rule that took points from a category. */
function lossTable(draft: DraftReport, page: Page): string[] {
  const { styler, ruler, columns } = page;
  const rows = draft.categories.flatMap((category) => {
    const rules = category.lost > 0 ? [...byRule(category.id, draft.findings)] : [];
    return rules.map(([rule, losses], at) => ({
      head: at === 0 ? headOf(category) : ' '.repeat(HEAD),
      name: `${inert(rule)}${losses.length > 1 ? ` x${losses.length}` : ''}`,
      losses,
    }));
  });
  const nameColumns = Math.max(...rows.map(({ name }) => ruler.width(name))) + 3;
  const left = HEAD + nameColumns;
  return rows.flatMap(({ head, name, losses }) => {
    if (columns - left >= MIN_PLACES) {
      const [first, ...more] = placesOf(losses, columns - left, ruler);
      const pad = ' '.repeat(nameColumns - ruler.width(name));
      return [`${head}${name}${pad}${styler.dim(first)}`, ...more.map((line) => ' '.repeat(left) + styler.dim(line))];
    }
    const below = placesOf(losses, columns - 6, ruler).map((line) => `      ${styler.dim(line)}`);
    return HEAD + ruler.width(name) <= columns
      ? [head + name, ...below]
      : [head, ...wrap(name, columns - 4, ruler).map((line) => `    ${line}`), ...below];
  });
}

/** The places of one rule's findings, as many on a line as fit. A quote is cut where it would not fit. */
function placesOf(losses: readonly Loss[], columns: number, ruler: Ruler): string[] {
  const places = losses.slice(0, MAX_PLACES).map(({ finding, lost }, at) => {
    const cost = losses.length > 1 ? ` ${points(lost)}` : '';
    const end = at < losses.length - 1 ? `${cost},` : cost;
    if (!isPlaced(finding)) return `message${end}`;
    if (finding.quote === null) return `l.${finding.place.line}${end}`;
    const line = `l.${finding.place.line} `;
    return line + quoted(finding.quote, Math.min(QUOTE, columns - line.length - end.length - 2), ruler) + end;
  });
  if (losses.length > MAX_PLACES) places.push(`${losses.length - MAX_PLACES} more`);
  const lines: string[] = [];
  for (const place of places) {
    const last = lines.at(-1);
    if (last !== undefined && ruler.width(last) + 1 + ruler.width(place) <= columns) lines[lines.length - 1] = `${last} ${place}`;
    else lines.push(place);
  }
  return lines;
}

function headOf({ id, subscore, lost }: CategoryScore): string {
  return `  ${id.padEnd(15)} ${String(Math.round(subscore ?? 0)).padStart(4)}  ${points(lost).padStart(6)}  `;
}

interface Loss {
  readonly finding: ReportedFinding;
  readonly lost: number;
}

/** Findings that took points from a category, by the rule that is shown. */
function byRule(category: Category, findings: readonly ReportedFinding[]): Map<string, Loss[]> {
  const rules = new Map<string, Loss[]>();
  for (const finding of findings) {
    const parts = finding.charged.filter((one) => one.category === category);
    const own = finding.charged.length === 0 && finding.category === category;
    if (!own && parts.length === 0) continue;
    const lost = own ? finding.lost : parts.reduce((sum, one) => sum + one.lost, 0);
    const members = rules.get(finding.rule);
    if (members) members.push({ finding, lost });
    else rules.set(finding.rule, [{ finding, lost }]);
  }
  return rules;
}
