import type { Span } from '../text/span.js';

/** How a merge field or a bracketed slot is written: its brackets. `printf` is `%s` and its kin. */
export type FieldSyntax =
  | '{{{}}}'
  | '{{}}'
  | '{%%}'
  | '{!}'
  | '{$}'
  | '{}'
  | '${}'
  | '%{}'
  | '#{}'
  | '<%%>'
  | '<<>>'
  | '<>'
  | '[[]]'
  | '[]'
  | '«»'
  | '*||*'
  | '%%%%'
  | '%%'
  | '$$'
  | 'printf';

/** A stretch in brackets that a tool or a person may have to fill. Whether it is one is for its reader to say. */
export interface MergeField extends Span {
  readonly syntax: FieldSyntax;
  /** What stands between the brackets, white space at the edges left out. */
  readonly content: string;
  /** False for an opening sign without its closing one, or the other way round. */
  readonly closed: boolean;
}

interface Form {
  readonly open: string;
  readonly close: string;
  readonly syntax: FieldSyntax;
  /** An opening sign without a closing one is a broken field, not a sign of another use. */
  readonly strict?: boolean;
}

/** Longest opening sign first. */
const FORMS: readonly Form[] = [
  { open: '{{{', close: '}}}', syntax: '{{{}}}', strict: true },
  { open: '{{', close: '}}', syntax: '{{}}', strict: true },
  { open: '{%', close: '%}', syntax: '{%%}', strict: true },
  { open: '{!', close: '}', syntax: '{!}' },
  { open: '{$', close: '}', syntax: '{$}' },
  { open: '${', close: '}', syntax: '${}' },
  { open: '%{', close: '}', syntax: '%{}' },
  { open: '#{', close: '}', syntax: '#{}' },
  { open: '{', close: '}', syntax: '{}' },
  { open: '<%', close: '%>', syntax: '<%%>' },
  { open: '<<', close: '>>', syntax: '<<>>' },
  { open: '<', close: '>', syntax: '<>' },
  { open: '[[', close: ']]', syntax: '[[]]' },
  { open: '[', close: ']', syntax: '[]' },
  { open: '«', close: '»', syntax: '«»' },
  { open: '*|', close: '|*', syntax: '*||*' },
  { open: '%%', close: '%%', syntax: '%%%%' },
  { open: '%', close: '%', syntax: '%%' },
  { open: '$', close: '$', syntax: '$$' },
];
const BY_SIGN = new Map<string, Form[]>();
for (const form of FORMS) {
  const same = BY_SIGN.get(form.open[0]);
  if (same) same.push(form);
  else BY_SIGN.set(form.open[0], [form]);
}
const SAME_SIGN: ReadonlySet<FieldSyntax> = new Set(['%%', '%%%%', '$$']);
const PLAIN: ReadonlySet<FieldSyntax> = new Set(['<>', '[]']);
const IDENTIFIER = /^[\p{L}_][\p{L}\p{N}_.-]+$/u;
const PRINTF = /%(?:\d\$|\(\w{1,40}\))?[sdif@](?![\p{L}\p{N}%])/uy;
const BROKEN = /\{[{%]\s?[\p{L}_$][\p{L}\p{N}_.$]{0,80}\s?[}%]?/uy;
const STRAY = /\}\}|%\}|\|\*/uy;
/** Longest field that is read, in UTF-16 units. */
const MOST = 160;

/** Brackets that mean nothing but a merge field. */
const STRONG: ReadonlySet<FieldSyntax> = new Set<FieldSyntax>([
  '{{{}}}',
  '{{}}',
  '{%%}',
  '{!}',
  '{$}',
  '${}',
  '%{}',
  '#{}',
  '<%%>',
  '*||*',
]);

/** Whether brackets of this form are for nothing but merge fields. */
export function isStrong(syntax: FieldSyntax): boolean {
  return STRONG.has(syntax);
}

/** All merge fields and bracketed slots of a stretch, in order, none inside another. Linear. */
export function findFields(text: string, at: Span): MergeField[] {
  const fields: MergeField[] = [];
  for (let i = at.start; i < at.end; i += 1) {
    if (!isSign(text.charCodeAt(i))) continue;
    const found = fieldAt(text, i, at.end) ?? strayAt(text, i, at.end);
    if (!found) continue;
    if (found.syntax !== '{}' || !found.content.includes('{')) fields.push(found);
    i = found.end - 1;
  }
  return fields;
}

/** No field begins with a letter, a digit or a blank, and most of a text is these. */
function isSign(code: number): boolean {
  return code > 32 && !(code >= 97 && code <= 122) && !(code >= 65 && code <= 90) && !(code >= 48 && code <= 57);
}

/** The merge field or bracketed slot that begins at `at` and ends by `to`. */
function fieldAt(text: string, at: number, to: number): MergeField | undefined {
  const forms = BY_SIGN.get(text[at]);
  if (!forms) return undefined;
  const limit = Math.min(to, at + MOST);
  for (const { open, close, syntax, strict } of forms) {
    if (!text.startsWith(open, at)) continue;
    // "#{{ticket.id}}" and "${{amount}}": the sign before the braces is text.
    if (open.length === 2 && open[1] === '{' && open[0] !== '{' && text[at + 2] === '{') continue;
    const end = syntax === '{}' ? balancedEnd(text, at, limit) : closingEnd(text, at + open.length, close, limit);
    if (end === undefined) {
      if (strict && matches(BROKEN, text, at, limit))
        return { start: at, end: BROKEN.lastIndex, syntax, content: brokenContent(text, at), closed: false };
      continue;
    }
    const content = text.slice(at + open.length, end - close.length).trim();
    // What stands in the brackets is the field: "<%{ticket.email}>".
    if (PLAIN.has(syntax) && /[{}]/u.test(content)) continue;
    if (SAME_SIGN.has(syntax) && !standsAlone(text, at, end, content)) continue;
    if (syntax === '{}' && text[end] === '}' && IDENTIFIER.test(content))
      return { start: at, end: end + 1, syntax: '{{}}', content, closed: false };
    return { start: at, end, syntax, content, closed: true };
  }
  return text[at] === '%' && !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '') && matches(PRINTF, text, at, limit)
    ? { start: at, end: PRINTF.lastIndex, syntax: 'printf', content: text.slice(at, PRINTF.lastIndex), closed: true }
    : undefined;
}

/** End of the merge field or bracketed slot that begins at `at`; `at` itself when there is none. */
export function placeholderEnd(text: string, at: number, to: number): number {
  const field = fieldAt(text, at, to);
  return field?.closed && field.content !== '' ? field.end : at;
}

function closingEnd(text: string, from: number, close: string, limit: number): number | undefined {
  for (let i = from; i + close.length <= limit; i += 1) {
    if (text[i] === '\n' && text[i + 1] === '\n') return undefined;
    if (text.startsWith(close, i)) return i + close.length;
    // A second opening before the first is closed: the first one is broken.
    if (close.length > 1 && close[0] === '}' && text.startsWith('{{', i) && i > from) return undefined;
  }
  return undefined;
}

/** "{…}" with whatever braces stand inside it. */
function balancedEnd(text: string, at: number, limit: number): number | undefined {
  let depth = 0;
  for (let i = at; i < limit; i += 1) {
    if (text[i] === '{') depth += 1;
    else if (text[i] === '}') {
      depth -= 1;
      if (depth === 0) return i + 1;
    }
  }
  return undefined;
}

/** "50% off and 20% more" holds no field; "%order_no%" is one. */
function standsAlone(text: string, at: number, end: number, content: string): boolean {
  const edge = /[\p{L}\p{N}%$]/u;
  return IDENTIFIER.test(content) && !edge.test(text[at - 1] ?? '') && !edge.test(text[end] ?? '') && text.slice(at + 1, end).trim() !== '';
}

function strayAt(text: string, at: number, to: number): MergeField | undefined {
  return matches(STRAY, text, at, to) ? { start: at, end: STRAY.lastIndex, syntax: '{{}}', content: '', closed: false } : undefined;
}

function matches(pattern: RegExp, text: string, at: number, limit: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text) && pattern.lastIndex <= limit;
}

function brokenContent(text: string, at: number): string {
  return text
    .slice(at, BROKEN.lastIndex)
    .replace(/^\{[{%]|[}%]$/gu, '')
    .trim();
}
