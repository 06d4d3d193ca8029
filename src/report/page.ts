import type { Styler } from './styler.js';
import type { Ruler } from './width.js';

/** What text is set on: how wide, how measured, how coloured. */
export interface Page {
  readonly columns: number;
  readonly ruler: Ruler;
  readonly styler: Styler;
}
