import type { Diagnostic } from '@codemirror/lint';
import type { DraftReport, ReportedFinding } from '../../report/report.js';
import type { Span } from '../../text/span.js';
import { textSpan } from '../exchange/pieces.js';
import type { Form } from './form.js';

/** A finding, and where its words stand in the editor. */
export interface Found {
  readonly finding: ReportedFinding;
  /** Its index in the report. */
  readonly at: number;
  /** Null for a finding about the whole reply. */
  readonly span: Span | null;
  /** Words of the draft that it points at besides. */
  readonly beside: readonly Span[];
  /** The customer's words that it points at. */
  readonly customer: readonly Span[];
}

/** The findings in the order in which a writer meets them; what is said of the whole reply comes where it is best shown, or last. */
export function foundIn({ findings }: DraftReport, form: Form, length: number): Found[] {
  const place = (source: Span | null): Span | null => {
    if (!source) return null;
    const { start, end } = form.pieces ? textSpan(form.pieces, source) : source;
    return end <= length ? { start, end } : null;
  };
  return findings
    .map((finding, at): Found => {
      const related = (side: 'draft' | 'customer'): ReportedFinding['related'] => finding.related.filter((one) => one.in === side);
      return {
        finding,
        at,
        span: place(finding.source),
        beside: related('draft').flatMap(({ source }) => place(source) ?? []),
        customer: related('customer').flatMap(({ source }) => source ?? []),
      };
    })
    .toSorted((a, b) => orderOf(a) - orderOf(b));
}

function orderOf({ finding: { span, anchor } }: Found): number {
  return span?.start ?? anchor?.start ?? Infinity;
}

const LEVELS = { error: 'error', warning: 'warning', suggestion: 'info' } as const;

/** A diagnostic that remembers its finding. */
export interface FoundDiagnostic extends Diagnostic {
  readonly at: number;
}

/** What is underlined, and what is said when one points at it. */
export function diagnosticsOf(all: readonly Found[]): FoundDiagnostic[] {
  return all.flatMap(({ span, at, finding: { severity, message, suggest } }) =>
    span && span.start < span.end
      ? [{ at, from: span.start, to: span.end, severity: LEVELS[severity], message: suggest ? `${message}\n${suggest}` : message }]
      : [],
  );
}
