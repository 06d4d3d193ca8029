import { inert } from './inert.js';
import type { DraftReport, ReportedFinding } from './report.js';

/** What to do first, and what it comes to: `Next best fix: unfilled-placeholder -> 73 (C).` Empty where nothing is to be done. */
export function nextFix({ next, toPass, findings }: DraftReport): string {
  if (!next) return '';
  const first = `Next best fix: ${named(next.rules, findings)} -> ${next.score} (${next.grade}).`;
  return toPass ? `${first} Fix ${named(toPass.rules, findings)} and it is ${toPass.score} (${toPass.grade}).` : first;
}

function named(rules: readonly string[], findings: readonly ReportedFinding[]): string {
  const names = rules.map((rule) => {
    const count = findings.filter((finding) => finding.rule === rule).length;
    return count > 1 ? `${inert(rule)} x${count}` : inert(rule);
  });
  return names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
