import { wordClass } from '../../lexicon/index.js';
import { deedsAsked, isAsked, isWishedGone } from './asked.js';
import type { LazyReading } from '../index.js';
import type { Clause, Sentence } from '../reading.js';
import { runsOn } from './refusal-reasons.js';

/** What we fail at: "we can't find it" refuses nothing, though they asked us to. */
const FAILING = new Set(
  'see find reach open read locate trace tell know hear imagine think believe explain understand recall remember confirm identify verify guarantee promise wait thank stress say undo help recover predict be mean comment speak guess blame check reproduce log seem apologise advise get have offer do make'.split(
    ' ',
  ),
);
/** What nobody asks for, so that not doing it is kind. */
const HARMING = new Set(
  'charge bill debit deduct sell spam forget lose affect waste miss need have expire rise disturb happen take be'.split(' '),
);
/** How things are, or how long they are so: no answer to a request. */
const FOR_NOW = wordClass('yet until till unless always again anymore further if when once before just only');
const DECIDED = new Set('allow grant approve agree permit accept honour'.split(' '));

/** Whether a clause denies the deed the customer asked for: "we can't post it" to "could you post it?", "you can't leave the dog here" to "may I leave my dog?". */
export function deniesDeed(reading: LazyReading, sentence: Sentence, clause: Clause): boolean {
  const { customerGrammar: theirs, grammar } = reading;
  const { verb, subject } = clause;
  if (!theirs || !verb || !subject || !clause.negated || FOR_NOW.first(grammar.words, clause.from, sentence.to) >= 0) return false;
  if (clause.link === 'if' || clause.link === 'because' || clause.link === 'that' || clause.link === 'which') return false;
  const { lemma, modal, tense, voice } = verb;
  // "The faculty did not allow the resit."
  if (DECIDED.has(lemma) && tense === 'past' && !modal) return subject.actor !== 'customer' && isAsked(reading, verb.to, clause.to);
  if (tense === 'past' || tense === 'perfect' || !deedsAsked(theirs).has(lemma)) return false;
  const will = tense === 'future' || modal === 'will' || modal === 'shall';
  if (!will && modal !== 'can' && modal !== 'be able' && modal !== 'going to') return false;
  if (will ? HARMING.has(lemma) || isWishedGone(theirs, grammar.words.norm[verb.main]) : FAILING.has(lemma) && subject.actor !== 'customer')
    return false;
  switch (subject.actor) {
    case 'customer':
      return voice === 'active' && !will && lemma !== 'miss' && !isComplement(reading, clause) && isAsked(reading, verb.to, sentence.to);
    case 'thing':
      return voice === 'passive'
        ? isAsked(reading, subject.from, subject.to)
        : will && isAsked(reading, subject.from, subject.to) && asksPerson(lemma);
    default:
      return true;
  }
}

/** "We're sorry you can't check in online": told with regret, not decided. */
function isComplement(reading: LazyReading, { index, sentence }: Clause): boolean {
  const before = reading.clauses[index - 1];
  return before?.sentence === sentence && before.subject !== undefined && runsOn(reading, before);
}

/** What only people do. */
function asksPerson(lemma: string): boolean {
  return /^(?:speak|talk|come|see|meet|visit|call|ring|write|sign|visit|join|answer|reply)$/.test(lemma);
}
