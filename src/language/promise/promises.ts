import { inList, wordClass } from '../../lexicon/index.js';
import { activePromise, type Strength } from './acts.js';
import { after } from './objects.js';
import { cleft, cleftAt, continues, isCoordinated, isOurs } from './actors.js';
import { passivePromise } from './passives.js';
import { underWay } from './work.js';
import type { LazyReading } from '../index.js';
import type { Clause, Sentence, VerbGroup } from '../reading.js';

/** Things of ours that come to the customer by themselves. */
const COMING = wordClass('refund replacement reply response answer update confirmation credit payment parcel invoice quote');
/** What a reply does with a matter in its own words. */
const UNFOLDED = new Set(
  'answer explain describe list outline set go take reply summarise summarize clarify address show give put'.split(' '),
);
const TELLING = new Set('contact call ring phone telephone'.split(' '));

/** Whether the clause promises an act of ours, and how firmly; undefined when it does not. */
export function promiseOf(reading: LazyReading, sentence: Sentence, clause: Clause): Strength | undefined {
  const { verb, subject, mood, link } = clause;
  // "Expect a call from our team."
  if (verb?.lemma === 'expect' && mood === 'imperative' && !clause.negated) return fromUs(reading, clause, verb.to) ? 'strong' : undefined;
  if (verb && (isDoneHere(reading, clause, verb) || isForetold(reading, clause, verb) || isStanding(reading, sentence, verb)))
    return undefined;
  const main = verb && mood === 'statement' ? cleftAt(reading, clause) : -1;
  if (verb && main > 0) return cleft(reading, clause, verb, main);
  if (!verb || clause.negated || (mood !== 'statement' && !isBareWill(reading, sentence, clause) && !continues(reading, clause)))
    return undefined;
  if (link !== undefined && /^(?:so|until|till|where|which|who)$/.test(link) && verb.tense !== 'future') return undefined;
  if (verb.modal === 'need' || verb.modal === 'have to' || isObliged(reading, clause, verb)) return undefined;
  if (continues(reading, clause) || isCoordinated(reading, clause, verb))
    return activePromise(reading, clause, verb) === 'strong' ? 'strong' : undefined;
  if (verb.tense === 'future' && verb.modal !== undefined) {
    if (verb.voice === 'passive') return passivePromise(reading, clause, verb);
    if (subject === undefined || isOurs(reading, clause) || isBareWill(reading, sentence, clause))
      return bringsToUs(reading, clause, verb) ? undefined : activePromise(reading, clause, verb);
    if (subject.actor === 'customer')
      return verb.lemma === 'hear' || (/^(?:receive|get)$/.test(verb.lemma) && fromUs(reading, clause, verb.to)) ? 'strong' : undefined;
    if (comes(reading, clause, verb)) return 'strong';
    return reachesThem(reading, clause, verb) ? 'weak' : undefined;
  }
  // "It should be with you before long."
  if (
    verb.modal === 'should' &&
    verb.tense === 'present' &&
    (subject?.actor === 'thing' || (subject === undefined && verb.from === clause.from))
  )
    return verb.voice === 'passive' && inList('passive-service-verbs', verb.lemma)
      ? 'weak'
      : verb.lemma !== 'arrive' && reachesThem(reading, clause, verb)
        ? 'weak'
        : undefined;
  if (subject === undefined || !isOurs(reading, clause)) return undefined;
  // "Our manager would be calling you": will, in the English of India.
  if (
    verb.modal === 'would' &&
    verb.tense !== 'perfect' &&
    verb.progressive &&
    verb.voice === 'active' &&
    link === undefined &&
    !inYourPlace(reading, clause)
  )
    return inList('service-verbs', verb.lemma) ? activePromise(reading, clause, verb) : undefined;
  if (verb.tense === 'present' && verb.progressive && verb.voice === 'active') return underWay(reading, clause);
  return verb.tense === 'present' && verb.modal === undefined && verb.voice === 'active' ? plainPresent(reading, clause, verb) : undefined;
}

/** "I will answer your other questions below": the reply itself keeps the promise. */
function isDoneHere({ grammar: { words } }: LazyReading, { to }: Clause, { lemma, to: behind }: VerbGroup): boolean {
  if (!UNFOLDED.has(lemma)) return false;
  for (let i = behind; i < to; i += 1) if (/^(?:below|underneath|hereunder)$/.test(words.norm[i])) return true;
  return words.norm[to - 1] === 'here' || words.norm[to - 1] === 'turn';
}

/** "A manager will only tell you the same": what would come of asking. */
function isForetold({ grammar: { words } }: LazyReading, { subject }: Clause, { lemma, main }: VerbGroup): boolean {
  return (
    (lemma === 'tell' || lemma === 'say' || lemma === 'give') &&
    subject?.actor !== 'own' &&
    /^(?:only|just|merely)$/.test(words.norm[main - 1] ?? '')
  );
}

/** "Yes, we'll still do the repair": what holds as before is confirmed. */
function isStanding({ grammar: { words } }: LazyReading, { from }: Sentence, { main }: VerbGroup): boolean {
  return words.norm[main - 1] === 'still' && words.norm[from] === 'yes';
}

/** "I'd be writing to us too": what one would do in their place. */
function inYourPlace({ grammar: { words } }: LazyReading, { verb, to }: Clause): boolean {
  const behind = words.norm.slice(verb!.to, to);
  return behind.includes('us') || /^(?:too|myself)$/.test(behind.at(-1) ?? '');
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

/** "We'll have to ask", "they will be able to", "we were going to": no promise. */
function isObliged(reading: LazyReading, { subject }: Clause, { from, main }: VerbGroup): boolean {
  const { norm } = reading.grammar.words;
  return (
    (norm[main - 1] === 'to' && (/^(?:have|need)$/.test(norm[main - 2]) || (norm[main - 2] === 'able' && subject?.actor !== 'own'))) ||
    norm[from] === 'was' ||
    norm[from] === 'were'
  );
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

/** Slips of non-native writers: "We check with the organiser", "our technician contacts you for an appointment"; a service that they name by the way needs a vague time. */
function plainPresent(reading: LazyReading, clause: Clause, { lemma, to, main }: VerbGroup): Strength | undefined {
  if (clause.link !== undefined) return undefined;
  const { norm } = reading.grammar.words;
  const next = norm[to];
  const told =
    (lemma === 'check' && next === 'with') ||
    ((lemma === 'get' || lemma === 'come') && next === 'back') ||
    (lemma === 'revert' && next !== 'the') ||
    (TELLING.has(lemma) &&
      next === 'you' &&
      (clause.subject?.actor !== 'own' || /^(?:back|again|for|about|on|regarding)$/.test(norm[to + 1] ?? '')) &&
      norm[main - 1] !== 'always');
  if (told) return 'strong';
  return clause.subject?.actor === 'own' &&
    /^(?:you|it|this)$/.test(next ?? '') &&
    inList('service-verbs', lemma) &&
    !/^(?:have|keep|get|take|let)$/.test(lemma)
    ? 'weak'
    : undefined;
}
