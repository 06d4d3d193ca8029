import type { Problem } from '../text/problem.js';
import type { DraftReport, ReportedFinding } from './report.js';

/** What programs are told of one draft. schema/batch-output.schema.json says the same. */
export interface Answer {
  readonly id: string | number | null;
  /** 1-based line of the input; only where the line held no record to judge. */
  readonly line?: number;
  readonly score: number | null;
  readonly points: number | null;
  readonly grade: string | null;
  readonly pass: boolean | null;
  readonly gate: { readonly class: string; readonly rule: string; readonly cap: number } | null;
  readonly kind: { readonly value: string; readonly source: string } | null;
  readonly language: string | null;
  readonly findings: readonly AnswerFinding[];
  readonly strengths: readonly AnswerStrength[];
  readonly problems: readonly Pick<Problem, 'code' | 'message' | 'severity'>[];
}

/** Offsets are UTF-16 units of `draft` as given; null for the whole message, and where the origin is not exact. */
interface Stretch {
  readonly start: number | null;
  readonly end: number | null;
  /** The MIME part and the line in it, for text out of a mail whose origin is not exact. */
  readonly part?: string;
  readonly partLine?: number;
}

interface AnswerFinding extends Stretch {
  readonly rule: string;
  readonly severity: string;
  readonly quote: string | null;
  readonly message: string;
  readonly lost: number;
  readonly confidence: 'high' | 'low';
  /** Offsets count in `draft` or in `customer` as given; null where the customer's words were quoted in the draft. */
  readonly related: readonly {
    readonly in: 'customer' | 'draft';
    readonly start: number | null;
    readonly end: number | null;
    readonly quote: string;
    readonly note: string;
  }[];
}

interface AnswerStrength {
  readonly id: string;
  readonly message: string;
  readonly quote: string | null;
}

const NOTHING = {
  score: null,
  points: null,
  grade: null,
  pass: null,
  gate: null,
  kind: null,
  language: null,
  findings: [],
  strengths: [],
} as const;

/** The answer about a draft that was judged. */
export function answerOf(id: Answer['id'], report: DraftReport): Answer {
  return {
    id,
    score: report.score,
    points: report.points,
    grade: report.grade,
    pass: report.pass,
    gate: report.gate,
    kind: report.kind,
    language: report.language,
    findings: report.findings.map((finding) => ({
      rule: finding.rule,
      severity: finding.severity,
      ...stretch(finding),
      quote: finding.quote,
      message: finding.message,
      lost: finding.lost,
      confidence: finding.confidence,
      related: finding.related.map((one) => ({
        in: one.in,
        start: one.source?.start ?? null,
        end: one.source?.end ?? null,
        quote: one.quote,
        note: one.note,
      })),
    })),
    strengths: report.strengths.map(({ id, message, quote }) => ({ id, message, quote })),
    problems: report.problems.map(({ code, message, severity }) => ({ code, message, ...(severity && { severity }) })),
  };
}

function stretch({ source, span, place }: ReportedFinding): Stretch {
  if (source) return { start: source.start, end: source.end };
  const { part, partLine } = place;
  return { start: null, end: null, ...(span && part !== undefined && { part, partLine }) };
}

/** The answer about a draft that could not be judged. */
export function refusalOf(id: Answer['id'], { code, message }: Problem): Answer {
  return { id, ...NOTHING, problems: [{ code, message }] };
}
