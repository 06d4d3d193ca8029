import { leadingDigits } from '../../text/letters.js';
import type { When } from '../../text/calendar.js';
import { Gap } from '../../text/words.js';

/** A time that begins at some word: one past its last word, and what it says. */
export interface Found {
  readonly to: number;
  readonly specific: boolean;
  readonly when?: When;
}

/** Where no time goes on. */
export const CLOSE_BREAK = Gap.stop | Gap.blankLine;

/** A time that can be counted on, up to word `to`, and where it lies if the words tell. */
export function specific(to: number, when?: When): Found {
  return when ? { to, specific: true, when } : { to, specific: true };
}

/** The number that one to three digits write (`21`, `21st`); undefined for other words. */
export function number(word: string): number | undefined {
  const digits = leadingDigits(word);
  if (digits === 0 || digits > 3) return undefined;
  return digits === word.length || /^(?:st|nd|rd|th)$/.test(word.slice(digits)) ? parseInt(word, 10) : undefined;
}

/** Whether a word is a number of at most so many digits, and no more than that. */
export function isFigure(word: string, most: number): boolean {
  const digits = leadingDigits(word);
  return digits > 0 && digits <= most && digits === word.length;
}
