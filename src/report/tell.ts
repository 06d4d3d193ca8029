import { entryOf } from './entry.js';
import type { Placed } from './order.js';

/** A finding in one sentence and its words: `Refund, late: A promise without a time. “soon”`. Not inert yet. */
export function tell({ draft, finding: { message, quote } }: Placed): string {
  const entry = entryOf(draft);
  return `${entry === null ? '' : `${flat(entry)}: `}${message}${quote === null ? '' : ` “${flat(quote)}”`}`;
}

/** What to write instead, to stand behind it; nothing where the rule does not say. */
export function tellInstead({ finding: { suggest } }: Placed): string {
  return suggest ? `Instead: ${suggest}` : '';
}

/** A text on one line. */
export function flat(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
