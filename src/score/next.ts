import type { Finding } from '../engine/finding.js';

/**
 * What would be reported once no finding of `fixed` is left: the others, and those that only the fixed ones stood for.
 * In text order as far as the given findings are.
 */
export function without(findings: readonly Finding[], fixed: ReadonlySet<string>): Finding[] {
  const left = findings.filter((finding) => !fixed.has(finding.rule));
  const hidden = new Set<Finding>();
  for (const finding of left) collect(finding, hidden);
  const surfaced: Finding[] = [];
  const surface = (finding: Finding): void => {
    for (const other of finding.standsFor) {
      if (hidden.has(other)) continue;
      hidden.add(other);
      if (fixed.has(other.rule)) surface(other);
      else {
        surfaced.push(other);
        collect(other, hidden);
      }
    }
  };
  for (const finding of findings) if (fixed.has(finding.rule)) surface(finding);
  return [...left, ...surfaced];
}

function collect(finding: Finding, into: Set<Finding>): void {
  for (const other of finding.standsFor) {
    if (into.has(other)) continue;
    into.add(other);
    collect(other, into);
  }
}

/** A step of the search for the next fix: what the draft would come to. */
export interface Outcome {
  readonly score: number;
  readonly points: number;
}

/**
 * The fewest rules, greedily found, that have to be put right for the draft to come to `score` or more: each time the one that raises it most, ties
 * by order in the text. Undefined when there is nothing to fix.
 * @param evaluate what findings would come to
 */
export function fixesTo<T extends Outcome>(
  findings: readonly Finding[],
  score: number,
  evaluate: (findings: readonly Finding[]) => T,
): { rules: string[]; outcome: T } | undefined {
  const fixed: string[] = [];
  for (;;) {
    const left = without(findings, new Set(fixed));
    let best: { rule: string; outcome: T } | undefined;
    for (const rule of new Set(left.map((finding) => finding.rule))) {
      const outcome = evaluate(without(findings, new Set([...fixed, rule])));
      if (!best || better(outcome, best.outcome)) best = { rule, outcome };
    }
    if (!best) return undefined;
    fixed.push(best.rule);
    if (best.outcome.score >= score) return { rules: fixed, outcome: best.outcome };
  }
}

function better(a: Outcome, b: Outcome): boolean {
  return a.score > b.score || (a.score === b.score && a.points > b.points + 1e-6);
}
