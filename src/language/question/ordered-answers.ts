import { given, meets, shares, type Answer, type Offer } from './offer.js';
import type { Part } from './question-parts.js';

/** What nothing but itself answers: a sum, a number, a time, a person; and what is to be done. */
const EXACT = /^(?:amount|price|count|time|who|deed|measures|news|reason)$/;
/** Words of its own that a sentence brings if it tells something. */
const LEAST_TOLD = 2;

/**
 * Whoever answers several questions mostly takes them in turn. So the one sentence that stands between the answers to the question before and to the one behind,
 * and speaks of neither, answers the one between them without a word of it: "Do you need references? Is there a minimum age?" – "Two people who have known you
 * for a year will do. Your son would have to wait." Of several sentences the rest only goes on with what was answered. The last question has no bound behind it:
 * there what they are bidden to do answers whether they must do something.
 */
export function inOrder(parts: readonly Part[], offers: readonly Offer[], answers: readonly (Answer | undefined)[]): (Answer | undefined)[] {
  const found = [...answers];
  if (parts.length < 2) return found;
  parts.forEach((part, n) => {
    if (found[n] || EXACT.test(part.wanted)) return;
    const last = n + 1 === parts.length;
    const past = n === 0 ? firstTelling(offers) : indexOf(offers, found[n - 1]) + 1;
    const next = last ? past + 1 : indexOf(offers, found[n + 1]);
    if (past < 0 || (n > 0 && past === 0) || next !== past + 1) return;
    const offer = offers[past];
    if (!offer || !tells(offer) || (last && !(part.must && bids(offer)))) return;
    if (part.topic.has('price') && !offer.money && !offer.topic.has('price')) return;
    if (n > 0 && meets(offers[past - 1].topic, offer.topic)) return;
    if (found.some((answer) => answer?.answeredAt?.start === offer.sentence.start)) return;
    if (parts.some((other) => other !== part && shares(other.focus, offer))) return;
    found[n] = given(offer);
  });
  return found;
}

/** The first sentence that is more than thanks and good wishes. */
function firstTelling(offers: readonly Offer[]): number {
  return offers.findIndex(({ hollow, thanks }) => !hollow && !thanks);
}

function indexOf(offers: readonly Offer[], answer: Answer | undefined): number {
  return answer?.answeredAt ? offers.findIndex(({ sentence }) => sentence.start === answer.answeredAt?.start) : -1;
}

/** Tells something of a matter: no thanks, wish or question back. */
function tells(offer: Offer): boolean {
  return (offer.states || offer.instructs) && !offer.thanks && !offer.hollow && !offer.sentence.question && offer.topic.size >= LEAST_TOLD;
}

/** Bids them do something, whatever happens. */
function bids(offer: Offer): boolean {
  return (offer.instructs || offer.licenses > 0) && !offer.conditional && offer.forAll !== 'contact';
}
