import { wordAt, type Words } from '../text/words.js';
import type { Role, Salutation, Segment, SignOff } from './draft.js';
import { readTag } from './chat.js';
import { findEnding } from './ending.js';
import { isDeviceLine, isLegalParagraph } from './footer.js';
import { headerBlockAt } from './header-block.js';
import { splitLines, type Line } from './lines.js';
import { findQuoted, type QuotedRun } from './quoted.js';
import { readSalutation } from './salutation.js';
import { readSigned } from './signature.js';
import { Tiles } from './tiles.js';

export interface Zones {
  readonly segments: readonly Segment[];
  readonly salutation?: Salutation;
  readonly signOff?: SignOff;
  /** What was quoted, in text order, with the lines it counts in. */
  readonly quoted: readonly QuotedRun[];
  readonly lines: readonly Line[];
}

/**
 * Gives every stretch of `text` its role. The segments tile the text: in order, no gap, no overlap.
 * `marked` are the roles that the markup gave away; they win over what the words suggest, except inside a quoted original.
 */
export function findZones(text: string, words: Words, marked: readonly Segment[]): Zones {
  const lines = splitLines(text);
  const tiles = new Tiles(text.length);
  const markedRole = roleOfLines(lines, marked);
  const quoted = findQuoted(text, lines, (i) => markedRole[i]);
  const own: Line[][] = [];
  const roles = ownLines(text, lines, quoted, markedRole, own);
  for (let i = 0; i < lines.length; i += 1) tiles.add(lines[i].start, lines[i].next, roles[i], lines[i].first === lines[i].last);

  const salutation = own.length > 0 ? findSalutation(text, words, own[0]) : undefined;
  if (salutation) tiles.paint(salutation.span.start, salutation.span.end, 'salutation');
  const tail = own.at(-1)?.filter((line) => line.first >= (salutation?.inline ? line.first : (salutation?.span.end ?? 0))) ?? [];
  const ending = findEnding(text, words, tail);
  const marks = lines
    .map((line, i) => (roles[i] === 'signature' ? line : undefined))
    .filter((line) => line !== undefined && line.first < line.last) as Line[];
  if (ending) {
    tiles.paint(ending.start, ending.closingEnd, 'closing');
    tiles.paint(ending.closingEnd, ending.end, 'signature');
  }
  tiles.overlay(marked);
  return { segments: tiles.segments(text), salutation, signOff: signOffOf(text, words, ending?.signOff, marks, own), quoted, lines };
}

/** The role the markup gave to each line as a whole. */
function roleOfLines(lines: readonly Line[], marked: readonly Segment[]): (Role | undefined)[] {
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
function ownLines(
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
  if (roles[i] === 'body' && /^(?:subject|betreff|objet|asunto)\s?:/iu.test(text.slice(lines[i].first, lines[i].first + 12)))
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
    else if (seen > 0 && isLegalStart(text, lines, i, from, to)) {
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

function paragraphEnd(lines: readonly Line[], from: number, to: number): number {
  let i = from;
  while (i + 1 < to && i < from + 12 && lines[i + 1].first < lines[i + 1].last) i += 1;
  return lines[i].last;
}

const MOST_LINES_ABOVE = 6;

/** The salutation is on the first line that is ours, or below a heading, a reference line or a date. */
function findSalutation(text: string, words: Words, own: readonly Line[]): Salutation | undefined {
  let tried = 0;
  for (const line of own) {
    if (line.first === line.last) continue;
    const found = readSalutation(text, words, afterHandle(text, line), line.last);
    if (found && (tried === 0 || (found.opener && (!found.inline || found.punctuation)))) return found;
    tried += 1;
    if (tried > MOST_LINES_ABOVE || line.last - line.first > 90 || /[.!?]$/u.test(text.slice(line.last - 1, line.last))) return undefined;
  }
  return undefined;
}

/** After "@name" or "@123456" at the start of a public reply. */
function afterHandle(text: string, line: Line): number {
  let at = line.first;
  while (text[at] === '@') {
    while (at < line.last && !/\s/u.test(text[at])) at += 1;
    while (at < line.last && /\s/u.test(text[at])) at += 1;
  }
  return at;
}

/** Joins what stands under the closing with what stands in a marked or `-- ` signature. */
function signOffOf(
  text: string,
  words: Words,
  found: SignOff | undefined,
  marks: readonly Line[],
  own: readonly (readonly Line[])[],
): SignOff | undefined {
  const lastOwn = own.at(-1)?.findLast((line) => line.first < line.last);
  const tag = lastOwn ? readTag(text, lastOwn.last) : undefined;
  if (marks.length === 0)
    return found ?? (tag ? { span: tag, names: [], titles: [], teams: [], phones: [], placeholders: [], tag } : undefined);
  const start = marks[0].first;
  const end = marks[marks.length - 1].last;
  const from = wordAt(words, start) < words.length ? words.start[wordAt(words, start)] : end;
  const below = readSigned(text, words, Math.min(from, end), end);
  return {
    span: { start: Math.min(found?.span.start ?? start, start), end: Math.max(found?.span.end ?? end, end) },
    phrase: found?.phrase,
    names: [...(found?.names ?? []), ...below.names],
    titles: [...(found?.titles ?? []), ...below.titles],
    teams: [...(found?.teams ?? []), ...below.teams],
    phones: [...(found?.phones ?? []), ...below.phones],
    placeholders: [...(found?.placeholders ?? []), ...below.placeholders],
    tag,
  };
}
