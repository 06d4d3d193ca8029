import { wordClass } from '../../lexicon/index.js';

/** The house, where it speaks. */
export const OURS = wordClass('we i our us');
export const BEING = wordClass('is are am');
/** Behind "will not": what nobody asks for, so that not doing it is kind. */
export const SPARING = wordClass(
  'charge charged charging bill billed debit debited deduct deducted share sell spam forget disturb bother hesitate lose lost affect affected waste rest stop need have know see ask asked keep let take taken happen find hear leave interrupt contact contacted cancelling cancel canceling cancelled delaying raise raising close closing evict discontinue',
);
