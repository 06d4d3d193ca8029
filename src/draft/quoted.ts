import type { Role } from './draft.js';
import { attributionEndingAt, type Attribution } from './attribution.js';
import { headerBlockAt, type HeaderBlock } from './header-block.js';
import type { Line } from './lines.js';

/** A run of lines that hold somebody else's message. */
export interface QuotedRun {
  readonly role: 'quoted' | 'forwarded';
  /** Index of its first and one past its last line; attribution and separator lines are part of it. */
  readonly from: number;
  readonly to: number;
  /** Index of the first line of their own words. */
  readonly wordsFrom: number;
  readonly attribution?: Attribution;
  readonly header?: HeaderBlock;
}

const SEPARATOR =
  /^[-_=*\s>]{2,}\s*(original message|originalnachricht|ursprüngliche nachricht|message d.origine|message original|mensaje original|messaggio originale|oorspronkelijk bericht|mensagem original|reply message|original appointment)\s*[-_=*\s]{2,}$/i;
/** Bounded: only short lines are tried. */
const FORWARD =
  /^(?:[-_=*\s>]{2,}\s*)?(?:begin forwarded (?:message|text)|start of forwarded message|forwarded (?:message|by .*)|weitergeleitete nachricht|anfang der weitergeleiteten (?:nachricht|e-mail)|message transféré|début du (?:message réexpédié|message transféré)|mensaje reenviado|inicio del mensaje reenviado|messaggio inoltrato)\s*:?\s*(?:[-_=*\s]{2,})?$/i;
const RULE = /^[_\-=]{8,}$/u;
/** What a line that FORWARD matches holds at least. */
const FORWARDED = ['forward', 'weitergeleitet', 'transf', 'réexpédié', 'reenviado', 'inoltrato'];

/** Whether the line begins as mail clients mark quoted lines: `>`, or initials and `>`. */
function isQuoteMarked(text: string, line: Line): boolean {
  const at = line.first;
  if (at === line.last) return false;
  if (text.charCodeAt(at) === 62) return true;
  // A table also begins its lines with a bar, but it ends them with one, too.
  if (text.charCodeAt(at) === 124)
    return line.last - at === 1 || (text.charCodeAt(at + 1) === 32 && text.charCodeAt(line.last - 1) !== 124);
  const mark = text.slice(at, at + 4).indexOf('>');
  return mark > 0 && /^[A-Z]{1,3}>$/u.test(text.slice(at, at + mark + 1));
}

/**
 * Finds what was quoted or forwarded. `marked` gives the role that the markup gave a line, if any. Runs come in order and do not overlap.
 * Lines that no client marked are never guessed to be quoted from what they say.
 */
export function findQuoted(text: string, lines: readonly Line[], marked: (line: number) => Role | undefined): QuotedRun[] {
  const runs: QuotedRun[] = [];
  const isQuoted = (i: number): boolean => {
    const role = marked(i);
    return role === 'quoted' || role === 'forwarded' || isQuoteMarked(text, lines[i]);
  };
  let free = 0;
  let i = 0;
  while (i < lines.length) {
    const line = lines[i];
    if (line.first === line.last) {
      i += 1;
      continue;
    }
    if (isQuoted(i)) {
      const to = endOfMarked(text, lines, i, isQuoted);
      const before = attributionBefore(text, lines, i, free);
      const inside = before ? undefined : insideMark(text, lines, i, to);
      const header = inside ? undefined : headerBlockAt(text, lines, i);
      runs.push({
        role: marked(i) === 'forwarded' ? 'forwarded' : 'quoted',
        from: before?.from ?? i,
        to,
        wordsFrom: inside?.to ?? (header && header.to <= to ? header.to : i),
        attribution: before ?? inside,
        header: before ? undefined : header,
      });
      i = to;
      free = i;
      continue;
    }
    const rest = restAt(text, lines, i, free, isQuoted);
    if (rest) {
      runs.push(rest);
      break;
    }
    i += 1;
  }
  return runs;
}

/** Marked lines from `from` on, with blank lines between them and the odd line that a client wrapped without its mark. */
function endOfMarked(text: string, lines: readonly Line[], from: number, isQuoted: (i: number) => boolean): number {
  let to = from + 1;
  for (let i = from + 1; i < lines.length; i += 1) {
    const line = lines[i];
    if (line.first === line.last) continue;
    if (isQuoted(i)) {
      to = i + 1;
      continue;
    }
    const wrapped =
      i === to &&
      i + 1 < lines.length &&
      line.last - line.first <= 24 &&
      isQuoted(i + 1) &&
      /^\p{Ll}/u.test(text.slice(line.first, line.first + 2));
    if (!wrapped) break;
  }
  return to;
}

/** The attribution just above a marked line; one blank line may stand between. */
function attributionBefore(text: string, lines: readonly Line[], at: number, lowest: number): Attribution | undefined {
  let i = at - 1;
  while (i >= lowest && i >= at - 2 && lines[i].first === lines[i].last) i -= 1;
  if (i < lowest || lines[i].first === lines[i].last) return undefined;
  return attributionEndingAt(text, lines, i, lowest);
}

/** Apple Mail and others quote the attribution too: it is then the first marked line or two. */
function insideMark(text: string, lines: readonly Line[], from: number, to: number): Attribution | undefined {
  for (let i = from; i < to && i < from + 3; i += 1) {
    const found = attributionEndingAt(text, lines, i, from);
    if (found?.strong) return found;
  }
  return undefined;
}

/** A separator, header block or attribution with nothing marked after it: all the rest is theirs. */
function restAt(text: string, lines: readonly Line[], i: number, lowest: number, isQuoted: (i: number) => boolean): QuotedRun | undefined {
  const line = lines[i];
  const code = text.charCodeAt(line.first);
  if (line.last - line.first <= 90) {
    const words = text.slice(line.first, line.last);
    const forward = saysForwarded(words) && FORWARD.test(words);
    if (forward || ((code === 45 || code === 95 || code === 61 || code === 42) && (SEPARATOR.test(words) || RULE.test(words)))) {
      const next = nextFilled(lines, i + 1);
      const header = next < lines.length ? headerBlockAt(text, lines, next) : undefined;
      if (header || forward || SEPARATOR.test(words))
        return { role: forward ? 'forwarded' : 'quoted', from: i, to: lines.length, wordsFrom: header?.to ?? next, header };
      return undefined;
    }
  }
  const header = headerBlockAt(text, lines, i);
  if (header) return { role: 'quoted', from: i, to: lines.length, wordsFrom: header.to, header };
  const attribution = attributionEndingAt(text, lines, i, lowest);
  if (!attribution?.strong) return undefined;
  const next = nextFilled(lines, i + 1);
  if (next < lines.length && isQuoted(next)) return undefined;
  return { role: 'quoted', from: attribution.from, to: lines.length, wordsFrom: next, attribution };
}

function saysForwarded(line: string): boolean {
  const lower = line.toLowerCase();
  return FORWARDED.some((stem) => lower.includes(stem));
}

function nextFilled(lines: readonly Line[], from: number): number {
  let i = from;
  while (i < lines.length && lines[i].first === lines[i].last) i += 1;
  return i;
}
