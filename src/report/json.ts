import type { Suppressed } from '../engine/finding.js';
import { jsonWithList } from './json-list.js';
import { libraryOf } from './library.js';
import { NOTE } from './note.js';
import type { DraftReport, Report, ReportedFinding } from './report.js';

/**
 * The report for machines: `schema/report.schema.json` describes it. `version` grows when a field goes or changes its meaning; new fields may come
 * without that. Signs that a terminal would act on are written as JSON escapes; the values are what they were.
 * @param pretty indent by two
 */
export function json(report: Report, pretty = true): string {
  return [...jsonPieces(report, pretty)].join('');
}

/** The same, draft by draft: of a library of ten thousand the text is never held as a whole. */
export function* jsonPieces(report: Report, pretty = true): Generator<string> {
  const { version, tool, gates, totals, drafts, problems, comparison = null, fixed } = report;
  const library = libraryOf(report);
  const data = { version, tool, note: NOTE, gates, totals, library, comparison, drafts: [], fixed, problems };
  yield* jsonWithList(data, 'drafts', mapped(drafts, draftJson), { spaces: pretty ? 2 : 0 });
}

function* mapped<T, U>(items: Iterable<T>, by: (item: T) => U): Generator<U> {
  for (const item of items) yield by(item);
}

/** What the JSON formats say of one draft. */
export function draftJson(draft: DraftReport): object {
  const { id, entry, file, pass, score, points, grade, gate, kind, language, scorecard } = draft;
  const { categories, next, toPass, findings, strengths, suppressed, problems } = draft;
  return {
    id,
    file,
    ...(entry && { entry }),
    pass,
    score,
    points,
    grade,
    gate,
    kind,
    language,
    scorecard,
    categories,
    next,
    toPass,
    findings: findings.map(findingJson),
    strengths,
    suppressed: suppressed.map(suppressedJson),
    problems,
  };
}

function suppressedJson({ finding, by, reason }: Suppressed): object {
  const { rule, severity, span, place, quote, message } = finding;
  return { rule, severity, span, place, quote, message, by, reason: reason ?? null };
}

function findingJson(finding: ReportedFinding): object {
  const { rule, variant, category, severity, weight, defaultWeight, gate, lost, charged, confidence } = finding;
  const { span, source, anchor, place, quote, excerpt, mark, message, why, suggest, related, fixes, standsFor } = finding;
  return {
    rule,
    variant: variant ?? null,
    category,
    severity,
    confidence,
    weight,
    defaultWeight: defaultWeight ?? null,
    gate: gate ?? null,
    lost,
    charged,
    span,
    source,
    anchor: anchor ?? null,
    place,
    quote,
    excerpt,
    mark,
    message,
    why,
    suggest,
    related,
    fixes,
    standsFor: standsFor.map((other) => other.rule),
  };
}
