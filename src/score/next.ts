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
 * The rules to put right, greedily found: each step adds the one that raises the draft most, ties by order in the text, and tells what the draft comes
 * to then. Ends when nothing is left.
 * @param evaluate what findings would come to
 */
export function* fixes<T extends Outcome>(
  findings: readonly Finding[],
  evaluate: (findings: readonly Finding[]) => T,
): Generator<{ rules: readonly string[]; outcome: T }> {
  const fixed: string[] = [];
  for (;;) {
    const left = without(findings, new Set(fixed));
    let best: { rule: string; outcome: T } | undefined;
    for (const rule of new Set(left.map((finding) => finding.rule))) {
      const outcome = evaluate(without(findings, new Set([...fixed, rule])));
      if (!best || better(outcome, best.outcome)) best = { rule, outcome };
    }
    if (!best) return;
    fixed.push(best.rule);
    yield { rules: [...fixed], outcome: best.outcome };
  }
}

function better(a: Outcome, b: Outcome): boolean {
  return a.score > b.score || (a.score === b.score && a.points > b.points + 1e-6);
}
