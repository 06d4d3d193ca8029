import { shares, spanOf, type Answer, type Offer } from './offer.js';
import type { Part } from '../question/parts.js';
import { REFUND } from '../question/topic.js';

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
    if (offers.some((offer) => offer.told > 0 && shares(part.topic, offer)))
      return briefAnswer(part, unclaimed(part), told, parts.length > 1);
    const free = offers.filter((offer) => (uses.get(offer.sentence.start) ?? 0) < Math.max(1, offer.told));
    if (!spoken || !isOpen(part, parts)) return briefAnswer(part, part.topic.has(REFUND) ? free : unclaimed(part), told, parts.length > 1);
    const spare = offers.find(
      (offer) =>
        (uses.get(offer.sentence.start) ?? 0) < offer.told &&
        mayServe(
          part,
          offer,
          parts.some((other) => other !== part && shares(other.focus, offer)),
        ),
    );
    if (!spare) return undefined;
    uses.set(spare.sentence.start, (uses.get(spare.sentence.start) ?? 0) + 1);
    return { answer: 'answered', answeredAt: spanOf(spare) };
  });

  /** "We take no new patients" refuses nothing to those who ask for a price as well. */
  function unclaimed(part: Part): readonly Offer[] {
    if (part.wanted !== 'price') return offers;
    const others = parts.filter((other) => other !== part);
    return offers.filter(
      (offer) =>
        !offer.refuses || offer.gives.has('price') || shares(part.topic, offer) || !others.some(({ focus }) => shares(focus, offer)),
    );
  }
}

/** Asks for something that no answer to the others holds: a thing of another type, or one that the others do not name. */
function isOpen(part: Part, parts: readonly Part[]): boolean {
  if (/^(?:amount|price|count|time|place|way|deed|who)$/.test(part.wanted)) return true;
  if (part.wanted === 'reason' || part.wanted === 'news' || part.topic.size === 0) return false;
  if (part.topic.size < 2 && !part.joined && !part.exists) return false;
  // What became of it is told for all that hangs on it.
  if (part.pointing && parts.some(({ wanted }) => wanted === 'news')) return false;
  return !parts.some((other) => other !== part && [...part.topic].some((each) => other.topic.has(each)));
}

/** Whether a sentence that speaks of another question by its words may serve this one too. */
function mayServe({ wanted, topic }: Part, offer: Offer, claimed: boolean): boolean {
  // "What's the strongest bulb I can use?": not what is said of the shade.
  if (wanted === 'what' && topic.size > 0 && claimed && !offer.particle) return false;
  if (/^(?:amount|price|count|time)$/.test(wanted)) return offer.gives.has(wanted) || (offer.loose && offer.declines);
  if (wanted === 'yes-no')
    return offer.loose || offer.particle || offer.gives.has('yes-no') || offer.licenses > 0 || (offer.terse && offer.acts);
  return offer.loose || offer.particle || offer.instructs || offer.gives.has(wanted) || offer.terse;
}

/** A line of chat that states anything of the matter answers: there is no room to repeat the question. A claim for money wants to hear of money. */
function briefAnswer(part: Part, offers: readonly Offer[], told: ReadonlySet<string>, several: boolean): Answer | undefined {
  const claims = part.wanted !== 'reason' && (part.topic.has(REFUND) || (part.topic.has('price') && /^(?:yes-no|who)$/.test(part.wanted)));
  const stating = offers.find((offer) => {
    if (part.wanted === 'time') return dates(part, offer) && (!several || mayDate(part, offer));
    if (part.wanted === 'price')
      return (
        offer.gives.has('price') ||
        offer.refuses ||
        offer.refers ||
        offer.particle ||
        (!several && (offer.forAll !== undefined || offer.instructs))
      );
    if (part.wanted === 'reason') return offer.explains || offer.particle || (!offer.hollow && !offer.states);
    if (part.wanted === 'deed' && !part.topic.has(REFUND)) return doesSomething(part, offer);
    // "How do you plan to make up for it?": "we see you're up the hill".
    if (part.wanted === 'way' && offer.ours && !offer.explains && !offer.measures && !offer.particle) return false;
    return claims
      ? settles(part, offer, several)
      : (offer.states && speaksToThem(part, offer, told)) || offer.particle || offer.instructs || offer.refuses;
  });
  return stating && { answer: 'answered', answeredAt: spanOf(stating) };
}

/** We did it, do it, see to it, refuse it, or ask for what it takes. */
function doesSomething(part: Part, offer: Offer): boolean {
  return (
    offer.measures ||
    offer.acts ||
    offer.delivers ||
    offer.instructs ||
    offer.refuses ||
    offer.particle ||
    offer.refers ||
    offer.loose ||
    offer.forAll !== undefined ||
    offer.gives.has('reason') ||
    shares(part.topic, offer)
  );
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

/** Speaks of money, says yes or no, sends on, or points at what was asked. */
function settles(part: Part, offer: Offer, several: boolean): boolean {
  if (offer.particle || offer.instructs || offer.refers || offer.refuses || offer.forAll !== undefined || shares(part.topic, offer))
    return true;
  if (several) return offer.money || offer.topic.has('price');
  return offer.states && (offer.loose || offer.measures || offer.topic.has('price'));
}

/** Of several questions the one for a time is answered by what speaks of its thing, points or is short. */
function mayDate(part: Part, offer: Offer): boolean {
  return (
    part.topic.size === 0 ||
    shares(part.topic, offer) ||
    offer.loose ||
    offer.refuses ||
    offer.forAll !== undefined ||
    (offer.terse && !offer.hollow)
  );
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
