import type { LazyReading } from '../index.js';
import { shares, type Answer, type Offer } from './offer.js';
import type { Part } from '../question/parts.js';
import { ofOneField } from '../question/semantic-fields.js';

/** Sentences of a letter long enough that not each of them answers something. */
export const LONG = 7;
/** How a sentence begins that may go on with the one before it. */
const GOES_ON = /^(?:it|they|he|she|that|this|these|those|you|one|both|all)$/;

/**
 * Sentences that speak of what was asked without its words ("It runs on five devices", "There isn't any"), and answer no other question. In a long letter what
 * points goes on with the sentence before it, and so with the question that that one answers.
 */
export function spareAnswers(
  { grammar, brief }: LazyReading,
  parts: readonly Part[],
  offers: readonly Offer[],
  answers: readonly (Answer | undefined)[],
): Offer[] {
  const used = new Set(answers.map((answer) => answer?.answeredAt?.start));
  return offers.filter(
    (offer) =>
      offer.loose &&
      !used.has(offer.sentence.start) &&
      !parts.some((part) => shares(part.topic, offer)) &&
      (offers.length < LONG || parts.length === 1) &&
      (brief || !goesOnWithAnswer(offer)),
  );

  /** "The ticket is £28. You can buy it at the gate": "it" is what was just spoken of, and no other question is of that kind. */
  function goesOnWithAnswer(offer: Offer): boolean {
    const before = offers.slice(0, offers.indexOf(offer)).findLast(({ sentence }) => used.has(sentence.start));
    if (!before || !parts.some(({ focus }) => shares(focus, before))) return false;
    if (!GOES_ON.test(grammar.words.norm[offer.sentence.from])) return false;
    return !parts.some((part, n) => !answers[n] && ofOneField(part.focus, offer.topic));
  }
}
