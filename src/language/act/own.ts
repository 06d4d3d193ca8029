import { inList } from '../../lexicon/index.js';
import { doneToWhatItHas } from '../grammar/causative.js';
import { isForAnotherTime } from './generalities.js';
import { passesForAction } from './handover.js';
import { manner } from './manner.js';
import { SETTLED } from './passives.js';
import { effectOfClause } from './verbs.js';
import { saysAnyTime, saysWhen } from './window.js';
import { continues } from '../promise/actors.js';
import type { LazyReading } from '../index.js';
import type { Actor, Clause, Sentence } from '../reading.js';
import type { Act } from './acts.js';

/** Those who act for us: when they do something, we do. */
export const OURS: ReadonlySet<Actor> = new Set<Actor>(['own', 'colleague', 'department', 'third-party']);

/** "I'd like to say so to him myself", "to apologise to her in person": what is offered is to come before them. */
export function facesThem({ grammar: { words } }: LazyReading, { to }: Sentence, { verb, subject, negated }: Clause): Act | undefined {
  const { norm } = words;
  if (subject?.actor !== 'own' || negated || verb!.modal !== 'would' || !/^(?:like|love|want)$/.test(verb!.lemma)) return undefined;
  const said = norm.slice(verb!.to, Math.min(to, verb!.to + 14));
  const faces = said.some(
    (word, k) => word === 'myself' || (word === 'person' && said[k - 1] === 'in') || (word === 'face' && said[k + 1] === 'to'),
  );
  return faces && said[0] === 'to' && /^(?:say|tell|apologise|explain|show|come|meet|visit)$/.test(said[1] ?? '')
    ? { kind: 'offered', lemma: said[1] }
    : undefined;
}

/** We, our people or our partners did, are doing, will do, or offer to do something. */
export function ownAct(reading: LazyReading, sentence: Sentence, clause: Clause): Act | undefined {
  const verb = clause.verb!;
  if (clause.negated) return undefined;
  // "I'll come round on Tuesday and bring the part."
  if (clause.mood === 'imperative') return continues(reading, clause) ? carriedOn(reading, clause) : undefined;
  // "I can be reached on …", "we'll be headed out".
  if (verb.voice === 'passive') return clause.subject?.actor === 'own' ? passiveOwn(clause) : undefined;
  const actor = clause.subject?.actor;
  // "If anything moves will let you know."
  const keptTold = verb.lemma === 'keep' && reading.grammar.words.norm[verb.to] === 'you';
  const dropped =
    clause.subject === undefined && (verb.from === sentence.from || keptTold) && (verb.tense === 'perfect' || verb.tense === 'future');
  if (!dropped && (actor === undefined || !OURS.has(actor)) && !isOurPerson(reading, clause)) return undefined;
  // "All we can": a modal without its verb.
  if (verb.lemma === verb.modal) return undefined;
  // "I can see what this meant" understands; "we'll see what we can do" acts.
  if (verb.lemma === 'see' && /^(?:can|could)$/.test(verb.modal ?? '')) return undefined;
  // "We should have you skating within the hour."
  if (verb.lemma === 'have' && verb.modal === 'should' && reading.grammar.words.norm[verb.to] === 'you')
    return saysAnyTime(reading, sentence) ? { kind: 'promised', lemma: 'have' } : undefined;
  if (isWarmth(reading, clause)) return undefined;
  const work = hasDone(reading, clause) ?? atWork(reading, sentence, clause);
  if (work) return work;
  const how = manner(reading, clause, actor === 'own' || dropped);
  if (!how) return undefined;
  const { effect, lemma } = effectOfClause(reading, clause);
  if (effect === 'nothing' && how !== 'answered') return undefined;
  const later = isForAnotherTime(reading, sentence, clause, lemma) && !isFree(reading, sentence);
  const noted = (effect === 'notes' && !passesForAction(reading, clause)) || later;
  return { kind: noted ? 'noted' : how, lemma };
}

/** "The first course is on us next time": what is given makes amends, whenever it is taken. */
function isFree({ grammar: { words } }: LazyReading, { from, to }: Sentence): boolean {
  for (let i = from; i + 1 < to; i += 1)
    if (words.norm[i] === 'on' && (/^(?:us|me)$/.test(words.norm[i + 1]) || (words.norm[i + 1] === 'the' && words.norm[i + 2] === 'house')))
      return (
        !/^(?:ring|call|phone|reach|contact|text|rely|count|back|rang|called)$/.test(words.norm[i - 1] ?? '') &&
        !/^\d/.test(words.norm[i + 1] ?? '')
      );
  return false;
}

/** "We'll take good care of you", "hopefully Sunday will be nicer": warm words about another time. */
function isWarmth({ grammar: { words } }: LazyReading, { verb, subject, from, to }: Clause): boolean {
  const { norm } = words;
  // The desk that will look after them is where they are to go.
  if (verb!.lemma === 'take' && subject && /^(?:we|i|crew)$/.test(norm[subject.head]))
    for (let i = verb!.to + 1; i < Math.min(to, verb!.to + 3); i += 1)
      if (norm[i] === 'care' && norm[i - 1] !== 'take' && norm[i + 1] === 'of' && norm[i + 2] === 'you') return true;
  if (norm[from] !== 'hopefully') return false;
  for (let i = verb!.to; i < to; i += 1) if (/^(?:better|smoother|nicer|happier)$/.test(norm[i])) return true;
  return false;
}

function carriedOn(reading: LazyReading, clause: Clause): Act | undefined {
  const { effect, lemma } = effectOfClause(reading, clause);
  return effect === 'nothing' ? undefined : { kind: effect === 'notes' ? 'noted' : 'promised', lemma };
}

function passiveOwn({ verb }: Clause): Act | undefined {
  const { modal, lemma, tense } = verb!;
  if (modal === 'can' && /^(?:reach|contact|call|find|phone|email)$/.test(lemma)) return { kind: 'offered', lemma };
  return tense === 'future' && lemma === 'head' ? { kind: 'promised', lemma } : undefined;
}

/** "Our engineers are on it", "I'm on the case", "we're rolling out a fix", "we've since replaced the beds": what the verb alone does not show. */
function atWork(reading: LazyReading, sentence: Sentence, { verb }: Clause): Act | undefined {
  const { words, tags } = reading.grammar;
  const { norm } = words;
  const { lemma, tense, to } = verb!;
  if (verb!.modal) return undefined;
  if (lemma === 'be' && tense === 'present') {
    const on = /^(?:already|now|currently|still)$/.test(norm[to] ?? '') ? to + 1 : to;
    if (norm[on] === 'on' && (norm[on + 1] === 'it' || (norm[on + 1] === 'the' && norm[on + 2] === 'case')))
      return { kind: 'promised', lemma };
    const doing =
      norm[to]?.endsWith('ing') && tags.pos[to] === 'nominal' && /^(?:out|up|off|over|the|a|an|your|this|it)$/.test(norm[to + 1] ?? '');
    if (doing) return { kind: 'promised', lemma: norm[to].slice(0, -3) };
    // "Our tailors are in the loft working on it."
    const busy = norm.slice(to, to + 5).findIndex((word) => /^(?:working|looking)$/.test(word));
    return busy >= 0 && /^(?:on|at|into)$/.test(norm[to + busy + 1] ?? '') ? { kind: 'promised', lemma: 'work' } : undefined;
  }
  // "We have an estimated departure of 10.40."
  if (lemma === 'have' && to - verb!.from === 1 && /^(?:an?|the|your|new)$/.test(norm[to] ?? '') && saysWhen(reading, sentence))
    return { kind: 'answered', lemma };
  // "We have our engineers on the roof".
  if (
    lemma === 'have' &&
    norm[to] === 'our' &&
    /^(?:team|crew|mechanics?|engineers?|technicians?|staff|agents?|people|maintenance|ground|best)$/.test(norm[to + 1] ?? '')
  )
    return { kind: 'promised', lemma };
  return undefined;
}

/** "I've had the screen changed", "we'll have it collected": done by others for us. "I have your table booked": so it stands. */
function hasDone(reading: LazyReading, clause: Clause): Act | undefined {
  const done = doneToWhatItHas(reading, clause);
  if (!done) return undefined;
  const { lemma } = done;
  const { verb } = clause;
  if (verb!.tense === 'present' && (verb!.modal !== undefined || !SETTLED.has(lemma))) return undefined;
  const noted = inList('noted-verbs', lemma);
  return { kind: noted ? 'noted' : verb!.tense === 'future' ? 'promised' : 'done', lemma };
}

/** "Our owner is considering": any head that "our" or "my" possesses can act for us. */
function isOurPerson(reading: LazyReading, clause: Clause): boolean {
  const first = clause.subject && reading.grammar.words.norm[clause.subject.from];
  // "Someone will get back to you".
  if (first === 'someone' || first === 'somebody') return clause.verb!.tense === 'future';
  return (first === 'our' || first === 'my') && (clause.verb!.progressive || clause.verb!.tense === 'future');
}
