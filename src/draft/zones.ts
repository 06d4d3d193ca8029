import { wordAt, type Words } from '../text/words.js';
import type { Salutation, Segment, SignOff } from './draft.js';
import { readTag } from './chat.js';
import { findEnding } from './ending.js';
import { splitLines, type Line } from './lines.js';
import { ownLines, roleOfLines } from './own-lines.js';
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
