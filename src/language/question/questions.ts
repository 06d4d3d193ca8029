import type { LazyReading } from '../index.js';
import { answersTo } from './question-answers.js';
import { questionParts, type Part } from './question-parts.js';
import type { CustomerQuestion } from '../reading.js';

/** More questions than anybody asks; the bound keeps the matching linear in the reply. */
const MOST = 40;

/** The customer's questions and requests, each with what became of it. Deferral, refusal, disowning and referral count as answers (RULES §5). */
export function readQuestions(reading: LazyReading): readonly CustomerQuestion[] {
  const { customerGrammar } = reading;
  if (!customerGrammar) return [];
  const parts = questionParts(customerGrammar)
    .slice(0, MOST)
    .filter((part) => !isForShow(reading, part));
  if (parts.length === 0) return [];
  const answers = answersTo(reading, parts);
  return parts.map(({ start, end, kind }, n) => ({ start, end, kind, ...answers[n] }));
}

/**
 * Whether a question only sounds like one. In a review what is put to nobody is answered by its writer ("Did we like the view? Yes!"); in chat only the
 * latest turn is open, and a complaint that asks for a yes or a reason asks for neither.
 */
function isForShow(reading: LazyReading, { start, end, wanted }: Part): boolean {
  const { channel, customer } = reading.draft;
  if (!customer) return false;
  if (channel === 'review') return !/\b(?:you|your|can i|could i|can we|please)\b/i.test(customer.text.slice(start, end));
  if (!reading.brief) return false;
  // A proposal in a line of chat bids for nothing that a line could give.
  if (reading.kind.value === 'suggestion') return true;
  const latest = customer.text.trimEnd().lastIndexOf('\n');
  return end <= latest || (reading.kind.value === 'complaint' && /^(?:yes-no|reason|what|who|news)$/.test(wanted));
}
