/** @file Whether a clause tells of a failing: each kind is read in a file of its own, and this one asks them in order. */
import { inList, listed, wordClass } from '../../lexicon/index.js';
import type { LazyReading } from '../index.js';
import { oncePerReading } from '../once-per-reading.js';
import type { Clause } from '../reading.js';
import { hasParticle, wordsAre } from '../window.js';
import { goesAmiss, isDoneAmiss, isTakenAway } from './amiss.js';
import { atFault, lacksKnowledge } from './conduct.js';
import { asWasNotDue, comesAmiss, doubled, givenAway, mixedUp, swapped, wrongAfter } from './done-wrong.js';
import { idiom } from './failing-idioms.js';
import { getsNothingDone, isOwed, leavesOut, leavesUndone, neverDid, supposedToAct, tellsNobody, hadNoDuty } from './left-undone.js';
import { overreaches } from './overreach.js';
import { isFailedPassive } from './passive-faults.js';
import { shirks } from './shirking.js';

const FAULT_NOUNS = listed('fault-nouns');

const TROUBLE_NOUNS = listed('trouble-nouns');

/** Verbs whose past tense is their base form. */
const SAME_IN_PAST = new Set('let put misread set cut shut hit hurt split'.split(' '));

/** Fault nouns that can be somebody's: Dave's mistake. A delay or a wait is nobody's by itself. */
export const BLAMEWORTHY = wordClass(
  'mistake mistakes error errors fault mix-up mixup oversight slip blunder negligence carelessness incompetence inattention lapse failure failures misunderstanding miscommunication doing',
);

/** After `should have`, these tell what is expected to have happened, not what somebody ought to have done (RULES §1.3). */
const EXPECTED = new Set('receive get have see arrive be come reach'.split(' '));

/** "They should have finished by the end of May": when it will be over. */
function isForeseen(norm: readonly string[], { verb, to }: Clause): boolean {
  return (
    !verb!.negated &&
    norm[verb!.to] === 'by' &&
    verb!.to + 1 < to &&
    /^(?:finish|complete|end|clear|land|return|recover)$/.test(verb!.lemma)
  );
}

/** What is supplied "instead of" something else is the wrong thing. */
const SUPPLYING = new Set('send deliver give ship post charge book fit pack bill dispatch serve print supply'.split(' '));

const DAMAGED = wordClass('broken damaged faulty defective cracked torn');

/** Is the clause's verb, with its object, a failure? Negation reverses: `did not send` fails, `did not forget` does not. */
export function failsToAct(reading: LazyReading, clause: Clause): boolean {
  const known = failures(reading);
  return (known[clause.index] ??= isFailure(reading, clause));
}

/** Of the clauses that were asked about, by index: several parts of the reading ask. */
const failures = oncePerReading<boolean[]>(() => []);

function isFailure(reading: LazyReading, clause: Clause): boolean {
  const { verb } = clause;
  if (!verb) return false;
  const { words } = reading.grammar;
  const { norm } = words;
  if (isFailedPassive(reading, clause)) return true;
  if (verb.lemma === 'do' && norm[verb.to] === 'nothing' && norm[verb.to + 1] !== 'wrong') return verb.tense === 'past' && !verb.modal;
  // "It goes through to every box that has not been packed": which ones, not whose fault.
  if (clause.negated && clause.link !== undefined && /^(?:every|any|all|each)$/.test(norm[clause.subject?.from ?? -1] ?? '')) return false;
  if (clause.negated && !verb.negated) return false;
  const past = verb.tense === 'past' || verb.tense === 'perfect' || looksPast(clause) || doubled(norm, verb);
  const failing = past && namesFailure(reading, clause);
  if (
    verb.lemma === 'be' &&
    verb.tense === 'present' &&
    !verb.negated &&
    !verb.modal &&
    (wordsAre(words, verb.to, 'at fault') || wordsAre(words, verb.to, 'to blame'))
  )
    return true;
  if (past && !verb.negated && (givenAway(reading, clause) || overreaches(reading, clause))) return true;
  if (past && verb.lemma === 'be' && !verb.negated && (supposedToAct(reading, clause) || atFault(reading, clause))) return true;
  if (past && !verb.negated && SUPPLYING.has(verb.lemma) && swapped(reading, verb.to, clause.to)) return true;
  if (verb.modal === 'should' || verb.modal === 'ought')
    return verb.tense === 'perfect' && !EXPECTED.has(verb.lemma) && norm[verb.to] !== 'any' && !isForeseen(norm, clause);
  // "somebody must have forgotten": inferred, and said.
  if (verb.modal && verb.modal !== 'could' && !(verb.modal === 'must' && verb.tense === 'perfect')) return false;
  if (past && lacksKnowledge(reading, clause)) return true;
  // "We haven't got any known faults": to have no failure is none.
  if (past && !verb.negated && asWasNotDue(reading, clause)) return true;
  if (verb.negated && hadNoDuty(reading, clause)) return false;
  if (past && verb.negated && !failing && neverDid(reading, clause)) return true;
  if (verb.negated && verb.modal === 'could' && verb.lemma === 'get' && getsNothingDone(reading, clause)) return true;
  if (shirks(reading, clause) || tellsNobody(reading, clause) || comesAmiss(reading, clause)) return true;
  if (verb.negated)
    return past && !failing && isOwed(clause) && !goesWrong(reading, clause) && FAULT_NOUNS.first(words, verb.to, clause.to) < 0;
  if (!past) return false;
  if (failing) return !idiom(reading, clause);
  const wrongObject = goesWrong(reading, clause);
  if (verb.lemma === 'make' || verb.lemma === 'have')
    return wrongObject || FAULT_NOUNS.first(words, verb.to, Math.min(clause.to, verb.to + 4)) >= 0;
  if (verb.lemma === 'get' && (wrongObject || mixedUp(reading, clause))) return true;
  return (
    wrongObject &&
    verb.lemma !== 'be' &&
    verb.lemma !== 'find' &&
    verb.lemma !== 'correct' &&
    verb.lemma !== 'notice' &&
    verb.lemma !== 'see' &&
    verb.lemma !== 'spot' &&
    verb.lemma !== 'fix'
  );
}

/** Whether the verb of a clause, with its particle or object, is by itself one of failing. */
function namesFailure(reading: LazyReading, clause: Clause): boolean {
  const { verb, subject } = clause;
  const { words } = reading.grammar;
  const { norm } = words;
  return (
    inList('fault-verbs', verb!.lemma) ||
    isDoneAmiss(words, verb!) ||
    goesAmiss(words, clause) ||
    isTakenAway(words, clause) ||
    doubled(norm, verb!) ||
    leavesUndone(norm, verb!.lemma, verb!.to, reading.sentences[clause.sentence].to) ||
    leavesOut(reading, clause) ||
    (verb!.lemma === 'let' && hasParticle(norm, verb!.to, clause.to, 'down')) ||
    (verb!.lemma === 'take' && wordsAre(words, verb!.to, 'too long')) ||
    (verb!.lemma === 'hang' && norm[verb!.to] === 'up') ||
    (verb!.lemma === 'leave' && verb!.voice === 'active' && norm[verb!.to] === 'out' && subject?.actor === 'own') ||
    (verb!.lemma === 'drop' && wordsAre(words, verb!.to, 'the ball')) ||
    (verb!.lemma === 'cause' && verb!.voice === 'active' && TROUBLE_NOUNS.first(words, verb!.to, Math.min(clause.to, verb!.to + 5)) >= 0) ||
    (verb!.voice === 'passive' && verb!.lemma === 'make' && subject !== undefined && BLAMEWORTHY.at(words, subject.head))
  );
}

/** Whether the object of a clause, or the subject of its passive, is the wrong one. */
function goesWrong(reading: LazyReading, { verb, subject, to }: Clause): boolean {
  const { words } = reading.grammar;
  // "was accidentally deleted": the adverb may stand inside the verb group.
  return (
    wrongAfter(reading, verb!.from, to, verb!.lemma) ||
    (verb!.voice === 'passive' &&
      subject !== undefined &&
      wrongAfter(reading, subject.from, subject.to) &&
      // "A broken vase was paid from the wage" tells of a rule, "a broken lamp was sent" of a failure.
      (DAMAGED.first(words, subject.from, subject.to) < 0 ||
        SUPPLYING.has(verb!.lemma) ||
        inList('fault-verbs', verb!.lemma) ||
        /^(?:use|install|leave|put|hand|supply|sell)$/.test(verb!.lemma)))
  );
}

/** "We put the wrong date on it", "I misread your order": the past of these verbs looks like their present. */
function looksPast({ verb }: Clause): boolean {
  return (
    verb!.tense === 'present' &&
    verb!.voice === 'active' &&
    !verb!.modal &&
    !verb!.negated &&
    !verb!.progressive &&
    SAME_IN_PAST.has(verb!.lemma)
  );
}
