import { inList, slice, wordAt, type Draft, type Span } from 'replylint/rule';
import { isShown, isValueSlot, sentenceOf, wordBefore } from './surroundings.js';
import { slotNoun, wordsOf } from './slots.js';

/** A blank that nobody filled, and what belongs there as far as that can be told. */
export interface Blank {
  readonly span: Span;
  readonly noun?: string;
}

/** Most zones hold none of these, and the patterns take long to make: what each needs at least is asked first. */
interface Shape {
  readonly needs: RegExp;
  readonly pattern: () => RegExp;
}

const CROSSES: Shape = { needs: /[Xx]{2}/, pattern: () => /(?<![\p{L}\p{N}])[Xx]{2,40}(?:[-/.: ][Xx]{2,40}){0,8}(?![\p{L}\p{N}])/gu };
const LINES: Shape = { needs: /___/, pattern: () => /_{3,400}/gu };
const DATES: Shape = {
  needs: /(?:dd|mm|yy|hh)[/.:-]/i,
  pattern: () => /(?<![\p{L}\p{N}/])(?:dd|mm|yyyy|yy|hh)(?:[/.:-](?:dd|mm|yyyy|yy|hh|ss)){1,2}(?![\p{L}\p{N}/])/giu,
};
/** "__/__/2024" */
const OPEN_DATES: Shape = { needs: /_[/.]_/, pattern: () => /(?<![\p{L}\p{N}_])_{1,4}[/.]_{1,4}[/.](?:_{2,4}|\d{2,4})(?![\p{L}\p{N}_])/gu };
/** "####" for digits. */
const HASHES: Shape = { needs: /###/, pattern: () => /(?<![\p{L}\p{N}#])#{3,12}(?![\p{L}\p{N}#])/gu };
const VALUES: Shape = {
  needs: /null|undefined|NaN|NULL|\[object/,
  pattern: () => /(?<![\p{L}\p{N}.])(?:null|undefined|NaN|NULL|\[object Object\])(?![\p{L}\p{N}(])/gu,
};
const LOST_NUMBER: Shape = {
  needs: /#/,
  pattern: () => /\b(?:order|ticket|booking|reference|ref|invoice|case|number|account)\s?#(?=\s?[.,;!?\n]|\s*$)/gi,
};
/** A sum that nobody filled in: £__.__, $_____. */
const AMOUNT: Shape = { needs: /[£$€]\s?_/, pattern: () => /[£$€]\s?_{1,20}(?:[.,]_{1,4})?/g };
/** A name of a program for a value: ORDER_REF_HERE. */
const SNAKE: Shape = { needs: /[A-Z]_[A-Z]/, pattern: () => /(?<![\w$%{<[`/.-])[A-Z]{2,20}(?:_[A-Z]{1,20}){1,6}(?![\w}>\]`/-])/g };
/** Orders and names in capitals, between signs that no product uses but people do. */
const SHOUTED: Shape = {
  needs: /INSERT|@@|##|__/,
  pattern: () =>
    /(?<![\p{L}\p{N}_])(?:INSERT(?: [A-Z]{2,20}){1,4}|(?:@@|##|__)[A-Z][A-Z_ ]{1,30}(?:@@|##|__)|(?:@@|##)[A-Za-z][A-Za-z._]{1,40}(?:@@|##))(?![\p{L}\p{N}_])/gu,
};
/** A determiner and nothing behind it: "your , which", "the  was". */
const GAP: Shape = {
  needs: / [ .,;]/,
  pattern: () => /(?<![\p{L}\p{N}])(?:your|the|our|an)(?: +(?=[.,;](?:\s|$))| {2,}(?=(?:is|was|will|has|are|were) ))/giu,
};
const ASIDE: Shape = { needs: /\(/, pattern: () => /\(([\p{L}][\p{L}'’ _-]{2,50})\)/gu };
/** "on XX March" */
const MONTH = /^ (?:January|February|March|April|May|June|July|August|September|October|November|December)\b/;
/** Before crosses that show a pattern or hide digits. */
const PATTERN = new Set([
  'format',
  'style',
  'starting',
  'starts',
  'start',
  'begins',
  'beginning',
  'like',
  'looks',
  'ending',
  'ends',
  'pattern',
  'masked',
  'digits',
  'form',
  'with',
  'example',
]);
const FORM = new Set(['form', 'print', 'fill', 'complete', 'sign', 'blank', 'blanks', 'tick', 'write', 'signature']);
const DATE_LEADS = new Set([
  'on',
  'of',
  'the',
  'by',
  'is',
  'from',
  'until',
  'till',
  'dated',
  'before',
  'since',
  'at',
  'between',
  'and',
  'due',
  'to',
  'for',
  'after',
  'was',
]);
const ABOUT_VALUES = new Set([
  'value',
  'values',
  'field',
  'error',
  'variable',
  'property',
  'javascript',
  'returns',
  'return',
  'returned',
  'parameter',
  'column',
  'function',
  'type',
  'api',
  'log',
  'console',
  'string',
  'pointer',
]);
const DETERMINERS = new Set(['the', 'your', 'our', 'a', 'an', 'this', 'any', 'dear', 'hi', 'hello']);
const AFTER_SLOT = new Set(
  'is are was were did does do has have had will would can could may might must should not on in at by for with from that which and or to before after until as'.split(
    ' ',
  ),
);

/** All blanks of a stretch: `XXXX`, `____`, `dd/mm/yyyy`, "null" for a value, "(level of service)" where a noun belongs. */
export function findBlanks(draft: Draft, at: Span): Blank[] {
  const zone = slice(draft.text, at);
  const all = ({ needs, pattern }: Shape): Span[] => {
    if (!needs.test(zone)) return [];
    return [...zone.matchAll(pattern())].map((match) => ({ start: at.start + match.index, end: at.start + match.index + match[0].length }));
  };
  const blanks: Blank[] = [
    ...all(CROSSES).filter((span) => isCrossedOut(draft, span)),
    ...all(LINES).filter((span) => isOpenLine(draft, span)),
    ...all(DATES).filter(
      (span) => DATE_LEADS.has(wordBefore(draft, span) ?? '') && draft.text[span.start - 1] !== '(' && !namesPattern(draft, span),
    ),
    ...all(OPEN_DATES).filter((span) => DATE_LEADS.has(wordBefore(draft, span) ?? '')),
    ...all(HASHES).filter((span) => isValueSlot(draft, span) && !namesPattern(draft, span)),
    ...all(VALUES).filter((span) => isLostValue(draft, span)),
    ...all(LOST_NUMBER),
    ...all(AMOUNT),
    ...all(SNAKE).filter((span) => namesSlot(slice(draft.text, span)) || slice(draft.text, span).endsWith('_HERE')),
    ...all(SHOUTED).filter((span) => namesSlot(slice(draft.text, span))),
    ...all(GAP).map(({ start, end }) => ({ start, end: Math.min(end + 1, draft.text.length) })),
  ]
    .filter((span) => !isShown(draft, span))
    .map((span) => ({ span, noun: nounBefore(draft, span) }));
  for (const span of all(ASIDE)) {
    const noun = slotNoun(draft.text.slice(span.start + 1, span.end - 1));
    if (noun !== undefined && fillsNounSlot(draft, span)) blanks.push({ span, noun });
  }
  return blanks;
}

/** "INSERT DATE", not "INSERT INTO". */
function namesSlot(shouted: string): boolean {
  return wordsOf(shouted).some((word) => inList('slot-nouns', word));
}

/** `XXXX` for a value. Not digits that are hidden (XXXX 4821), sizes, kisses, or a pattern that is shown. */
function isCrossedOut(draft: Draft, span: Span): boolean {
  const { text } = draft;
  const run = slice(text, span);
  if (
    /[\d*•][\s-]{0,2}$/u.test(text.slice(Math.max(0, span.start - 3), span.start)) ||
    /^[\s-]{0,2}[\d*•]/u.test(text.slice(span.end, span.end + 3))
  )
    return false;
  const crosses = run.replace(/[^Xx]/gu, '').length;
  const upper = run === run.toUpperCase();
  const parted = /[/:.-]/u.test(run);
  const before = wordBefore(draft, span);
  if (before !== undefined && PATTERN.has(before) && !/[£$€]/u.test(text[span.start - 1] ?? '')) return false;
  const valued = isValueSlot(draft, span);
  if (upper && (crosses > 4 || (crosses === 4 && !/^\s?(?:super|bowl)/i.test(text.slice(span.end))))) return !namesPattern(draft, span);
  if (crosses <= 2)
    return (
      upper &&
      (/[£$€#]$/u.test(text.slice(0, span.start).slice(-1)) ||
        text[span.end] === '%' ||
        (DATE_LEADS.has(before ?? '') && MONTH.test(text.slice(span.end, span.end + 12))))
    );
  return valued && (upper || crosses > 3 || parted) && !namesPattern(draft, span);
}

/** "a number in the format XXX-XXXX": one of the six words before says that a pattern follows. */
function namesPattern({ words, text }: Draft, span: Span): boolean {
  const at = wordAt(words, span.start);
  for (let i = at - 1; i >= 0 && i >= at - 6; i -= 1) {
    if (/[\n.!?]\s/u.test(text.slice(words.end[i], words.start[i + 1] ?? text.length))) return false;
    if (PATTERN.has(words.norm[i]) && words.norm[i] !== 'with') return true;
  }
  return false;
}

/** A line to write on, where a value belongs. Forms that the customer prints and fills are none. */
function isOpenLine(draft: Draft, span: Span): boolean {
  const { text, words, sentences } = draft;
  const before = wordBefore(draft, span);
  if (before === undefined || before === 'i' || !isValueSlot(draft, span)) return false;
  // "Name ____ Date ____": a label is a noun that begins the line, or follows another line to write on.
  const label =
    slotNoun(before) !== undefined && /(?:^|[\n:_])[^\n:.!?_]{0,30}:?\s*$/u.test(text.slice(Math.max(0, span.start - 40), span.start));
  if (label) return false;
  const here = sentenceOf(sentences, span);
  const from = wordAt(words, Math.max(0, (here?.start ?? span.start) - 120));
  for (let i = from; i < words.length && words.start[i] < (here?.end ?? span.end); i += 1) if (FORM.has(words.norm[i])) return false;
  return true;
}

/** "null", "undefined" and "NaN" where a value belongs, not where programs are spoken of. */
function isLostValue(draft: Draft, span: Span): boolean {
  const word = slice(draft.text, span);
  const { words, sentences, salutation, text } = draft;
  const here = sentenceOf(sentences, span);
  if (here)
    for (let i = wordAt(words, here.start); i < words.length && words.start[i] < here.end; i += 1)
      if (ABOUT_VALUES.has(words.norm[i])) return false;
  if (word.startsWith('[') || word === 'NaN') return true;
  const whom = salutation?.addressee;
  if (whom && whom.start <= span.start && span.end <= whom.end) return true;
  if (/[#£$€]\s?$/u.test(text.slice(Math.max(0, span.start - 2), span.start))) return true;
  const before = wordBefore(draft, span) ?? '';
  if (['order', 'number', 'ref', 'reference', 'invoice', 'ticket', 'booking', 'dear', 'hi', 'hello'].includes(before)) return true;
  const ended = /^\s*(?:[.,;!?]|$)/u.test(text.slice(span.end, span.end + 4));
  // "Your total is undefined."
  if ((before === 'is' || before === 'was') && ended) return slotNoun(words.norm[wordAt(words, span.start) - 2] ?? '') !== undefined;
  return (
    ['on', 'by', 'until', 'from', 'for', 'to', 'at'].includes(before) && /^\s*(?:[.,;!?]|$|and\b)/u.test(text.slice(span.end, span.end + 8))
  );
}

/** "we regret the (state of the room) was not …": a noun is owed before the bracket, and none comes after it. */
function fillsNounSlot(draft: Draft, span: Span): boolean {
  const { text, words } = draft;
  const content = text.slice(span.start + 1, span.end - 1);
  if (/^(?:insert|fill in)\b/i.test(content)) return true;
  // "your engineer (NAME) will come": nobody shouts a noun, and no acronym is so long.
  if (/^\p{Lu}{4,}(?: \p{Lu}{2,}){0,3}$/u.test(content)) return true;
  if (!DETERMINERS.has(wordBefore(draft, span) ?? '')) return false;
  const next = wordAt(words, span.end);
  return /^\s*(?:[.,;:!?]|$)/u.test(text.slice(span.end, span.end + 3)) || (next < words.length && AFTER_SLOT.has(words.norm[next]));
}

/** "reference" of "your reference is XXXX". */
function nounBefore({ text, words }: Draft, span: Span): string | undefined {
  const i = wordAt(words, span.start) - 1;
  for (let k = i; k >= 0 && k > i - 4; k -= 1) {
    if (/[\n.!?]/u.test(text.slice(words.end[k], words.start[k + 1] ?? span.start))) return undefined;
    if (slotNoun(words.norm[k]) !== undefined) return words.norm[k];
  }
  return undefined;
}
