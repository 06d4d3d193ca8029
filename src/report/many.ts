import { entryOf } from './entry.js';
import type { DraftReport } from './report.js';

const MANY = 10;

/** Whether the drafts are a library, so that the whole is worth a report of its own: canned responses that share a file, or ten drafts and more. */
export function isMany(drafts: readonly DraftReport[]): boolean {
  return drafts.length >= MANY || (drafts.length > 1 && drafts.some((draft) => entryOf(draft) !== null));
}
