import type { Span } from '../text/span.js';
import { Gap, wordAt, type Words } from '../text/words.js';
import type { SignOff } from './draft.js';
import { isHonorific, isShortened } from './honorifics.js';
import { isListedFirstName } from './nicknames.js';
import { findPhones } from './phone.js';
import { placeholderEnd } from './merge-fields.js';
import { classify, isNameShaped, type Joint, type Mutable } from './signed-piece.js';

/** What the lines under a closing hold. */
export interface Signed extends Pick<SignOff, 'names' | 'titles' | 'teams' | 'phones' | 'placeholders'> {
  /** Every piece was understood as one of these, an address of the web or a post code line. */
  readonly understood: boolean;
}

const LINKS: Readonly<Record<string, Joint | undefined>> = { and: 'and', und: 'and', et: 'and', at: 'at', from: 'at', for: 'at' };

/**
 * Reads who signs between `from` and `to`: persons, job titles, teams and companies, phone numbers, placeholders.
 * Pieces are parted by line ends, commas, bars, dashes and "at"; "Tom Front Office Manager" is parted where the title begins.
 */
export function readSigned(text: string, words: Words, from: number, to: number): Signed {
  const signed: Mutable = {
    names: [],
    titles: [],
    teams: [],
    phones: findPhones(text, from, to),
    placeholders: findPlaceholders(text, from, to),
  };
  let understood = true;
  let i = wordAt(words, from);
  const limit = wordAt(words, to);
  let joint: Joint = 'line';
  let couple: number | undefined;
  while (i < limit) {
    const skip = inside(signed.phones, words.start[i]) ?? inside(signed.placeholders, words.start[i]) ?? webEnd(text, words.start[i], to);
    if (skip !== undefined) {
      while (i < limit && words.start[i] < skip) i += 1;
      continue;
    }
    const link = LINKS[words.norm[i]];
    if (link === 'and' || (link === 'at' && signed.names.length > 0)) {
      joint = link;
      i += 1;
      continue;
    }
    let end = i + 1;
    while (
      end < limit &&
      !endsPiece(text, words, i, end) &&
      !inside(signed.phones, words.start[end]) &&
      !inside(signed.placeholders, words.start[end]) &&
      webEnd(text, words.start[end], to) === undefined
    )
      end += 1;
    // "Mr & Mrs Tate": the first title waits for the name.
    if (end === i + 1 && isHonorific(words.norm[i])) couple ??= words.start[i];
    else {
      understood = classify(text, words, i, end, joint, signed) && understood;
      const last = signed.names.at(-1);
      if (couple !== undefined && last && last.start === words.start[i])
        signed.names[signed.names.length - 1] = { start: couple, end: last.end };
      couple = undefined;
    }
    if (end < limit) joint = jointBefore(text, words, end);
    i = end;
  }
  return { ...signed, understood };
}

function endsPiece(text: string, words: Words, from: number, i: number): boolean {
  const gap = words.gap[i];
  // "Tess and the salon team", "Lucinda at Marsh Farm": a name before the link, not "Loom and Leaf Ltd".
  const link = LINKS[words.norm[i]];
  if (
    link !== undefined &&
    isNameShaped(text, words, from, i, 'line') &&
    (link === 'and' || isListedFirstName(words.norm[from]) || i - from <= 2)
  )
    return true;
  if (gap === 0 || gap === Gap.hyphen) return false;
  if (gap & Gap.stop) return (gap & ~(Gap.stop | Gap.hyphen)) !== 0 || !isShortened(text, words, i - 1);
  return true;
}

function jointBefore(text: string, words: Words, i: number): Joint {
  const gap = words.gap[i];
  if (gap & Gap.newline) return 'line';
  if (text.slice(words.end[i - 1], words.start[i]).includes('&')) return 'and';
  return gap === 0 ? 'none' : 'comma';
}

function inside(spans: readonly Span[], at: number): number | undefined {
  for (const span of spans) if (at >= span.start && at < span.end) return span.end;
  return undefined;
}

function findPlaceholders(text: string, from: number, to: number): Span[] {
  const found: Span[] = [];
  for (let at = from; at < to; at += 1) {
    const end = placeholderEnd(text, at, to);
    if (end > at) {
      found.push({ start: at, end });
      at = end - 1;
    }
  }
  return found;
}

/** End of the web or mail address that holds offset `at`. */
function webEnd(text: string, at: number, to: number): number | undefined {
  let end = at;
  while (end < to && end < at + 200 && !/[\s,;|<>()]/u.test(text[end])) end += 1;
  const token = text.slice(at, end);
  if (token.includes('@') || token.includes('://')) return end;
  return token.includes('.') && /^[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{Ll}{2,}(?:\/\S*)?\.?$/u.test(token) ? end : undefined;
}
