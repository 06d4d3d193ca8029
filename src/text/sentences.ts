import { isCapital, isLetter, isSmall } from './letters.js';
import type { Span } from './span.js';

/** A full stop after one of these does not end a sentence. */
const ABBREVIATIONS = new Set(
  (
    'mr mrs ms mx dr prof st sr jr rev hon sir vs etc eg ie e.g i.e a.m p.m approx appt dept est ext fig inc ltd co corp plc no nos nr tel ref p pp vol ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun u.s u.k ph.d b.a m.a messrs mme mlle'
  ).split(' '),
);
/** Of those, the ones that often do end a sentence: a capital after them decides. */
const MAY_END = new Set(['etc', 'a.m', 'p.m', 'inc', 'ltd', 'co', 'corp', 'plc', 'u.s', 'u.k', 'no']);
/** Shortened nouns that end a sentence as often as not: "… with the invoice ref. What is …". */
const SHORT_NOUNS = new Set(['ref', 'ext', 'dept', 'appt', 'est', 'vol', 'tel']);
const BULLET = /^[ \t]*(?:[-*•‣◦–·]|\(?\d{1,3}[.)]|[a-z][.)])[ \t]+\S/;

/** Whether a line begins with a bullet or a number, as list items do. */
export function beginsItem(line: string): boolean {
  return BULLET.test(line);
}

function isStop(code: number): boolean {
  return code === 46 || code === 33 || code === 63 || code === 0x2026 || code === 0x3002 || code === 0xff01 || code === 0xff1f;
}

function isCloser(code: number): boolean {
  return (
    code === 34 ||
    code === 39 ||
    code === 41 ||
    code === 93 ||
    code === 0x201d ||
    code === 0x2019 ||
    code === 0xbb ||
    code === 42 ||
    code === 95
  );
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13 || code === 0xa0 || code === 0x2028 || code === 0x2029;
}

/** Longer than any sentence that a person writes, in UTF-16 units. What asks about a whole sentence at each of its words stays linear in the text. */
const LONGEST = 2000;

/** The end of the last word that ends before `to`; -1 when there is no white space between. */
function lastSpace(text: string, from: number, to: number): number {
  let at = to;
  while (at > from && !isSpace(text.charCodeAt(at))) at -= 1;
  while (at > from && isSpace(text.charCodeAt(at - 1))) at -= 1;
  return at > from ? at : -1;
}

/**
 * Splits `text` between `start` and `end` into sentences, in time linear in the stretch. Spans leave out surrounding white space.
 * Ends: `.`, `!`, `?`, `…` with what closes after them, unless an abbreviation, an initial, a decimal or a lower-case word follows; a blank line;
 * a line break that begins a list item or ends a line that is too short to have been wrapped; 2,000 units, at a space.
 */
export function splitSentences(text: string, start = 0, end = text.length): Span[] {
  const sentences: Span[] = [];
  let from = start;
  const emit = (to: number): void => {
    let a = from;
    let b = to;
    while (a < b && isSpace(text.charCodeAt(a))) a += 1;
    while (b > a && isSpace(text.charCodeAt(b - 1))) b -= 1;
    while (b - a > LONGEST) {
      const cut = lastSpace(text, a, a + LONGEST);
      if (cut < 0) break;
      sentences.push({ start: a, end: cut });
      a = cut;
      while (isSpace(text.charCodeAt(a))) a += 1;
    }
    if (b > a) sentences.push({ start: a, end: b });
    from = to;
  };
  const wrap = wrapWidth(text, start, end);
  const small = isWrittenSmall(text, start, end);
  let lineStart = start;
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 0x2028 || code === 0x2029) {
      if (breaksAt(text, lineStart, at, end, wrap)) emit(at);
      lineStart = at + 1;
      at += 1;
      continue;
    }
    if (isStop(code)) {
      let after = at + 1;
      while (after < end && (isStop(text.charCodeAt(after)) || isCloser(text.charCodeAt(after)))) after += 1;
      if (after >= end || isSpace(text.charCodeAt(after)) || opensSentence(text, at, after)) {
        if (endsSentence(text, from, at, after, end, small)) emit(after);
      }
      at = after;
      continue;
    }
    at += 1;
  }
  emit(end);
  return sentences;
}

/**
 * "late.We will": a stop without a space, then a capital and a small letter, after a word of two letters or more; "leaking?^Greta": the tag that an agent signs
 * with, at the end of the text.
 */
function opensSentence(text: string, stop: number, after: number): boolean {
  const next = text.charCodeAt(after);
  const tag = next === 94 || next === 42;
  return (
    (tag
      ? text.length - after < 28 && /^[*^][A-Z][A-Za-z]{0,14}(?: [A-Z][a-z]{0,9}\.?)?\s*$/.test(text.slice(after))
      : /^[A-Z][a-z' ]/.test(text.slice(after, after + 2))) &&
    /[a-z!?)]{2}$/.test(text.slice(Math.max(0, stop - 2), stop)) &&
    text.charCodeAt(stop) !== 0x2026
  );
}

function endsSentence(text: string, from: number, stop: number, after: number, end: number, small: boolean): boolean {
  let next = after;
  while (next < end && isSpace(text.charCodeAt(next))) next += 1;
  if (next >= end) return true;
  // "Why?" asked Tom: a small letter after the closing quote goes on with the sentence.
  if (text.charCodeAt(stop) !== 46)
    return (
      !/[a-z,;]/.test(text[next]) ||
      (text.charCodeAt(stop) !== 0x2026 && (after - stop === 1 || /^[!?]{1,9}$/.test(text.slice(stop, after))))
    );
  if (after - stop > 1) return !/[a-z,;]/.test(text[next]);
  let wordStart = stop;
  while (wordStart > from && !isSpace(text.charCodeAt(wordStart - 1)) && text.charCodeAt(wordStart - 1) !== 40) wordStart -= 1;
  const word = text.slice(wordStart, stop).toLowerCase();
  if (/^[a-z]$/i.test(word) && text[wordStart] !== 'I' && text[wordStart] !== 'i') return false;
  const digitFollows = /\d/.test(text[next]);
  if (word === 'no' || word === 'nos') return !digitFollows;
  if (ABBREVIATIONS.has(word))
    return (
      (MAY_END.has(word) && /[A-Z]/.test(text[next])) || (SHORT_NOUNS.has(word) && /^[A-Z][a-z']*[ ,]/.test(text.slice(next, next + 20)))
    );
  // Initials: "R.T. Hale".
  if (/^[a-z](?:\.[a-z])+$/.test(word)) return false;
  if (/^\d{1,3}$/.test(word) && wordStart === from + leadingSpace(text, from)) return false;
  return (
    small ||
    !/[a-z]/.test(text[next]) ||
    text
      .slice(next, next + 6)
      .toLowerCase()
      .startsWith('http')
  );
}

/** Whether the stretch is typed without capitals: it begins small, and behind none of its full stops stands a capital. A small letter may begin a sentence there. */
function isWrittenSmall(text: string, start: number, end: number): boolean {
  let at = start;
  while (at < end && !isLetter(text, at)) at += 1;
  if (at >= end || !isSmall(text, at)) return false;
  for (; at < end; at += 1) {
    if (!isStop(text.charCodeAt(at)) || !isSpace(text.charCodeAt(at + 1))) continue;
    let next = at + 1;
    while (next < end && isSpace(text.charCodeAt(next))) next += 1;
    if (next < end && isCapital(text, next) && text[next] !== 'I') return false;
  }
  return true;
}

function leadingSpace(text: string, from: number): number {
  let n = 0;
  while (isSpace(text.charCodeAt(from + n))) n += 1;
  return n;
}

/** The longest line of the stretch, when it looks hard-wrapped; otherwise 0: every line end is then a real one. */
function wrapWidth(text: string, start: number, end: number): number {
  let longest = 0;
  let lineStart = start;
  for (let at = start; at <= end; at += 1) {
    if (at < end && text.charCodeAt(at) !== 10) continue;
    longest = Math.max(longest, at - lineStart);
    lineStart = at + 1;
  }
  return longest <= 100 && longest >= 50 ? longest : 0;
}

function breaksAt(text: string, lineStart: number, newline: number, end: number, wrap: number): boolean {
  let next = newline + 1;
  while (next < end && (text.charCodeAt(next) === 32 || text.charCodeAt(next) === 9 || text.charCodeAt(next) === 13)) next += 1;
  if (next >= end || text.charCodeAt(next) === 10) return true;
  if (beginsItem(text.slice(newline + 1, newline + 40))) return true;
  let lineEnd = newline;
  while (lineEnd > lineStart && isSpace(text.charCodeAt(lineEnd - 1))) lineEnd -= 1;
  if (/[,;]/.test(text[lineEnd - 1] ?? '') && !/[A-Z]/.test(text[next])) return false;
  // Wrapped text continues with a small letter, or fills its line.
  if (/[a-z]/.test(text[next])) return false;
  if (wrap === 0) return true;
  const nextSpace = text.slice(next, next + 30).search(/\s/);
  return lineEnd - lineStart + 1 + (nextSpace < 0 ? 30 : nextSpace) < wrap - 6;
}
