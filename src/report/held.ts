import { lowestGate } from '../score/gate.js';
import type { DraftReport } from './report.js';

/** What holds the score down, or would if the points were not lower still: `held at 39 by unfilled-placeholder (blocker)`. Rule ids pass through `shown`. */
export function heldWords(draft: DraftReport, shown: (rule: string) => string): string {
  if (draft.gate) return `held at ${draft.gate.cap} by ${shown(draft.gate.rule)} (${draft.gate.class})`;
  const hold = lowestGate(draft.findings);
  return hold ? `below the cap of ${hold.cap} by ${shown(hold.rule)} (${hold.class})` : 'no gate';
}
