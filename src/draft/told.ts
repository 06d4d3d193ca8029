import type { Span } from '../text/span.js';
import type { Turn } from './draft.js';

/** A sentence of fewer signs says hello, and little else. */
const SHORTEST = 25;

/** The first sentence in which customers tell something, to be shown beside what a reply does not take up; a short one where there is no other. */
export function firstTold(customer: Turn | undefined): Span | undefined {
  return customer?.sentences.find(({ start, end }) => end - start > SHORTEST) ?? customer?.sentences[0];
}
