import type { LazyReading } from '../index.js';
import type { Part } from './parts.js';
import { REFUND } from './topic.js';

/** What somebody angry still wants to know: "will we get our money back?", "what should I do?", "how do I claim?", "any news?" */
const OF_ONESELF =
  /^(?:(?:can|could|will|shall|should|may|am|are|do|did|would|is|how (?:can|could|do|should|would|will)) (?:i|we|my|our|she|he|they)\b|how to\b|what (?:can|should|do|would) (?:i|we|you|your)\b|what(?:'s|’s|s| is) (?:going on|happening) (?:with|at|in)\b|how (?:do|will|are) you (?:plan|intend|propose|going)\b|any (?:news|updates?|word|info|information|progress|status)\b)/i;
/**
 * What a line of chat that asks one thing asks to be told, whoever writes it. "Can you knit on every bus?", "does sitting here count as boarding?", "how can an airline lose a
 * plane?", "who picked this music?" are jokes, wishes and wonder as often as not.
 */
const GENUINE =
  /^(?:(?:can|could|will|shall|should|may|am|are|do|does|did|would|is|has|have|was|how (?:can|could|do|should|would|will|are|about)) (?:i|we|my|our|she|he|they)\b|how to\b|(?:is|are) (?:the|your|there|it|any|check|flights?|all)\b|(?:do|did|will(?! you be (?:my|a|our)\b)|have|are|does|has) (?:you|u|ya|y'all|your|the|it|this|that)\b|(?:if|whether)\b|how (?!(?:do|does|did|can|could|is|has|have|would|in|on|the|come) )|how (?:do|did|would|long|is|does) (?:you|u|it|the|this|that)\b|what(?!'?s? (?:would|if) (?!i\b|we\b|you))|which\b|who (?:do|can|should|would|to|will) (?:i|we)\b|any (?:news|updates?|word|info|information|progress|status|eta|idea|reason|estimate|(?:chance|way|possibility) (?:i|we|you|u|to|that))\b)/i;

/** "Are you paying me for it?", "who's paying the £90?" */
const TO_BE_PAID =
  /^(?:are|will|would) (?:you|u)\b.*\b(?:pay|paying|refund|refunding|compensate|compensating|reimburse|reimbursing)\b|^who(?:'s|’s| is| will be| will)?\s(?:going to )?pay(?:s|ing)?\b/i;
/** "Are the ferries still held?", "is your booking page down?" */
const STATUS =
  /^(?:is|are) (?:the|your|my|our|there|flights?|trains?|check)\b.*\b(?:still|held|closed|operating|included|open|cancell?ed|delayed|back)\b[^?]*\?$/i;

/** What a review asks of the house: "does the spa take kids?", "is there a way to print it?" */
const OF_THE_HOUSE = /^(?:is|are|does|do|will|can) (?!this\b|that\b|i\b|we\b|you\b|not\b)[a-z]+\b|^which\b/i;

/** "Is it worth it? Yes!" */
function answersThemselves(text: string, end: number): boolean {
  return /^[\s"'”’)]*(?:yes|no|nope|yep|yeah|well|but|absolutely|definitely|not|never|maybe|probably|of course|sure|hell|i|it|they)\b/i.test(
    text.slice(end),
  );
}

/** Whose case it is. */
const OWN_CASE = /\b(?:i|i'm|i’m|me|my|mine|we|we're|we’re|us|our)\b/i;
/** What is asked for oneself, or of what was just told: "can you double the stamps I got?", "why the threat?" */
const FOR_ONESELF = /^(?:can|could|will|would) (?:you|u|ya|y'all)\b/i;
const ELLIPTIC_WHY = /^(?:why|y) (?:the|this|that|these|those|no)\b/i;

/**
 * Whether a question only sounds like one (`show`), is asked in earnest, or vents and asks at once (`perhaps`). In a review what is put to nobody is answered by
 * its writer ("Did we like the view? Yes!"); in chat only the latest turn is open, and a complaint that asks for a yes or a reason asks for neither, unless it is
 * the writer's own case.
 */
export function earnestness(
  reading: LazyReading,
  { start, end, wanted, topic, reproach }: Part,
  alone: boolean,
): 'asked' | 'perhaps' | 'show' {
  const { channel, customer } = reading.draft;
  if (!customer) return 'show';
  const asked = customer.text.slice(start, end);
  if (channel === 'review')
    return !reproach &&
      (/\b(?:you|your|can i|could i|can we|please)\b/i.test(asked) || (OF_THE_HOUSE.test(asked) && !answersThemselves(customer.text, end)))
      ? 'asked'
      : 'show';
  if (!reading.brief) return reproach ? 'show' : 'asked';
  // Whoever writes a mail and asks what will be done wants to be told.
  if (wanted === 'measures' && channel === 'email') return 'asked';
  // A proposal in a line of chat bids for nothing that a line could give.
  if (reading.kind.value === 'suggestion') return 'show';
  const latest = customer.text.trimEnd().lastIndexOf('\n');
  if (end <= latest) return 'show';
  const complains = reading.kind.value === 'complaint';
  const own = OWN_CASE.test(asked) || ELLIPTIC_WHY.test(asked);
  // "Wondered why we waited. Then saw the band come on": they found out.
  if (wanted === 'reason' && !asked.endsWith('?') && /\bwondered\s$/i.test(customer.text.slice(0, start))) return 'show';
  // "You make me wonder why I bother."
  if (reproach && wanted === 'reason' && !asked.endsWith('?')) return 'show';
  if (reproach) return wanted === 'news' || !complains || own ? 'perhaps' : 'show';
  if (wanted === 'reason') return !complains ? 'asked' : own ? 'perhaps' : 'show';
  if (!/^(?:yes-no|way|what|who|news|measures|any)$/.test(wanted)) return 'asked';
  if (topic.has(REFUND) && wanted !== 'yes-no') return 'asked';
  if (complains && (TO_BE_PAID.test(asked) || STATUS.test(asked))) return 'asked';
  if (complains && !OF_ONESELF.test(asked)) return FOR_ONESELF.test(asked) && OWN_CASE.test(asked) ? 'perhaps' : 'show';
  return !complains && alone && !GENUINE.test(asked) ? 'show' : 'asked';
}
