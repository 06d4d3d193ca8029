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

/** A finding about words. */
type Marked = Numbered & { readonly finding: { readonly span: Span } };

/**
 * The reply as the customer reads it, each finding's words marked and leading to what is said of them.
 * @param anchor id of a finding's card, by its number
 */
export function replyText(draft: DraftReport, findings: readonly Numbered[], anchor: (number: number) => string): Markup {
  const marked = findings
    .filter((one): one is Marked => one.finding.span !== null)
    .toSorted((a, b) => a.finding.span.start - b.finding.span.start);
  const windows = windowsOf(
    draft.text.length,
    marked.map(({ finding }) => finding.span),
  );
  const language = /^[a-z]{2,3}$/.test(draft.language) && draft.language !== 'und' ? draft.language : 'en';
  return markup`<div class="text" dir="auto" lang="${language}">${[...piecesOf(draft, windows, marked, anchor)]}</div>`;
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

/** The text cut wherever a zone or a finding begins or ends. One walk over all of them: linear, where no more than a few findings lie on one another. */
function* piecesOf(
  { text, segments }: DraftReport,
  windows: readonly Span[],
  marked: readonly Marked[],
  anchor: (number: number) => string,
): Generator<Markup> {
  const cuts = new Set(segments.map(({ span }) => span.start));
  for (const { finding } of marked) cuts.add(finding.span.start).add(finding.span.end);
  const sorted = [...cuts].toSorted((a, b) => a - b);
  let shownTo = 0;
  let [cut, segment, next] = [0, 0, 0];
  let open: Marked[] = [];
  for (const window of windows) {
    if (window.start > shownTo) yield gap(window.start - shownTo);
    for (let start = window.start; start < window.end;) {
      while (sorted[cut] <= start) cut += 1;
      const end = Math.min(sorted[cut] ?? window.end, window.end);
      while (segment < segments.length - 1 && segments[segment].span.end <= start) segment += 1;
      for (; next < marked.length && marked[next].finding.span.start <= start; next += 1) open.push(marked[next]);
      open = open.filter(({ finding }) => finding.span.end > start);
      const words = text.slice(start, end);
      const piece = open.length > 0 ? mark(words, open, end, anchor) : markup`${words}`;
      const role = segments[segment]?.role;
      yield role && SET_BACK.has(role) ? markup`<span class="back">${piece}</span>` : piece;
      start = end;
    }
    shownTo = window.end;
  }
  if (text.length > shownTo) yield gap(text.length - shownTo);
}

/** Words with what is said of them. The numbers of findings whose words end here are shown. */
function mark(words: string, open: readonly Marked[], end: number, anchor: (number: number) => string): Markup {
  const over = open.toSorted((a, b) => a.number - b.number);
  const ends = over.filter(({ finding }) => finding.span.end === end);
  const loudest = LOUD.find((level) => over.some(({ finding }) => finding.severity === level)) ?? 'suggestion';
  const first = over.find(({ finding }) => finding.severity === loudest) ?? over[0];
  const numbers = over.map(({ number }) => number).join(' ');
  const raised = ends.length > 0 && markup`<sup>${ends.map(({ number }) => number).join(', ')}</sup>`;
  return markup`<mark class="${loudest}" data-of="${numbers}"><a href="#${anchor(first.number)}" title="${first.finding.message}">${words}${raised}</a></mark>`;
}
