import { contains, slice, type Draft, type Span } from 'replylint/rule';
import type { Blank } from './blanks.js';

/** What stands for a name in a greeting that nobody finished: "Dear First Name," */
const SLOT_WORDS =
  /^[^\S\n]*(?:(?:insert|your|the|customer|client|guest|user|recipient|contact)[\s_.]*)?(?:(?:first|last|full|given|family)[\s_]*)?(?:name|surname|fname|lname|firstname|lastname|n\/a|none|tbc|tbd)(?:[\s_]*here)?(?=\s*(?:[,:!\n]|$))/i;
/** Openers of languages that put a space before the sign. */
const SPACED = /^(?:bonjour|bonsoir|salut|ch[eè]re?s?)\b/i;

/** The salutation, when the name in it was lost or never written: "Dear ,", "Hi there,,", "Dear First Name,". */
export function findHoles(draft: Draft, zone: Span): Blank[] {
  const { salutation, text } = draft;
  if (!salutation || !contains(zone, salutation.span)) return [];
  const { addressee, opener, people, punctuation, span } = salutation;
  // "First" may be taken for the beginning of the message, so what follows the opener is looked at itself.
  const from = opener?.end ?? span.start;
  const start = text.slice(from, from + 50);
  const slot = /name|n\/a|none|tb[cd]/i.test(start) ? SLOT_WORDS.exec(start) : null;
  if (slot) return [{ span: { start: from + slot[0].search(/\S/u), end: from + slot[0].length }, noun: 'name' }];
  if (!opener || !punctuation) return [];
  const doubled =
    /^[,;:]{2}/u.test(text.slice(punctuation.start, punctuation.start + 2)) ||
    /^,\s?[,!]/u.test(text.slice(punctuation.start, punctuation.start + 3));
  if (doubled) return [{ span: { start: span.start, end: Math.max(span.end, punctuation.start + 2) }, noun: 'name' }];
  const titled = addressee !== undefined && people.length === 1 && /^(?:mr|mrs|ms|miss|mx|dr|prof)\.?$/i.test(slice(text, addressee));
  if (addressee && !titled) return [];
  const tail = text.slice((addressee ?? opener).end, (addressee ?? opener).end + 8);
  // A smiley is no end of a greeting, and some writers put a space before every sign.
  if (!/^\.?[^\S\n]+[,!:;](?![-)(DP])/u.test(tail) || SPACED.test(slice(text, opener))) return [];
  if (/\p{L} [!?;:]/u.test(text.slice(span.end))) return [];
  return [{ span, noun: 'name' }];
}
