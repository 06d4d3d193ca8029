import { adviceOf } from '../../score/scorecard.js';
import { failures, passes } from '../build.js';
import { count } from '../count.js';
import type { LibrarySummary } from '../library.js';
import { allProblems } from '../order.js';
import { points } from '../points.js';
import type { Comparison, Report, Standing } from '../report.js';
import { categoryTotals } from './bars.js';
import { markup, type Markup } from './markup.js';

const TOP_RULES = 12;

/** The head of the page: what it comes to in a few figures, what could not be judged, what has changed. */
export function overview(report: Report, library: LibrarySummary | null): Markup {
  return markup`${tiles(report, library)}${problems(report)}${report.comparison && comparisonMarkup(report.comparison)}`;
}

function tiles(report: Report, library: LibrarySummary | null): Markup {
  const { totals, gates } = report;
  const fine = passes(report) && totals.unjudged === 0;
  const [draft] = report.drafts;
  const verdict: readonly (readonly [string, string, string])[] =
    draft && totals.drafts === 1
      ? [
          [`${draft.score} ${draft.grade}`, adviceOf(draft.grade), draft.pass ? 'good' : 'bad'],
          [String(gates.minScore), 'is the score to pass', ''],
        ]
      : [
          [`${figure(totals.passed)} of ${figure(totals.drafts)}`, 'can be sent', fine ? 'good' : 'bad'],
          [library ? String(library.median) : '–', `median score, ${gates.minScore} to pass`, ''],
        ];
  const figures: readonly (readonly [figure: string, words: string, tone: string])[] = [
    ...verdict,
    [figure(totals.blocked), 'would embarrass or harm if sent', totals.blocked > 0 ? 'bad' : ''],
    [[totals.errors, totals.warnings, totals.suggestions].map(figure).join(' · '), 'errors · warnings · suggestions', ''],
    ...(library?.byUsage
      ? [[`${library.byUsage.passShare} %`, `can be sent, counted by ${figure(library.byUsage.uses)} uses`, ''] as const]
      : []),
    ...(totals.unjudged > 0 ? [[figure(totals.unjudged), 'could not be judged', 'bad'] as const] : []),
  ];
  return markup`<dl class="tiles">${figures.map(([figure, words, tone]) => markup`<div class="${tone}"><dt>${words}</dt><dd>${figure}</dd></div>`)}</dl>`;
}

/** A number as people read it: `29,792`. */
function figure(value: number): string {
  return value.toLocaleString('en-US');
}

/** Problems that are shown without a click. */
const OPEN_PROBLEMS = 6;

function problems(report: Report): Markup | false {
  const all = allProblems(report);
  if (all.length === 0) return false;
  const title = failures(all).length > 0 ? 'Not judged, or not wholly' : 'To be known';
  const items = all.map(({ file, line, message, severity }) => {
    const where = [file, line].filter((part) => part !== undefined).join(':');
    return markup`<li>${severity && markup`<b>${severity}</b> `}${where && markup`<code>${where}</code> `}${message}</li>`;
  });
  const list = markup`<ul>${items}</ul>`;
  return all.length <= OPEN_PROBLEMS
    ? markup`<section class="problems"><h2>${title}</h2>${list}</section>`
    : markup`<details class="problems"><summary><h2>${title}: ${figure(all.length)}</h2></summary>${list}</details>`;
}

function comparisonMarkup({ file, changes, unchanged }: Comparison): Markup {
  const rows = changes.map(({ id, before, after, more, fewer }) => {
    const what = [...more.map((one) => `+${one.findings} ${one.rule}`), ...fewer.map((one) => `−${one.findings} ${one.rule}`)].join(', ');
    return markup`<tr><th scope="row">${id}</th><td class="number">${standing(before, 'new')}</td><td class="number">${standing(after, 'gone')}</td><td>${what}</td></tr>`;
  });
  const table = markup`<div class="wide"><table><thead><tr><th scope="col">Reply</th><th scope="col" class="number">Before</th><th scope="col" class="number">Now</th><th scope="col">What changed</th></tr></thead><tbody>${rows}</tbody></table></div>`;
  return markup`<section><h2>Since <code>${file}</code></h2>${rows.length > 0 && table}<p>${count(unchanged, 'reply', 'replies')} scored as before.</p></section>`;
}

function standing(score: Standing | null, none: string): string {
  return score ? `${score.score} ${score.grade}` : none;
}

/**
 * Where a library stands: score by category, the worst, the rules that take most.
 * @param anchorOf where on the page a draft stands, by its id
 */
export function libraryMarkup(library: LibrarySummary, anchorOf: (id: string) => string | undefined): Markup {
  return markup`<div class="columns">
<section>${categoryTotals(library.categories)}</section>
${worst(library, anchorOf)}
</div>
${rules(library)}`;
}

function worst({ worst: drafts }: LibrarySummary, anchorOf: (id: string) => string | undefined): Markup | false {
  if (drafts.length === 0) return false;
  const items = drafts.map(({ id, title, score, grade, blocked, uses }) => {
    const facts = [...(blocked ? ['blocker'] : []), ...(uses === null ? [] : [count(uses, 'use')])].join(', ');
    return markup`<li><span class="score small grade-${grade}"><b>${score}</b> ${grade}</span> <a href="#${anchorOf(id) ?? 'replies'}">${title ?? id}</a>${facts && markup` <span class="file">${facts}</span>`}</li>`;
  });
  return markup`<section><h2>The worst</h2><ol class="worst">${items}</ol></section>`;
}

function rules({ rules: totals }: LibrarySummary): Markup | false {
  if (totals.length === 0) return false;
  const rows = totals
    .slice(0, TOP_RULES)
    .map(
      ({ rule, title, severity, findings, drafts, lost, off }) =>
        markup`<tr><th scope="row"><code>${rule}</code>${title !== null && markup`<span class="file">${title}</span>`}</th><td><span class="level ${severity}">${severity}</span></td><td class="number" data-label="findings">${figure(findings)}</td><td class="number" data-label="replies">${figure(drafts)}</td><td class="number" data-label="points">${points(lost)}</td><td class="off-switch"><code class="copy">${off}</code></td></tr>`,
    );
  return markup`<section><h2>What takes most points</h2><table class="rules"><thead><tr><th scope="col">Rule</th><th scope="col">Level</th><th scope="col" class="number">Findings</th><th scope="col" class="number">Replies</th><th scope="col" class="number">Points</th><th scope="col">To turn it off</th></tr></thead><tbody>${rows}</tbody></table><p class="hint">To turn one off for good, say so in the configuration: <code>rules: { ${totals[0].rule}: off }</code></p></section>`;
}
