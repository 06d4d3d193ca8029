import { slice, type Draft, type Fix, type Span, type TextEdit } from 'replylint/rule';

/** Character references that turn up in pasted text, with the signs they stand for. */
const SIGNS: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  euro: '€',
  pound: '£',
  yen: '¥',
  cent: '¢',
  mdash: '—',
  ndash: '–',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  hellip: '…',
  copy: '©',
  reg: '®',
  trade: '™',
  middot: '·',
  bull: '•',
  deg: '°',
  eacute: 'é',
  egrave: 'è',
  ouml: 'ö',
  auml: 'ä',
  uuml: 'ü',
  szlig: 'ß',
  ccedil: 'ç',
  ntilde: 'ñ',
  laquo: '«',
  raquo: '»',
  frac12: '½',
  times: '×',
  shy: '',
  zwnj: '',
  ensp: ' ',
  emsp: ' ',
};
const REFERENCE = /&(?:#(\d{2,6})|#[xX]([\da-fA-F]{2,5})|([a-zA-Z][a-zA-Z\d]{1,7}));/gu;
const TAG = /<(\/?)(br|p|div|span|b|i|u|em|strong|a|li|ul|ol|h[1-6]|table|tr|td|font|img|hr|blockquote)(?:\s[^<>\n]{0,200})?\s?\/?>/giu;
/** References and line breaks mean one thing in plain text. */
const SURE = /^(?:&[^;]+;|<br\s?\/?>)$/iu;
const STARS = /\*\*(?=[\p{L}\p{N}])([^*\n]{1,120})(?<=[^\s*])\*\*/gu;
/** Not a line that signs frame on both sides. */
const HEADING = /^#{1,4} (?=\p{L}[^\n]{1,70}(?<!#)$)/gmu;
/** Bounded, each by its own figure. */
const COMMENT = /<!--[\s\S]{0,400}?-->/gu;
const SUBJECT_LINE = /^[^\S\n]*(?:subject|betreff|objet|asunto|oggetto|onderwerp)[^\S\n]?:[^\S\n]*\S[^\n]*/iu;
/** Text about markup. */
const ABOUT = /\b(?:html|tags?|markdown|markup|entit(?:y|ies)|code|css|xml|snippet|template)\b/iu;

/** One stretch of source code that the customer would read, and how to make it text. */
export interface Markup {
  readonly span: Span;
  readonly fixes?: readonly Fix[];
  readonly subject?: true;
}

/** Source code in the prose of a draft: references, tags and stars as one finding, because one paste brings them all; and a subject line in the text. */
export function findMarkup(draft: Draft, zones: readonly Span[]): Markup[] {
  const found: Markup[] = [];
  const edits = zones.flatMap((zone) => paragraphsOf(draft.text, zone).flatMap((at) => inParagraph(draft, at)));
  if (edits.length > 0) {
    const plain = draft.surface === 'plain' ? edits.filter(({ span }) => SURE.test(draft.text.slice(span.start, span.end))) : [];
    const decoded: Fix = { label: 'write the signs that the references and breaks stand for', safety: 'safe', edits: plain };
    const all: Fix = { label: 'turn the markup into text', safety: 'unsafe', edits };
    found.push({ span: edits[0].span, fixes: [...(plain.length > 0 ? [decoded] : []), ...(plain.length < edits.length ? [all] : [])] });
  }
  const subject = subjectLine(draft);
  if (subject) found.push({ span: subject, subject: true });
  return found;
}

function paragraphsOf(text: string, zone: Span): Span[] {
  const paragraphs: Span[] = [];
  for (let start = zone.start; start < zone.end;) {
    const blank = text.indexOf('\n\n', start);
    const end = blank < 0 || blank > zone.end ? zone.end : blank;
    paragraphs.push({ start, end });
    start = end + 2;
  }
  return paragraphs;
}

function inParagraph({ text, surface, mode }: Draft, at: Span): TextEdit[] {
  const part = slice(text, at);
  if (!/[&<*#]/u.test(part)) return [];
  const edits: TextEdit[] = [];
  const edit = (match: RegExpMatchArray, replacement: string): void => {
    const start = at.start + (match.index ?? 0);
    const shown = /['"“‘`(]$/u.test(text.slice(Math.max(0, start - 1), start)) && /^['"”’`)]/u.test(text.slice(start + match[0].length));
    if (!shown) edits.push({ kind: 'text', span: { start, end: start + match[0].length }, text: replacement });
  };
  for (const match of part.matchAll(REFERENCE)) {
    const sign = signOf(match);
    if (sign !== undefined) edit(match, sign);
  }
  if (surface === 'plain') {
    for (const match of part.matchAll(TAG))
      edit(match, /^(?:br|hr)$/iu.test(match[2]) || (match[1] && /^(?:p|div|li|tr|h\d)$/iu.test(match[2])) ? '\n' : '');
    for (const match of part.matchAll(STARS)) edit(match, match[1]);
    for (const match of part.matchAll(HEADING)) edit(match, '');
    if (mode === 'draft') for (const match of part.matchAll(COMMENT)) edit(match, '');
  }
  if (edits.length === 0 || ABOUT.test(part.replace(TAG, '').replace(COMMENT, ''))) return [];
  edits.sort((a, b) => a.span.start - b.span.start);
  return edits.filter(({ span }, i) => i === 0 || span.start >= edits[i - 1].span.end);
}

/** A subject line in the body, or at the top of a message whose subject is known already. */
function subjectLine({ text, segments, subject }: Draft): Span | undefined {
  const own = segments.find(({ role }) => role === 'subject');
  if (own && subject !== undefined) return trimmed(text, own.span);
  const body = segments.find(({ role }) => role === 'body');
  if (!body) return undefined;
  const head = text.slice(body.span.start, body.span.end).trimStart().slice(0, 300);
  const line = head.slice(0, 12).includes(':') ? SUBJECT_LINE.exec(head) : null;
  if (!line) return undefined;
  const start = text.indexOf(line[0].trimStart(), body.span.start);
  return trimmed(text, { start, end: start + line[0].trim().length });
}

function trimmed(text: string, { start, end }: Span): Span | undefined {
  const inside = text.slice(start, end);
  const first = inside.search(/\S/u);
  return first < 0 ? undefined : { start: start + first, end: start + inside.trimEnd().length };
}

function signOf(match: RegExpMatchArray): string | undefined {
  const [, decimal, hex, name] = match;
  if (name !== undefined) return Object.hasOwn(SIGNS, name) ? SIGNS[name] : undefined;
  const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex, 16);
  // A byte order mark and spaces without width show nothing.
  if (code === 0xfeff || (code >= 0x200b && code <= 0x200d)) return '';
  return code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : undefined;
}
