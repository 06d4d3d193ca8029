/**
 * How the customer's questions are read, and matched with what the reply says.
 *
 * 1. Found: each sentence of the customer is cut where a word opens a question or a bidding (`openers`, `requests`, `fragments`). A `Part` says what is
 *    `wanted` (a time, a price, a deed, a yes or no) and of what: the stems of its topic. Rhetorical questions and courtesies are none (`rhetorical`), and what is
 *    vented in chat or answered by the writer of a review is put aside (`earnestness`).
 * 2. Offered: each sentence of our body is one `Offer`: what its words name (`answer/offer-words`), what its clauses do (`offer-clauses`), how it is put (`offers`).
 *    Thanks, regret, wishes and standards say nothing of any matter, and offer nothing (`spent-words`, `empty-clauses`).
 * 3. Matched (`answer/answers`), the surest tie first: an offer that shares the topic and is of the kind that is wanted; "both"; one of that kind that no other
 *    question claims, each serving no more questions than it tells things; in a line of chat whatever is stated (`brief`); one that only points; one that
 *    defers, refers or refuses as a whole (`referring`); a question back. In a short reply whatever tells something and belongs to no other question
 *    answers as well (`oblique`), but for small talk (`small-talk`).
 * 4. Missed is what none of these reaches. Deferral, refusal, disowning and referral are answers; thanks and regret alone are not.
 */
import type { LazyReading } from '../index.js';
import type { CustomerQuestion } from '../reading.js';
import { earnestness } from './earnestness.js';
import { offersOf } from '../answer/offers.js';
import { answersTo } from '../answer/answers.js';
import { questionParts } from './parts.js';

/** The customer's questions and requests, each with what became of it. Deferral, refusal, disowning and referral count as answers (RULES §5). */
export function readQuestions(reading: LazyReading): readonly CustomerQuestion[] {
  const { customerGrammar } = reading;
  if (!customerGrammar) return [];
  const parts = questionParts(customerGrammar);
  const earnest = parts.map((part) => earnestness(reading, part, parts.length === 1));
  const asked = parts.filter((_, n) => earnest[n] === 'asked');
  const vented = parts.filter((_, n) => earnest[n] === 'perhaps');
  if (asked.length + vented.length === 0) return [];
  const offers = offersOf(reading);
  const answers = answersTo(reading, asked, offers);
  const questions = asked.map(({ start, end, kind }, n) => ({ start, end, kind, ...answers[n] }));
  // Who complains in a question is answered by whatever is said of the matter; by regret and good wishes alone they are not.
  if (vented.length === 0 || offers.length === 0 || !offers.every(({ hollow }) => hollow)) return questions;
  const missed = vented.map(({ start, end, kind }) => ({ start, end, kind, answer: 'missed' as const }));
  return [...questions, ...missed].sort((a, b) => a.start - b.start);
}
