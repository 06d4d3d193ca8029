import { isLetter } from '../text/letters.js';
import type { Span } from '../text/span.js';

const SHAPE = /(?:\+|\(|\d)[\d\s().\-/\u00a0\u2011\u2013]{5,24}\d/gu;
/** Of the house's own exchange: "ext. 204". */
const EXTENSION = /\b(?:ext|extn|extension)\.?:? ?\d{2,6}\b(?! ?(?:days?|weeks?|months?|hours?|years?))/giu;
const LABEL =
  /(?:tel|phone|call|ring|mobile|mob|cell|direct|line|fax|number|hotline|freephone|reach|dial|whatsapp|telefon|tél|t|m|p|on|at|under)[\s:.]*(?:\+|\(|$)?$/i;
/** Bounded: it sees the few signs before a number. */
const NOT_PHONE =
  /(?:order|ref|reference|case|ticket|invoice|booking|account|policy|card|tracking|no|nr|id|vat|#|£|\$|€|isbn|iban)[\s:.#]*(?:number|no|nr|is)?[\s:.#]*$/i;

/**
 * Stretches of `text` between `start` and `end` that are telephone numbers: 7 to 15 digits in groups, or with a country code or a word such as "Tel" before them;
 * and extensions.
 * Dates, prices, times and references are left out. Linear in the stretch.
 */
export function findPhones(text: string, start = 0, end = text.length): Span[] {
  const phones: Span[] = [];
  SHAPE.lastIndex = 0;
  const part = start === 0 && end === text.length ? text : text.slice(start, end);
  for (let match = SHAPE.exec(part); match; match = SHAPE.exec(part)) {
    const at = match.index;
    const before = part.slice(Math.max(0, at - 24), at);
    if (at > 0 && (isLetter(part, at - 1) || '0123456789#£$€.,_-'.includes(part[at - 1]))) continue;
    const next = at + match[0].length;
    if (next < part.length && (isLetter(part, next) || '%€_@'.includes(part[next]))) continue;
    if (isPhone(match[0].trim(), before)) phones.push({ start: start + at, end: start + at + match[0].length });
  }
  const spoken = /\bext/i.test(part) ? [...part.matchAll(EXTENSION)] : [];
  if (spoken.length === 0) return phones;
  const extensions = spoken.map(({ index, 0: said }) => ({ start: start + index, end: start + index + said.length }));
  return [...phones, ...extensions].sort((a, b) => a.start - b.start);
}

function isPhone(written: string, before: string): boolean {
  const digits = written.replace(/\D/gu, '');
  if (digits.length < 7 || digits.length > 15) return false;
  if (/\n/u.test(written)) return false;
  if (/[./-]/.test(written) && /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?:\s|$)/u.test(written)) return false;
  if ((digits.startsWith('19') || digits.startsWith('20')) && /^(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d$/u.test(written)) return false;
  if (NOT_PHONE.test(before)) return false;
  if (written.startsWith('+') || written.startsWith('(')) return true;
  const labelled = LABEL.test(before);
  const groups = written.split(/[\s().\-/\u00a0\u2011\u2013]+/u).filter(Boolean);
  if (groups.length === 1) return labelled || (/^0\d{8,11}$/u.test(digits) && !digits.startsWith('00'));
  if (groups.some((group) => group.length > 8)) return false;
  return (
    written.startsWith('0') || labelled || /^1?[\s.-]?\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}$/u.test(written) || /^1[- ]8\d\d/u.test(written)
  );
}
