import { shares, spanOf, type Answer, type Offer } from './offers.js';
import type { Part } from './question-parts.js';
import { stem } from './topic.js';

/**
 * In a line of chat whatever is stated answers, for there is no room to repeat the question; but where it speaks of one question by its words, the others are
 * answered by what only points, says yes or no, tells what to do, or is of the kind that they ask for.
 */
export function inBrief(
  parts: readonly Part[],
  offers: readonly Offer[],
  direct: readonly (Answer | undefined)[],
  told: ReadonlySet<string>,
): (Answer | undefined)[] {
  const spokenOf = parts.some((part) => offers.some((offer) => offer.told > 0 && shares(part.topic, offer)));
  const spoken = spokenOf || direct.some((answer) => answer !== undefined);
  const uses = new Map<number, number>();
  for (const answer of direct) if (answer?.answeredAt) uses.set(answer.answeredAt.start, (uses.get(answer.answeredAt.start) ?? 0) + 1);
  return direct.map((answer, n) => {
    if (answer) return answer;
    const part = parts[n];
    if (offers.some((offer) => offer.told > 0 && shares(part.topic, offer))) return briefAnswer(part, offers, told);
    const free = offers.filter((offer) => (uses.get(offer.sentence.start) ?? 0) < Math.max(1, offer.told));
    if (!spoken || !isOpen(part, parts)) return briefAnswer(part, part.topic.has(MONEY) ? free : offers, told);
    const spare = offers.find(
      (offer) =>
        (offer.loose || offer.particle || offer.instructs || offer.gives.has(part.wanted) || offer.terse) &&
        (uses.get(offer.sentence.start) ?? 0) < offer.told &&
        !(/^(?:amount|price|time)$/.test(part.wanted) && !offer.gives.has(part.wanted)),
    );
    if (!spare) return undefined;
    uses.set(spare.sentence.start, (uses.get(spare.sentence.start) ?? 0) + 1);
    return { answer: 'answered', answeredAt: spanOf(spare) };
  });
}

/** Asks for something that no answer to the others holds. A second yes or no often only says the first again. */
function isOpen(part: Part, parts: readonly Part[]): boolean {
  if (/^(?:amount|price|count|time|place|way|deed|who)$/.test(part.wanted)) return true;
  if (part.pointing || part.wanted === 'reason' || part.wanted === 'news') return false;
  return (
    part.joined || (part.topic.size > 1 && !parts.some((other) => other !== part && [...part.topic].some((each) => other.topic.has(each))))
  );
}

/** A line of chat that states anything of the matter answers: there is no room to repeat the question. A claim for money wants to hear of money. */
function briefAnswer(part: Part, offers: readonly Offer[], told: ReadonlySet<string>): Answer | undefined {
  const claims = part.topic.has(MONEY) && part.wanted !== 'reason';
  const stating = offers.find((offer) => {
    if (part.wanted === 'time') return dates(part, offer);
    if (part.wanted === 'reason') return offer.explains || offer.particle || (!offer.hollow && !offer.states);
    // "How do you plan to make up for it?": "we see you're up the hill".
    if (part.wanted === 'way' && offer.ours && !offer.explains && !offer.measures && !offer.particle) return false;
    return claims
      ? settles(part, offer)
      : (offer.states && speaksToThem(part, offer, told)) || offer.particle || offer.instructs || offer.refuses;
  });
  return stating && { answer: 'answered', answeredAt: spanOf(stating) };
}

/** Not what we say of ourselves in words that nobody used: "we fully expect to serve a thousand routes". */
function speaksToThem(part: Part, offer: Offer, told: ReadonlySet<string>): boolean {
  return (
    !offer.ofUs ||
    offer.loose ||
    offer.refers ||
    offer.forAll !== undefined ||
    offer.licenses > 0 ||
    part.topic.size === 0 ||
    shares(told, offer)
  );
}

/** The stem of refunds, compensation, reimbursement and vouchers. */
export const MONEY = stem('refund');

/** Speaks of money, says yes or no, sends on, or points at what was asked. */
function settles(part: Part, offer: Offer): boolean {
  if (offer.particle || offer.instructs || offer.refers || offer.refuses || offer.forAll !== undefined || shares(part.topic, offer))
    return true;
  return offer.states && (offer.loose || offer.measures || offer.topic.has('price'));
}

/** Names a time, speaks of what was asked, says no, or sends on. */
function dates(part: Part, offer: Offer): boolean {
  if (!offer.states && !offer.particle && !offer.instructs && !offer.refuses && !offer.terse) return false;
  return (
    offer.gives.has('time') ||
    offer.gives.has('amount') ||
    offer.refuses ||
    offer.refers ||
    offer.forAll !== undefined ||
    part.topic.size === 0 ||
    shares(part.topic, offer)
  );
}
