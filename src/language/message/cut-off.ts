import type { Draft } from '../../draft/draft.js';

/** Counter of a split message (`1/2`, `(2/3)`) where it stands alone at either end. */
const COUNTER_FIRST = /^\s*\(?[1-9]\s?(?:\/|of)\s?[1-9]\)?(?=\s|$|:)/;
const COUNTER_LAST = /(?:^|[\s.])\(?([1-9])\s?(?:\/|of)\s?([1-9])\)?\s*(?:[*^~-]\s?\w{1,4})?\s*$/;

/**
 * Whether a draft breaks off or begins in mid-text: a counter (`1/2`), an ellipsis or a cut word at its end, an ellipsis or a small letter at its start.
 * Nothing can then be called missing (RULES §5).
 */
export function isCutOff(draft: Draft): boolean {
  const { text } = draft;
  const head = text.slice(0, 40);
  const tail = text.slice(-60).trimEnd();
  if (hasCounter(head) && COUNTER_FIRST.test(head)) return true;
  if (hasCounter(tail) && COUNTER_LAST.test(tail)) return true;
  if (/^\s*(?:…|\.\.\.?)\s*\S/.test(head) || /(?:…|\.\.\.|[a-z]\.\.)\s*(?:\(?cont\w*\)?)?$/i.test(tail)) return true;
  if (draft.channel === 'chat' && /\s(?:the|an?|of|to|for|with|and|or|but|at|in|by|from|your|our|is|are|will|that|you|we)$/i.test(tail))
    return true;
  // Who begins every sentence small does not begin in mid-text.
  const small = /[.!?] [a-z]/.test(text) && !/[.!?] [A-Z]/.test(text);
  if (
    draft.channel === 'chat' &&
    !small &&
    /^\s*[a-z]{2,}\s+[a-z]/.test(head) &&
    !/^\s*(?:hi|hey|hello|thanks|thank|yes|no|ok|sorry)\b/i.test(head)
  )
    return true;
  return false;
}

/** What every counter holds; few texts do, and the patterns take long to make. */
function hasCounter(text: string): boolean {
  return text.includes('/') || text.includes(' of ');
}
