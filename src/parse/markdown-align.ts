/** A part of a node's text and the stretch of Markdown it stands for; `exact` when unit for unit; `line` for a line end. */
export interface Piece {
  readonly value: string;
  readonly source: number;
  readonly sourceLength: number;
  readonly kind: 'exact' | 'whole' | 'line' | 'blurred';
}

const REFERENCE = /&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{0,31});/y;
const PUNCTUATION = /[!-/:-@[-`{-~]/;
/** Second signs of the named references that stand for two (HTML, §13.5). */
const SECOND = /[\u0338\u20d2\u20e5\ufe00\u0333\u200aj]/;

/**
 * Where the text of a node stands between `start` and `end` of the Markdown, line by line: escapes and references are followed, and so are the indents
 * and `>` marks at the start of continued lines. From where the two differ otherwise, the origin is unknown (`blurred`).
 */
export function alignInline(markdown: string, start: number, end: number, value: string): Piece[] {
  const pieces: Piece[] = [];
  let s = start;
  let v = 0;
  let from = s;
  let fromAt = v;
  const flush = (): void => {
    if (v > fromAt) pieces.push({ value: value.slice(fromAt, v), source: from, sourceLength: s - from, kind: 'exact' });
  };
  const jump = (units: number, sourceUnits: number, kind: 'whole' | 'line'): void => {
    flush();
    pieces.push({ value: value.slice(v, v + units), source: s, sourceLength: sourceUnits, kind });
    v += units;
    s += sourceUnits;
    from = s;
    fromAt = v;
  };
  while (v < value.length && s < end) {
    const sign = markdown[s];
    const wanted = value[v];
    if (wanted === '\n' || wanted === '\r') {
      const next = nextLine(markdown, s, end, value, v);
      if (next === undefined) break;
      jump(wanted === '\r' && value[v + 1] === '\n' ? 2 : 1, next - s, 'line');
    } else if (sign === '\\' && s + 1 < end && PUNCTUATION.test(markdown[s + 1]) && markdown[s + 1] === wanted && value[v] !== undefined) {
      jump(1, 2, 'whole');
    } else if (sign === '&') {
      const [units, sourceUnits] = reference(markdown, s, end, value, v);
      if (units > 0) jump(units, sourceUnits, 'whole');
      else if (wanted === '&') {
        s += 1;
        v += 1;
      } else break;
    } else if (sign === wanted) {
      s += 1;
      v += 1;
    } else break;
  }
  flush();
  if (v < value.length) for (const each of linesOf(value.slice(v))) pieces.push({ ...each, source: -1, sourceLength: 0 });
  return pieces;
}

/** The same for code, where nothing is escaped and each line of the value ends a line of the source. */
export function alignCode(markdown: string, start: number, end: number, value: string): Piece[] {
  const pieces: Piece[] = [];
  let at = start;
  for (const { value: line, kind } of linesOf(value)) {
    if (kind === 'line') {
      const stop = lineStop(markdown, at, end);
      const next = stop + (markdown.startsWith('\r\n', stop) ? 2 : 1);
      pieces.push({ value: line, source: stop, sourceLength: Math.min(next, end) - stop, kind });
      at = Math.min(next, end);
      continue;
    }
    const stop = lineStop(markdown, at, end);
    const from = stop - line.length;
    if (from >= at && markdown.startsWith(line, from)) pieces.push({ value: line, source: from, sourceLength: line.length, kind: 'exact' });
    else pieces.push({ value: line, source: -1, sourceLength: 0, kind: 'blurred' });
  }
  return pieces;
}

function linesOf(value: string): { value: string; kind: 'blurred' | 'line' }[] {
  return value
    .split(/(\r\n|\n|\r)/)
    .filter((each) => each !== '')
    .map((each) => ({ value: each, kind: /^[\r\n]/.test(each) ? 'line' : 'blurred' }));
}

function lineStop(markdown: string, at: number, end: number): number {
  let stop = at;
  while (stop < end && markdown[stop] !== '\n' && markdown[stop] !== '\r') stop += 1;
  return stop;
}

/** Where the next line of a paragraph begins its text, after what trails this line and what leads the next. */
function nextLine(markdown: string, at: number, end: number, value: string, v: number): number | undefined {
  let s = at;
  while (s < end && (markdown[s] === ' ' || markdown[s] === '\t')) s += 1;
  if (markdown[s] !== '\n' && markdown[s] !== '\r') return undefined;
  s += markdown.startsWith('\r\n', s) ? 2 : 1;
  let mark = -1;
  for (; s < end; s += 1) {
    if (markdown[s] === '>') mark = s;
    else if (markdown[s] !== ' ' && markdown[s] !== '\t') break;
  }
  const after = value[v] === '\r' && value[v + 1] === '\n' ? v + 2 : v + 1;
  // A `>` far to the right is text.
  return value[after] === '>' && markdown[s] !== '\\' && markdown[s] !== '&' && mark >= 0 ? mark : s;
}

function reference(markdown: string, s: number, end: number, value: string, v: number): readonly [units: number, sourceUnits: number] {
  REFERENCE.lastIndex = s;
  const written = REFERENCE.exec(markdown)?.[0] ?? '';
  if (written === '' || s + written.length > end) return [0, 0];
  const units = (value.codePointAt(v) ?? 0) > 0xffff ? 2 : 1;
  if (written[1] === '#') return [units, written.length];
  if (value[v] === '&') return written === '&amp;' || written === '&AMP;' ? [1, written.length] : [0, 0];
  const second = value[v + units] ?? '';
  const two = SECOND.test(second) && markdown[s + written.length] !== second;
  return [units + (two ? 1 : 0), written.length];
}
