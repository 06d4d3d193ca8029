import type { Span } from '../text/span.js';

/**
 * Signs that steer a terminal, turn the direction of text, break a line or are not drawn at all: controls, formats, separators, lone surrogates,
 * default-ignorable signs. A variation selector behind a sign that can be an emoji is left: it is part of how that sign is drawn.
 */
const UNSEEN = String.raw`(?<!\p{Emoji})[\ufe0e\ufe0f]|[[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{DI}]--[\ufe0e\ufe0f]]`;

/**
 * What a CI runner takes for a command: `::name::` at the start of a line, `##[name]` or `##name[` anywhere. They are parted in the middle and
 * wherever they stand, because a line may later be broken at any sign.
 */
const COMMAND = String.raw`(?<=:):|\[(?<=##\w*\[)`;

/** Emoji that are one picture made of several signs, with the joiners, selectors and tags that make them so: as Unicode recommends them, no other. */
const PICTURE = String.raw`\p{RGI_Emoji_ZWJ_Sequence}|\p{RGI_Emoji_Tag_Sequence}`;

/** The signs of nearly every text; the pattern below takes long to make. */
const PLAIN = /^[\x20-\x7e\xa1-\xac\xae-\u02ff\u2010-\u2027\u20a0-\u20bf]*$/;

let dangerous: RegExp | undefined;

interface Change {
  readonly at: number;
  readonly length: number;
  readonly by: string;
}

function replacements(text: string): Change[] {
  if (PLAIN.test(text) && !text.includes('::') && !text.includes('##')) return [];
  dangerous ??= new RegExp(`(?<picture>${PICTURE})|${UNSEEN}|${COMMAND}`, 'gv');
  return Array.from(text.matchAll(dangerous))
    .filter(({ groups }) => groups?.picture === undefined)
    .map((match) => ({ at: match.index, length: match[0].length, by: shown(match[0]) }));
}

function shown(sign: string): string {
  if (sign === '\t') return ' ';
  if (sign === '\n') return String.raw`\n`;
  if (sign === '\r') return String.raw`\r`;
  if (sign === ':' || sign === '[') return `\\${sign}`;
  return escaped(sign.codePointAt(0) ?? 0);
}

function escaped(code: number): string {
  const hex = code.toString(16);
  if (code < 0x100) return `\\x${hex.padStart(2, '0')}`;
  return code < 0x10000 ? `\\u${hex.padStart(4, '0')}` : `\\u{${hex}}`;
}

/**
 * Makes a text from outside (a draft's words, a file's name, a rule's message) fit to be printed on one line: whatever would act on the terminal or
 * on a CI runner, or would not be seen, becomes a visible escape such as `\x1b` or `\u202e`; a tab becomes a space. The result may be broken into
 * lines anywhere.
 */
export function inert(text: string): string {
  return inertMark(text, null).text;
}

/**
 * The same for a format that has ways of its own to part what a CI runner takes for a command (character references): only what steers or hides is
 * shown as an escape.
 */
export function seen(text: string): string {
  return replaced(
    text,
    replacements(text).filter(({ by }) => by !== String.raw`\:` && by !== String.raw`\[`),
  );
}

/** The same as {@link inert}, and where a stretch of the text has gone. */
export function inertMark(text: string, mark: Span | null): { readonly text: string; readonly mark: Span | null } {
  const changes = replacements(text);
  const moved = mark && { start: mark.start, end: mark.end };
  for (const { at, length, by } of changes) {
    const grown = by.length - length;
    if (moved && mark && at < mark.start) moved.start += grown;
    if (moved && mark && at < mark.end) moved.end += grown;
  }
  return { text: replaced(text, changes), mark: moved };
}

function replaced(text: string, changes: readonly Change[]): string {
  let out = '';
  let from = 0;
  for (const { at, length, by } of changes) {
    out += text.slice(from, at) + by;
    from = at + length;
  }
  return out + text.slice(from);
}

/** The same for a text that is JSON already: the value stays what it was, the signs are written as JSON escapes. */
export function inertJson(json: string): string {
  return json.replace(/[\x7f-\x9f\p{Cf}\p{Zl}\p{Zp}\p{DI}]|\[(?<=##\w*\[)/gu, (sign) =>
    Array.from({ length: sign.length }, (_, at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
  );
}
