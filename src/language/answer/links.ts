import { shares, type Offer } from './offer.js';
import type { Part } from '../question/parts.js';
import { fits } from './types.js';
import { REFUND, stem } from '../question/topic.js';

/** Stems of what is asked or said of any thing. */
const PREDICATES = new Set(
  [
    'allow',
    'include',
    'price',
    'free',
    'valid',
    'size',
    'open',
    'change',
    'book',
    'extra',
    'need',
    'require',
    'stay',
    'hour',
    'safe',
    'name',
    'begin',
    'year',
    'website',
    'app',
    'phone',
    'number',
  ].map(stem),
);

/** Shares a thing that the question is about; that both allow, include or charge for something links nothing, where the question names a thing. */
export function linked({ focus, topic }: Part, offer: Offer): boolean {
  let things = 0;
  let shared = 0;
  for (const each of focus) {
    if (!PREDICATES.has(each)) things += 1;
    if (offer.topic.has(each)) {
      if (!PREDICATES.has(each)) return true;
      shared += 1;
    }
  }
  if (shared === 0) return false;
  return things === 0 || shared > 1 || [...topic].some((each) => !PREDICATES.has(each) && offer.topic.has(each));
}

/** Whether a sentence that shares no word with one question of several may speak of it: it only points, is short, or its number or time stands for itself. */
export function mayPoint(part: Part, offer: Offer, brief: boolean, long: boolean): boolean {
  if ((brief && offer.declines) || part.wanted === 'measures') return true;
  return (
    (part.ofMine === true && offer.ofYours) ||
    offer.loose ||
    offer.particle ||
    offer.terse ||
    part.topic.size === 0 ||
    offer.licenses > 0 ||
    (!long && offer.gives.has('yes-no'))
  );
}

/** The sentence answers another question by its words, and this one not. */
export function claimed(offer: Offer, part: Part, parts: readonly Part[], roomy: boolean): boolean {
  if (offer.particles > 1 || shares(part.topic, offer) || (roomy && offer.told > 1) || (part.pointing && offer.gives.has('yes-no')))
    return false;
  return parts.some((other) => other !== part && shares(other.focus, offer) && fits(other.wanted, offer));
}

/** "Refund the call-out fee": "our engineer will call" says nothing of money. */
export function passesMoneyBy({ wanted, topic }: Part, offer: Offer): boolean {
  return wanted === 'deed' && topic.has(REFUND) && !offer.money && !offer.refuses && !offer.topic.has(REFUND) && !offer.topic.has('price');
}

/** Whether the sentence holds two of the stems. */
export function sharesMany(focus: ReadonlySet<string>, offer: Offer): boolean {
  let shared = 0;
  for (const each of focus) if (offer.topic.has(each)) shared += 1;
  return shared > 1;
}
