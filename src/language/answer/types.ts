import { shares, type Offer } from './offer.js';
import type { Part } from '../question/parts.js';
import type { Wanted } from '../question/wanted.js';

/** With the topic shared, only a price, a date and a deed still have to be there; all else is answered by speaking of it. */
export function fits(wanted: Wanted, offer: Offer): boolean {
  if (wanted === 'amount') return offer.gives.has('amount') || offer.refuses || offer.refers;
  if (wanted === 'price') return offer.gives.has('price') || offer.refuses || offer.refers;
  if (wanted === 'count') return offer.counts || offer.refuses || offer.refers;
  if (wanted === 'time')
    return offer.gives.has('time') || offer.gives.has('amount') || offer.refuses || offer.gives.has('reason') || offer.refers;
  if (wanted === 'deed') return offer.acts || offer.refuses || offer.delivers || offer.particle || offer.sentence.question;
  if (wanted === 'measures') return offer.ours || offer.declines;
  if (wanted === 'reason') return offer.explains;
  return true;
}

/** "Is it safe to go on using it?" is answered by what they may do. */
function asksLeave({ topic, pointing }: Part): boolean {
  return pointing && topic.size === 1 && (topic.has('safe') || topic.has('allow') || topic.has('possibl'));
}

/** Whether a sentence that shares no word with the question is of the kind that it asks for. */
export function answersKind(part: Part, offer: Offer): boolean {
  switch (part.wanted) {
    case 'yes-no':
      return (
        (part.ofMine === true && offer.ofYours) ||
        offer.particle ||
        offer.gives.has('yes-no') ||
        offer.declines ||
        ((part.ofOneself === true || asksLeave(part)) && offer.licenses > 0)
      );
    case 'deed':
      return offer.declines || offer.particle || offer.delivers;
    case 'measures':
      return offer.measures || offer.declines;
    case 'place':
      return offer.gives.has('place') || offer.instructs;
    case 'news':
      return offer.gives.has('news') || offer.states;
    case 'any':
      return offer.states || offer.gives.has('amount');
    case 'time':
      return offer.ahead && !(part.lasting && offer.topic.has('open') && !part.topic.has('open'));
    case 'count':
      return offer.counts && (offer.loose || part.topic.size === 0);
    case 'price':
      return offer.gives.has('price') || (offer.loose && (offer.declines || offer.gives.has('amount')));
    case 'who':
      return offer.gives.has('who') && (part.topic.size === 0 || offer.refers);
    default:
      return offer.gives.has(part.wanted);
  }
}

/** Whether a sentence that shares a word of the story with the question is of the kind that it asks for. */
export function speaksOf(part: Part, offer: Offer): boolean {
  return (
    answersKind(part, offer) || (part.wanted === 'who' && offer.gives.has('who')) || (part.wanted !== 'yes-no' && fits(part.wanted, offer))
  );
}

/** "Is there a discount?": "it comes to 20 % less". "I want the fee back": "the £45 is on its way". */
export function pricesIt({ topic, pointing, around }: Part, offer: Offer, free: boolean): boolean {
  if (topic.has('discount')) return offer.reduces;
  if (topic.has('price') && offer.topic.has('free') && (free || shares(topic, offer))) return true;
  if (topic.has('free') && pointing && offer.money && shares(around, offer)) return true;
  return (
    free &&
    (topic.has('price') || topic.has('refund') || topic.has('free')) &&
    (offer.money || (offer.topic.has('price') && offer.gives.has('amount')))
  );
}
