/** @file What came of the customer's plans and trust, told as theirs: "you relied on us", "your evening was ruined", "not the Saturday you had in mind". */
import { wordClass } from '../../lexicon/index.js';
import { LIFE_NOUNS } from './befell.js';
import type { LazyReading } from '../index.js';
import type { Clause } from '../reading.js';

/** What was to be a good time. */
const OCCASIONS = wordClass(
  'afternoon evening morning day night weekend saturday sunday week holiday holidays trip outing stay visit meal dinner lunch party plans journey treat birthday wedding anniversary christmas',
);
const SPOIL = /^(?:ruin|spoil|wreck|waste|disturb|interrupt|disrupt|cancel)$/;
/** How an occasion ends badly; "went on this", too. */
const ENDS = /^(?:go|end|stop|finish|start|begin|turn)$/;
const HOPED = /^(?:promise|plan|save|dream|hope|picture|imagine|mean)$/;
const LITTLE = wordClass('one single simple small little');
/** What somebody has to go on doing. */
const RUNNING = /^(?:run|cook|live|work|sleep|trade|open|wash|teach|drive|feed|manage|keep|heat|bake|do)$/;
/** What is borne. */
const BEARING = /^(?:climb|chase|wait|queue|pay|ring|call|ask|carry|explain|sit|sleep|live|stand|worry|hunt|walk|repeat|beg|guess|lose)$/;
/** How nobody likes to be left. */
const WRETCHED = wordClass(
  'cold wet soaked drenched hungry stranded stuck exhausted frightened scared shaken locked alone freezing shivering',
);

/** Whether a clause tells what came of the customer's plans or trust. */
export function letDown(reading: LazyReading, clause: Clause): boolean {
  if (clause.link !== undefined && /^(?:if|when|unless|as|because|that|which|who)$/.test(clause.link)) return false;
  return (
    spoiltOccasion(reading, clause) ||
    trustedUs(clause) ||
    wasWretched(reading, clause) ||
    hadHoped(reading, clause) ||
    notAsPlanned(reading, clause) ||
    hangsOnIt(reading, clause) ||
    askedLittle(reading, clause) ||
    cannotDoWithout(reading, clause) ||
    shouldNotBear(clause)
  );
}

/** "Your afternoon was ruined", "your day out ended at the bus stop". */
function spoiltOccasion({ grammar: { words } }: LazyReading, { subject, verb, negated }: Clause): boolean {
  if (!subject || negated || words.norm[subject.from] !== 'your' || verb!.tense === 'future' || verb!.tense === 'present') return false;
  if (OCCASIONS.first(words, subject.from, subject.to) < 0 && !LIFE_NOUNS.at(words, subject.head)) return false;
  if (verb!.voice === 'passive') return SPOIL.test(verb!.lemma);
  return ENDS.test(verb!.lemma) && /^(?:at|in|on|with|before|into)$/.test(words.norm[verb!.to] ?? '');
}

/** "You relied on us and we weren't there", "you trusted our word". */
function trustedUs({ subject, verb, negated }: Clause): boolean {
  if (subject?.actor !== 'customer' || negated || verb!.modal) return false;
  return (verb!.tense === 'past' || verb!.tense === 'perfect') && /^(?:rely|trust|count|depend|bank)$/.test(verb!.lemma);
}

/** "You rely on that lift", "you came to us in good faith". */
function hangsOnIt({ grammar: { words } }: LazyReading, { subject, verb, negated, to }: Clause): boolean {
  const { norm } = words;
  if (subject?.actor !== 'customer' || negated || verb!.modal) return false;
  if (/^(?:rely|depend)$/.test(verb!.lemma))
    return verb!.tense === 'present' && /^(?:that|it|this|your|these)$/.test(norm[verb!.to + 1] ?? '');
  return verb!.tense === 'past' && norm[to - 1] === 'faith' && norm[to - 2] === 'good';
}

/** "You asked for one simple thing." */
function askedLittle({ grammar: { words } }: LazyReading, { subject, verb, negated, to }: Clause): boolean {
  if (subject?.actor !== 'customer' || negated || verb!.tense !== 'past' || verb!.lemma !== 'ask') return false;
  const at = words.norm[verb!.to] === 'only' || words.norm[verb!.to] === 'just' ? verb!.to + 1 : verb!.to;
  return words.norm[at] === 'for' && LITTLE.first(words, at + 1, Math.min(to, at + 5)) >= 0 && words.norm[to - 1] === 'thing';
}

/** "You can't run a café without a fridge." */
function cannotDoWithout({ grammar: { words } }: LazyReading, { subject, verb, to }: Clause): boolean {
  if (subject?.actor !== 'customer' || !verb!.negated || verb!.modal !== 'can' || verb!.tense === 'perfect') return false;
  return RUNNING.test(verb!.lemma) && words.norm.slice(verb!.to, to).includes('without');
}

/** "At eighty-one you should not be climbing stairs." */
function shouldNotBear({ subject, verb }: Clause): boolean {
  return subject?.actor === 'customer' && verb!.negated && verb!.modal === 'should' && verb!.progressive && BEARING.test(verb!.lemma);
}

/** "You were cold, wet and told nothing." */
function wasWretched({ grammar: { words } }: LazyReading, { subject, verb, negated }: Clause): boolean {
  if (subject?.actor !== 'customer' || negated || verb!.modal || verb!.tense !== 'past') return false;
  if (verb!.lemma === 'be') return WRETCHED.first(words, verb!.to, verb!.to + 2) >= 0;
  return verb!.voice === 'passive' && WRETCHED.at(words, verb!.main);
}

/** "You had promised the children a day at the zoo." */
function hadHoped({ grammar: { words } }: LazyReading, { subject, verb, negated }: Clause): boolean {
  if (subject?.actor !== 'customer' || negated || verb!.tense !== 'perfect' || verb!.modal) return false;
  return /^(?:had|'d)$/.test(words.norm[verb!.from]) && HOPED.test(verb!.lemma);
}

/** "This isn't the Saturday you had in mind", "not the evening you deserved". */
function notAsPlanned({ grammar: { words }, clauses }: LazyReading, { verb, index, sentence }: Clause): boolean {
  if (verb!.lemma !== 'be' || !verb!.negated || !/^(?:the|what|how)$/.test(words.norm[verb!.to] ?? '')) return false;
  const next = clauses[index + 1];
  if (next?.sentence !== sentence || next.subject?.actor !== 'customer' || !next.verb) return false;
  const inMind = next.verb.lemma === 'have' && words.norm[next.verb.to] === 'in' && words.norm[next.verb.to + 1] === 'mind';
  return inMind || HOPED.test(next.verb.lemma) || /^(?:deserve|look)$/.test(next.verb.lemma);
}
