import { points } from '../points.js';
import type { DraftReport } from '../report.js';
import type { CategoryTotal } from '../library.js';
import { markup, type Markup } from './markup.js';

/** A bar of 0 to 100, drawn; the number stands beside it in words. */
function bar(share: number): Markup {
  const level = share >= 90 ? 'A' : share >= 80 ? 'B' : share >= 70 ? 'C' : share >= 55 ? 'D' : 'F';
  return markup`<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="6" rx="1"/><rect class="grade-${level}" width="${share.toFixed(1)}" height="6" rx="1"/></svg>`;
}

/** Where the points of one reply went: the categories that lost any. */
export function categoryBars({ categories }: DraftReport): Markup | false {
  const lost = categories.filter((category) => category.lost > 0);
  if (lost.length === 0) return false;
  const rows = lost
    .toSorted((a, b) => b.lost - a.lost)
    .map(({ id, subscore, lost: taken }) => row(id, Math.round(subscore ?? 0), points(taken)));
  return table('Score by category', ['Category', 'Score', 'Points'], rows);
}

/** The same for all replies: means of those that the category's rules apply to. */
export function categoryTotals(totals: readonly CategoryTotal[]): Markup | false {
  if (totals.length === 0) return false;
  const rows = totals.map(({ category, subscore, faulty }) => row(category, Math.round(subscore), String(faulty)));
  return table('Score by category', ['Category', 'Mean score', 'Replies at fault'], rows);
}

function row(name: string, score: number, last: string): Markup {
  return markup`<tr><th scope="row">${name}</th><td class="drawn">${bar(score)}</td><td class="number">${score}</td><td class="number">${last}</td></tr>`;
}

function table(caption: string, [name, score, last]: readonly [string, string, string], rows: readonly Markup[]): Markup {
  return markup`<table class="bars"><caption>${caption}</caption><thead><tr><th scope="col">${name}</th><th scope="col" colspan="2" class="number">${score}</th><th scope="col" class="number">${last}</th></tr></thead><tbody>${rows}</tbody></table>`;
}
