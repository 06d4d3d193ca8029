import { lazy } from '../text/lazy.js';
import type { Span } from '../text/span.js';

const COUNTED = String.raw`\s*(?:\(?\d\/\d\)?)?\s*$`;
const tags = lazy(() => [
  new RegExp(String.raw`(?:^|[\s.!?)…])([*^~∞]\p{L}[\p{L}' .]{0,18})${COUNTED}`, 'u'),
  new RegExp(String.raw`[\p{L}\d.!?)]([\^∞]\p{L}[\p{L} ]{0,14})${COUNTED}`, 'u'),
  // A dash also begins a list item: it signs only after the end of a sentence in the same line.
  new RegExp(String.raw`[.!?)…][^\S\n]*([-\u2013\u2014/][^\S\n]?\p{Lu}[\p{L}']{1,14})${COUNTED}`, 'u'),
]);
const COUNTER = /(?:^|[\s([])\(?(\d{1,2})\s?(?:\/|of)\s?(\d{1,2})\)?\s*(?:[*^]\p{L}{1,12})?\s*$/u;
const LEADING_COUNTER = /^\s*[([]?(\d{1,2})\/(\d{1,2})[)\]]?(?=\s)/u;
const REACH = 40;

/** The initials or name behind a sign with which an agent ends a chat message or a tweet: `*AMR`, `^JK`, `-Anna`. */
export function readTag(text: string, end = text.length): Span | undefined {
  const from = Math.max(0, end - REACH);
  const part = text.slice(from, end);
  if (!/[*^~∞/\-\u2013\u2014]/.test(part)) return undefined;
  let match: RegExpExecArray | null = null;
  for (const tag of tags()) match ??= tag.exec(part);
  if (!match) return undefined;
  const start = from + match.index + match[0].indexOf(match[1]);
  return { start, end: start + match[1].trimEnd().length };
}

/** The counter of a message that goes on in another one ("1/2"), at either end of the text. */
export function readPartCounter(text: string, end = text.length): { readonly part: number; readonly of: number } | undefined {
  const from = Math.max(0, end - REACH);
  if (!/\d\s?(?:\/|of)/.test(text.slice(from, end) + text.slice(0, REACH))) return undefined;
  const match = COUNTER.exec(text.slice(from, end)) ?? LEADING_COUNTER.exec(text.slice(0, REACH));
  if (!match) return undefined;
  const part = Number(match[1]);
  const of = Number(match[2]);
  return part >= 1 && part <= of && of <= 9 ? { part, of } : undefined;
}
