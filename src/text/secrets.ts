import { isInvisible } from './fold.js';
import { isDigit, isLetter } from './letters.js';
import type { Span } from './span.js';

/** A number that moves money, with its digits (and letters) alone. */
export interface PaymentNumber extends Span {
  readonly kind: 'card' | 'iban' | 'account';
  readonly compact: string;
}

/** Digits of the number of a card, by how it begins (ISO/IEC 7812, ranges of the networks). */
const NETWORKS: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^4/, [13, 16, 19]],
  [/^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]],
  [/^3[47]/, [15]],
  [/^(?:6011|64[4-9]|65)/, [16, 19]],
  [/^(?:30[0-5]|3[689])/, [14, 16]],
  [/^35(?:2[89]|[3-8])/, [16]],
  [/^62/, [16, 17, 18, 19]],
  [/^(?:5018|5020|5038|5893|6304|6759|676[1-3])/, [13, 15, 16, 18, 19]],
];
/** How the digits of a card are grouped, besides not at all. */
const GROUPED = /^(?:4-4-4-4(?:-3)?|4-6-[45])$/;

/** Letters and digits of an account number, by country (IBAN registry). */
const IBAN_LENGTHS: Readonly<Record<string, number>> = Object.fromEntries(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 ' +
    'HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 ' +
    'QA29 RO24 RS22 SA24 SC31 SE24 SI19 SK24 SM27 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

/** What programs sign in with, by the forms that their makers publish. */
const TOKENS = [
  /\b(?:sk|rk)_live_[A-Za-z0-9]{10,99}/g,
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g,
  /\bgh[pousr]_[A-Za-z0-9]{30,99}/g,
  /\bglpat-[\w-]{20,99}/g,
  /\bxox[abprs]-[\w-]{10,99}/g,
  /\bAIza[\w-]{35}/g,
  /\bSG\.[\w-]{20,30}\.[\w-]{40,50}/g,
  /(?<![\w-])eyJ[\w-]{10,999}\.eyJ[\w-]{10,999}\.[\w-]{10,999}/g,
];
/** How they begin: hardly a draft holds any, and their patterns take long to make. */
const TOKEN_LEADS = /_live_|AKIA|ASIA|gh[pousr]_|glpat-|xox|AIza|SG\.|eyJ/;
/** What follows the word is masked when it is no word of the language. */
const PASSWORD =
  /\b(?:password|passcode|passwort|pwd|pin(?: code| number)?|api[- ]key|secret|token)(?: is|:| =|=)[ \t]{0,4}(?=\S{0,40}[\d!#$%&*@^_])(\S{4,64})/gi;

/**
 * Card numbers (by network, grouping and Luhn's check digit), international account numbers (by country, length and check digits) and those of British and
 * American accounts (by the sort code or routing number beside them), in text order. Spaces, hyphens and signs without width inside them do not hide them. Linear.
 */
export function findPaymentNumbers(text: string): readonly PaymentNumber[] {
  if (!/\d/.test(text)) return [];
  const found = [...findCards(text), ...findIbans(text), ...findAccounts(text)].sort((a, b) => a.start - b.start);
  return found.filter((one, i) => i === 0 || one.start >= found[i - 1].end);
}

/** A run of digits, and what parts it from the run before. */
interface Group extends Span {
  readonly digits: string;
  /** A single space, hyphen or point stands before it, and nothing else. */
  readonly joined: boolean;
}

function findCards(text: string): PaymentNumber[] {
  const groups = digitGroups(text);
  const found: PaymentNumber[] = [];
  for (let i = 0; i < groups.length;) {
    const used = cardAt(groups, i);
    if (used > 0) {
      const compact = groups
        .slice(i, i + used)
        .map(({ digits }) => digits)
        .join('');
      found.push({ kind: 'card', start: groups[i].start, end: groups[i + used - 1].end, compact });
    }
    i += Math.max(1, used);
  }
  return found;
}

/** How many groups from this one on are the number of a card; 0 for none. */
function cardAt(groups: readonly Group[], first: number): number {
  const { digits } = groups[first];
  if (isCard(digits)) return 1;
  if (digits.length !== 4) return 0;
  for (const count of [5, 4, 3]) {
    const taken = groups.slice(first, first + count);
    if (taken.length < count || taken.some(({ joined }, i) => i > 0 && !joined)) continue;
    if (GROUPED.test(taken.map(({ digits }) => digits.length).join('-')) && isCard(taken.map(({ digits }) => digits).join('')))
      return count;
  }
  return 0;
}

function digitGroups(text: string): Group[] {
  const groups: Group[] = [];
  let end = -1;
  for (let at = 0; at < text.length; at += 1) {
    if (!isDigit(text, at)) continue;
    const start = at;
    let digits = '';
    let last = at;
    for (; at < text.length; at += 1) {
      if (isDigit(text, at)) {
        digits += text[at];
        last = at;
      } else if (!isInvisible(text.charCodeAt(at))) break;
    }
    const between = end < 0 ? undefined : text.slice(end, start);
    const isWhole = !isLetter(text, last + 1) && text[last + 1] !== '_' && !isLetter(text, start - 1) && text[start - 1] !== '_';
    if (isWhole)
      groups.push({ start, end: last + 1, digits, joined: between !== undefined && /^[ \u00a0\u2009\u202f\u2010\u2011.-]$/.test(between) });
    end = last + 1;
    at = last;
  }
  return groups;
}

function isCard(digits: string): boolean {
  if (digits.length < 13 || digits.length > 19 || /^(\d)\1*$/.test(digits)) return false;
  return NETWORKS.some(([begins, lengths]) => lengths.includes(digits.length) && begins.test(digits)) && hasCheckDigit(digits);
}

/** Luhn's check digit (ISO/IEC 7812-1, annex B). */
function hasCheckDigit(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    const doubled = i % 2 === 0 ? digit : digit * 2;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

const IBAN = /(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?:[ \u00a0\u202f-]?[A-Z0-9]){11,30}(?![A-Za-z0-9])/gi;

function findIbans(text: string): PaymentNumber[] {
  const found: PaymentNumber[] = [];
  if (!/[a-z]{2}\d\d/i.test(text)) return found;
  for (const match of text.matchAll(IBAN)) {
    const written = match[0].toUpperCase();
    const wanted = IBAN_LENGTHS[written.slice(0, 2)];
    if (wanted === undefined) continue;
    // Words may follow behind a space.
    let units = 0;
    let compact = '';
    while (units < written.length && compact.length < wanted) {
      if (/[A-Z0-9]/.test(written[units])) compact += written[units];
      units += 1;
    }
    if (compact.length === wanted && !/^[A-Z0-9]/.test(written.slice(units)) && isIban(compact))
      found.push({ kind: 'iban', start: match.index, end: match.index + units, compact });
  }
  return found;
}

/** Units around the words in which both numbers are looked for. */
const BESIDE = 80;
const SORT_CODE = /(?<![\d-])\d{2}([- ]?)\d{2}\1\d{2}(?![\d-])/;
const BRITISH_ACCOUNT = /(?<![\w/-])\d{8}(?![\w/-])/g;
const ROUTING_NUMBER = /(?<![\w-])\d{9}(?![\w-])/g;
const AMERICAN_ACCOUNT = /(?<=\b(?:account|acct)(?: number| no\.?)?(?: is|:)? {0,3})\d{6,17}(?![\w-])/gi;

/** One of them stands beside every account that is looked for. */
const ACCOUNT_WORDS = ['sort code', 'sort-code', 'sortcode', 'routing', 'aba'];

/** Accounts that no check digit tells, only what stands beside them. */
function findAccounts(text: string): PaymentNumber[] {
  const lower = text.toLowerCase();
  if (!ACCOUNT_WORDS.some((word) => lower.includes(word))) return [];
  const found: PaymentNumber[] = [];
  for (const { index } of text.matchAll(/\bsort[ -]?codes?\b|\brouting\b|\bABA\b/gi)) {
    const from = Math.max(0, index - BESIDE);
    const near = text.slice(from, index + BESIDE);
    const isBritish = /^s/i.test(text.slice(index, index + 1));
    const sure = isBritish
      ? SORT_CODE.test(near) && /\b(?:account|acct|a\/c)\b/i.test(near)
      : [...near.matchAll(ROUTING_NUMBER)].some(([digits]) => isRoutingNumber(digits));
    if (!sure) continue;
    for (const { index: at, 0: compact } of near.matchAll(isBritish ? BRITISH_ACCOUNT : AMERICAN_ACCOUNT))
      if (isBritish || !isRoutingNumber(compact))
        found.push({ kind: 'account', start: from + at, end: from + at + compact.length, compact });
  }
  return found;
}

/** The check digit of a routing number (ANSI X9.100-160). */
function isRoutingNumber(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, i) => total + Number(digit) * [3, 7, 1][i % 3], 0);
  return digits.length === 9 && sum > 0 && sum % 10 === 0;
}

/** ISO 7064 MOD 97-10. */
function isIban(compact: string): boolean {
  let rest = 0;
  for (const sign of compact.slice(4) + compact.slice(0, 4)) {
    const value = Number.parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

const SECRET_WORDS = ['passw', 'passc', 'pwd', 'pin', 'api', 'secret', 'token'];

/**
 * The text with the numbers of cards and accounts, passwords and keys made unreadable: every letter and digit a dot, but the last four of a payment
 * number. As long as before, so that offsets in it stay.
 */
export function masked(text: string): string {
  const lower = text.toLowerCase();
  // The long patterns are compiled only where a word of theirs stands.
  const named = SECRET_WORDS.some((word) => lower.includes(word));
  if (!/\d/.test(text) && !lower.includes('-----begin') && !(named && /passw|api[- ]key|secret|token|pin\b|pwd/.test(lower))) return text;
  const spans: { start: number; end: number; shown: number }[] = findPaymentNumbers(text).map(({ start, end }) => ({
    start,
    end,
    shown: 4,
  }));
  if (TOKEN_LEADS.test(text))
    for (const pattern of TOKENS)
      for (const { index, 0: token } of text.matchAll(pattern)) spans.push({ start: index, end: index + token.length, shown: 0 });
  if (named)
    for (const { index, 0: whole, 1: value } of text.matchAll(PASSWORD))
      spans.push({ start: index + whole.length - value.length, end: index + whole.length, shown: 0 });
  for (let at = text.indexOf('-----BEGIN'); at >= 0; at = text.indexOf('-----BEGIN', at + 10)) {
    const end = text.indexOf('-----END', at);
    if (/^-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----/.test(text.slice(at, at + 60)))
      spans.push({ start: text.indexOf('-----', at + 10) + 5, end: end < 0 ? text.length : end, shown: 0 });
  }
  if (spans.length === 0) return text;
  spans.sort((a, b) => a.start - b.start);
  let result = '';
  let at = 0;
  for (const { start, end, shown } of spans) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    result += text.slice(at, from) + dots(text.slice(from, end), shown);
    at = end;
  }
  return result + text.slice(at);
}

function dots(text: string, shown: number): string {
  const last = shown === 0 ? text.length : text.length - shown;
  return (
    text.slice(0, last).replace(/[A-Za-z0-9!-/:-@^_]/g, (sign) => (sign === ' ' || (shown > 0 && sign === '-') ? sign : '•')) +
    text.slice(last)
  );
}
