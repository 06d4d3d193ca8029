import { listed, wordClass } from '../../lexicon/index.js';
import { effectOf } from './verbs.js';
import type { LazyReading } from '../index.js';
import type { Clause, Sentence } from '../reading.js';
import type { Act } from './acts.js';

const STAFF = listed('staff');
const LOOKS = wordClass('look peek gander glance');
/** What stands, where somebody asks for it to be changed. */
const STANDING = wordClass('answer decision position view reply response');
const UNMOVED = /^(?:fair|consistent|firm|no|unchanged|same|final)$/;

/**
 * Acts told in plain words, whose verb alone says little: "the answer has to stay no", "it would be unfair to make an exception", "I had a peek", "we show you in
 * group 2", "we have all hands on deck", "the crew is doing its best to open it", "two mechanics are busy with the pump", "your case is with our claims team".
 */
export function actPlainly(reading: LazyReading, sentence: Sentence, clause: Clause): Act | undefined {
  if (clause.mood !== 'statement') return undefined;
  return (
    stands(reading, sentence, clause) ??
    lookedUp(reading, clause) ??
    atHand(reading, clause) ??
    bestDone(reading, clause) ??
    comesDown(reading, clause) ??
    isWithOurs(reading, clause) ??
    isWilling(reading, sentence, clause)
  );
}

/** "We make no exceptions", "we have to stay consistent", "our hands are tied", "we stand by our decision", "our position has not changed". */
function stands({ grammar: { words } }: LazyReading, sentence: Sentence, { verb, subject, negated, to }: Clause): Act | undefined {
  const { norm } = words;
  const decided: Act = { kind: 'decided', lemma: verb!.lemma };
  const past = verb!.tense === 'past';
  if (verb!.lemma === 'make') {
    const except = norm.slice(verb!.to, verb!.to + 3).findIndex((word) => /^exceptions?$/.test(word));
    if (except < 0 || past) return undefined;
    const unfair = norm.slice(sentence.from, verb!.from).some((word) => /^(?:unfair|wrong|not)$/.test(word));
    return negated || verb!.negated || norm[verb!.to] === 'no' || unfair ? decided : undefined;
  }
  if (!subject || past) return undefined;
  const standing = STANDING.first(words, subject.from, subject.to) >= 0;
  if (verb!.lemma === 'stand')
    return subject.actor === 'own' && norm[verb!.to] === 'by' && STANDING.first(words, verb!.to, to) >= 0 ? decided : undefined;
  if (verb!.lemma === 'tie') return norm[subject.head] === 'hands' && verb!.voice === 'passive' ? decided : undefined;
  if (verb!.lemma === 'change')
    return standing && (negated || verb!.negated) && (verb!.tense === 'perfect' || verb!.tense === 'future') ? decided : undefined;
  if (!/^(?:be|stay|remain)$/.test(verb!.lemma)) return undefined;
  const behind = norm[verb!.to] === 'the' ? norm[verb!.to + 1] : norm[verb!.to];
  if (!UNMOVED.test(behind ?? '')) return undefined;
  if (standing) return decided;
  const must = norm
    .slice(verb!.from, verb!.main)
    .some((word, i, all) => word === 'must' || (/^(?:have|need)$/.test(word) && all[i + 1] === 'to'));
  return subject.actor === 'own' && must && /^(?:fair|consistent|firm)$/.test(behind ?? '') ? decided : undefined;
}

/** "I had a quick look", "we've taken a peek"; "we show you as boarded", "we see two seats in row 9". */
function lookedUp({ grammar: { words, tags } }: LazyReading, { verb, subject, negated }: Clause): Act | undefined {
  if (negated || verb!.negated || verb!.modal || (subject && subject.actor !== 'own')) return undefined;
  const { lemma, tense, to } = verb!;
  if ((lemma === 'have' || lemma === 'take') && (tense === 'past' || tense === 'perfect'))
    return /^(?:a|another)$/.test(words.norm[to] ?? '') && LOOKS.first(words, to + 1, to + 4) >= 0
      ? { kind: 'done', lemma: 'look' }
      : undefined;
  if (tense !== 'present') return undefined;
  if (lemma === 'show') return /^(?:you|your)$/.test(words.norm[to] ?? '') ? { kind: 'answered', lemma } : undefined;
  return lemma === 'see' && tags.pos[to] === 'number' ? { kind: 'answered', lemma } : undefined;
}

/** "We have all hands on deck", "the part is on the road". */
function atHand({ grammar: { words } }: LazyReading, { verb, subject, negated }: Clause): Act | undefined {
  if (negated || verb!.negated || verb!.tense !== 'present' || !subject) return undefined;
  const { norm } = words;
  const { to } = verb!;
  if (verb!.lemma === 'have' && norm[to] === 'all' && norm[to + 1] === 'hands' && norm[to + 2] === 'on')
    return { kind: 'promised', lemma: 'work' };
  if (verb!.lemma !== 'be' || subject.actor === 'customer' || subject.actor === 'own') return undefined;
  return norm[to] === 'on' && norm[to + 1] === 'the' && norm[to + 2] === 'road' ? { kind: 'done', lemma: 'be' } : undefined;
}

/** "The crew is doing its best to open the door", "two mechanics are busy with the pump"; "we do our best every day" is a habit. */
function bestDone(reading: LazyReading, { verb, subject, to }: Clause): Act | undefined {
  if (!subject || verb!.tense !== 'present' || verb!.negated || verb!.modal) return undefined;
  const { words, tags } = reading.grammar;
  const { norm } = words;
  const head = norm[subject.head];
  const staffed =
    STAFF.has(head) || STAFF.has(head.replace(/s$/, '')) || subject.actor === 'own' || /^(?:everyone|everybody|they|team)$/.test(head);
  if (!staffed) return undefined;
  if (verb!.lemma === 'be' && norm[verb!.to] === 'busy')
    return /^(?:with|on)$/.test(norm[verb!.to + 1] ?? '') ? { kind: 'promised', lemma: 'work' } : undefined;
  if (verb!.lemma !== 'do' || !verb!.progressive || norm[verb!.to + 1] !== 'best' || norm[verb!.to + 2] !== 'to') return undefined;
  const main = verb!.to + 3;
  const lemma = tags.lemma[main] ?? norm[main] ?? '';
  return effectOf(reading, lemma, main, Math.max(to, main + 4)) === 'moves' ? { kind: 'promised', lemma } : undefined;
}

/** "A porter is coming down to you", "somebody is coming over now". */
function comesDown({ grammar: { words } }: LazyReading, { verb, subject }: Clause): Act | undefined {
  if (verb!.lemma !== 'come' || !verb!.progressive || verb!.tense !== 'present' || verb!.negated || !subject) return undefined;
  const somebody = /^(?:somebody|someone)$/.test(words.norm[subject.head]) || STAFF.first(words, subject.from, subject.to) >= 0;
  return somebody && /^(?:to|down|over|up|out|round|now|straight|right)$/.test(words.norm[verb!.to] ?? '')
    ? { kind: 'promised', lemma: 'come' }
    : undefined;
}

/** "Your case is with our claims team", "the report is now with the engineers": in progress, with an owner. */
function isWithOurs({ grammar: { words } }: LazyReading, { verb, subject }: Clause): Act | undefined {
  if (verb!.lemma !== 'be' || verb!.tense !== 'present' || verb!.negated || !subject || subject.actor !== 'thing') return undefined;
  const { norm } = words;
  if (!/^(?:case|claim|complaint|request|report|file|form|application|appeal|ticket|refund|it|this)$/.test(norm[subject.head]))
    return undefined;
  const at = /^(?:now|currently|already|still)$/.test(norm[verb!.to] ?? '') ? verb!.to + 1 : verb!.to;
  if (norm[at] !== 'with' || !/^(?:our|the)$/.test(norm[at + 1] ?? '')) return undefined;
  return STAFF.first(words, at + 2, at + 6) >= 0 || /^(?:team|department|engineers|desk|office)$/.test(norm[at + 3] ?? norm[at + 2])
    ? { kind: 'promised', lemma: 'be' }
    : undefined;
}

/** "Happy to swap it", "ready to rebook you whenever you like"; "happy to help" and "glad to have you on board" are manners. */
function isWilling(reading: LazyReading, sentence: Sentence, { verb, to }: Clause): Act | undefined {
  const { norm } = reading.grammar.words;
  if (!/^(?:happy|glad|ready|willing)$/.test(norm[sentence.from]) || norm[sentence.from + 1] !== 'to' || verb!.main !== sentence.from + 2)
    return undefined;
  const { lemma, main } = verb!;
  if (/^(?:have|hear|see|know|welcome|serve|be|help|assist|read|say|get)$/.test(lemma)) return undefined;
  return effectOf(reading, lemma, main, Math.max(to, main + 4)) === 'moves' ? { kind: 'offered', lemma } : undefined;
}
