import type { Gate, Severity } from '../rule/rule.js';
import type { Problem } from '../text/problem.js';
import type { DraftReport, Report, ReportedFinding } from './report.js';

const GATE_RANK: Readonly<Record<Gate, number>> = { blocker: 3, critical: 2, error: 1 };
const SEVERITY_RANK: Readonly<Record<Severity, number>> = { error: 2, warning: 1, suggestion: 0 };

/** What holds the score down comes first, then the louder, then the dearer; a stable sort leaves the rest in the order of the text. */
function byWeight(a: ReportedFinding, b: ReportedFinding): number {
  return gateRank(b) - gateRank(a) || SEVERITY_RANK[b.severity] - SEVERITY_RANK[a.severity] || b.lost - a.lost;
}

function gateRank({ gate, confidence }: ReportedFinding): number {
  return gate && confidence === 'high' ? GATE_RANK[gate] : 0;
}

/** The findings of a draft, worst first, rule by rule. */
export function worstFirst(findings: readonly ReportedFinding[]): ReportedFinding[] {
  const sorted = findings.toSorted(byWeight);
  const first = new Map<string, number>();
  sorted.forEach(({ rule }, at) => first.has(rule) || first.set(rule, at));
  return sorted.toSorted((a, b) => (first.get(a.rule) ?? 0) - (first.get(b.rule) ?? 0));
}

/** A finding and the draft that it is in. */
export interface Placed {
  readonly draft: DraftReport;
  readonly finding: ReportedFinding;
}

/** The findings of all drafts, in the order of the drafts and of their texts. */
export function allFindings({ drafts }: Report): Placed[] {
  return drafts.flatMap((draft) => draft.findings.map((finding) => ({ draft, finding })));
}

/** The same, worst first. */
export function allWorstFirst(report: Report): Placed[] {
  return allFindings(report).toSorted((a, b) => byWeight(a.finding, b.finding));
}

/** Problems of the run and those of its drafts. */
export function allProblems({ problems, drafts }: Report): Problem[] {
  return [...problems, ...drafts.flatMap((draft) => draft.problems)];
}
