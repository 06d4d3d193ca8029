import type { Finding, Verdict } from '../engine/finding.js';
import type { Category } from '../rule/rule.js';
import { charge, type Bill } from './charge.js';
import { fixes } from './next.js';
import type { CategoryScore, Charged, NextFix, Score, ScoredFinding } from './score.js';
import { CATEGORY_CAPS, FLAWED_MAX, PASS_MARK, SCORECARD, gradeOf } from './scorecard.js';

/** Losses are kept as whole ten-thousandths of a point, so that what is printed adds up. */
const UNIT = 10_000;

/**
 * The score of one verdict, with what each finding cost. A pure function of its findings, word count and categories.
 * @param passMark 0 to 100
 * @param most what it can reach at best: less than 100 where rules that might have spoken were not run
 */
export function computeScore(verdict: Pick<Verdict, 'findings' | 'categories' | 'words'>, passMark = PASS_MARK, most = 100): Score {
  const { findings, words } = verdict;
  const result = evaluate(findings, words, most);
  const scored = bookLosses(result.bill);
  const { hold } = result.bill;
  const { next, toPass } = nextFixes(findings, words, result.score, passMark, most);
  return {
    score: result.score,
    points: result.points,
    grade: gradeOf(result.score),
    gate: hold && hold.cap < result.points ? hold : null,
    categories: subscores(scored, verdict.categories),
    findings: scored,
    next,
    toPass,
    scorecard: SCORECARD,
  };
}

/** The fewest fixes that raise the score, and, where those do not reach the mark, the fewest that do. */
function nextFixes(findings: readonly Finding[], words: number, score: number, mark: number, most: number): Pick<Score, 'next' | 'toPass'> {
  let next: NextFix | null = null;
  for (const { rules, outcome } of fixes(findings, (left) => evaluate(left, words, most))) {
    const fix = { rules, score: outcome.score, grade: gradeOf(outcome.score) };
    if (!next && fix.score > score) next = fix;
    if (next && (score >= mark || fix.score >= mark)) return { next, toPass: next === fix ? null : fix };
  }
  return { next, toPass: null };
}

interface Evaluation {
  readonly score: number;
  readonly points: number;
  readonly bill: Bill;
}

function evaluate(findings: readonly Finding[], words: number, most: number): Evaluation {
  const bill = charge(findings, words);
  const points = (100 * UNIT - Math.round(bill.total * UNIT)) / UNIT;
  const held = Math.max(0, Math.min(points, bill.hold?.cap ?? 100, findings.length > 0 ? FLAWED_MAX : most));
  return { score: Math.floor(held + 0.5), points, bill };
}

/** Books each loss to the finding that is shown, in units that add up to exactly 100 − points. */
function bookLosses({ charges, lost }: Bill): ScoredFinding[] {
  const units = roundTogether(lost);
  let at = 0;
  return charges.map(({ owner, as }) => {
    const from = at;
    at += as.length;
    const own = as.length === 1 && as[0] === owner;
    const charged: Charged[] = own ? [] : as.map(({ rule, category }, index) => ({ rule, category, lost: units[from + index] / UNIT }));
    return { ...owner, lost: own ? units[from] / UNIT : units.slice(from, at).reduce((sum, unit) => sum + unit, 0) / UNIT, charged };
  });
}

/** Rounds to whole units by largest remainder: the units add up to the rounded sum. */
function roundTogether(exact: readonly number[]): number[] {
  const units = exact.map((value) => Math.floor(value * UNIT));
  let missing = Math.round(exact.reduce((sum, value) => sum + value, 0) * UNIT) - units.reduce((sum, value) => sum + value, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, rest: value * UNIT - units[index] }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of byRemainder) {
    if (missing <= 0) break;
    units[index] += 1;
    missing -= 1;
  }
  return units;
}

function subscores(findings: readonly ScoredFinding[], judged: readonly Category[]): CategoryScore[] {
  const lost = new Map<Category, number>();
  const book = (category: Category, points: number): void => {
    lost.set(category, (lost.get(category) ?? 0) + Math.round(points * UNIT));
  };
  for (const finding of findings) {
    if (finding.charged.length === 0) book(finding.category, finding.lost);
    else for (const one of finding.charged) book(one.category, one.lost);
  }
  return (Object.keys(CATEGORY_CAPS) as Category[]).map((id) => {
    const cap = CATEGORY_CAPS[id];
    const points = (lost.get(id) ?? 0) / UNIT;
    const applies = judged.includes(id) || lost.has(id);
    return { id, cap, lost: points, subscore: applies ? Math.round(1000 * (1 - points / cap)) / 10 : null };
  });
}
