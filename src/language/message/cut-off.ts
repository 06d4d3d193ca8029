import { isBrief } from './follow-up.js';
import type { Draft } from '../../draft/draft.js';

/** Counter of a split message (`1/2`, `(2/3)`) where it stands alone at the start. */
const COUNTER_FIRST = /^\s*\(?[1-9]\s?(?:\/|of)\s?[1-9]\)?(?=\s|$|:)/;
/** … and at the end, behind the signature or before it. */
const COUNTER_LAST = /(?:^|[\s.,!?^])\(?([1-9])\s?(?:\/|of)\s?([1-9])\)?[.!]?$/;
/** The tag an agent signs with: `^Greta`, `*TMS`, `-KJ`, `^Hugo B`. */
const TAG = /\s*[*^~∞-]+\s?\p{Lu}[\p{L}.]{0,14}(?:\s\p{Lu}\p{L}{0,9}\.?)?\s*$/u;
/** Before a date or a mark out of five, which are no counters; a message is seldom split in so many. */
const MARKED = /\b(?:on|by|from|until|till|to|since|before|after|of|as|a|an|the|your|our|us|it|rated?|scored?)\s*$/i;
const MANY = '5';
/** How a hasty writer begins a sentence small. */
const BEGINS_SMALL =
  /^\s*(?:hi|hey|hello|dear|good|great|glad|happy|big|many|much|thanks?|thx|ty|yes|no|nope|ok|okay|sorry|apologies|so|very|please|pls|welcome|wow|oh|aww?|lovely|nice|sure|absolutely|my|congrats|congratulations)\b/;
/** What opens no sentence that is complete without more capitals behind it. */
const CARRIES_ON = /^\s*(?:to|for|with|of|that|which|who|and|or|than|from|us|them|by|into|about|before|after|when|if|as|at|in|on)\s/;
/** Words that need another behind them. */
const UNFINISHED = /\s(?:the|an?|of|and|or|but|our|your|my|their|from|into|having|because|than)$/i;
/** "The new departure time is": said of a thing, this wants a complement; "that is how it is" does not. */
const UNFINISHED_COPULA = /\s(?!it|that|this|there|they|he|she|we|you|what|who|how|where)[a-z]{3,}\s(?:is|are|will be)$/i;
const UNFINISHED_CHAT = /\s(?:to|for|with|at|in|by|is|are|will|that|you|we)$/i;

/**
 * Whether a draft breaks off or begins in mid-text: a counter (`1/2`) at either end, an ellipsis or a word that wants another at its end, an ellipsis or a small
 * letter at its start. Nothing can then be called missing (RULES §5).
 */
export function isCutOff(draft: Draft): boolean {
  const { text, channel } = draft;
  const head = text.slice(0, 40);
  const tail = text.slice(-80).trimEnd();
  const withoutTag = (): string => tail.replace(TAG, '');
  if (hasCounter(head) && COUNTER_FIRST.test(head)) return true;
  if (hasCounter(tail) && (endsCounted(tail) || (withoutTag() !== tail && endsCounted(withoutTag())))) return true;
  if (/^\s*(?:…|\.\.\.?)\s*\S/.test(head) || /(?:…|\.\.\.|[a-z]\.\.)\s*(?:\(?cont\w*\)?)?$/i.test(tail)) return true;
  if (!isBrief(draft)) return false;
  const signed = withoutTag();
  if (
    UNFINISHED.test(signed) ||
    UNFINISHED_COPULA.test(signed) ||
    /\s\($/.test(signed) ||
    (channel === 'chat' && UNFINISHED_CHAT.test(tail))
  )
    return true;
  return beginsInside(text, head, channel === 'chat');
}

/** What every counter holds; few texts do, and the patterns take long to make. */
function hasCounter(text: string): boolean {
  return text.includes('/') || text.includes(' of ');
}

function endsCounted(text: string): boolean {
  const found = COUNTER_LAST.exec(text);
  return found !== null && found[1] <= found[2] && found[2] > '1' && (found[2] < MANY || !MARKED.test(text.slice(0, found.index)));
}

/** A small letter at the start of one who begins sentences with capitals, or with a word that only carries on. */
function beginsInside(text: string, head: string, chat: boolean): boolean {
  if (BEGINS_SMALL.test(head) || !(CARRIES_ON.test(head) || /^\s*[a-z]{2,}\s+[a-z]/.test(head))) return false;
  const small = /[.!?] [a-z]/.test(text) && !/[.!?] [A-Z]/.test(text);
  if (small) return false;
  return chat || CARRIES_ON.test(head) || (/[.!?] [A-Z]/.test(text) && !/^\s*(?:we|i|i'm|we're|we've|your)\b/.test(head));
}
