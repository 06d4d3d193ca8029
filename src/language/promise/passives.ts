import { inList, isVerb, listed } from '../../lexicon/index.js';
import type { LazyReading } from '../index.js';
import type { Strength } from './acts.js';
import { sharesFeedback, within } from './objects.js';
import { ACTS, CARRIED_OUT } from './work.js';
import type { Clause, VerbGroup } from '../reading.js';

const CUSTOMER_NOUNS = listed('customer-nouns');

/** What customers are told will happen to them. */
const DONE_TO_CUSTOMER = new Set([
  'advise',
  'inform',
  'contact',
  'notify',
  'refund',
  'update',
  'credit',
  'reimburse',
  'compensate',
  'call',
  'reunite',
  'tell',
  'phone',
  'ring',
]);
/** What customers are handed. */
const HANDED = new Set('send give pay issue offer provide supply email mail post text allocate grant award deliver refund'.split(' '));
const NOT_AGAIN = new Set(
  'refuse reserve release report retire relay reward remark reflect regard represent respect react remind recall resort relate refine reform research'.split(
    ' ',
  ),
);
/** What befalls a customer's thing by rule, or is no service to them. */
const HAPPENS = new Set(
  (
    'charge deduct bill invoice debit impact affect cancel hold keep retain store serve display advertise include allow accept admit collect pick require need ask see find use apply appreciate value miss ' +
    'pass forward share note log feed relay record remember recognise print scan weigh inspect seize destroy dispose lose void close suspend end stop base limit treat read hear take greet meet honour respect'
  ).split(' '),
);
/** How firmly a future passive promises an act of ours: done to a thing ("the noise will be looked into"), or to the customer ("you'll be sent a new one"). */
export function passivePromise(reading: LazyReading, clause: Clause, { lemma, to }: VerbGroup): Strength | undefined {
  // A subject that stands before the clause was handed on from the one before: "the cracks that you found | will be looked into".
  const subject = clause.subject && clause.subject.from >= clause.from ? clause.subject : undefined;
  if (sharesFeedback(reading, clause)) return undefined;
  if (subject?.actor === 'own') return lemma === 'complete' || lemma === 'finish' ? 'strong' : undefined;
  const told =
    (subject?.actor === 'customer' && !isYours(reading, clause)) ||
    (subject !== undefined && CUSTOMER_NOUNS.at(reading.grammar.words, subject.head));
  if (told) return DONE_TO_CUSTOMER.has(lemma) || (HANDED.has(lemma) && handsOver(reading, to)) ? 'strong' : undefined;
  // "A new date will be announced": only a vague time makes it a holding reply.
  if (/^(?:announce|publish|confirm)$/.test(lemma)) return 'weak';
  // "A payment is going to be made", "an investigation will be opened": the noun is the act.
  if (CARRIED_OUT.has(lemma) && subject !== undefined && ACTS.at(reading.grammar.words, subject.head)) return 'strong';
  // "A corrected bill will be produced in due course": whatever is done to it, we do it.
  if (inList('passive-service-verbs', lemma)) return 'strong';
  const theirs =
    subject !== undefined &&
    (isYours(reading, clause) || reading.grammar.words.norm[subject.from] === 'your' || reachesTheirs(reading, to, clause.to));
  if ((theirs && !HAPPENS.has(lemma)) || isDoneAgain(lemma)) return 'strong';
  return subject?.actor === 'thing' || theirs ? 'weak' : undefined;
}

/** "rehung", "repainted": what is done once more is put right. */
function isDoneAgain(lemma: string): boolean {
  return lemma.startsWith('re') && lemma.length > 5 && isVerb(lemma.slice(2)) && !NOT_AGAIN.has(lemma);
}

/** "knocked off your bill", "brought round to you" */
function reachesTheirs({ grammar: { words } }: LazyReading, from: number, to: number): boolean {
  return within(words.norm, from, to, ['off your', 'to your', 'onto your', 'from your', 'to you', 'for you', 'on your behalf']);
}

/** "yours will be processed": their thing, and not they. */
function isYours(reading: LazyReading, { subject }: Clause): boolean {
  return subject !== undefined && reading.grammar.words.norm[subject.head] === 'yours';
}

/** "You'll be sent a new one", "you will be given a date": a thing that comes to them, and no chance or choice. */
function handsOver({ grammar: { words } }: LazyReading, to: number): boolean {
  return (
    /^(?:an?|the|your|another|our|more|some|one)$/.test(words.norm[to] ?? '') &&
    !/^(?:chance|choice|opportunity|option|warm|priority)$/.test(words.norm[to + 1] ?? '')
  );
}
