import { wordClass } from '../../lexicon/index.js';
import { isWishedGone, wishes } from './asked.js';
import { isAffirmed, theyDid } from './affirmed.js';
import { holdsForNow } from './deeds.js';
import { isMeant, refusalSaid } from './sayings.js';
import { BEING, OURS, SPARING } from './told-words.js';
import type { LazyReading } from '../index.js';
import type { Sentence } from '../reading.js';

/** Without one of these no sentence says no. */
const NAYS = wordClass(
  'not no never out impossible declined rejected refused turned against negative beyond stays stay remains pass passed chosen decided off more denied dismissed ruled non rather inability',
);
/** What is said of a deed that is, or is not, to be had. */
const PERMITTED = wordClass('possible permitted permissible allowed feasible doable happening negotiable achievable acceptable');
/** "is not something we do", "is not what we offer", "is one we have chosen not to": it, by a word that our own clause completes. */
const STANDING_IN = wordClass('something anything what thing one term favour service option request change step');
const ABLE = wordClass('can will would shall');
const ADVERBS =
  /^(?:currently|simply|just|really|unfortunately|sadly|however|actually|therefore|also|regrettably|presently|normally|generally|usually)$/;
/** Behind "can not": what we fail at, which is no refusal. */
const FAILING = wordClass(
  'see find found reach reached open opened read locate located trace traced tell know known hear reproduce reproduced imagine think believe explain understand recall remember confirm confirmed identify identified verify verified guarantee promise wait thank stress say undone help seen recovered predict rule be comment speak guess vouch blame check make',
);
/** What follows from the sentence before has its reason there. */
const FOLLOWING = /^(?:so|therefore|hence|thus|consequently|as|since|because|given)$/;
/**
 * Where a sentence says no to what the customer asked for, whatever it was and whatever the verb: "July can't be frozen", "an upgrade we cannot give", "that's
 * a favour I can't do you", "the deposit stays with us". The word of the no; undefined where there is none.
 */
export function refusalTold(reading: LazyReading, sentence: Sentence): number | undefined {
  const { words } = reading.grammar;
  const { from, to } = sentence;
  if (!reading.customerGrammar || FOLLOWING.test(words.norm[from])) return undefined;
  const wished = wishes(reading);
  for (let i = from; i < to; i += 1) {
    if (!NAYS.at(words, i) || holdsForNow(reading, i, to)) continue;
    if (!wished && !/^(?:turned|declined|rejected|negative|decided|against|pass)$/.test(words.norm[i])) continue;
    const said = words.norm[i] === 'not' ? isNegated(reading, sentence, i) : isAffirmed(reading, sentence, i);
    const clause = reading.clauseAt(i);
    if (said && !clause?.mention && !/^(?:because|which|if|when)$/.test(clause?.link ?? '')) return i;
  }
  return wished ? refusalSaid(reading, sentence) : undefined;
}

function isNegated(reading: LazyReading, { from, to }: Sentence, at: number): boolean {
  const { words } = reading.grammar;
  const { norm } = words;
  let after = at + 1;
  while (after < to && ADVERBS.test(norm[after])) after += 1;
  const ahead = isMeant(reading, from, at - 1);
  // "It was not accepted."
  if (norm[at - 1] === 'was' && /^(?:it|this|request|application)$/.test(norm[at - 2] ?? ''))
    return /^(?:accepted|approved|granted|upheld|successful|agreed|honoured)$/.test(norm[after] ?? '');
  if (BEING.at(words, at - 1)) {
    // "we are not able to prepare", "we are not going to print it"
    if (OURS.at(words, at - 2)) {
      const deed = /^(?:able|willing|prepared|going)$/.test(norm[after] ?? '') && norm[after + 1] === 'to' ? after + 2 : after;
      if (deed === after && reading.grammar.tags.form[after] !== 'ing') return false;
      return !SPARING.at(words, deed) && !FAILING.at(words, deed) && (isMeant(reading, deed, to) || isMeant(reading, from, at - 2));
    }
    if (!ahead || norm[at - 2] === 'you') return false;
    return (
      PERMITTED.at(words, after) ||
      onTheCards(norm, after) ||
      (/^(?:what|how)$/.test(norm[after] ?? '') &&
        (OURS.at(words, after + 1) || /^you (?:will|can|are)$/.test(norm.slice(after + 1, after + 3).join(' ')))) ||
      (STANDING_IN.at(words, norm[after] === 'a' ? after + 1 : after) && isOurs(reading, after, to))
    );
  }
  if (norm[at - 1] === 'do' && norm[after] === 'agree') return norm[at - 2] === 'we' && (ahead || isMeant(reading, after, to));
  // "A price match, that we don't do", "a term we do not accept": what stands before us is what we do not do.
  if (norm[at - 1] === 'do')
    return norm[at - 2] === 'we' && ahead && /^(?:do|offer|give|accept|provide|allow|grant|make|sell|run)$/.test(norm[after] ?? '');
  // "one we have chosen not to deliver to"
  if (/^(?:chosen|decided|opted|elected|choose|prefer)$/.test(norm[at - 1])) return norm[after] === 'to' && isMeant(reading, from, to);
  if (!ABLE.at(words, at - 1) || norm[at - 1] === 'would') return false;
  const deed = norm[after] === 'be' ? after + 1 : after;
  if (reading.grammar.tags.pos[deed] !== 'verb') return false;
  const sparing = norm[at - 1] === 'can' ? FAILING : SPARING;
  if (norm[deed] === 'work' && /^(?:for|on|at) (?:us|me|our)$/.test(norm.slice(deed + 1, deed + 3).join(' '))) return ahead;
  // "A copy won't do."
  if (norm[deed] === 'do' && deed + 1 >= to) return ahead;
  // "The fee will not be taken off."
  if (norm[deed] === 'taken' && norm[deed + 1] === 'off') return ahead;
  if (sparing.at(words, deed) || (norm[at - 1] === 'can' && SPARING.at(words, deed))) return false;
  if (norm[at - 1] !== 'can' && isWishedGone(reading.customerGrammar!, norm[deed])) return false;
  // "Blue you can't have."
  if (norm[at - 2] === 'you' && norm[deed] === 'have') return deed + 1 >= to && isMeant(reading, from, at - 2);
  if (norm[at - 2] === 'you')
    return (
      norm[at - 1] === 'will' &&
      /^(?:given|getting|get|receive|receiving|offered|granted)$/.test(norm[deed] ?? '') &&
      isMeant(reading, deed + 1, to)
    );
  if (deed > after && PERMITTED.at(words, deed)) return ahead;
  const clause = reading.clauseAt(at);
  const ours = OURS.at(words, at - 2) || clause?.subject?.actor === 'own' || clause?.subject?.actor === 'department';
  if (ours) return isMeant(reading, deed, to) || (deed < to && isMeant(reading, from, at - 2));
  return clause?.subject?.actor === 'thing' && ahead && (deed > after || norm[after] === 'come') && !theyDid(norm, deed);
}

function onTheCards(norm: readonly string[], at: number): boolean {
  return (
    /^(?:on the (?:cards|table)|an option|on offer|in order|up for|going to happen|going ahead)/.test(norm.slice(at, at + 3).join(' ')) ||
    /^(?:in our (?:plans|gift|programme|offer)|part of (?:the|our|what))/.test(norm.slice(at, at + 3).join(' '))
  );
}

function isOurs(reading: LazyReading, at: number, to: number): boolean {
  return OURS.first(reading.grammar.words, at, Math.min(to, at + 5)) >= 0;
}
