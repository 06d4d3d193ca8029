import type { Styler } from './styler.js';
import type { Ruler } from './width.js';

/** What text is set on: how wide, how measured, how coloured. */
export interface Page {
  readonly columns: number;
  /** A line that is longer is cut: it goes to a screen. */
  readonly cuts: boolean;
  readonly ruler: Ruler;
  readonly styler: Styler;
}
