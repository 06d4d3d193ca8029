import { isCapital } from '../text/letters.js';
import type { Span } from '../text/span.js';
import { Gap, wordAt, type Words } from '../text/words.js';
import { readSlot } from './addressee-slot.js';
import { readPeople } from './addressees.js';
import type { Salutation } from './draft.js';
import { isHonorific } from './honorifics.js';
import { isSpaceAt, skipBlank } from './lines.js';
import { ADVERBS, BEFORE_OPENER, DAYTIME, GOOD, NAMES_LIKE_STARTERS, OPENER_PAIRS, OPENERS, STARTERS } from './salutation-words.js';

/**
 * Parses the salutation that begins at `from`, no further than `to`: opener, addressee, the people it names, and the sign that ends it.
 * Handles the line of its own ("Dear Mr and Mrs Tate,"), the name alone ("Nadia -"), and text that goes on in the same line ("Hi Tom, thanks for …",
 * "Dear Paul B Thank you …"). Undefined when nobody is greeted.
 */
export function readSalutation(text: string, words: Words, from: number, to: number): Salutation | undefined {
  const first = wordAt(words, from);
  const limit = wordAt(words, to);
  const open = readOpener(text, words, first, limit);
  const slotStart = open === undefined ? start(words, first, limit, to) : words.end[open - 1];
  if (slotStart === undefined) return undefined;
  if (first >= limit && !hasSlotSign(text, from, to)) return undefined;
  const whom = toWhom(words, first, limit);
  const slot =
    whom === undefined
      ? readSlot(text, words, open ?? first, limit, open === undefined ? skipBlank(text, from, to) : slotStart, to, open !== undefined)
      : { end: words.end[whom - 1], to: whom };
  if (slot === undefined) return undefined;
  const opener = open === undefined ? undefined : { start: words.start[first], end: words.end[open - 1] };
  let slotFrom = skipBlank(text, open === undefined ? from : slotStart, slot.end);
  if (opener && /[,.\u2013\u2014-]/u.test(text[slotFrom] ?? '') && slotFrom < slot.end) slotFrom = skipBlank(text, slotFrom + 1, slot.end);
  const addressee = slotFrom < slot.end ? { start: slotFrom, end: slot.end } : undefined;
  if (!opener && !addressee) return undefined;
  const sign = readSign(text, slot.end, to);
  const end = sign?.end ?? slot.end;
  const next = skipBlank(text, end, to);
  const inline = next < to;
  if (!opener && whom === undefined && !standsAlone(text, words, addressee as Span, first, slot.to, sign, inline)) return undefined;
  return {
    span: { start: opener?.start ?? (addressee as Span).start, end },
    opener,
    addressee,
    people: addressee && whom === undefined ? readPeople(text, words, addressee) : [],
    punctuation: sign,
    inline,
  };
}

function start(words: Words, first: number, limit: number, to: number): number | undefined {
  return first < limit ? words.start[first] : to;
}

/** Letters of an opener that somebody draws out. */
const LONGEST_OPENER = 40;

/** Index one past the opener's last word. */
function readOpener(text: string, words: Words, first: number, limit: number): number | undefined {
  let i = first;
  while (i < limit && i < first + 2 && BEFORE_OPENER.has(words.norm[i])) i += 1;
  const written = words.norm[i];
  if (i >= limit || written === undefined) return undefined;
  // "Heyyy", "Hiii". The pattern is bounded: of a longer word nothing is asked.
  const word = written.length > LONGEST_OPENER ? written : written.replace(/([a-z])\1{2,}$/, '$1');
  if (i + 1 < limit && OPENER_PAIRS.has(`${word} ${words.norm[i + 1]}`)) return afterOpener(words, i + 2, limit);
  if (GOOD.has(word))
    return i + 1 < limit && DAYTIME.has(words.norm[i + 1]) && !words.gap[i + 1] ? afterOpener(words, i + 2, limit) : undefined;
  if (DAYTIME.has(word) && i === first && (word === 'morning' || word === 'afternoon' || word === 'evening'))
    return words.gap[i + 1] & (Gap.comma | Gap.stop | Gap.newline) || i + 1 >= limit || isNameAlone(text, words, i + 1, limit)
      ? i + 1
      : undefined;
  if (!OPENERS.has(word) || (word === 'dear' && i > first && words.norm[i - 1] !== 'my')) return undefined;
  return afterOpener(words, i + 1, limit);
}

/** "Morning Pete": one word with a capital, and a break behind it; "Morning deliveries start at eight" begins a sentence. */
function isNameAlone(text: string, words: Words, at: number, limit: number): boolean {
  if (at >= limit || words.gap[at] || !isCapital(text, words.start[at])) return false;
  return at + 1 >= limit || (words.gap[at + 1] & (Gap.newline | Gap.blankLine | Gap.comma)) !== 0;
}

/** "Hello and good afternoon", "Hi again", "Good day to you". */
function afterOpener(words: Words, at: number, limit: number): number {
  let i = at;
  if (i < limit && words.norm[i] === 'again' && !words.gap[i]) i += 1;
  if (i + 2 < limit && words.norm[i] === 'and' && GOOD.has(words.norm[i + 1]) && DAYTIME.has(words.norm[i + 2])) i += 3;
  else if (i + 1 < limit && words.norm[i] === 'to' && words.norm[i + 1] === 'you') i += 2;
  else if (i + 1 < limit && GOOD.has(words.norm[i]) && DAYTIME.has(words.norm[i + 1])) i += 2;
  return i;
}

function toWhom(words: Words, first: number, limit: number): number | undefined {
  let i = first;
  if (words.norm[i] === 'dear') i += 1;
  const phrase = ['to', 'whom', 'it', 'may', 'concern'];
  const isWhom = (word: string): boolean => /^(?:who|whomever|whomsoever|whosoever)$/u.test(word);
  if (i + phrase.length > limit || phrase.some((word, n) => words.norm[i + n] !== word && !(n === 1 && isWhom(words.norm[i + n]))))
    return toGroup(words, i, limit);
  return i + phrase.length;
}

/** Words of an addressee behind "to". */
const LONGEST_GROUP = 7;

/** "To the parent or guardian,", "To all ticket holders:": a line of its own that ends with a sign. */
function toGroup({ norm, gap }: Words, at: number, limit: number): number | undefined {
  if (norm[at] !== 'to' || !/^(?:the|our|all|any|every)$/u.test(norm[at + 1] ?? '')) return undefined;
  for (let i = at + 2; i <= Math.min(limit, at + LONGEST_GROUP); i += 1)
    if (gap[i] !== 0) return (gap[i] & (Gap.comma | Gap.break)) !== 0 && (gap[i] & (Gap.newline | Gap.blankLine)) !== 0 ? i : undefined;
  return undefined;
}

/** The comma, dash, colon or mark that ends the salutation. */
function readSign(text: string, at: number, to: number): Span | undefined {
  let start = at;
  while (start < to && (text.charCodeAt(start) === 32 || text.charCodeAt(start) === 0xa0)) start += 1;
  let end = start;
  while (end < to && /[,:;!.\u2026\-\u2013\u2014?\uff0c]/u.test(text[end])) end += 1;
  return end > start ? { start, end } : undefined;
}

/** A name or class noun with no opener: on a line of its own, or set off by a comma at the very start. */
function standsAlone(
  text: string,
  words: Words,
  addressee: Span,
  first: number,
  next: number,
  sign: Span | undefined,
  inline: boolean,
): boolean {
  const count = next - first;
  if (sign === undefined || count > (inline ? 3 : 5)) return count === 0 && sign !== undefined && !inline;
  if (/[.?\u2026]/u.test(text.slice(sign.start, sign.end))) return false;
  if (count === 0) return false;
  for (let i = first; i < next; i += 1) {
    const norm = words.norm[i];
    if ((STARTERS.has(norm) && !NAMES_LIKE_STARTERS.has(norm)) || ADVERBS.has(norm) || /\d/u.test(norm)) return false;
    if (count === 1 && norm.endsWith('ly') && norm.length > 5) return false;
  }
  const mark = text[sign.start];
  if (inline)
    return mark === ',' || (mark !== ':' && mark !== '!' && (sign.end - sign.start > 1 || isSpaceAt(text, sign.start - 1)) && count === 1);
  return mark !== '!' || isHonorific(words.norm[first]) || addressee.end - addressee.start < 20;
}

function hasSlotSign(text: string, from: number, to: number): boolean {
  return skipBlank(text, from, to) < to;
}
