import { inList } from '../../lexicon/index.js';
import type { LazyReading } from '../index.js';
import { carriesOut, secures } from './complements.js';
import { after, concerns, sharesFeedback, within } from './objects.js';
import type { Clause, VerbGroup } from '../reading.js';

/** A weak promise names an effort or a wish; only with a vague time is it a holding reply. */
export type Strength = 'strong' | 'weak';

/** Verbs of effort: "we are working on it". */
export const EFFORT = new Set(['work', 'try', 'do', 'strive', 'endeavour', 'attempt', 'aim', 'help', 'assist', 'start', 'begin', 'board']);
const NEVER_ACTS = new Set(
  'hope like love want need wish understand appreciate remember continue welcome miss enjoy remain stay accept require recommend suggest honour respect value listen learn await know think feel become mean fly travel depart'.split(
    ' ',
  ),
);
/** Service verbs that say nothing at all without their complement: keep up the good work, look forward, take care of you. */
const IDLE = new Set(['keep', 'look', 'let', 'take', 'go', 'put', 'make', 'ensure', 'give', 'offer', 'pass', 'bring']);
/** What is said in the letter itself, and so done with it. */
const SAID_HERE = new Set(
  'explain describe outline list summarise say admit confess assume bet argue repeat add quote mention point begin end close conclude stop leave'.split(
    ' ',
  ),
);
/** What is done to a customer that is no service they wait for. */
const PLEASING = new Set(
  'please impress delight wow surprise spoil pamper win convince satisfy amaze disappoint treat greet host accommodate entertain guide reward thank miss sweep lead'.split(
    ' ',
  ),
);
/** How somebody comes to the customer. */
const CALLING = new Set('pop swing stop nip drive run head'.split(' '));
/** States, and what a business does whoever its customers are. */
const STANDING = new Set(
  'see hold save reserve stock sell charge deduct play sing fight stand fall land win lose gain earn grow run-up cost contain belong deserve need require own operate park sail celebrate watch wait anticipate approach exceed surpass fulfil uphold maintain support strengthen improve enhance train coach educate brief focus turn use utilise avoid prevent reduce minimise hear read catch cross count bear steal borrow flog'.split(
    ' ',
  ),
);

/** How firmly the verb of a clause says that its subject will act, whoever makes it a promise. */
export function activePromise(reading: LazyReading, clause: Clause, verb: VerbGroup): Strength | undefined {
  const { lemma } = verb;
  if (sharesFeedback(reading, clause)) return undefined;
  const { norm } = reading.grammar.words;
  // "I will see to it that it is taken away"
  if (lemma === 'see') return seesTo(reading, clause, verb) ? 'strong' : undefined;
  const onThis = lemma === 'work' && norm[verb.to] === 'on' && /^(?:this|it|that)$/.test(norm[verb.to + 1] ?? '');
  if (onThis || (lemma === 'do' && norm[verb.to + 1] === 'needful')) return 'strong';
  if (
    lemma === 'do' &&
    ((norm[verb.to] === 'the' &&
      /^(?:repair|work|change|replacement|refund|update|fix|job|delivery|cleaning)$/.test(norm[verb.to + 1] ?? '')) ||
      (/^(?:an?|another|some)$/.test(norm[verb.to] ?? '') &&
        !/^(?:better|lot|great|good|bit|fantastic|little)$/.test(norm[verb.to + 1] ?? '')))
  )
    return 'strong';
  if (EFFORT.has(lemma)) return 'weak';
  if (NEVER_ACTS.has(lemma)) return undefined;
  if (!inList('service-verbs', lemma)) {
    if (lemma === 'be') return being(reading, verb);
    // "consider it an honour"
    if (lemma === 'consider' && norm[verb.to] === 'it') return undefined;
    if (CALLING.has(lemma) && /^(?:by|round|around|out|over|in|along|down|up)$/.test(norm[verb.to] ?? '')) return 'strong';
    const idle = SAID_HERE.has(lemma) || PLEASING.has(lemma) || STANDING.has(lemma);
    return !idle && concerns(reading, clause, verb) ? 'strong' : 'weak';
  }
  // "We'll have you skating like a swan" is a wish for the road.
  if (lemma === 'have' && norm[verb.to] === 'you' && norm[verb.to + 1]?.endsWith('ing')) return undefined;
  if (lemma === 'have' && within(reading.grammar.words.norm, verb.to, clause.to, ['pleasure', 'honour', 'opportunity', 'chance']))
    return undefined;
  return carriesOut(reading, clause, verb) ? 'strong' : IDLE.has(lemma) ? undefined : 'weak';
}

/** "I'll see to your boiler", "see to it that it is taken away", "see that the money reaches you"; "see if it is there" asks. */
function seesTo(reading: LazyReading, clause: Clause, { to }: VerbGroup): boolean {
  const { norm } = reading.grammar.words;
  const that = reading.clauses[clause.index + 1]?.link === 'that';
  return that ? secures(reading, clause) : norm[to] === 'to' && to + 1 < clause.to;
}

/** "I'll be in touch", "be back to you", "be with you". */
function being(reading: LazyReading, { to }: VerbGroup): Strength | undefined {
  if (
    after(reading, to, 'in touch') ||
    after(reading, to, 'in contact') ||
    after(reading, to, 'back to you') ||
    after(reading, to, 'back in touch') ||
    after(reading, to, 'on it') ||
    after(reading, to, 'on the case')
  )
    return 'strong';
  return after(reading, to, 'with you') || after(reading, to, 'w you') || after(reading, to, 'done') ? 'weak' : undefined;
}
