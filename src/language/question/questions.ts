import type { LazyReading } from '../index.js';
import { answersTo } from './question-answers.js';
import { questionParts, type Part } from './question-parts.js';
import type { CustomerQuestion } from '../reading.js';

/** What somebody angry still wants to know: "will we get our money back?", "what should I do?", "how do I claim?", "any news?" */
const OF_ONESELF =
  /^(?:(?:can|could|will|shall|should|may|am|are|do|did|would|is|how (?:can|could|do|should|would|will)) (?:i|we|my|our|she|he|they)\b|how to\b|what (?:can|should|do|would) (?:i|we|you|your)\b|what(?:'s|’s|s| is) (?:going on|happening) (?:with|at|in)\b|how (?:do|will|are) you (?:plan|intend|propose|going)\b|any (?:news|updates?|word|info|information|progress|status)\b)/i;
/**
 * What a line of chat that asks one thing asks to be told, whoever writes it. "Can you work on every flight?", "does sitting here count as boarding?", "how can an airline lose a
 * plane?", "who picked this music?" are jokes, wishes and wonder as often as not.
 */
const GENUINE =
  /^(?:(?:can|could|will|shall|should|may|am|are|do|does|did|would|is|has|have|was|how (?:can|could|do|should|would|will|are|about)) (?:i|we|my|our|she|he|they)\b|how to\b|(?:is|are) (?:the|your|there|it|any|check|flights?|all)\b|(?:do|did|will(?! you be (?:my|a|our)\b)|have|are|does|has) (?:you|u|ya|y'all|your|the|it|this|that)\b|(?:if|whether)\b|how (?!(?:do|does|did|can|could|is|has|have|would|in|on|the|come) )|how (?:do|did|would|long|is|does) (?:you|u|it|the|this|that)\b|what(?!'?s? (?:would|if) (?!i\b|we\b|you))|which\b|who (?:do|can|should|would|to|will) (?:i|we)\b|any (?:news|updates?|word|info|information|progress|status|eta|idea|reason|estimate|(?:chance|way|possibility) (?:i|we|you|u|to|that))\b)/i;

/** The customer's questions and requests, each with what became of it. Deferral, refusal, disowning and referral count as answers (RULES §5). */
export function readQuestions(reading: LazyReading): readonly CustomerQuestion[] {
  const { customerGrammar } = reading;
  if (!customerGrammar) return [];
  const parts = questionParts(customerGrammar).filter((part, _, all) => !isForShow(reading, part, all.length === 1));
  if (parts.length === 0) return [];
  const answers = answersTo(reading, parts);
  return parts.map(({ start, end, kind }, n) => ({ start, end, kind, ...answers[n] }));
}

/**
 * Whether a question only sounds like one. In a review what is put to nobody is answered by its writer ("Did we like the view? Yes!"); in chat only the
 * latest turn is open, and a complaint that asks for a yes or a reason asks for neither.
 */
function isForShow(reading: LazyReading, { start, end, wanted }: Part, alone: boolean): boolean {
  const { channel, customer } = reading.draft;
  if (!customer) return false;
  if (channel === 'review') return !/\b(?:you|your|can i|could i|can we|please)\b/i.test(customer.text.slice(start, end));
  if (!reading.brief) return false;
  // A proposal in a line of chat bids for nothing that a line could give.
  if (reading.kind.value === 'suggestion') return true;
  const latest = customer.text.trimEnd().lastIndexOf('\n');
  if (end <= latest) return true;
  const asked = customer.text.slice(start, end);
  if (wanted === 'reason') return reading.kind.value === 'complaint';
  if (!/^(?:yes-no|way|what|who|news|measures|any)$/.test(wanted)) return false;
  if (reading.kind.value === 'complaint') return !OF_ONESELF.test(asked);
  return alone && !GENUINE.test(asked);
}
