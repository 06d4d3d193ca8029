import { wordClass } from '../../lexicon/index.js';
import type { LazyReading } from '../index.js';
import type { Clause } from '../reading.js';

/** Verbs of sentences that give no cause although they state: it seems, it appears. */
const SEEMING = new Set(['seem', 'appear', 'look', 'sound', 'thank', 'regret', 'apologise', 'hope', 'wish', 'know', 'understand', 'feel']);
const OUTCOMES = wordClass('outcome decision ruling verdict position answer ban suspension result');
const OUTSIDE = new Set(['thing', 'third-party', 'circumstance', 'nobody', 'department', 'colleague']);
const SCARCE = wordClass('full sold closed booked out limited discontinued finished gone unavailable expired');

const COSTING = /^(?:cost|mean|take|require|leave|exceed)$/;

/** "Opening for five hours would cost £14,000": a doing is the subject. */
export function isDoing(doing: Clause, said: Clause | undefined): boolean {
  if (doing.verb?.tense !== 'none' || doing.subject || said?.sentence !== doing.sentence || said.subject || !said.verb) return false;
  return COSTING.test(said.verb.lemma) && !said.negated && said.mood === 'statement';
}

/** What is done with a request before it is answered. */
const HANDLING = new Set('review discuss consider look check examine assess study investigate raise issue serve'.split(' '));

/** "The manager has looked at it", "your request was discussed": how the answer came about, not why it is no. */
function isHandled(reading: LazyReading, { verb, subject, to }: Clause): boolean {
  if (!HANDLING.has(verb!.lemma) || verb!.negated || (verb!.tense !== 'past' && verb!.tense !== 'perfect')) return false;
  const { norm } = reading.grammar.words;
  const of = verb!.voice === 'passive' ? norm.slice(subject!.from, subject!.to) : norm.slice(verb!.to, to);
  return of.some((word) =>
    /^(?:it|this|that|matter|case|request|application|claim|idea|suggestion|question|wish|file|appeal|notice|fine|penalty|charge|ticket)$/.test(
      word,
    ),
  );
}

/** "This was our one and only response", "any further messages will be deleted": that nothing more is said tells nothing of why. */
function isLastWord({ grammar: { words } }: LazyReading, { verb, subject, to }: Clause): boolean {
  const { norm } = words;
  if (/^(?:any|no|all)$/.test(norm[subject!.from]) && /^(?:further|more|other|future|additional)$/.test(norm[subject!.from + 1] ?? ''))
    return true;
  if (verb!.lemma !== 'be' || !/^(?:this|that|it)$/.test(norm[subject!.from])) return false;
  return norm.slice(verb!.to, to).some((word) => /^(?:response|reply|answer|decision|word|letter|outcome)$/.test(word));
}

/** A statement about the world, not about our feelings, our offers or what may be. */
export function isFact(reading: LazyReading, clause: Clause): boolean {
  const { verb, subject, mood } = clause;
  if (!verb || !subject || mood !== 'statement' || verb.tense === 'none' || verb.tense === 'future' || SEEMING.has(verb.lemma))
    return false;
  // "Opening on Sundays would cost £14,000."
  if (verb.modal === 'would' && !verb.negated && /^(?:cost|mean|take|require|leave|exceed)$/.test(verb.lemma))
    return OUTSIDE.has(subject.actor);
  if (verb.modal && verb.modal !== 'must' && verb.modal !== 'have to' && !(verb.negated && verb.modal === 'can')) return false;
  const { words } = reading.grammar;
  // "The outcome stands", "no further appeals will be read": that it is final says nothing of why.
  if (
    (verb.lemma === 'stand' && OUTCOMES.at(words, subject.head)) ||
    (words.norm[subject.from] === 'no' && words.norm[subject.from + 1] === 'further')
  )
    return false;
  if (isHandled(reading, clause) || isLastWord(reading, clause)) return false;
  if (OUTSIDE.has(subject.actor)) return true;
  const { norm } = words;
  if (subject.actor === 'customer') return verb.tense === 'past' || verb.tense === 'perfect';
  if (subject.actor !== 'own') return false;
  const states = /^(?:be|sell|run|book|have|get)$/.test(verb.lemma);
  for (let i = verb.from; i < clause.to; i += 1)
    if (norm[i] === 'only' || norm[i] === 'longer' || (states && SCARCE.at(words, i))) return true;
  return verb.lemma === 'have' && (verb.negated || norm[verb.to] === 'no');
}
