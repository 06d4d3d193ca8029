import type { Draft } from '../draft/draft.js';
import type { RelatedFinding, Verdict } from '../engine/finding.js';
import type { Severity } from '../rule/rule.js';
import type { Score, ScoredFinding } from '../score/score.js';
import { PASS_MARK } from '../score/scorecard.js';
import type { Problem } from '../text/problem.js';
import type { Span } from '../text/span.js';
import { excerptOf } from './excerpt.js';
import type { DraftReport, Gates, Report, Totals } from './report.js';

/** What a draft needs to pass unless the caller says otherwise. */
export const DEFAULT_GATES: Gates = { minScore: PASS_MARK, maxWarnings: null, failOn: 'error' };

const FAILING: Readonly<Record<Gates['failOn'], readonly Severity[]>> = {
  error: ['error'],
  warning: ['error', 'warning'],
  suggestion: ['error', 'warning', 'suggestion'],
  never: [],
};

/** The report on one draft. `problems` are those of reading it; the verdict's own are added. */
export function reportDraft(verdict: Verdict, score: Score, file: string, gates: Gates, problems: readonly Problem[] = []): DraftReport {
  const { draft } = verdict;
  const { findings, ...rest } = score;
  return {
    id: draft.id,
    ...(draft.entry && { entry: draft.entry }),
    file,
    pass: score.score >= gates.minScore && !findings.some((finding) => FAILING[gates.failOn].includes(finding.severity)),
    ...rest,
    kind: verdict.kind,
    language: verdict.language,
    findings: findings.map((finding: ScoredFinding) => ({
      ...finding,
      source: (finding.span && draft.map.source(finding.span)) ?? null,
      related: finding.related.map((one) => ({ ...one, source: sourceOf(one, draft) })),
      ...excerptOf(draft.text, finding.span, finding.anchor),
    })),
    strengths: verdict.strengths,
    problems: [...problems, ...verdict.problems],
  };
}

function sourceOf({ in: side, span }: RelatedFinding, { map, customer }: Draft): Span | null {
  if (side === 'draft') return map.source(span) ?? null;
  return customer?.source === 'option' ? span : null;
}

/**
 * The report on a run.
 * @param problems problems with the run, and one for each draft that could not be judged
 * @param tool version of the product
 */
export function buildReport(drafts: readonly DraftReport[], problems: readonly Problem[], gates: Gates, tool: string): Report {
  return { version: 1, tool: { name: 'replylint', version: tool }, drafts, problems, totals: totalsOf(drafts, problems), gates };
}

function totalsOf(drafts: readonly DraftReport[], problems: readonly Problem[]): Totals {
  const totals = { drafts: drafts.length, passed: 0, failed: 0, unjudged: problems.length, errors: 0, warnings: 0, suggestions: 0 };
  for (const draft of drafts) {
    totals[draft.pass ? 'passed' : 'failed'] += 1;
    for (const finding of draft.findings) totals[`${finding.severity}s`] += 1;
  }
  return totals;
}

/** Whether the run passes: each draft does, and there are no more warnings than allowed. Problems are told apart: they make a run unjudged. */
export function passes({ totals, gates }: Report): boolean {
  return totals.failed === 0 && (gates.maxWarnings === null || totals.warnings <= gates.maxWarnings);
}
