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

/**
 * Writes whatever would act as a visible escape, and tells of each how much longer it made the text. Holds nothing of the signs that it has passed: a
 * text may be a million of them.
 * @param commands whether what a CI runner takes for a command is parted
 */
function rewritten(text: string, commands: boolean, tell?: (at: number, grown: number) => void): string {
  if (PLAIN.test(text) && !text.includes('::') && !text.includes('##')) return text;
  dangerous ??= new RegExp(`(${PICTURE})|${UNSEEN}|${COMMAND}`, 'gv');
  dangerous.lastIndex = 0;
  const pieces: string[] = [];
  let from = 0;
  for (let match = dangerous.exec(text); match; match = dangerous.exec(text)) {
    const [sign, picture] = match;
    if (picture !== undefined || (!commands && (sign === ':' || sign === '['))) continue;
    if (match.index > from) pieces.push(text.slice(from, match.index));
    const by = shown(sign);
    pieces.push(by);
    from = match.index + sign.length;
    tell?.(match.index, by.length - sign.length);
  }
  return from === 0 ? text : pieces.join('') + text.slice(from);
}

function shown(sign: string): string {
  if (sign === '\t') return ' ';
  if (sign === '\n') return String.raw`\n`;
  if (sign === '\r') return String.raw`\r`;
  if (sign === ':' || sign === '[') return `\\${sign}`;
  return escaped(sign.codePointAt(0) ?? 0);
}

/** Of one code point there is often very many. */
const escapes = new Map<number, string>();

function escaped(code: number): string {
  let known = escapes.get(code);
  if (known === undefined) escapes.set(code, (known = escapeOf(code)));
  return known;
}

function escapeOf(code: number): string {
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
  return rewritten(text, true);
}

/**
 * The same for a format that has ways of its own to part what a CI runner takes for a command (character references): only what steers or hides is
 * shown as an escape.
 */
export function seen(text: string): string {
  return rewritten(text, false);
}

/** The same as {@link inert}, and where a stretch of the text has gone. */
export function inertMark(text: string, mark: Span | null): { readonly text: string; readonly mark: Span | null } {
  if (!mark) return { text: inert(text), mark };
  let { start, end } = mark;
  const safe = rewritten(text, true, (at, grown) => {
    if (at < mark.start) start += grown;
    if (at < mark.end) end += grown;
  });
  return { text: safe, mark: { start, end } };
}

/** The same for a text that is JSON already: the value stays what it was, the signs are written as JSON escapes. */
export function inertJson(json: string): string {
  return json.replace(/[\x7f-\x9f\p{Cf}\p{Zl}\p{Zp}\p{DI}]|\[(?<=##\w*\[)/gu, (sign) =>
    Array.from({ length: sign.length }, (_, at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
  );
}
