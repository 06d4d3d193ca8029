import { lazy } from './lazy.js';

const capital = lazy(() => /^[\p{Lu}\p{Lt}]/u);
const small = lazy(() => /^\p{Ll}/u);
const caseless = lazy(() => /^\p{Lo}/u);
const letter = lazy(() => /^\p{L}/u);

// Patterns with `\p{…}` take long to make; what English mail is full of (ASCII, £, é, dashes, curly quotes) is told without one.

/** Whether a capital (Unicode `Lu` or `Lt`, basic plane) stands at a UTF-16 offset; false outside the text. */
export function isCapital(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 ? code >= 65 && code <= 90 : code >= 128 && capital().test(text[at]);
}

/** Whether a small letter (Unicode `Ll`, basic plane) stands at a UTF-16 offset; false outside the text. */
export function isSmall(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 ? code >= 97 && code <= 122 : code >= 128 && small().test(text[at]);
}

/** Whether the sign at a UTF-16 offset has a lower case other than itself; false outside the text. */
export function isUpperCase(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 ? code >= 65 && code <= 90 : code >= 128 && text[at] !== text[at].toLowerCase();
}

/** Whether a proper name can begin with the sign at a UTF-16 offset: a capital, or a letter of a script without case. */
export function canBeginName(text: string, at: number): boolean {
  return isCapital(text, at) || (text.charCodeAt(at) >= 128 && caseless().test(text[at]));
}

/** Whether a letter of any script (Unicode `L`, basic plane) stands at a UTF-16 offset; false outside the text. */
export function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return isAsciiLetter(code);
  if (code < 0x250) return code >= 0xc0 ? code !== 0xd7 && code !== 0xf7 : code === 0xaa || code === 0xb5 || code === 0xba;
  if ((code >= 0x2010 && code <= 0x205e) || (code >= 0x20a0 && code <= 0x20bf)) return false;
  return code >= 0x250 && letter().test(text[at]);
}

/** Whether an ASCII digit stands at a UTF-16 offset. */
export function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

/** How many ASCII digits a text begins with. */
export function leadingDigits(text: string): number {
  let digits = 0;
  while (isDigit(text, digits)) digits += 1;
  return digits;
}

function isAsciiLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}
