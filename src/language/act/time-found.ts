import { isDigit } from '../../text/letters.js';
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

export function specific(to: number, when?: When): Found {
  return { to, specific: true, ...(when && { when }) };
}

export function number(word: string): number | undefined {
  return isDigit(word, 0) && /^\d{1,3}(?:st|nd|rd|th)?$/.test(word) ? parseInt(word, 10) : undefined;
}
