import { isProblem, type DraftReport, type Problem, type ReportedFinding, type Span } from '../index.js';
import type { LineIndex } from '../text/line-index.js';
import type { Place } from '../text/source-map.js';

/** Something to show in a document. Spans count in its UTF-16 units. */
export type Mark = FindingMark | ProblemMark;

export interface FindingMark {
  readonly at: Span;
  readonly finding: ReportedFinding;
  readonly draft: DraftReport;
  /** What explains it, where that stands in the document. */
  readonly related: readonly { readonly at: Span; readonly message: string }[];
}

export interface ProblemMark {
  readonly at: Span;
  readonly problem: Problem;
}

export function isFinding(mark: Mark): mark is FindingMark {
  return 'finding' in mark;
}

/** All that there is to show of a draft. @param text the document's */
export function marksOf(outcome: DraftReport | Problem, text: string, lines: LineIndex): Mark[] {
  if (isProblem(outcome)) return [problemMark(outcome, text, lines)];
  return [
    ...outcome.findings.map((finding): FindingMark => {
      const related = finding.related.flatMap(({ in: side, place, quote, note }) => {
        const said = side === 'customer' ? `They said “${flat(quote)}”: ${note}` : `${note} (“${flat(quote)}”)`;
        return place ? [{ at: spanOf(place, text, lines), message: said }] : [];
      });
      const at = finding.source && finding.source.end <= text.length ? finding.source : spanOf(finding.place, text, lines);
      // What is said of the whole message is shown at a line of it, not at all of a paragraph.
      return { at: finding.span === null ? firstLine(spanOf(finding.place, text, lines), text) : at, finding, draft: outcome, related };
    }),
    ...outcome.problems.map((problem) => problemMark(problem, text, lines)),
  ];
}

/** A problem of a file at the line that it names, or at the first. */
export function problemMark(problem: Problem, text: string, lines: LineIndex): ProblemMark {
  const line = Math.min(problem.line ?? 1, lines.starts.length);
  const start = Math.min(lines.starts[line - 1] + (problem.column ?? 1) - 1, text.length);
  return { at: firstLine({ start, end: endOfLine(text, start) }, text), problem };
}

/** Where the mark stands after its text has moved. */
export function moved(mark: Mark, by: number): Mark {
  if (by === 0) return mark;
  const at = shifted(mark.at, by);
  return isFinding(mark) ? { ...mark, at, related: mark.related.map((one) => ({ ...one, at: shifted(one.at, by) })) } : { ...mark, at };
}

function shifted({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

/** A place without an exact end reaches to the end of its line. */
function spanOf({ line, column, endLine, endColumn }: Place, text: string, { starts }: LineIndex): Span {
  const offset = (row: number, sign: number): number => Math.min((starts[row - 1] ?? text.length) + sign - 1, text.length);
  const start = offset(line, column);
  const end = endLine === undefined || endColumn === undefined ? endOfLine(text, start) : offset(endLine, endColumn);
  return { start, end: Math.max(start, end) };
}

function firstLine({ start, end }: Span, text: string): Span {
  return { start, end: Math.max(start, Math.min(end, endOfLine(text, start))) };
}

function endOfLine(text: string, from: number): number {
  const end = text.slice(from, from + 10_000).search(/[\r\n]/);
  return end < 0 ? Math.min(text.length, from + 10_000) : from + end;
}

/** Somebody's words on one line, the first of many. */
function flat(words: string): string {
  const line = words.replaceAll(/\s+/g, ' ').trim();
  return line.length > 200 ? `${line.slice(0, 199).trimEnd()}…` : line;
}
