import { inList, listed, wordClass } from '../../lexicon/index.js';
import { activePromise, after, EFFORT, sharesFeedback, within, type Strength } from './promise-acts.js';
import type { LazyReading } from '../index.js';
import type { Clause, Sentence, VerbGroup } from '../reading.js';

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
/** Things of ours that come to the customer by themselves. */
const COMING = wordClass('refund replacement reply response answer update confirmation credit payment parcel invoice quote');
const OURS = new Set(['own', 'colleague', 'department']);

/** Whether the clause promises an act of ours, and how firmly; undefined when it does not. */
export function promiseOf(reading: LazyReading, sentence: Sentence, clause: Clause): Strength | undefined {
  const { verb, subject, mood, link } = clause;
  // "Expect a call from our team."
  if (verb?.lemma === 'expect' && mood === 'imperative' && !clause.negated) return fromUs(reading, clause, verb.to) ? 'strong' : undefined;
  if (!verb || clause.negated || (mood !== 'statement' && !isBareWill(reading, sentence, clause) && !continues(reading, clause)))
    return undefined;
  if (link !== undefined && /^(?:so|until|till|where|which|who)$/.test(link) && verb.tense !== 'future') return undefined;
  if (verb.modal === 'need' || verb.modal === 'have to' || isObliged(reading, verb)) return undefined;
  if (continues(reading, clause)) return activePromise(reading, clause, verb);
  if (verb.tense === 'future' && verb.modal !== undefined) {
    if (verb.voice === 'passive') return passivePromise(reading, clause, verb);
    if (subject === undefined || OURS.has(subject.actor) || isBareWill(reading, sentence, clause))
      return bringsToUs(reading, clause, verb) ? undefined : activePromise(reading, clause, verb);
    if (subject.actor === 'customer')
      return verb.lemma === 'hear' || (/^(?:receive|get)$/.test(verb.lemma) && fromUs(reading, clause, verb.to))
        ? 'strong'
        : verb.lemma === 'receive' || verb.lemma === 'get'
          ? 'weak'
          : undefined;
    if (comes(reading, clause, verb)) return 'strong';
    return someone(reading, clause) ? activePromise(reading, clause, verb) : reachesThem(reading, clause, verb) ? 'weak' : undefined;
  }
  // "It should be with you before long."
  if (verb.modal === 'should' && verb.tense === 'present' && subject?.actor === 'thing')
    return verb.lemma !== 'arrive' && reachesThem(reading, clause, verb) ? 'weak' : undefined;
  if (subject === undefined || !OURS.has(subject.actor)) return undefined;
  // "Our manager would be calling you": will, in the English of India.
  if (verb.modal === 'would' && verb.tense !== 'perfect' && verb.progressive && verb.voice === 'active' && link === undefined)
    return activePromise(reading, clause, verb);
  if (verb.tense === 'present' && verb.progressive && verb.voice === 'active') return underWay(reading, clause, verb);
  return verb.tense === 'present' && verb.modal === undefined && subject.actor === 'own' && verb.voice === 'active'
    ? plainPresent(reading, clause, verb)
    : undefined;
}

/** "Marlow will send us the rest": what another brings to us is no promise of ours to them. */
function bringsToUs({ grammar: { words } }: LazyReading, { subject }: Clause, { to }: VerbGroup): boolean {
  return subject?.actor === 'colleague' && /^(?:us|me)$/.test(words.norm[to] ?? '');
}

/** "an email from us", "a call from our team": what comes is our doing. */
function fromUs(reading: LazyReading, clause: Clause, from: number): boolean {
  const { norm } = reading.grammar.words;
  for (let i = from; i + 1 < Math.min(reading.sentences[clause.sentence].to, from + 7); i += 1)
    if (norm[i] === 'from' && /^(?:us|me|our|my|one|someone|somebody)$/.test(norm[i + 1])) return true;
  return false;
}

/** "We'll have to ask", "we will need to", "we were going to": no promise. */
function isObliged(reading: LazyReading, { from, main }: VerbGroup): boolean {
  const { norm } = reading.grammar.words;
  return (norm[main - 1] === 'to' && /^(?:have|need)$/.test(norm[main - 2])) || norm[from] === 'was' || norm[from] === 'were';
}

/** "we'll go through it | and send you a note": a bare verb behind a promise is one, and no imperative. */
export function continues(reading: LazyReading, { index, link, mood, sentence }: Clause): boolean {
  if (mood !== 'imperative' || (link !== 'and' && link !== 'or' && link !== 'then')) return false;
  for (let k = index - 1; k >= Math.max(0, index - 4) && reading.clauses[k].sentence === sentence; k -= 1) {
    const { verb, mood: before, link: opener, subject } = reading.clauses[k];
    if (before === 'imperative' && opener === undefined) return false;
    // "We'll be happy to look for another or send a refund": offered.
    if (link === 'or' && verb?.lemma === 'be') return false;
    if (verb?.tense === 'future' && before === 'statement') return subject === undefined || OURS.has(subject.actor);
  }
  return false;
}

/** "Will get back to you": tweets leave the subject out. */
function isBareWill(reading: LazyReading, sentence: Sentence, { verb, subject, from }: Clause): boolean {
  return (
    verb !== undefined &&
    verb.modal === 'will' &&
    verb.from === from &&
    subject === undefined &&
    !sentence.question &&
    reading.grammar.words.norm[verb.from] === 'will'
  );
}

/** "Somebody from the night shift will ring you." */
function someone(reading: LazyReading, { subject }: Clause): boolean {
  const first = subject && reading.grammar.words.norm[subject.from];
  return first === 'someone' || first === 'somebody' || (subject !== undefined && reading.grammar.words.norm[subject.head] === 'member');
}

function comes(reading: LazyReading, { subject, sentence }: Clause, { lemma, to }: VerbGroup): boolean {
  if (!subject) return false;
  // "The missing part will follow": what follows by itself is sent by us; "who follows whom" has an object.
  if (
    lemma === 'follow' &&
    subject.actor === 'thing' &&
    (to >= reading.sentences[sentence].to || reading.grammar.tags.pos[to] !== 'determiner')
  )
    return true;
  if (!COMING.at(reading.grammar.words, subject.head)) return false;
  return lemma === 'follow' || lemma === 'arrive' || lemma === 'come' || (lemma === 'be' && after(reading, to, 'with you'));
}

/** "It'll be with you soon", "your new card will reach you shortly": whatever it is, we send it; only a vague time makes it a holding reply. */
function reachesThem(reading: LazyReading, { subject, index, sentence }: Clause, { lemma, to }: VerbGroup): boolean {
  if (subject?.actor !== 'thing') return false;
  const before = reading.clauses[index - 1];
  if (before?.sentence === sentence && before.verb?.lemma === 'hope') return false;
  return (
    (lemma === 'be' && after(reading, to, 'with you')) ||
    (lemma === 'reach' && reading.grammar.words.norm[to] === 'you') ||
    lemma === 'arrive'
  );
}

function passivePromise(reading: LazyReading, clause: Clause, { lemma }: VerbGroup): Strength | undefined {
  // A subject that stands before the clause was handed on from the one before: "the cracks that you found | will be looked into".
  const subject = clause.subject && clause.subject.from >= clause.from ? clause.subject : undefined;
  if (sharesFeedback(reading, clause)) return undefined;
  if (subject?.actor === 'own') return lemma === 'complete' || lemma === 'finish' ? 'strong' : undefined;
  const told = subject?.actor === 'customer' || (subject !== undefined && CUSTOMER_NOUNS.at(reading.grammar.words, subject.head));
  if (told) return DONE_TO_CUSTOMER.has(lemma) ? 'strong' : undefined;
  // "A new date will be announced": only a vague time makes it a holding reply.
  if (/^(?:announce|publish|confirm)$/.test(lemma)) return 'weak';
  // "A corrected bill will be produced in due course": whatever is done to it, we do it.
  if (!inList('passive-service-verbs', lemma)) return subject?.actor === 'thing' ? 'weak' : undefined;
  return 'strong';
}

/** "We're looking into it", "our team is investigating". */
function underWay(reading: LazyReading, clause: Clause, { lemma, to }: VerbGroup): Strength | undefined {
  const { norm } = reading.grammar.words;
  if (lemma === 'investigate') return 'strong';
  if (lemma === 'look') return norm[to] === 'into' ? 'strong' : undefined;
  if (lemma === 'check' || lemma === 'review') return /^(?:this|that|it|your|with|into)$/.test(norm[to] ?? '') ? 'strong' : undefined;
  // "We are arranging the part", "sourcing a new one": a thing that we are getting for them.
  if (/^(?:arrange|source|organise)$/.test(lemma))
    return /^(?:the|an?|your|this|that|it|another|new)$/.test(norm[to] ?? '') ? 'strong' : undefined;
  return EFFORT.has(lemma) && !improves(reading, clause) ? 'weak' : undefined;
}

/** Work on getting better in general is nobody's matter. */
function improves(reading: LazyReading, clause: Clause): boolean {
  const { norm } = reading.grammar.words;
  return within(norm, clause.from, Math.min(norm.length, clause.to + 12), ['improve', 'improving', 'enhance', 'better', 'improvements']);
}

/** Slips of non-native writers: "We check with the organiser", "we get back to you". */
function plainPresent(reading: LazyReading, clause: Clause, { lemma, to }: VerbGroup): Strength | undefined {
  const next = reading.grammar.words.norm[to];
  const told =
    (lemma === 'check' && next === 'with') ||
    ((lemma === 'get' || lemma === 'come') && next === 'back') ||
    (lemma === 'revert' && next !== 'the');
  return told && clause.link === undefined ? 'strong' : undefined;
}
