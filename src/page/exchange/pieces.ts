import type { Run } from '../../text/run-map.js';
import type { Span } from '../../text/span.js';

/**
 * A stretch of HTML and what a reader sees of it. `words` stand in both sign for sign; a `sign` is written otherwise than it reads (`&amp;`); a `gap` is the
 * markup that parts two lines; of `markup` nothing is seen.
 */
export interface Piece {
  readonly kind: 'words' | 'sign' | 'gap' | 'markup';
  readonly text: string;
  readonly html: string;
}

/** Cuts HTML into pieces along the runs of its parser. All `html` together is the source, all `text` together the text. */
export function piecesOf(source: string, text: string, runs: readonly Run[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let seen = 0;
  let read = 0;
  for (const run of runs) {
    if (run.text > seen) pieces.push({ kind: 'gap', text: text.slice(seen, run.text), html: '' });
    if (run.source > read) pieces.push({ kind: 'markup', text: '', html: source.slice(read, run.source) });
    const step = run.step ?? run.length;
    const share = (run.sourceLength * step) / run.length;
    for (let at = 0; at < run.length; at += step === 1 && share === 1 ? run.length : step) {
      const length = step === 1 && share === 1 ? run.length : step;
      const words = text.slice(run.text + at, run.text + at + length);
      const from = run.source + (at / step) * share;
      const html = source.slice(from, from + (length / step) * share);
      pieces.push({ kind: words === html ? 'words' : /^\n+$/.test(words) ? 'gap' : 'sign', text: words, html });
    }
    seen = run.text + run.length;
    read = run.source + run.sourceLength;
  }
  if (text.length > seen) pieces.push({ kind: 'gap', text: text.slice(seen), html: '' });
  if (source.length > read) pieces.push({ kind: 'markup', text: '', html: source.slice(read) });
  return pieces;
}

/** The HTML that the pieces are. */
export function htmlOf(pieces: readonly Piece[]): string {
  return pieces.map(({ html }) => html).join('');
}

/** What a reader sees of it, as the pieces have it. */
export function textOf(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('');
}

/** The pieces with `insert` in the place of a stretch of the text: words take the look of those before them, at the start of a line of those behind. */
export function replaced(pieces: readonly Piece[], { start, end }: Span, insert: string): readonly Piece[] {
  const left = cut(pieces, start, end);
  return insert === '' ? left : inserted(left, start, insert);
}

function cut(pieces: readonly Piece[], start: number, end: number): Piece[] {
  const out: Piece[] = [];
  let at = 0;
  for (const piece of pieces) {
    const from = Math.max(0, start - at);
    const to = Math.min(piece.text.length, end - at);
    at += piece.text.length;
    if (to <= from) out.push(piece);
    else out.push(...without(piece, from, to));
  }
  return out;
}

/** What stays of a piece of which some signs go. */
function without({ kind, text, html }: Piece, from: number, to: number): Piece[] {
  const rest = text.slice(0, from) + text.slice(to);
  if (kind === 'words') return rest === '' ? [] : [{ kind, text: rest, html: rest }];
  if (kind === 'sign') return rest === '' ? [] : [...written(rest)];
  return [{ kind: rest === '' ? 'markup' : 'gap', text: rest, html: joined(html) + '<br>'.repeat(rest.length) }];
}

/** Elements whose edges part lines. */
const BLOCK =
  /<(\/?)(?:address|article|aside|blockquote|body|center|dd|div|dl|dt|fieldset|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul)\b[^<>]*>|<br\b[^<>]*>|\s+/gi;

/** The markup between two lines once they are one: what parts lines goes, where as many blocks end in it as begin. */
function joined(html: string): string {
  let ends = 0;
  let begins = 0;
  const bare = html.replace(BLOCK, (tag, slash?: string) => {
    if (slash === '/') ends += 1;
    else if (slash === '' && !/^<hr/i.test(tag)) begins += 1;
    return '';
  });
  return ends === begins ? bare : html;
}

function inserted(pieces: readonly Piece[], offset: number, insert: string): Piece[] {
  let at = 0;
  let before = -1;
  let after = -1;
  for (const [i, piece] of pieces.entries()) {
    const next = at + piece.text.length;
    if (at < offset && offset < next) {
      const [head, tail] = parted(piece, offset - at);
      return [...pieces.slice(0, i), ...head, ...written(insert), ...tail, ...pieces.slice(i + 1)];
    }
    if (next > at && next === offset) before = i;
    if (next > at && at === offset) after = i;
    at = next;
  }
  const words = (i: number): boolean => i >= 0 && pieces[i].kind !== 'gap';
  const place = words(before) || (before >= 0 && !words(after)) ? before + 1 : after >= 0 ? after : lastPlace(pieces);
  return [...pieces.slice(0, place), ...written(insert), ...pieces.slice(place)];
}

/** A piece in two, with room for words in between. */
function parted({ kind, text, html }: Piece, at: number): readonly [Piece[], Piece[]] {
  if (kind !== 'gap') return [written(text.slice(0, at)), written(text.slice(at))];
  return [written(text.slice(0, at)), [{ kind, text: text.slice(at), html }]];
}

/** Where words go in HTML that shows none: before what closes it. */
function lastPlace(pieces: readonly Piece[]): number {
  const closing = pieces.findIndex(({ html }) => html.trimStart().startsWith('</'));
  return closing < 0 ? pieces.length : closing;
}

const WRITTEN: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\n': '<br>' };

/** Words as HTML writes them. */
function written(text: string): Piece[] {
  return (text.match(/[^&<>\n]+|[&<>\n]/g) ?? []).map((words) => {
    const html = WRITTEN[words] ?? words;
    return { kind: words === '\n' ? 'gap' : html === words ? 'words' : 'sign', text: words, html };
  });
}

/** Where a stretch of the HTML is seen in the text. A place inside markup or a reference is that of the sign behind it. */
export function textSpan(pieces: readonly Piece[], { start, end }: Span): Span {
  return { start: offsetOf(pieces, start), end: offsetOf(pieces, end) };
}

function offsetOf(pieces: readonly Piece[], offset: number): number {
  let text = 0;
  let html = 0;
  for (const piece of pieces) {
    if (offset <= html) return text;
    if (offset < html + piece.html.length) return text + (piece.kind === 'words' ? offset - html : 0);
    html += piece.html.length;
    text += piece.text.length;
  }
  return text;
}
