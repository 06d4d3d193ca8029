import { passes } from './build.js';
import { count } from './count.js';
import { median } from './median.js';
import type { Page } from './page.js';
import type { Report } from './report.js';
import { wrap } from './wrap.js';

/** What all drafts come to, on one line where it fits; undefined where one draft has said it all already. */
export function totalLine(report: Report, { styler, ruler, columns }: Page): string[] | undefined {
  const { totals, gates, drafts } = report;
  const tooMany = gates.maxWarnings !== null && totals.warnings > gates.maxWarnings;
  if (drafts.length === 1 && totals.unjudged === 0 && !tooMany) return undefined;
  const parts = [
    `${count(totals.drafts, 'draft')}: ${totals.passed} can be sent, ${totals.failed} cannot`,
    `${count(totals.errors, 'error')}, ${count(totals.warnings, 'warning')}, ${count(totals.suggestions, 'suggestion')}`,
    ...(drafts.length > 1 ? [`median score ${median(drafts.map((draft) => draft.score))}`] : []),
    ...(totals.unjudged > 0 ? [`${totals.unjudged} could not be judged`] : []),
    ...(tooMany ? [`more warnings than the ${gates.maxWarnings} allowed`] : []),
  ];
  const fine = passes(report) && totals.unjudged === 0;
  return wrap(`${parts.join('; ')}.`, columns, ruler).map((line) => styler.strong(fine ? styler.good(line) : styler.error(line)));
}
