import { count } from '../../report/count.js';
import { points } from '../../report/points.js';
import type { DraftReport } from '../../report/report.js';
import { flat } from '../../report/tell.js';
import type { NextFix } from '../../score/score.js';
import { adviceOf } from '../../score/scorecard.js';
import type { Judged } from '../exchange/ask.js';
import { el } from './dom.js';

export interface VerdictSetup {
  readonly minScore: number;
  /** Goes to the first finding of a rule. */
  readonly goTo: (rule: string) => void;
}

/** The score, what it means, and what to do first. */
export function verdictOf({ report, titles }: Judged, setup: VerdictSetup): HTMLElement[] {
  const { grade, gate, pass, score, toPass, next, problems } = report;
  const shown = (rule: string): string => titles[rule] ?? rule;
  const held = gate ? `; held at ${gate.cap} by “${shown(gate.rule)}”` : '';
  return [
    el(
      'div',
      { class: `score grade-${grade}` },
      ring(score),
      el(
        'div',
        {},
        el('p', { class: 'advice' }, sentence(adviceOf(grade))),
        el('p', { class: 'facts' }, `${pass ? 'Passes' : 'Does not pass'}: ${setup.minScore} is needed${held}.`),
      ),
    ),
    next && el('div', { class: 'next' }, nextFix(next, shown, setup), toPass && nextFix(toPass, shown, setup)),
    languageOf(report),
    ...problems.map(({ message }) => el('p', { class: 'problem' }, message)),
  ].filter((part) => part !== null);
}

/** What stands behind the findings: what the reply does well, and where the points went. */
export function moreOf({ report }: Judged): HTMLElement[] {
  return [strengths(report), categories(report)].filter((part) => part !== null);
}

/** Said of a reply that is not in English: few rules look at it. */
function languageOf({ language }: DraftReport): HTMLElement | null {
  if (language === 'en' || language === 'und') return null;
  const name = new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language;
  return el('p', { class: 'facts aside' }, `Written in ${name}: only the rules that need no English have looked at it.`);
}

/** What a screen reader is told of it: `72 of 100, C: fix before sending. 4 findings: 1 error, 3 warnings.` */
export function spokenVerdict({ score, grade, findings }: DraftReport): string {
  const levels = (['error', 'warning', 'suggestion'] as const)
    .map((level) => [level, findings.filter(({ severity }) => severity === level).length] as const)
    .filter(([, number]) => number > 0)
    .map(([level, number]) => count(number, level));
  const found = findings.length === 0 ? 'Nothing found' : `${count(findings.length, 'finding')}: ${levels.join(', ')}`;
  return `Score ${score} of 100, ${grade}: ${adviceOf(grade)}. ${found}.`;
}

function ring(score: number): Element {
  const circle = { cx: 50, cy: 50, r: 43, fill: 'none', 'stroke-width': 9 };
  return el(
    'div',
    { class: 'ring' },
    el(
      'svg',
      { viewBox: '0 0 100 100', 'aria-hidden': 'true' },
      el('circle', { ...circle, class: 'track' }),
      el('circle', {
        ...circle,
        class: 'share',
        pathLength: 100,
        'stroke-dasharray': `${Math.max(score, 0.5)} 100`,
        transform: 'rotate(-90 50 50)',
        'stroke-linecap': 'round',
      }),
    ),
    el('p', {}, el('b', {}, String(score)), el('span', {}, 'of 100')),
  );
}

const NUMBERS = [
  '',
  'this',
  'these two',
  'these three',
  'these four',
  'these five',
  'these six',
  'these seven',
  'these eight',
  'these nine',
];

function nextFix({ rules, score, grade }: NextFix, shown: (rule: string) => string, { goTo }: VerdictSetup): HTMLElement {
  const which = NUMBERS[rules.length] ?? `these ${rules.length}`;
  const links = rules.flatMap((rule, at) => [at > 0 && ', ', link(shown(rule), () => goTo(rule))]);
  return el('p', {}, `Fix ${which} and it is `, el('b', {}, `${score} (${grade})`), ': ', ...links, '.');
}

/** A link in running text: a button would break its lines. */
function link(words: string, follow: () => void): HTMLAnchorElement {
  const made = el('a', { href: '#findings' }, words);
  made.addEventListener('click', (event) => {
    event.preventDefault();
    follow();
  });
  return made;
}

function strengths({ strengths: all }: DraftReport): HTMLElement | null {
  if (all.length === 0) return null;
  const items = all.map(({ message, quote }) =>
    el('li', {}, message, quote !== null && ': ', quote !== null && el('q', { dir: 'auto' }, flat(quote))),
  );
  return el('div', { class: 'strengths' }, el('h3', {}, 'Does well'), el('ul', {}, ...items));
}

function categories({ categories: all, points: left }: DraftReport): HTMLElement | null {
  const judged = all.filter(({ subscore }) => subscore !== null).toSorted((a, b) => b.lost - a.lost);
  if (judged.length === 0) return null;
  const rows = judged.map(({ id, subscore, lost }) => {
    const share = Math.round(subscore ?? 0);
    const level = share >= 90 ? 'A' : share >= 80 ? 'B' : share >= 70 ? 'C' : share >= 55 ? 'D' : 'F';
    const bar = el(
      'svg',
      { class: 'bar', viewBox: '0 0 100 6', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
      el('rect', { class: 'track', width: 100, height: 6, rx: 1 }),
      el('rect', { class: `grade-${level}`, width: share, height: 6, rx: 1 }),
    );
    return el(
      'tr',
      {},
      el('th', { scope: 'row' }, id),
      el('td', { class: 'drawn' }, bar),
      el('td', { class: 'number' }, String(share)),
      el('td', { class: 'number' }, points(lost)),
    );
  });
  const head = el(
    'tr',
    {},
    el('th', { scope: 'col' }, 'Category'),
    el('th', { scope: 'col', colspan: 2, class: 'number' }, 'Score'),
    el('th', { scope: 'col', class: 'number' }, 'Points'),
  );
  return el(
    'details',
    { class: 'categories' },
    el('summary', {}, `Score by category, ${left.toFixed(1)} points left`),
    el('table', { class: 'bars' }, el('thead', {}, head), el('tbody', {}, ...rows)),
  );
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
