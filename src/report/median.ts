/** The middle score; of an even number, the lower of the two in the middle. */
export function median(scores: readonly number[]): number {
  return scores.toSorted((a, b) => a - b)[Math.floor((scores.length - 1) / 2)];
}

/** The score that half of the weight does not exceed. Weights are not negative and not all 0. */
export function weightedMedian(scores: readonly { readonly score: number; readonly weight: number }[]): number {
  const half = scores.reduce((sum, { weight }) => sum + weight, 0) / 2;
  let sum = 0;
  let last = 0;
  for (const { score, weight } of scores.toSorted((a, b) => a.score - b.score)) {
    if (weight === 0) continue;
    sum += weight;
    last = score;
    if (sum >= half) break;
  }
  return last;
}
