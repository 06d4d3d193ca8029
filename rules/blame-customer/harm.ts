import { inList } from 'replylint/rule';
import type { Look } from 'replylint/rule';
import { BROKEN } from './doing.js';

/** What is taken from customers, or put on them. */
const LOST =
  /^(?:charged|fined|fine|fee|fees|surcharge|penalty|ticket|towed|billed|banned|locked|closed|suspended|cut|shut|hacked|flooded|shrank|shrunk|shrink|faded|ruined|damaged|damage|burnt|burned|spoilt|spoiled|worn|mould|mouldy|blank|dead|died|killed|stopped|short|late|wrong|empty|overdrawn|rusty|loose|jammed|refused|denied|stolen|slipped|fell|ill|sick|crack|cracks|stain|stains|leak|leaks|scratch|scratches|blockage|dent|hole|breakage|crash|puncture|burns)$/;
const DENIAL = /^(?:not|never|cannot|nobody|nothing|no|without|unable|impossible)$/;
/** What one would not want: to be spared it is good. */
const CHARGE = /^(?:charge|charged|charges|fee|fees|fine|fined|cost|billed|surcharge|penalty|blame|blamed|worry)$/;

/** Whether a stretch tells of what went wrong, was withheld or has to be paid: "too tight", "was cut off", "did not charge". Being spared a fee is none of it. */
export function isHarm({ draft: { words } }: Look, from: number, to: number): boolean {
  const { norm } = words;
  let denied = false;
  for (let i = from; i < to; i += 1) {
    if (/^(?:waived|refunded|refunding|waiving|apologise)$/.test(norm[i]) && !denied) return false;
    if (DENIAL.test(norm[i])) denied = true;
    else if (norm[i] === 'too' && i + 1 < to && norm[i + 1] !== 'kind') return true;
    else if (denied ? CHARGE.test(norm[i]) : isBad(norm[i])) return !denied;
  }
  return denied;
}

function isBad(word: string): boolean {
  return (
    LOST.test(word) ||
    BROKEN.test(word) ||
    inList('malfunction', word) ||
    inList('trouble-nouns', word) ||
    inList('negative-evaluation', word) ||
    inList('fault-nouns', word)
  );
}

/** Whether the sentence or the one behind it owns a fault of ours: then it is no charge against them. */
export function isOwnedNear({ language }: Look, sentence: number): boolean {
  return language.faults.some(
    (fault) => fault.actor === 'own' && fault.asserted && fault.sentence >= sentence && fault.sentence <= sentence + 1,
  );
}
