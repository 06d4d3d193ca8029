import type { Draft } from '../draft/draft.js';
import type { Finding, RelatedFinding, Verdict } from '../engine/finding.js';
import type { Rule, Severity } from '../rule/rule.js';
import type { Score, ScoredFinding } from '../score/score.js';
import { PASS_MARK } from '../score/scorecard.js';
import type { Problem } from '../text/problem.js';
import { masked } from '../text/secrets.js';
import type { Span } from '../text/span.js';
import { excerptOf } from './excerpt.js';
import type { DraftReport, FixReport, Gates, Report, ReportedFinding, ReportedRelated, RuleFacts, Totals } from './report.js';

/** What a draft needs to pass unless the caller says otherwise. */
export const DEFAULT_GATES: Gates = { minScore: PASS_MARK, maxWarnings: null, failOn: 'error', minPassShare: null };

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
  // Reports go to logs, pages and chats: a number that moves money or opens an account is in none of them.
  const text = masked(draft.text);
  const all = [...problems, ...verdict.problems];
  return {
    id: draft.id,
    ...(draft.entry && { entry: draft.entry }),
    file,
    text,
    segments: draft.segments,
    pass:
      score.score >= gates.minScore &&
      !findings.some((finding) => FAILING[gates.failOn].includes(finding.severity)) &&
      !all.some(({ severity }) => severity === 'error'),
    ...rest,
    kind: verdict.kind,
    language: verdict.language,
    findings: findings.map((finding: ScoredFinding) => ({
      ...withoutSecrets(finding),
      source: (finding.span && draft.map.source(finding.span)) ?? null,
      fixes: finding.fixes.map((fix) => ({
        ...fix,
        edits: fix.edits.map((edit) => ({ ...edit, source: draft.map.source(edit.span) ?? null })),
      })),
      related: finding.related.map((one) => ({ ...one, quote: masked(one.quote), source: sourceOf(one, draft), ...placeOf(one, draft) })),
      ...excerptOf(text, finding.span, finding.anchor),
    })),
    strengths: verdict.strengths.map((one) => ({ ...one, quote: one.quote && masked(one.quote) })),
    suppressed: verdict.suppressed.map((one) => ({ ...one, finding: withoutSecrets(one.finding) })),
    suppressions: verdict.suppressions,
    problems: all,
  };
}

/** A finding as it may be shown: no secret in what it quotes and says, nor in what it stands for. */
function withoutSecrets<T extends Finding>(finding: T): T {
  const { quote, message, suggest, standsFor } = finding;
  return {
    ...finding,
    quote: quote && masked(quote),
    message: masked(message),
    suggest: masked(suggest),
    standsFor: standsFor.map(withoutSecrets),
  };
}

function sourceOf({ in: side, span }: RelatedFinding, { map, customer }: Draft): Span | null {
  if (side === 'draft') return map.source(span) ?? null;
  return customer?.source === 'option' ? span : null;
}

function placeOf({ in: side, span }: RelatedFinding, { map, customer }: Draft): Pick<ReportedRelated, 'place'> {
  if (side === 'draft') return { place: map.locate(span) };
  return customer?.map ? { place: customer.map.locate(span) } : {};
}

/** What a run comes to so far. */
export class Tally {
  readonly #counts = { drafts: 0, passed: 0, failed: 0, blocked: 0, errors: 0, warnings: 0, suggestions: 0 };

  add(draft: DraftReport): void {
    this.#counts.drafts += 1;
    this.#counts[draft.pass ? 'passed' : 'failed'] += 1;
    if (draft.findings.some(blocks)) this.#counts.blocked += 1;
    for (const finding of draft.findings) this.#counts[`${finding.severity}s`] += 1;
  }

  /** @param unjudged drafts or files that could not be judged */
  totals(unjudged: number): Totals {
    const { drafts, passed, failed, blocked, ...levels } = this.#counts;
    return { drafts, passed, failed, blocked, unjudged, ...levels };
  }
}

/** Whether a finding would embarrass or harm if the draft were sent. One that was inferred never counts. */
export function blocks({ gate, severity, confidence }: ReportedFinding): boolean {
  return gate === 'blocker' && severity === 'error' && confidence === 'high';
}

/** What a report is made of besides its drafts. */
export interface RunFacts {
  /** Problems with the run, and one for each draft that could not be judged. */
  readonly problems: readonly Problem[];
  readonly gates: Gates;
  /** Version of the product. */
  readonly tool: string;
  /** The rules that were run. */
  readonly rules: readonly Rule[];
  /** What was done to drafts, where fixes were asked for. */
  readonly fixed?: readonly FixReport[];
}

/**
 * The report on a run.
 * @param tally what was counted; only where the drafts were not kept
 */
export function buildReport(drafts: readonly DraftReport[], { problems, gates, tool, rules, fixed }: RunFacts, tally?: Tally): Report {
  const counted = tally ?? new Tally();
  if (!tally) for (const draft of drafts) counted.add(draft);
  return {
    version: 1,
    tool: { name: 'replylint', version: tool },
    drafts,
    problems,
    totals: counted.totals(problems.length),
    gates,
    rules: thatSpoke(drafts, rules),
    ...(fixed && { fixed }),
  };
}

function thatSpoke(drafts: readonly DraftReport[], rules: readonly Rule[]): RuleFacts[] {
  const spoke = new Set(drafts.flatMap((draft) => draft.findings.map((finding) => finding.rule)));
  return rules
    .filter((rule) => spoke.has(rule.id))
    .map(({ id, title, message, why, suggest, category, severity, gate }) => {
      return { id, title, message, why, suggest, category, severity, ...(gate && { gate }) };
    });
}

/** What could not be judged or done; what is only to be known is left out. */
export function failures(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(({ severity }) => severity === undefined);
}

/**
 * Whether the run passes: enough of its drafts do, and there are no more warnings than allowed. Problems are told apart: they make a run unjudged.
 */
export function passes({ totals, gates }: Report): boolean {
  return hasEnoughPassing(totals, gates) && (gates.maxWarnings === null || totals.warnings <= gates.maxWarnings);
}

function hasEnoughPassing({ drafts, passed, failed, blocked }: Totals, { minPassShare }: Gates): boolean {
  if (minPassShare === null) return failed === 0;
  // The share in whole numbers: 29 of 100 are 29 per cent, whatever floating point makes of it.
  return blocked === 0 && passed * 100 >= minPassShare * drafts;
}
