import type { Role, Segment } from './draft.js';
import { isClosingLine, isDeviceLine, isLegalParagraph } from './footer.js';
import { headerBlockAt } from './header-block.js';
import type { Line } from './lines.js';
import type { QuotedRun } from './quoted.js';

/** The role the markup gave to each line as a whole. */
export function roleOfLines(lines: readonly Line[], marked: readonly Segment[]): (Role | undefined)[] {
  const roles: (Role | undefined)[] = [];
  let m = 0;
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i];
    while (m < marked.length && marked[m].span.end <= line.first) m += 1;
    const mark = marked[m];
    roles.push(mark && line.first < line.last && mark.span.start <= line.first && mark.span.end >= line.last ? mark.role : undefined);
  }
  return roles;
}

/** Line roles before salutation and closing are known; fills `own` with the stretches of lines that are ours. */
export function ownLines(
  text: string,
  lines: readonly Line[],
  quoted: readonly QuotedRun[],
  marked: readonly (Role | undefined)[],
  own: Line[][],
): Role[] {
  const roles: Role[] = lines.map((_, i) => marked[i] ?? 'body');
  for (const run of quoted) roles.fill(run.role, run.from, run.to);
  subjectLines(text, lines, roles);
  fences(text, lines, roles);
  let from = 0;
  for (let i = 0; i <= lines.length; i += 1) {
    const breaks = i === lines.length || roles[i] === 'quoted' || roles[i] === 'forwarded';
    if (!breaks) continue;
    if (i > from) {
      backMatter(text, lines, roles, from, i);
      const mine = lines.slice(from, i).filter((_, n) => roles[from + n] === 'body');
      if (mine.some((line) => line.first < line.last)) own.push(mine);
    }
    from = i + 1;
  }
  return roles;
}

/** "Subject: …" above a draft kept as text, alone or in a header block. */
function subjectLines(text: string, lines: readonly Line[], roles: Role[]): void {
  let i = 0;
  while (i < lines.length && lines[i].first === lines[i].last) i += 1;
  if (i === lines.length) return;
  if (roles[i] === 'body' && /^(?:subject|betreff|objet|asunto)\s?:/i.test(text.slice(lines[i].first, lines[i].first + 12)))
    roles[i] = 'subject';
  const block = headerBlockAt(text, lines, i);
  // A header block above everything else is the draft's own, unless nothing of ours is left then.
  if (block && block.to < lines.length && roles[i] === 'quoted') {
    roles.fill('subject', i, block.to);
    roles.fill('body', block.to);
  }
}

/** Lines between ``` fences. A fence that nothing closes is no fence. */
function fences(text: string, lines: readonly Line[], roles: Role[]): void {
  let open = -1;
  let mark = '';
  for (let i = 0; i < lines.length; i += 1) {
    if (roles[i] !== 'body') {
      if (roles[i] !== 'code') open = -1;
      continue;
    }
    const start = text.slice(lines[i].first, lines[i].first + 3);
    if (start !== '```' && start !== '~~~') continue;
    if (open < 0) {
      open = i;
      mark = start;
    } else if (start === mark) {
      roles.fill('code', open, i + 1);
      open = -1;
    }
  }
}

const RULE = /^[_*=\-\s]{3,}$/u;

/** Signature after `-- `, device lines, disclaimers: what follows the words of a stretch from line `from` up to `to`. */
function backMatter(text: string, lines: readonly Line[], roles: Role[], from: number, to: number): void {
  let seen = 0;
  // A footer stands below the closing: a message that is still to close goes on, whatever the paragraph looks like.
  let closing: number | undefined;
  for (let i = from; i < to; i += 1) {
    const line = lines[i];
    if (line.first === line.last || roles[i] !== 'body') continue;
    const length = line.last - line.first;
    if (length === 2 && text.startsWith('--', line.first) && (seen > 0 || from > 0)) {
      let role: Role = 'signature';
      for (let n = i; n < to; n += 1) {
        if (roles[n] !== 'body') continue;
        if (isFooter(text, lines, n, to)) role = 'footer';
        roles[n] = role;
      }
      return;
    }
    if (isDeviceLine(text, line)) roles[i] = 'footer';
    else if (seen > 0 && isLegalStart(text, lines, i, from, to) && i > (closing ??= lastClosing(text, lines, from, to))) {
      const first = i > from && RULE.test(text.slice(lines[i - 1].start, lines[i - 1].end)) ? i - 1 : i;
      for (let n = first; n < to; n += 1) if (roles[n] === 'body') roles[n] = 'footer';
      return;
    }
    seen += 1;
  }
}

function isFooter(text: string, lines: readonly Line[], i: number, to: number): boolean {
  return lines[i].first < lines[i].last && (isDeviceLine(text, lines[i]) || isLegalParagraph(text, lines[i], paragraphEnd(lines, i, to)));
}

function isLegalStart(text: string, lines: readonly Line[], i: number, from: number, to: number): boolean {
  const above = i > from ? lines[i - 1] : undefined;
  if (above && above.first < above.last && !RULE.test(text.slice(above.first, above.last))) return false;
  return isLegalParagraph(text, lines[i], paragraphEnd(lines, i, to));
}

/** Index of the last line that is a closing and nothing else; -1 for none. */
function lastClosing(text: string, lines: readonly Line[], from: number, to: number): number {
  for (let i = to - 1; i >= from; i -= 1) if (isClosingLine(text, lines[i])) return i;
  return -1;
}

function paragraphEnd(lines: readonly Line[], from: number, to: number): number {
  let i = from;
  while (i + 1 < to && i < from + 12 && lines[i + 1].first < lines[i + 1].last) i += 1;
  return lines[i].last;
}
