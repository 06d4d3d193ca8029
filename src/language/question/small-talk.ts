import { inList, wordClass } from '../../lexicon/index.js';
import type { LazyReading } from '../index.js';
import type { Sentence } from '../reading.js';
import { isInviting, isMessage } from '../answer/empty-clauses.js';
import { holds } from './stretch.js';

/** How sentences of courtesy begin: wishes, congratulations, joy at the message. */
const COURTESY = new Set(
  'congratulations congrats hope hopefully wishing wish greetings welcome delighted pleased lovely wonderful great happy enjoy thanks thank cheers fingers trust nice good'.split(
    ' ',
  ),
);
/** What such a word is followed by where it is courtesy: "great that she dances", "good luck", "lovely to hear"; not "great weather is forecast". */
const GOES_WITH =
  /^(?:on|to|that|luck|you|we|this|hearing|for|crossed|from|of|all|both|news|question|choice|and|morning|afternoon|evening|day)$/;
/** What is only laid by, handed round or written down: "your report has been shared with the department", "I have placed your letter on file". */
const FILING = new Set(
  'add file place register record document pass share forward log annotate keep note store enter escalate relay circulate route tag mark circulated discuss raise bring put'.split(
    ' ',
  ),
);
/** Words with which a house speaks of itself. */
const BOASTING = wordClass(
  'story history heritage tradition passion passionate handcrafted award awards renowned famous popular loved beloved proud pride finest thousands excellence values mission committed dedicated generations bestseller favourite favorite unrivalled world-class state-of-the-art legendary iconic',
);
/** More words than these tell something besides the boast. */
const MOST_BOASTED = 16;
/** Words of a sentence that only praises. */
const PRAISE_LENGTH = 5;

/**
 * Whether a sentence that states something states nothing of any matter: it congratulates and wishes, says that what they wrote was laid by, or speaks well of
 * ourselves. Such a sentence answers nobody, however little else is said.
 */
export function isSmallTalk(reading: LazyReading, sentence: Sentence): boolean {
  return (
    isInviting(reading.grammar.words.norm, sentence) ||
    isCourtesy(reading, sentence) ||
    isStandard(reading, sentence) ||
    isContact(reading, sentence) ||
    isPointerToAll(reading, sentence) ||
    isReproach(reading, sentence) ||
    isBoast(reading, sentence) ||
    isFiling(reading, sentence)
  );
}

/** "Congratulations on the new flat!", "What a joy that you chose us", "We hope that you enjoyed it here"; not "great news: it is back". */
function isCourtesy({ grammar: { words } }: LazyReading, { from, to }: Sentence): boolean {
  const { norm } = words;
  const own = /^(?:we|i)$/.test(norm[from]);
  const at = own ? from + (/^(?:do|really|very|sincerely|truly|also)$/.test(norm[from + 1] ?? '') ? 2 : 1) : from;
  if (holds(norm, at, to, /^(?:but|so|because|however|yes|no|cannot|not)$/)) return false;
  if (/^(?:what|how)$/.test(norm[from]))
    return (
      norm[from + 1] === 'a' || norm[from + 1] === 'an' || /^(?:lovely|nice|wonderful|exciting|kind|sweet)$/.test(norm[from + 1] ?? '')
    );
  if (own) return /^(?:hope|wish|trust|congratulate)$/.test(norm[at] ?? '');
  return (
    COURTESY.has(norm[at]) &&
    (at + 1 >= to || GOES_WITH.test(norm[at + 1]) || /^(?:congratulations|congrats|hopefully|wishing|hope)$/.test(norm[at]))
  );
}

/** "My direct number is …", "our lines are open till six", "do come to the open evening". */
function isContact({ clauses, grammar: { words } }: LazyReading, { from, to, firstClause }: Sentence): boolean {
  const { norm } = words;
  const { verb, subject, mood } = clauses[firstClause];
  if (!verb) return false;
  if (mood === 'imperative') return /^(?:come|visit|drop|pop|swing)$/.test(verb.lemma) && to - from < 14;
  if (!subject) return false;
  return (
    /^(?:my|our)$/.test(norm[subject.from]) &&
    /^(?:number|line|lines|extension|mobile|email|address|phone)$/.test(norm[subject.to - 1] ?? '')
  );
}

/** "All information is on our site": whatever was asked. */
function isPointerToAll({ clauses, grammar: { words } }: LazyReading, { from, firstClause }: Sentence): boolean {
  const { norm } = words;
  const { verb } = clauses[firstClause];
  return (
    /^(?:all|any|more|further|full)$/.test(norm[from]) &&
    /^(?:information|info|details)$/.test(norm[from + 1] ?? '') &&
    verb?.lemma === 'be'
  );
}

/** "You failed to tell us in time, so the rent is still owed." */
function isReproach({ clauses }: LazyReading, { firstClause }: Sentence): boolean {
  const { verb, subject } = clauses[firstClause];
  return subject?.actor === 'customer' && verb?.tense === 'past' && /^(?:fail|forget|neglect|omit)$/.test(verb.lemma);
}

/** "We treat every complaint very seriously", "every report helps": said of all, and so of nobody. */
function isStandard({ clauses, grammar: { words } }: LazyReading, { from, to, firstClause }: Sentence): boolean {
  const { verb, subject } = clauses[firstClause];
  if (!verb || !subject) return false;
  const { norm } = words;
  if (/^(?:take|treat)$/.test(verb.lemma) && holds(norm, verb.to, to, /^seriously$/)) return true;
  if (/^(?:each|every|all)$/.test(norm[subject.from])) return isMessage(words, subject.head);
  return norm[verb.from - 1] === 'always' || norm[verb.main - 1] === 'always' ? !holds(norm, from, to, /^(?:you|your)$/) : false;
}

/** "Each bottle tells a story of sun and soil", "our campus has a rich history", "we have welcomed guests since 1974". */
function isBoast({ grammar: { words } }: LazyReading, { from, to }: Sentence): boolean {
  const { norm } = words;
  if (to - from > MOST_BOASTED || holds(norm, from, to, /^(?:but|so|because|however|yes|no|cannot|not|you|your)$/)) return false;
  // "The view is grand."
  const last = norm[to - 1];
  if (
    to - from <= PRAISE_LENGTH &&
    /^(?:the|our)$/.test(norm[from]) &&
    /^(?:is|are)$/.test(norm[to - 2]) &&
    inList('positive-evaluation', last)
  )
    return true;
  for (let i = from; i < to; i += 1) {
    if (BOASTING.at(words, i)) return true;
    if (norm[i] === 'since' && /^(?:18|19|20)\d\d$/.test(norm[i + 1] ?? '') && !holds(norm, from, i, /^(?:is|are|was|were)$/)) return true;
  }
  return false;
}

/** All that the sentence does is done with the message. */
function isFiling({ clauses, grammar: { words } }: LazyReading, { from, to, firstClause, endClause }: Sentence): boolean {
  let filed = false;
  for (let k = firstClause; k < endClause; k += 1) {
    const { verb, subject, link, mood } = clauses[k];
    if (!verb || verb.tense === 'none' || link === 'which' || link === 'who' || link === 'where') continue;
    if (mood === 'imperative' || verb.negated || !(FILING.has(verb.lemma) || inList('noted-verbs', verb.lemma) || verb.lemma === 'receive'))
      return false;
    if (verb.tense === 'future') return false;
    const at = subject && subject.actor !== 'own' ? [subject.from, subject.to] : [verb.to, Math.min(to, verb.to + 6)];
    for (let i = at[0]; i < at[1]; i += 1) filed ||= isMessage(words, i);
  }
  return filed && to > from;
}
