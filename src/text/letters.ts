import { lazy } from './lazy.js';

const capital = lazy(() => /^[\p{Lu}\p{Lt}]/u);
const caseless = lazy(() => /^\p{Lo}/u);
const letter = lazy(() => /^\p{L}/u);

// Patterns with `\p{…}` take long to make; ASCII, which is nearly all that is asked about, is told without one.

/** Whether a capital (Unicode `Lu` or `Lt`, basic plane) stands at a UTF-16 offset; false outside the text. */
export function isCapital(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 ? code >= 65 && code <= 90 : code >= 128 && capital().test(text[at]);
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
  return code < 128 ? isAsciiLetter(code) : code >= 128 && letter().test(text[at]);
}

/** Whether an ASCII digit stands at a UTF-16 offset. */
export function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

function isAsciiLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}
