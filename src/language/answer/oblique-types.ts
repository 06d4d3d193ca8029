import { meets, type Offer } from './offer.js';
import type { Part } from '../question/parts.js';
import { REFUND } from '../question/topic.js';

/** Says something of a matter: no thanks, wish or question back. */
export function tells(offer: Offer): boolean {
  if (offer.hollow || offer.sentence.question) return false;
  const bids = offer.instructs || offer.refuses || offer.refers || offer.forAll !== undefined;
  // "I'm sorry about the monitor, that must be awful for you."
  if (offer.thanks && offer.topic.size < 2) return bids;
  return bids || offer.states || offer.delivers || offer.particle;
}

/** Does something about the matter, or tells them what to do: an excuse alone answers no complaint. */
export function handles(offer: Offer): boolean {
  return (
    offer.measures ||
    offer.licenses > 0 ||
    offer.particle ||
    offer.refuses ||
    offer.refers ||
    offer.instructs ||
    offer.forAll !== undefined ||
    offer.loose
  );
}

/** Holds the sum, number or time that is wanted. */
export function isExact({ wanted }: Part, { gives }: Offer): boolean {
  return /^(?:price|count|amount|time)$/.test(wanted) && gives.has(wanted);
}

/** Asks for money, whether as a question or a claim. */
export function isOfMoney({ topic, wanted }: Part): boolean {
  return /^(?:yes-no|deed|who|any)$/.test(wanted) && (topic.has(REFUND) || topic.has('price') || topic.has('free'));
}

/**
 * Whether a sentence holds the sum or number that is wanted; of all else, something. Read strictly, where several things were asked or somebody complains, money
 * wants money, "when" a time, "who" somebody, and a request that it is fulfilled.
 */
export function givesWhatIsWanted(part: Part, offer: Offer, strict: boolean): boolean {
  const { wanted, topic, lasting } = part;
  const { gives } = offer;
  if (offer.refuses) return wanted !== 'measures';
  if (strict && isOfMoney(part))
    return offer.money || offer.topic.has('price') || offer.topic.has(REFUND) || gives.has('price') || offer.particle;
  switch (wanted) {
    case 'price':
      return gives.has('price') || (!strict && gives.has('amount'));
    case 'count':
      return offer.counts || (gives.has('amount') && !offer.money && !gives.has('time'));
    case 'amount':
      return gives.has('amount');
    case 'measures':
      return offer.measures;
    case 'deed':
      return !strict || offer.delivers || offer.instructs || meets(topic, offer.topic);
    case 'who':
      return !strict || gives.has('who');
    case 'time':
      if (lasting && offer.topic.has('open') && !topic.has('open')) return false;
      return offer.ahead || gives.has('amount') || strict === gives.has('time');
    default:
      return true;
  }
}
