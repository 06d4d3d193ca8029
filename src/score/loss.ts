import type { Finding } from '../engine/finding.js';
import type { Category } from '../rule/rule.js';
import { CATEGORY_CAPS, DENSITY_WORDS, SUGGESTIONS_CAP } from './scorecard.js';

/**
 * What each finding costs, in points, after every cap; in step with `charged`. The costs add up to at most 100.
 * The n-th finding of a rule costs half of the one before it, the dearest counted first; a density rule halves once per finding per
 * {@link DENSITY_WORDS} words. Suggestions take what errors and warnings leave of a category's cap, and share {@link SUGGESTIONS_CAP} points.
 * @param words words of salutation, body and closing
 */
export function losses(charged: readonly Finding[], words: number): number[] {
  const lost = ruleLosses(charged, words);
  const sums = new Map<Category, { hard: number; soft: number }>();
  charged.forEach((finding, index) => {
    const sum = sums.get(finding.category) ?? { hard: 0, soft: 0 };
    sum[isSoft(finding) ? 'soft' : 'hard'] += lost[index];
    sums.set(finding.category, sum);
  });

  let hardTotal = 0;
  let softTotal = 0;
  const scale = new Map<Category, { hard: number; soft: number }>();
  for (const [category, sum] of sums) {
    const hard = Math.min(CATEGORY_CAPS[category], sum.hard);
    const soft = Math.min(CATEGORY_CAPS[category] - hard, sum.soft);
    hardTotal += hard;
    softTotal += soft;
    scale.set(category, { hard: share(hard, sum.hard), soft: share(soft, sum.soft) });
  }
  const softShare = share(Math.min(SUGGESTIONS_CAP, softTotal), softTotal);
  const total = hardTotal + softTotal * softShare;
  const allShare = share(Math.min(100, total), total);
  return charged.map((finding, index) => {
    const own = scale.get(finding.category);
    const soft = isSoft(finding);
    return lost[index] * (own?.[soft ? 'soft' : 'hard'] ?? 0) * (soft ? softShare : 1) * allShare;
  });
}

/** Points for the first finding of its rule; half of them where the judgement leans on something inferred. */
function effectiveWeight(finding: Finding): number {
  return finding.confidence === 'low' ? finding.weight / 2 : finding.weight;
}

function isSoft(finding: Finding): boolean {
  return finding.severity === 'suggestion';
}

function share(kept: number, whole: number): number {
  return whole > 0 ? kept / whole : 0;
}

/** Costs before caps. Hard and soft findings of one rule are two series: else a warning could make a dear suggestion cheaper. */
function ruleLosses(charged: readonly Finding[], words: number): number[] {
  const series = new Map<string, number[]>();
  charged.forEach((finding, index) => {
    const key = `${finding.rule}${isSoft(finding) ? ' soft' : ''}`;
    const members = series.get(key);
    if (members) members.push(index);
    else series.set(key, [index]);
  });
  const lost = charged.map(() => 0);
  for (const members of series.values()) {
    members.sort((a, b) => effectiveWeight(charged[b]) - effectiveWeight(charged[a]) || a - b);
    members.forEach((index, place) => {
      const per = charged[index].density ? Math.max(1, words / DENSITY_WORDS) : 1;
      lost[index] = 2 * effectiveWeight(charged[index]) * (0.5 ** (place / per) - 0.5 ** ((place + 1) / per));
    });
  }
  return lost;
}
