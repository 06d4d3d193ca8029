import type { Role } from '../../draft/draft.js';
import type { Severity } from '../../rule/rule.js';
import type { Span } from '../../text/span.js';
import type { DraftReport, ReportedFinding } from '../report.js';
import { markup, type Markup } from './markup.js';

/** Units of a text that are shown whole; of a longer one, what stands around its findings. */
const WHOLE = 20_000;
/** Units that are shown on each side of marked words in a long text. */
const AROUND = 600;
/** Zones that the rules do not look at: shown, but set back. */
const SET_BACK: ReadonlySet<Role> = new Set(['quoted', 'forwarded', 'footer', 'signature', 'code', 'directive']);
const LOUD: readonly Severity[] = ['error', 'warning', 'suggestion'];

/** A finding and the number under which the reader finds it again. */
export interface Numbered {
  readonly finding: ReportedFinding;
  readonly number: number;
}

/**
 * The reply as the customer reads it, each finding's words marked and leading to what is said of them.
 * @param anchor id of a finding's card, by its number
 */
export function replyText(draft: DraftReport, findings: readonly Numbered[], anchor: (number: number) => string): Markup {
  const marked = findings.filter((one): one is Numbered & { finding: { span: Span } } => one.finding.span !== null);
  const windows = windowsOf(
    draft.text.length,
    marked.map(({ finding }) => finding.span),
  );
  const pieces: Markup[] = [];
  let shownTo = 0;
  for (const window of windows) {
    if (window.start > shownTo) pieces.push(gap(window.start - shownTo));
    pieces.push(...piecesOf(draft, window, marked, anchor));
    shownTo = window.end;
  }
  if (draft.text.length > shownTo) pieces.push(gap(draft.text.length - shownTo));
  const language = /^[a-z]{2,3}$/.test(draft.language) && draft.language !== 'und' ? draft.language : 'en';
  return markup`<div class="text" dir="auto" lang="${language}">${pieces}</div>`;
}

function gap(units: number): Markup {
  return markup`<span class="gap">… ${units} characters …</span>`;
}

/** Which stretches of a text are shown. */
function windowsOf(length: number, spans: readonly Span[]): Span[] {
  if (length <= WHOLE) return [{ start: 0, end: length }];
  const windows: { start: number; end: number }[] = [{ start: 0, end: AROUND }];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const from = Math.max(0, start - AROUND);
    const to = Math.min(length, Math.min(end, start + WHOLE) + AROUND);
    const last = windows[windows.length - 1];
    if (from <= last.end) last.end = Math.max(last.end, to);
    else windows.push({ start: from, end: to });
  }
  return windows;
}

/** The text cut wherever a zone or a finding begins or ends. */
function piecesOf(
  { text, segments }: DraftReport,
  window: Span,
  marked: readonly (Numbered & { finding: { span: Span } })[],
  anchor: (number: number) => string,
): Markup[] {
  const cuts = new Set([window.start, window.end]);
  const inside = (offset: number): unknown => offset > window.start && offset < window.end && cuts.add(offset);
  for (const { span } of segments) inside(span.start);
  const here = marked.filter(({ finding: { span } }) => span.start < window.end && span.end > window.start);
  for (const { finding } of here) {
    inside(finding.span.start);
    inside(finding.span.end);
  }
  const sorted = [...cuts].toSorted((a, b) => a - b);
  let segment = 0;
  return sorted.slice(0, -1).map((start, at) => {
    while (segment < segments.length - 1 && segments[segment].span.end <= start) segment += 1;
    const end = sorted[at + 1];
    const over = here.filter(({ finding: { span } }) => span.start < end && span.end > start);
    const words = text.slice(start, end);
    const piece =
      over.length > 0
        ? mark(
            words,
            over,
            over.filter(({ finding }) => finding.span.end === end),
            anchor,
          )
        : markup`${words}`;
    const role = segments[segment]?.role;
    return role && SET_BACK.has(role) ? markup`<span class="back">${piece}</span>` : piece;
  });
}

/** @param ends the findings whose words end here: their numbers are shown */
function mark(words: string, over: readonly Numbered[], ends: readonly Numbered[], anchor: (number: number) => string): Markup {
  const loudest = LOUD.find((level) => over.some(({ finding }) => finding.severity === level)) ?? 'suggestion';
  const first = over.find(({ finding }) => finding.severity === loudest) ?? over[0];
  const numbers = over.map(({ number }) => number).join(' ');
  const raised = ends.length > 0 && markup`<sup>${ends.map(({ number }) => number).join(', ')}</sup>`;
  return markup`<mark class="${loudest}" data-of="${numbers}"><a href="#${anchor(first.number)}" title="${first.finding.message}">${words}${raised}</a></mark>`;
}
