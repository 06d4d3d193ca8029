import type { Limits } from './source.js';

/**
 * Counted work for one Markdown text. remark-parse takes time that is quadratic in some constructs: these bounds keep the worst text that passes
 * near two seconds, and lie far above any letter (measured with remark-parse 11.0.0, micromark 4.0.3).
 */
const markdownBudget = {
  /** Lines, paragraphs and marks together, each with its weight. */
  work: 60_000,
  /** Headings that are underlined with `===` or `---`. */
  underlines: 500,
  /** Quotes that stand apart, and lists inside other lists or quotes on one line. */
  containers: 2000,
  /** Emphasis marks, brackets, backticks and the like in one paragraph. */
  marks: 1000,
} as const;

/**
 * What the scan found: whether tables and the like need the GFM extension, and the greatest share of one of the budgets that it takes (0 to 1); or why
 * the text is refused.
 */
export type MarkdownScan = { readonly gfm: boolean; readonly effort: number } | { readonly refused: string; readonly line: number };

/** Looks over Markdown in one pass before a parser does, and refuses what would take that parser more than linear time or the whole stack. */
export function scanMarkdown(text: string, limits: Pick<Limits, 'depth' | 'work'>): MarkdownScan {
  const most = (name: keyof typeof markdownBudget): number => (markdownBudget[name] * limits.work) / 100;
  const budget = { work: most('work'), underlines: most('underlines'), containers: most('containers'), marks: most('marks') };
  const holdsHtmlBlock = /^ {0,3}</m.test(text);
  const lists: number[] = [];
  let gfm = false;
  let work = 0;
  let underlines = 0;
  let opened = 0;
  let marks = 0;
  let mostMarks = 0;
  let blankBefore = true;
  let fence: string | undefined;
  let line = 0;
  for (let at = 0; at <= text.length;) {
    line += 1;
    const end = lineEnd(text, at);
    work += 1;
    if (isBlankLine(text, at, end)) {
      blankBefore = true;
      marks = 0;
    } else if (fence !== undefined) {
      if (text.startsWith(fence, at)) fence = undefined;
    } else {
      const containers = readContainers(text, at, end, lists);
      if (containers.depth > limits.depth) return { refused: `quotes and lists nested deeper than ${limits.depth} (limit depth)`, line };
      if (blankBefore || containers.markers > 1) opened += containers.quotes + Math.max(0, containers.markers - 1);
      if (blankBefore || containers.begins) work += 3;
      if (containers.begins) marks = 0;
      work += Math.min(containers.depth, 1) + Math.floor(containers.depth / 4);
      const from = containers.end;
      const kind = lineKind(text, from, end);
      if (kind === 'underline') underlines += 1;
      if (kind === 'delimiters' || kind === 'task') gfm = true;
      // A fence in a quote, a list or an HTML block may end before its closing line; only outside of them is it sure what it holds.
      if (from === at && !holdsHtmlBlock && kind === 'fence') fence = text.slice(at, at + 3);
      else {
        const found = countMarks(text, from, end);
        marks += found.marks;
        mostMarks = Math.max(mostMarks, marks);
        work += found.marks * 3;
        gfm ||= found.gfm;
      }
      blankBefore = false;
      if (underlines > budget.underlines) return { refused: `more than ${budget.underlines} underlined headings (limit work)`, line };
      if (opened > budget.containers) return { refused: `more than ${budget.containers} quotes and nested lists (limit work)`, line };
      if (marks > budget.marks) return { refused: `more than ${budget.marks} marks of Markdown in one paragraph (limit work)`, line };
    }
    if (work > budget.work) return { refused: `more than ${budget.work} steps of work for a Markdown parser (limit work)`, line };
    at = end + (text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? 2 : 1);
  }
  const effort = Math.max(work / budget.work, underlines / budget.underlines, opened / budget.containers, mostMarks / budget.marks);
  return { gfm, effort };
}

/** Offset of the line end (LF, CRLF or CR) at or after `at`. */
export function lineEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end += 1;
  return end;
}

/** Whether nothing but spaces and tabs, which is what Markdown calls blank, stands between the two offsets. */
export function isBlankLine(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (text.charCodeAt(at) !== 32 && text.charCodeAt(at) !== 9) return false;
  return true;
}

interface Containers {
  readonly depth: number;
  /** `>` and list markers on this line. */
  readonly quotes: number;
  readonly markers: number;
  /** Whether a bullet, a number or a heading mark begins something new here. */
  readonly begins: boolean;
  readonly end: number;
}

/** Reads `>` and list markers at the start of a line. `lists` keeps the columns at which open list items begin their content. */
function readContainers(text: string, from: number, to: number, lists: number[]): Containers {
  let at = from;
  let column = 0;
  let quotes = 0;
  let markers = 0;
  for (;;) {
    while (at < to && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) {
      column += text.charCodeAt(at) === 9 ? 4 : 1;
      at += 1;
    }
    if (text.charCodeAt(at) === 62) {
      quotes += 1;
      at += 1;
      column += 1;
      continue;
    }
    const width = markerWidth(text, at, to);
    if (width === 0) break;
    while (lists.length > 0 && lists[lists.length - 1] > column) lists.pop();
    markers += 1;
    at += width;
    column += width;
    lists.push(column + 1);
  }
  return { depth: quotes + lists.length, quotes, markers, begins: markers > 0 || text.charCodeAt(at) === 35, end: at };
}

/** Width of a list marker at `at` (`-`, `12.`), 0 where none stands. */
export function markerWidth(text: string, at: number, to: number): number {
  const code = text.charCodeAt(at);
  let width = 0;
  if (code === 45 || code === 42 || code === 43) width = 1;
  else {
    while (width < 9 && text.charCodeAt(at + width) >= 48 && text.charCodeAt(at + width) <= 57) width += 1;
    const stop = text.charCodeAt(at + width);
    if (width === 0 || (stop !== 46 && stop !== 41)) return 0;
    width += 1;
  }
  const after = text.charCodeAt(at + width);
  return at + width >= to || after === 32 || after === 9 ? width : 0;
}

function lineKind(text: string, from: number, to: number): 'underline' | 'delimiters' | 'fence' | 'task' | undefined {
  const first = text.charCodeAt(from);
  if (first === 96 || first === 126) return text.startsWith('```', from) || text.startsWith('~~~', from) ? 'fence' : undefined;
  if (first === 91 && text.charCodeAt(from + 2) === 93 && from + 3 <= to) return 'task';
  if (first !== 61 && first !== 45 && first !== 58 && first !== 124) return undefined;
  let dashes = 0;
  let bars = 0;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 45 || code === 61) dashes += 1;
    else if (code === 124 || code === 58) bars += 1;
    else if (code !== 32 && code !== 9) return undefined;
  }
  if (dashes === 0) return undefined;
  return bars > 0 ? 'delimiters' : 'underline';
}

function countMarks(text: string, from: number, to: number): { marks: number; gfm: boolean } {
  let marks = 0;
  let gfm = false;
  let previous = 0;
  let run = 0;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    switch (code) {
      case 96: // `
        // A fence is looked for to the end of the paragraph: the longer it is, the longer that takes.
        if (code === previous) run += 1;
        else run = 0;
        if (run % 8 === 0) marks += 1;
        break;
      case 42: // *
      case 95: // _
        if (code !== previous) marks += 1;
        break;
      case 119: // www.
        if (previous !== 119 && text.startsWith('www.', at)) marks += 1;
        break;
      case 47: // https://
        if (previous === 47) marks += 1;
        break;
      case 126: // ~
        if (previous === 126) gfm = true;
        else marks += 1;
        break;
      case 94: // ^
        if (previous === 91) gfm = true;
        break;
      case 33: // !
      case 38: // &
      case 60: // <
      case 64: // @
      case 91: // [
      case 92: // \
      case 93: // ]
      case 124: // |
        marks += code === 33 && text.charCodeAt(at + 1) !== 91 ? 0 : 1;
        break;
      default:
    }
    previous = code;
  }
  return { marks, gfm };
}
