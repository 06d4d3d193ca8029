import { Gap } from '../../text/words.js';
import { wordClass } from '../../lexicon/index.js';
import { requested } from './asked.js';
import type { LazyReading } from '../index.js';
import { topicOf } from '../question/topic.js';
import type { Clause, Sentence } from '../reading.js';

/** What we cannot see, say or promise is no refusal; nor is what we do not charge, need or mind. */
const NO_FAVOUR = new Set(
  'access advise aim apologise ask assist be believe blame cancel change charge classify confirm deny doubt ensure excuse expect explain express feel find forget guarantee have hear help hide hold hope identify imagine intend keep know leave let like locate look mean mind need operate overstate plan promise reach recommend regret replicate reproduce require rule say see seem serve show stress suggest tell thank think trace try understand undo wait want worry'.split(
    ' ',
  ),
);
/** How things are, or how long they are so: no answer to a request. */
const HABIT = wordClass('always yet until till unless sometimes necessarily automatically currently just only');
/** Said of a request, these turn it down; behind a negation, the second ones do. */
const NEGATIVE = wordClass('impossible out declined rejected refused denied unsuccessful negative impermissible unthinkable beyond');
const POSITIVE = wordClass(
  'possible permitted permissible allowed allowable option happening something successful accepted approved granted foreseen feasible doable negotiable cards what one going',
);
/** In the plain present these refuse: "we do not deliver to islands". */
const GRANTING = new Set(
  'give allow agree pay provide accept deliver refund cover match lend sponsor permit issue reimburse swap exchange extend collect waive grant hold hire sell support take return send fit store'.split(
    ' ',
  ),
);
/** Verbs that turn a request down without a negation. */
const TURNING_DOWN = new Set('decline reject refuse deny dismiss'.split(' '));
/** What leads up to an answer: "please note that", "I regret to say that", "we have decided that". */
const ANNOUNCING = new Set('advise inform note say tell regret confirm decide find be fear'.split(' '));
/** What becomes of a thing that they asked us to alter: "the microphones aren't changing". */
const ALTERING = new Set('change move come go return reopen'.split(' '));
/** What stays, where they asked for it to go. */
const STAYING = new Set('stay stand remain apply'.split(' '));

/**
 * Whether a clause turns down what the customer asked for. What they asked for is known from their own words, so it need not stand in any list of benefits; without their
 * words nothing is found here.
 */
export function refusesRequest(reading: LazyReading, sentence: Sentence, clause: Clause): boolean {
  const { customerGrammar: theirs, grammar } = reading;
  if (!theirs || !turnsDown(reading, sentence, clause)) return false;
  // "So no, I can't adjust it", "… is a no: a wedding party checks in at one": the reason stands before, or behind a colon.
  const { norm } = grammar.words;
  if (norm[sentence.from] === 'so' || grammar.text.slice(clause.start, sentence.end).includes(':')) return false;
  const asked = requested(theirs);
  const names = ({ from, to }: Sentence): boolean => [...topicOf(grammar, from, to)].some((stem) => asked.has(stem));
  if (names(sentence)) return true;
  // "The department discussed your request. It was not accepted."
  const before = reading.sentences[sentence.index - 1];
  return clause.subject !== undefined && norm[clause.subject.from] === 'it' && before?.role === 'body' && names(before);
}

function turnsDown(reading: LazyReading, sentence: Sentence, clause: Clause): boolean {
  const { verb, subject, negated } = clause;
  if (
    !verb ||
    verb.tense === 'none' ||
    HABIT.first(reading.grammar.words, clause.from, sentence.to) >= 0 ||
    clause.link === 'if' ||
    clause.link === 'because' ||
    (clause.link === 'that' && !isAnnounced(reading, clause))
  )
    return false;
  return negated
    ? isDenied(reading, sentence, clause)
    : saysNo(reading, sentence, clause) || (subject !== undefined && stays(reading, sentence, clause));
}

/** "Please be advised that the goods cannot be taken back": what the clause before only leads up to. */
function isAnnounced({ clauses }: LazyReading, { index, sentence }: Clause): boolean {
  const before = clauses[index - 1];
  return before?.sentence === sentence && ANNOUNCING.has(before.verb?.lemma ?? '') && !before.negated;
}

function isDenied(reading: LazyReading, sentence: Sentence, { verb, subject }: Clause): boolean {
  const { grammar, kind } = reading;
  const { words } = grammar;
  const { norm } = words;
  const { lemma, modal, tense, voice, to } = verb!;
  if (tense === 'past' || tense === 'perfect') return voice === 'passive' && /^(?:accept|approve|grant|uphold|agree)$/.test(lemma);
  if (modal && !/^(?:can|will|shall|be able)$/.test(modal)) return false;
  // "What we can't do is take it back."
  if (subject && norm[subject.from - 1] === 'what') return subject.actor === 'own';
  if (lemma === 'be') {
    const end = Math.min(sentence.to, to + 4);
    return (
      (!modal || modal === 'will') &&
      POSITIVE.first(words, to, end) >= 0 &&
      !norm.slice(to, end + 1).some((word) => NO_FAVOUR.has(word)) &&
      // "The reference isn't one of ours": what it is, not whether it is to be had.
      !(norm[to] === 'one' && norm[to + 1] === 'of') &&
      norm[to] !== 'only' &&
      norm[to + 1] !== 'else'
    );
  }
  // "Printing it ahead of the day is not permitted", "a free redo is not happening".
  if (voice === 'passive' && /^(?:permit|allow|accept|approve|grant|foresee)$/.test(lemma)) return true;
  if (lemma === 'happen') return subject?.actor === 'thing';
  if (verb!.progressive && ALTERING.has(lemma)) return subject?.actor === 'thing' && kind.value === 'suggestion';
  if (lemma === 'tell') return subject?.actor === 'own' && (tense === 'future' || modal === 'will');
  if (NO_FAVOUR.has(lemma)) return false;
  switch (subject?.actor) {
    case 'own':
    case 'department':
      return (
        tense === 'future' || modal !== undefined || GRANTING.has(lemma) || (lemma === 'do' && /^(?:that|this|it|so)$/.test(norm[to] ?? ''))
      );
    case 'customer':
      return (
        (tense === 'future' || modal === 'will' || modal === 'can') && (voice === 'passive' || /^(?:get|have|receive|obtain)$/.test(lemma))
      );
    case 'thing':
      return (
        norm[subject.from] !== 'nothing' &&
        (voice === 'passive' ? modal !== undefined || tense === 'future' : modal === 'can' && lemma === 'come')
      );
    default:
      return false;
  }
}

/** "is a no from us", "is out", "was declined", "we have to pass on it", "decided against it", "the outcome is negative". */
function saysNo({ grammar: { words }, clauses }: LazyReading, sentence: Sentence, { verb, subject, index }: Clause): boolean {
  const { norm, gap } = words;
  const { lemma, to, main, voice, modal } = verb!;
  if (modal && !/^(?:will|must|have to|have|going to|need)$/.test(modal)) return false;
  const own = subject?.actor === 'own' || subject?.actor === 'department';
  if (TURNING_DOWN.has(lemma)) return own || voice === 'passive';
  if (lemma === 'turn') return norm[to] === 'down' && (own || voice === 'passive');
  // "We have to pass on your request"; "we will pass on your request to the team" hands it over.
  if (lemma === 'pass')
    return (
      own &&
      (modal === 'have to' || modal === 'must') &&
      norm[to] === 'on' &&
      /^(?:request|offer|proposal|invitation|application)$/.test(norm[to + 2] ?? '')
    );
  if (lemma === 'decide' || lemma === 'choose') {
    if (!own && subject?.actor !== 'thing') return false;
    if (norm[to] === 'against') return true;
    const next = clauses[index + 1];
    return (
      next?.sentence === sentence.index &&
      (next.negated || /^(?:keep|leave|retain|maintain|uphold)$/.test(next.verb?.lemma ?? '')) &&
      next.verb?.tense === 'none'
    );
  }
  if (lemma === 'come') return norm[to] === 'back' && NEGATIVE.at(words, to + 1);
  if (lemma === 'leave' || lemma === 'keep') return own && (verb!.tense === 'future' || verb!.progressive) && norm[to] === 'the';
  if (lemma !== 'be' || subject?.actor === 'customer') return false;
  if (norm[to] === 'a' && norm[to + 1] === 'no') return true;
  if (norm[to] === 'no' && (to + 1 >= sentence.to || (gap[to + 1] & (Gap.comma | Gap.stop | Gap.break)) !== 0)) return true;
  const at = /^(?:sadly|unfortunately|simply|just|quite|absolutely|also|therefore|now)$/.test(norm[to] ?? '') ? to + 1 : to;
  if (!NEGATIVE.at(words, at) && !NEGATIVE.at(words, main)) return false;
  // "The brochure is out": followed by nothing but regret.
  if (norm[at] === 'out')
    return at + 1 >= sentence.to || (gap[at + 1] & (Gap.comma | Gap.stop | Gap.break)) !== 0 || norm[at + 3] === 'question';
  return norm[at] !== 'beyond' || /^(?:what|our|us)$/.test(norm[at + 1] ?? '');
}

/** "The deposit stays with us", "the minimum spend stays", "the fee stands". */
function stays({ grammar: { words } }: LazyReading, sentence: Sentence, { verb, subject }: Clause): boolean {
  const { norm, gap } = words;
  const { lemma, to, tense, modal } = verb!;
  if (!STAYING.has(lemma) || subject!.actor !== 'thing' || (tense !== 'present' && tense !== 'future') || (modal && modal !== 'will'))
    return false;
  if (to >= sentence.to || (gap[to] & (Gap.comma | Gap.stop | Gap.break)) !== 0) return lemma !== 'apply';
  return /^(?:with us|on your|on the|in place|as is|as it|as they|the same|put|unchanged|payable|due)\b/.test(
    `${norm[to]} ${norm[to + 1] ?? ''}`,
  );
}
