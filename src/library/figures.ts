import type { Draft } from '../draft/draft.js';
import { slice, type Span } from '../text/span.js';

/** A period or an amount that a sentence states about something: "within 30 days of delivery". */
export interface Figure {
  readonly span: Span;
  readonly quote: string;
  /** What it is about, and in what sense: `return window`. Two figures with the same key can be compared. */
  readonly key: string;
  /** In hours or the currency's unit; the larger end of a range. */
  readonly value: number;
}

/** What a period may be about, by the stems of its words. The first that a sentence names nearest to the figure counts. */
const TOPICS: readonly (readonly [topic: string, stems: RegExp])[] = [
  ['return', /^(?:return|returns|returned|returning)$/],
  ['exchange', /^exchang/],
  ['refund', /^refund/],
  ['cancel', /^cancel/],
  ['delivery', /^(?:deliver|dispatch|ship(?:ping|ped|s|ment)?$|arriv)/],
  ['warranty', /^(?:warrant|guarantee)/],
  ['reply', /^(?:repl(?:y|ies|ied)|respon[ds]|answer)/],
  ['repair', /^repair/],
  ['trial', /^trial/],
  ['claim', /^claim/],
  ['complaint', /^complain/],
  ['payment', /^(?:pay|paid|payment|invoice)/],
];
const HOURS: Readonly<Record<string, number>> = { hour: 1, day: 24, night: 24, week: 168, fortnight: 336, month: 730, year: 8760 };
const NUMBERS: Readonly<Record<string, number>> = {
  one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, twelve: 12, fourteen: 14, fifteen: 15, twenty: 20,
  'twenty-one': 21, 'twenty-four': 24, 'twenty-eight': 28, thirty: 30, 'forty-eight': 48, sixty: 60, ninety: 90,
}; // prettier-ignore
const NUMBER = `\\d{1,4}(?:\\.\\d{1,2})?|${Object.keys(NUMBERS)
  .toSorted((a, b) => b.length - a.length)
  .join('|')}`;
const PERIOD = new RegExp(
  `(?<![\\w.,:/-])(?:(${NUMBER})(?:\\s?(?:-|–|to|or)\\s?(${NUMBER}))?)[\\s-](?:(working|business|calendar|full|clear)\\s)?(hour|day|night|week|fortnight|month|year)s?(?![\\w-])`,
  'gi',
);
/** Words that make two statements about different things, though they share a topic. */
const QUALIFIERS =
  /\b(?:express|standard|international|overseas|domestic|uk|eu|europe|us|usa|sale|faulty|damaged|personalised|bespoke|gift|premium|business|next|first|second|card|cheque|bank|paypal|cash|collection|store|online|annual|monthly|extended|digital|subscription|peak|weekend|holiday|christmas)\b/gi;
/** Words around a figure that are looked at on each side. */
const REACH = 90;

const PRICE = /(?<![\w.,])([£$€])\s?(\d{1,5}(?:[.,]\d{2})?)(?![\w%]|[.,]\d)/g;

/** The periods and prices that a draft states about something that has a name. */
export function figuresOf({ text, sentences }: Draft): Figure[] {
  const figures: Figure[] = [];
  for (const sentence of sentences) {
    const words = slice(text, sentence);
    const add = (
      match: RegExpMatchArray,
      sense: (before: string, after: string) => string | undefined,
      unit: string,
      value: number,
    ): void => {
      const at = match.index!;
      const before = words.slice(Math.max(0, at - REACH), at);
      const after = words.slice(at + match[0].length, at + match[0].length + REACH);
      const said = sense(before, after);
      const topic = said && topicOf(before, after);
      if (!topic) return;
      const qualifiers = [...new Set(words.match(QUALIFIERS)?.map((word) => word.toLowerCase()))].toSorted();
      const span = { start: sentence.start + at, end: sentence.start + at + match[0].length };
      figures.push({ span, quote: match[0], key: [topic, said, unit, ...qualifiers].join(' '), value });
    };
    if (/\b(?:hours?|days?|nights?|weeks?|fortnights?|months?|years?)\b/i.test(words))
      for (const match of words.matchAll(PERIOD)) {
        const [, low, high = low, counted, unit] = match;
        const working = counted && /working|business/i.test(counted) ? 'working' : '';
        add(match, senseOf, working, numberOf(high) * HOURS[unit.toLowerCase()]);
      }
    if (/[£$€]/.test(words))
      for (const match of words.matchAll(PRICE)) add(match, senseOfPrice, match[1], Number(match[2].replace(',', '.')));
  }
  return figures;
}

/** What something costs, or the sum from which something holds. An amount that was paid or refunded is neither. */
function senseOfPrice(before: string, after: string): string | undefined {
  if (/\b(?:refunded|credited|paid|reimbursed|returned|waived|taken off)\b/i.test(before)) return undefined;
  if (/\b(?:over|above|from|at least|more than|spend|spending)\s*$/i.test(before)) return 'from';
  const fee = /\b(?:costs?|(?:fee|charge|price|rate)(?:\s\w+){0,3}\s(?:is|of)|charged(?: at)?)\s*(?:just\s|only\s)?$/i.test(before);
  return fee || /^\s*(?:\w+\s)?(?:fee|charge)\b/i.test(after) ? 'price' : undefined;
}

/** A window in which something may be done, or how long something takes. A period in the past is neither. */
function senseOf(before: string, after: string): string | undefined {
  if (/^\s*(?:ago|old|late|overdue|earlier)\b/i.test(after)) return undefined;
  const from =
    /^\s*(?:of|after|from|since|following)\s+(?:the\s+|your\s+|its\s+|you\s+)?(?:date\s+of\s+)?(?:deliver|purchas|receiv|receipt|order|buy|bought|arriv|dispatch|book|collect)/i.test(
      after,
    );
  if (from) return 'window';
  if (
    /\b(?:you have|for up to|have up to|period of|window of|policy is|policy of|guarantee of|warranty of)\s*(?:a\s)?$/i.test(before) ||
    /^\s*(?:return|refund|exchange|warranty|guarantee|cancellation|money|cooling|trial)\b/i.test(after)
  )
    return 'window';
  if (/\b(?:takes?|take up to|allow|within|up to|in|usually|normally|typically|can take|may take)\s*$/i.test(before)) return 'duration';
  return undefined;
}

/** The topic whose word stands nearest. */
function topicOf(before: string, after: string): string | undefined {
  let best: string | undefined;
  let nearest = Infinity;
  const look = (words: readonly string[]): void =>
    words.forEach((word, distance) => {
      const topic = TOPICS.find(([, stem]) => stem.test(word))?.[0];
      if (topic && distance < nearest) {
        best = topic;
        nearest = distance;
      }
    });
  look(wordsOf(before).toReversed());
  // What a period is counted from is not what it is about: "return it within 30 days of delivery".
  if (best === undefined) look(wordsOf(after.replace(/^\s*(?:of|after|from|since|following)\s+(?:\w+\s+){0,3}?\w+/i, '')));
  return best;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[a-z]+/g) ?? [];
}

function numberOf(written: string): number {
  return NUMBERS[written.toLowerCase()] ?? Number(written);
}
