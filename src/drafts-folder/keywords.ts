import type { Problem } from '../text/problem.js';

/** The keywords (RFC 9051 §2.3.2) that say what was found. A draft has one of the first two, or neither when it was not judged. */
export interface Keywords {
  /** It should not be sent as it is. */
  readonly held: string;
  readonly pass: string;
  /** The message is a note of ours. */
  readonly note: string;
}

export const DEFAULT_KEYWORD = '$Replylint';

/** The keywords that begin with a word: `$Replylint` → `$ReplylintHeld` and so on. */
export function keywordsFrom(stem: string): Keywords | Problem {
  // A keyword is an atom; the longest that servers are known to keep is 50.
  if (!/^\$?[A-Za-z][\w.-]{0,39}$/.test(stem))
    return {
      code: 'usage',
      message: '--keyword must be a letter and up to 39 letters, digits, dots, hyphens or underscores, with or without $ before it',
    };
  return { held: `${stem}Held`, pass: `${stem}Pass`, note: `${stem}Note` };
}
