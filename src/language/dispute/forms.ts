import type { Grammar } from '../grammar/grammar.js';
import type { LazyReading } from '../index.js';
import { carriesTopic, stem, topicOfAll } from '../question/topic.js';
import type { Clause } from '../reading.js';
import { COUNTED, isAbout, PARTLY, polesIn, REACH, share } from './topic.js';
import { polesOf } from './opposites.js';
import type { ToldFact } from './told-facts.js';

/** Verbs that say one thing of what was done, a group a line. */
const SAME_DEED = `
call ring phone telephone
tell inform notify advise warn
say state show mention claim
reply answer respond
shout yell scream
break damage scratch dent smash
lose misplace mislay
send post mail dispatch ship
arrive come deliver
charge bill debit
wait stand queue
refuse deny reject decline
promise guarantee assure
laugh smirk giggle
`
  .trim()
  .split('\n')
  .map((group) => new Set(group.split(' ')));
/** How somebody is reached: who denies one of these denies them all. */
const REACHING = new Set(
  'call ring phone announce page knock contact notify tell inform email mail text message warn visit come wait show'.split(' '),
);
/** These say little without their object. */
const SLIGHT = new Set('be have do get go come take give make put let see know use keep want need like leave work receive say'.split(' '));
/** What customers deny to have done, and are told that they did. */
const CONSENTING = /^(?:agree|ask|sign|choose|accept|order|confirm|tick|request|approve|consent|select|receive|book|cancel|open|read|use)$/;
/** New things that a denial may bring in and still be about theirs. */
const NEW = 1;

/** Whether an asserted clause says the opposite of something the customer tells. */
export function contradictsFact(reading: LazyReading, clause: Clause, facts: readonly ToldFact[], theirs: Grammar): boolean {
  if (isOpposite(reading, clause, facts) || isNoSuchThing(reading, clause, theirs)) return true;
  return facts.some((fact) =>
    clause.negated
      ? !fact.negated && sameSides(clause, fact) && isDenied(reading, clause, fact, theirs)
      : fact.negated
        ? isAffirmed(reading, clause, fact, theirs)
        : isCountedDown(reading, clause, fact),
  );
}

/** "No, you didn't.": to who told and did not ask. */
export function isBareDenial(
  { sentences, grammar: { words } }: LazyReading,
  { sentence, verb, subject }: Clause,
  facts: readonly ToldFact[],
  theirs: Grammar,
): boolean {
  const { from, to } = sentences[sentence];
  if (!subject || verb!.to < to || to - from > 5 || theirs.sentences.some(({ question }) => question)) return false;
  if (!/^(?:be|do|have)$/.test(verb!.lemma)) return false;
  return verb!.negated
    ? words.norm[from] === 'no' && facts.some(({ negated }) => !negated)
    : words.norm[from] === 'yes' && facts.some(({ negated }) => negated);
}

/** Who does it here does it there: "you" of ours is "I" of theirs. In a passive it may be either. */
function sameSides({ subject, verb }: Clause, fact: ToldFact): boolean {
  if (verb!.voice === 'passive' || fact.verb.voice === 'passive' || !subject) return true;
  return (subject.actor === 'customer') === (fact.actor === 'own');
}

function isSameDeed(a: string, b: string): boolean {
  return a === b || SAME_DEED.some((group) => group.has(a) && group.has(b));
}

/** "Our mechanic did not scratch your door", "nobody promised you a refund", "the train was not full". */
function isDenied(reading: LazyReading, clause: Clause, fact: ToldFact, theirs: Grammar): boolean {
  const { norm } = reading.grammar.words;
  const { verb, subject } = clause;
  const judged = polesIn(reading, clause);
  if (judged.length > 0 && verb!.tense === 'present' && fact.verb.tense !== 'present') return false;
  if (judged.length > 0) return judged.some((pole) => fact.poles.includes(pole)) && isAbout(reading, clause, fact);
  if (!isSameDeed(verb!.lemma, fact.verb.lemma)) return false;
  // What is not so at all times is no answer to what once was: "we do not deliver on Sundays".
  if (verb!.tense === 'present' && (fact.verb.tense === 'present' ? verb!.lemma !== 'say' : subject?.actor === 'customer')) return false;
  // "Your order has not been cancelled" sets their mind at rest.
  if (verb!.voice === 'passive' && verb!.tense !== 'past' && subject?.actor !== 'customer') return false;
  const shared = share(reading, clause, fact, theirs, !SLIGHT.has(verb!.lemma) || verb!.lemma === 'say');
  if (shared.partly || shared.fresh > (verb!.tense === 'present' ? 0 : NEW)) return false;
  if (shared.common > 0) return true;
  return shared.fresh === 0 && !SLIGHT.has(verb!.lemma) && !/^(?:by)$/.test(norm[verb!.to] ?? '');
}

/** "We did call you back on Monday", "you were told about the fee", to whoever wrote that nobody did. */
function isAffirmed(reading: LazyReading, clause: Clause, fact: ToldFact, theirs: Grammar): boolean {
  const { norm } = reading.grammar.words;
  const { verb, subject, sentence } = clause;
  if (
    !subject ||
    verb!.tense !== 'past' ||
    (verb!.progressive && !/^(?:work|run)$/.test(verb!.lemma)) ||
    reading.faults.some(({ asserted, sentence: at }) => asserted && at === sentence)
  )
    return false;
  if (verb!.lemma === 'be' || norm.slice(clause.from, reading.sentences[sentence].to).includes('only')) return false;
  const emphatic = norm[verb!.from] === 'did' && verb!.main > verb!.from;
  const reached = REACHING.has(verb!.lemma) && REACHING.has(fact.verb.lemma);
  if (!reached && !isSameDeed(verb!.lemma, fact.verb.lemma)) return false;
  if (!emphatic && (reading.kind.value !== 'complaint' || invites(reading, clause))) return false;
  // "I rang the depot" is help.
  if (!emphatic && norm[subject.from] === 'i') return false;
  // What had not come when they wrote may have come since.
  if (!emphatic && !reached && fact.verb.tense !== 'past') return false;
  if (subject.actor === 'customer' && verb!.voice === 'active') {
    if (fact.actor !== 'own' || !CONSENTING.test(verb!.lemma)) return false;
  } else if (fact.actor === 'own' && verb!.voice === 'active') return false;
  const shared = share(reading, clause, fact, theirs);
  if (shared.partly) return false;
  return shared.common > 0 || (!SLIGHT.has(verb!.lemma) && shared.fresh <= (verb!.lemma === fact.verb.lemma ? NEW : 0));
}

/** "You were only charged once", to whoever was charged twice. */
function isCountedDown({ grammar: { words }, sentences }: LazyReading, { verb, from, sentence }: Clause, fact: ToldFact): boolean {
  if (!isSameDeed(verb!.lemma, fact.verb.lemma) || ![...COUNTED].some((word) => fact.words.has(word))) return false;
  const said = words.norm.slice(from, Math.min(sentences[sentence].to, verb!.to + REACH));
  return said.includes('only') && said.some((word) => word === 'once' || word === 'one' || word === 'single');
}

/** "The room was spotless", to whoever found it dirty. */
function isOpposite(reading: LazyReading, clause: Clause, facts: readonly ToldFact[]): boolean {
  const { verb } = clause;
  if (clause.negated || verb!.modal || (verb!.tense !== 'past' && verb!.tense !== 'perfect')) return false;
  const poles = polesIn(reading, clause);
  if (poles.length === 0) return false;
  // "It was hot in the kitchen and stood too long, so it was cold with you" goes on to say as they do.
  const { norm } = reading.grammar.words;
  const { from, to } = reading.sentences[clause.sentence];
  const said = norm.slice(from, to).flatMap(polesOf);
  return facts.some(({ poles: theirs, negated, ...fact }) => {
    const against = (pole: number): number => (negated ? pole : -pole);
    return (
      poles.some((pole) => theirs.includes(against(pole)) && (negated || !said.includes(-pole))) &&
      isAbout(reading, clause, { poles: theirs, negated, ...fact })
    );
  });
}

/** "There was no queue", "there was nothing wrong with the food", "no bag was left": of what they tell of. */
function isNoSuchThing({ grammar, kind, sentences }: LazyReading, { verb, subject, sentence }: Clause, theirs: Grammar): boolean {
  const { norm } = grammar.words;
  if (verb!.lemma !== 'be' || !subject || verb!.modal) return false;
  const topic = topicOfAll(theirs);
  const { to } = sentences[sentence];
  const there = norm[subject.from] === 'there';
  const nothing = there ? verb!.to : subject.from;
  if (!/^(?:nothing|no)$/.test(norm[nothing] ?? '')) return false;
  if (norm[nothing] === 'nothing' || /^(?:problem|fault|issue|defect|error|mistake)$/.test(norm[nothing + 1] ?? '')) {
    const at = norm.indexOf('with', nothing);
    const wrong = norm[nothing] === 'no' || norm.slice(nothing, nothing + 5).some((word) => /^(?:wrong|amiss|faulty)$/.test(word));
    if (!wrong || at < 0 || at >= to || (verb!.tense === 'present' && kind.value !== 'complaint')) return false;
    return norm.slice(at + 1, Math.min(to, at + 5)).some((word, k) => carriesTopic(grammar, at + 1 + k) && topic.has(stem(word)));
  }
  if (!there || verb!.tense !== 'past') return false;
  const thing = nothing + 1;
  if (norm[thing + 1] === 'or' || thing >= to || PARTLY.has(norm[thing + 1] ?? '')) return false;
  return carriesTopic(grammar, thing) && topic.has(stem(norm[thing]));
}

/** The next sentence asks them, or leaves it open: a neutral fact, with an invitation. */
function invites({ sentences, grammar: { words } }: LazyReading, { sentence }: Clause): boolean {
  const next = sentences[sentence + 1];
  return next?.role === 'body' && (next.question || words.norm.slice(next.from, next.to).includes('if'));
}
