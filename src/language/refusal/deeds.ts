import { wordClass } from '../../lexicon/index.js';
import { deedsAsked, isAsked, isWishedGone, wishes } from './asked.js';
import type { LazyReading } from '../index.js';
import type { Clause, Sentence } from '../reading.js';
import { runsOn } from './reasons.js';

/** What we fail at, or what is known, meant or needed: "we can't find it" refuses nothing, though they asked us to. */
const FAILING = new Set(
  'see find reach open read locate trace tell know hear imagine think believe explain understand recall remember confirm identify verify guarantee promise wait thank stress say undo help recover predict be mean comment speak guess blame check reproduce log seem apologise advise get have offer do make need require want look expect contain include'.split(
    ' ',
  ),
);
/** What nobody asks for, so that not doing it is kind. */
const HARMING = new Set(
  'charge bill debit deduct sell spam forget lose affect waste miss need have expire rise disturb happen take be close evict discontinue raise withdraw'.split(
    ' ',
  ),
);
/** What they are not to have, when they asked for it. */
const HAVING = new Set('have get receive keep use join enter see'.split(' '));
const DECIDED = new Set('allow grant approve agree permit accept honour'.split(' '));
const FOREGOING = new Set(['if', 'because', 'that', 'which', 'when', 'where', 'why']);

/** Whether a clause denies the deed the customer asked for: "we can't post it" to "could you post it?", "you can't leave the dog here" to "may I leave my dog?". */
export function deniesDeed(reading: LazyReading, sentence: Sentence, clause: Clause): boolean {
  const { customerGrammar: theirs, grammar } = reading;
  const { verb, subject } = clause;
  if (!theirs || !verb || !subject || !clause.negated || FOREGOING.has(clause.link ?? '')) return false;
  if (holdsForNow(reading, clause.from, sentence.to)) return false;
  const { lemma, modal, tense, voice } = verb;
  // "The faculty did not allow the resit."
  if (DECIDED.has(lemma) && tense === 'past' && !modal) return subject.actor !== 'customer' && isAsked(reading, verb.to, clause.to);
  if (tense === 'past' || tense === 'perfect') return false;
  // "You're not getting the name", "you won't be able to keep the old one": theirs to have.
  if (subject.actor === 'customer' && HAVING.has(lemma) && (verb.progressive || verb.modal !== undefined || tense === 'future'))
    return voice === 'active' && wishes(reading) && !isComplement(reading, clause) && isAsked(reading, verb.to, sentence.to);
  if (!deedsAsked(theirs).has(lemma)) return false;
  const will = tense === 'future' || modal === 'will' || modal === 'shall';
  const able = modal === 'can' || modal === 'be able' || modal === 'going to';
  const habit = modal === undefined && tense === 'present' && voice === 'active' && lemma !== 'be';
  if (!will && !able && !habit) return false;
  if (habit && (HARMING.has(lemma) || FAILING.has(lemma))) return false;
  if (will ? HARMING.has(lemma) || isWishedGone(theirs, grammar.words.norm[verb.main]) : FAILING.has(lemma) && subject.actor !== 'customer')
    return false;
  switch (subject.actor) {
    case 'customer':
      return able && voice === 'active' && lemma !== 'miss' && !isComplement(reading, clause) && isAsked(reading, verb.to, sentence.to);
    case 'thing':
    case 'third-party':
      return reading.kind.value !== 'problem' && (voice === 'passive' || isAsked(reading, subject.from, subject.to));
    case 'own':
    case 'department':
    case 'colleague':
      return true;
    default:
      return false;
  }
}

/** How things are, or how long they are so: no answer to a request, unless the request says so. */
const FOR_NOW = wordClass('yet until till unless always again anymore further if when once before just only');

/** Whether a word puts the no off, or makes it depend: "not yet", "not until you …", "not always". What they wrote themselves ("print it again") does not. */
export function holdsForNow({ grammar: { words }, customerGrammar }: LazyReading, from: number, to: number): boolean {
  for (let i = FOR_NOW.first(words, from, to); i >= 0; i = FOR_NOW.first(words, i + 1, to))
    if (!customerGrammar?.words.norm.includes(words.norm[i])) return true;
  return false;
}

/** "We're sorry you can't check in online": told with regret, not decided. */
function isComplement(reading: LazyReading, { index, sentence }: Clause): boolean {
  const before = reading.clauses[index - 1];
  return before?.sentence === sentence && before.subject !== undefined && runsOn(reading, before);
}
