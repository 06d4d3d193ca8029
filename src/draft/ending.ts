import { isCapital } from '../text/letters.js';
import type { Span } from '../text/span.js';
import { Gap, wordAt, type Words } from '../text/words.js';
import type { SignOff } from './draft.js';
import { readPartCounter, readTag } from './chat.js';
import { closingPhraseAt } from './closing.js';
import type { Line } from './lines.js';
import { foldName } from './names.js';
import { isListedFirstName } from './nicknames.js';
import { isShortened } from './honorifics.js';
import { readSigned, type Signed } from './signature.js';

/** Where a message begins to end. */
export interface Ending {
  /** Offset of the closing phrase, or of the name that signs without one. */
  readonly start: number;
  /** Where the closing ends and the rest of the signature begins. */
  readonly closingEnd: number;
  /** Where the signature ends: a postscript may follow. */
  readonly end: number;
  readonly signOff: SignOff;
}

const MOST_LINES_BELOW = 15;
const LONGEST_SIGNED_LINE = 70;
const POSTSCRIPT = /^p\.?\s?(?:p\.?\s?)?s\.?\b\s*[:.\-\u2013\u2014]?\s*\S/i;

/**
 * Finds the closing of a message in its own `lines` (the last stretch of them that is neither quoted nor a footer; blank ones included).
 * Tries a closing phrase on a line of its own, a short line before a name ("See you on the 14th,"), a name alone, and a closing at the end of running text.
 */
export function findEnding(text: string, words: Words, lines: readonly Line[]): Ending | undefined {
  const filled = lines.filter((line) => line.first < line.last);
  const end = beforePostscript(text, filled);
  const tail = end < filled.length ? filled.slice(0, end) : filled;
  if (tail.length === 0) return undefined;
  return byPhrase(text, words, tail) ?? byName(text, words, tail) ?? inline(text, words, tail[tail.length - 1]);
}

/** "Reply here and it comes to my own inbox." under the name. */
const CONTACT = /^(?:reply|call|ring|phone|text|write|e-?mail|reach|my (?:own|direct))\b/i;

/** How many filled lines come before a postscript, or a word about how to reach the writer, that ends the message; all of them without one. */
function beforePostscript(text: string, filled: readonly Line[]): number {
  for (let i = filled.length - 1; i > 0 && i > filled.length - 12; i -= 1) {
    if (
      'pP'.includes(text[filled[i].first]) &&
      POSTSCRIPT.test(text.slice(filled[i].first, filled[i].first + 12)) &&
      filled[i].last - filled[i].first > 6
    )
      return i;
  }
  const last = filled.length - 1;
  if (
    last > 1 &&
    CONTACT.test(text.slice(filled[last].first, filled[last].first + 12)) &&
    filled[last - 1].last - filled[last - 1].first <= 30
  ) {
    const above = text.slice(filled[last - 1].first, filled[last - 1].last);
    if (isCapital(above, 0) && !/[.,:;!?]$/.test(above) && filled[last].start - filled[last - 1].last <= 2) return last;
  }
  return filled.length;
}

function byPhrase(text: string, words: Words, tail: readonly Line[]): Ending | undefined {
  const last = tail[tail.length - 1];
  for (let k = tail.length - 1; k > 0 && k >= tail.length - 1 - MOST_LINES_BELOW; k -= 1) {
    const line = tail[k];
    const from = wordAt(words, line.first);
    const limit = wordAt(words, line.last);
    if (from >= limit || words.start[from] - line.first > 3) continue;
    const phrase = closingPhraseAt(words, from, limit);
    if (!phrase) continue;
    const below = k < tail.length - 1;
    const rest = { start: words.end[phrase.to - 1], end: line.last };
    const restFilled = phrase.to < limit || /[{[<%]/u.test(text.slice(rest.start, rest.end));
    if (restFilled && !signs(text, words, rest, 8)) continue;
    if (!phrase.sure) {
      const mark = text[line.last - 1];
      if (!restFilled && (mark === '.' || mark === '?' || mark === ':')) continue;
      if (tail.length - 1 - k > 4) continue;
      if (below && tail.slice(k + 1).some((next) => next.last - next.first > LONGEST_SIGNED_LINE)) continue;
      if (!below && !restFilled && mark !== ',' && words.norm[from] === 'thank') continue;
    }
    const first = k > 1 ? alsoClosing(words, tail[k - 1], line) : line;
    return ending(
      text,
      words,
      { start: first.first, end: words.end[phrase.to - 1] },
      rest.start,
      last.last,
      restFilled ? line.last : (tail[k + 1]?.last ?? line.last),
      first !== line,
    );
  }
  return undefined;
}

/** "Many thanks" above "Kind regards": both belong to the closing. */
function alsoClosing(words: Words, above: Line, line: Line): Line {
  const from = wordAt(words, above.first);
  const limit = wordAt(words, above.last);
  const phrase = from < limit ? closingPhraseAt(words, from, limit) : undefined;
  return phrase?.to === limit ? above : line;
}

/** Nothing but who signs. */
function signs(text: string, words: Words, at: Span, most: number): boolean {
  if (wordAt(words, at.end) - wordAt(words, at.start) > most) return false;
  const signed = readSigned(text, words, at.start, at.end);
  return signed.understood && whoSigns(signed);
}

function whoSigns(signed: Signed): boolean {
  return signed.names.length + signed.teams.length + signed.titles.length + signed.placeholders.length > 0;
}

/** The last paragraph holds nothing but who signs; a short line that ends in a comma above it closes. */
function byName(text: string, words: Words, tail: readonly Line[]): Ending | undefined {
  let best: number | undefined;
  for (let k = tail.length - 1; k > 0 && k >= tail.length - 5; k -= 1) {
    const line = tail[k];
    if (!canSign(text, line, tail[k - 1])) break;
    if (wordAt(words, line.first) === wordAt(words, line.last) && !/\p{L}/u.test(text.slice(line.first, line.last))) continue;
    if (!signs(text, words, { start: line.first, end: tail[tail.length - 1].last }, 24)) {
      if (k === tail.length - 1 && !readSigned(text, words, line.first, line.last).understood) break;
      continue;
    }
    const above = tail[k - 1];
    const blank = text.slice(above.last, line.first).split('\n').length > 2;
    const done = /[.!?…)\]"”:,]$/u.test(text.slice(above.first, above.last));
    if (blank || done || (k > 1 && takesLeave(text, words, above, tail[k - 2]))) best = k;
  }
  if (best === undefined) return undefined;
  const line = tail[best];
  const last = tail[tail.length - 1];
  const above = tail[best - 1];
  const phrase = best > 1 && closesBy(text, words, tail[best - 2], above) ? { start: above.first, end: above.last - 1 } : undefined;
  return ending(text, words, phrase, line.first, last.last, line.last, false);
}

/** A short line that ends in a comma and begins a sentence of its own: "See you on the 14th,". */
function closesBy(text: string, words: Words, before: Line, line: Line): boolean {
  if (text[line.last - 1] !== ',' || wordAt(words, line.last) - wordAt(words, line.first) > 8) return false;
  if (/[.!?]/u.test(text.slice(line.first, line.last))) return false;
  return /[.!?…:)\]"”]$/u.test(text.slice(before.first, before.last)) || /\n[^\S\n]*\r?\n/u.test(text.slice(before.last, line.first));
}

/** "Jim.": some end their name with a full stop. */
function isNamed(text: string, line: Line): boolean {
  const word = /^(\p{Lu}\p{Ll}+)\.$/u.exec(text.slice(line.first, Math.min(line.last, line.first + 20)));
  return word !== null && isListedFirstName(foldName(word[1]));
}

const LEAVE = new Set('see speak talk chat have looking until till catch bye enjoy good happy safe stay keep hope merry'.split(' '));

/** "See you Thursday", "Have a great weekend": a few words of leave in a paragraph of their own, the name right below. */
function takesLeave(text: string, words: Words, line: Line, above: Line): boolean {
  const from = wordAt(words, line.first);
  if (wordAt(words, line.last) - from > 6 || !LEAVE.has(words.norm[from])) return false;
  return text.slice(above.last, line.first).split('\n').length > 2;
}

const BULLET = /^(?:[-*•‣◦–·]|\d{1,3}[.)])\s/u;

function canSign(text: string, line: Line, above: Line): boolean {
  if (line.last - line.first > LONGEST_SIGNED_LINE) return false;
  const mark = text[line.last - 1];
  if (mark === '?' || mark === ':' || mark === '!' || mark === ',') return false;
  if (mark === '.' && !isNamed(text, line) && !/\b(?:\p{Lu}|Ltd|Inc|Co|Corp|Jr|Sr|Dr|Dept)\.$/u.test(text.slice(line.first, line.last)))
    return false;
  // "- Mei" signs, unless it is the last item of a list.
  return (
    !BULLET.test(text.slice(line.first, line.first + 5)) ||
    (/^[-–]/u.test(text[line.first]) && !BULLET.test(text.slice(above.first, above.first + 5)) && text[above.last - 1] !== ':')
  );
}

const MOST_WORDS_INLINE = 16;

/** A closing at the end of a line of running text: "… soon. Kind regards, Tom Front Office Manager". */
function inline(text: string, words: Words, line: Line): Ending | undefined {
  const lineStart = wordAt(words, line.first);
  const limit = wordAt(words, line.last);
  for (let at = limit - 1; at > lineStart && at > limit - MOST_WORDS_INLINE - 6; at -= 1) {
    if (!(words.gap[at] & Gap.stop) && !isCapital(text, words.start[at])) continue;
    const phrase = closingPhraseAt(words, at, limit);
    if (!phrase) continue;
    const i = phraseStart(text, words, at, limit, phrase.to, lineStart);
    const rest = { start: words.end[phrase.to - 1], end: line.last };
    const bare = phrase.to === limit;
    const stop = (words.gap[i] & (Gap.stop | Gap.comma | Gap.break | Gap.other | Gap.closeBracket | Gap.closeQuote)) !== 0;
    if (!stop && !phrase.sure) continue;
    // "Thanks Delta" thanks somebody; "Thanks, Priya" is signed.
    if (!bare && !phrase.sure && !(words.gap[phrase.to] & (Gap.comma | Gap.break | Gap.stop))) continue;
    if (bare && !phrase.sure && !/,\s*$/u.test(text.slice(rest.start, line.end))) continue;
    if (!bare && !signs(text, words, rest, MOST_WORDS_INLINE)) continue;
    // "Thank you! *TJF" thanks; the tag signs the whole message.
    if (!phrase.sure && readTag(text, line.last)) continue;
    return ending(text, words, { start: words.start[i], end: words.end[phrase.to - 1] }, rest.start, line.last, line.last, false);
  }
  return nameAtEnd(text, words, lineStart, limit, line);
}

/** "Liebe Grüsse", "With best regards": the first of the words before `i` with which the same phrase can begin. */
function phraseStart(text: string, words: Words, i: number, limit: number, to: number, lineStart: number): number {
  let first = i;
  for (let n = i - 1; n > lineStart && n > i - 5 && !(words.gap[n + 1] & Gap.stop); n -= 1)
    if (isCapital(text, words.start[n]) && closingPhraseAt(words, n, limit)?.to === to) first = n;
  return first;
}

/** "… seeing you in spring. Tom Brandt General Manager": after the last sentence, only capitalised words that name who signs. */
function nameAtEnd(text: string, words: Words, lineStart: number, limit: number, line: Line): Ending | undefined {
  if (/[.!?…:;,)\]]$/u.test(text.slice(line.last - 1, line.last)) && !/\s\p{Lu}\.$/u.test(text.slice(line.last - 3, line.last)))
    return undefined;
  if (readTag(text, line.last) || readPartCounter(text, line.last)) return undefined;
  let i = limit - 1;
  while (i > lineStart && i > limit - 11 && !(words.gap[i] & Gap.stop && !isShortened(text, words, i - 1))) i -= 1;
  if (i <= lineStart || !(words.gap[i] & Gap.stop)) return undefined;
  const before = text.slice(words.end[i - 1], words.start[i]);
  if (!/[.!?]["”')]?\s+$/u.test(before) && !/[.!?]\s*[-\u2013\u2014~]{1,2}\s*$/u.test(before)) return undefined;
  const at = { start: words.start[i], end: line.last };
  const signed = readSigned(text, words, at.start, at.end);
  if (!signed.understood || !whoSigns(signed)) return undefined;
  if (limit - i === 1 && signed.names.length === 0) return undefined;
  return ending(text, words, undefined, at.start, at.end, line.last, false);
}

function ending(
  text: string,
  words: Words,
  phrase: Span | undefined,
  signedFrom: number,
  end: number,
  firstLineEnd: number,
  several: boolean,
): Ending {
  const { names, titles, teams, phones, placeholders } = readSigned(text, words, signedFrom, end);
  const start = phrase?.start ?? skip(text, signedFrom, end);
  const onFirst = [...names, ...placeholders].filter((at) => at.start < firstLineEnd);
  const closingEnd = onFirst.length > 0 ? Math.max(...onFirst.map((at) => at.end)) : Math.max(firstLineEnd, phrase?.end ?? 0);
  const shown = phrase && several ? { start: phrase.start, end: phrase.end } : phrase;
  return {
    start,
    closingEnd: Math.min(closingEnd, end),
    end,
    signOff: { span: { start, end }, phrase: shown, names, titles, teams, phones, placeholders },
  };
}

function skip(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && /\s/u.test(text[at])) at += 1;
  return at;
}
