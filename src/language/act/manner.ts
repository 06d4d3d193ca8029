import { inList } from '../../lexicon/index.js';
import { effectOfClause } from './verbs.js';
import { saysWhen } from './window.js';
import type { LazyReading } from '../index.js';
import type { Clause } from '../reading.js';
import type { Act } from './acts.js';

/** What somebody of ours does at a time that is told. */
const FETCHING = /^(?:pick|collect|fetch|bring|come|call|ring|deliver|visit|swap|replace|repair|fit|install|meet)$/;

/** Done, promised, offered, or none of them: what tense and modal say. */
export function manner(reading: LazyReading, clause: Clause, own: boolean): Act['kind'] | undefined {
  const verb = clause.verb!;
  if (/^(?:who|which|that|because|since|when|as)$/.test(clause.link ?? '') && verb.tense === 'past') return undefined;
  // "What we are spending in a week …": told of, not begun.
  if (verb.progressive && (verb.modal === 'can' || verb.modal === 'could' || clause.link === 'what')) return undefined;
  switch (verb.modal) {
    case 'may':
    case 'might':
    case 'must':
    case 'should':
    case 'ought':
      return undefined;
    case 'would':
      return own && verb.tense === 'present' && (isWilling(reading, clause) || isAble(reading, clause)) ? 'offered' : undefined;
    case 'can':
      // "so we can improve" is a purpose, not an offer.
      return /^(?:so|that)$/.test(reading.grammar.words.norm[(clause.subject ?? verb).from - 1] ?? '') ? undefined : 'offered';
    case 'could':
      return verb.tense === 'present' && (own || isOpenOffer(reading, clause)) ? 'offered' : undefined;
  }
  if (verb.tense === 'future' || verb.modal === 'will') return 'promised';
  // "We had swapped two labels" tells how it came about.
  if (verb.tense === 'perfect' && reading.grammar.words.norm[verb.from] === 'had') return undefined;
  if (verb.tense === 'perfect') return verb.lemma === 'be' ? undefined : isRoutine(reading, clause) ? undefined : 'done';
  // "I am writing to tell you" does nothing yet.
  if (verb.progressive) return verb.tense === 'present' && verb.lemma !== 'write' && !isRoutine(reading, clause) ? 'promised' : undefined;
  if (verb.tense === 'past') {
    const helps = inList('remedial-verbs', verb.lemma) || verb.lemma === 'take';
    return helps && (own || (verb.lemma !== 'take' && servesCustomer(reading, clause))) ? 'done' : undefined;
  }
  // "Our driver picks it up tomorrow between 10 and 12."
  if (verb.tense === 'present' && !own && FETCHING.test(verb.lemma) && !isRoutine(reading, clause))
    return saysWhen(reading, reading.sentences[clause.sentence]) ? 'promised' : undefined;
  if (verb.tense === 'present' && own) return isMeanwhile(reading, clause) ? 'promised' : presentAct(reading, clause);
  return undefined;
}

/** "Our fitters could always swing by": somebody of ours would. */
function isOpenOffer({ grammar: { words } }: LazyReading, { verb }: Clause): boolean {
  for (let i = verb!.from; i < verb!.main; i += 1) if (/^(?:always|certainly|gladly|happily)$/.test(words.norm[i])) return true;
  return false;
}

/** "Thanks for bearing with us as we work on it", "while we find a spare unit": what we are at meanwhile. */
function isMeanwhile(reading: LazyReading, { verb, link, subject, sentence }: Clause): boolean {
  if (!/^(?:as|while|whilst)$/.test(link ?? '') || verb!.modal || !subject) return false;
  // What opens its sentence gives a cause or a contrast: "As we work by hand, …".
  const at = subject.from - 1;
  if (at <= reading.sentences[sentence].from) return false;
  // "As soon as we get the part."
  if (/^(?:soon|far|long|much|well|fast|quickly|often)$/.test(reading.grammar.words.norm[at - 1])) return false;
  if (verb!.lemma === 'work' || verb!.lemma === 'try' || verb!.lemma === 'get' || verb!.lemma === 'wait') return true;
  return link !== 'as' && inList('remedial-verbs', verb!.lemma) && !/^(?:offer|give|run|treat|work)$/.test(verb!.lemma);
}

/** "Maria found your parcel" serves them; "our desk gave out the badges" is a tale. */
function servesCustomer(reading: LazyReading, clause: Clause): boolean {
  const { norm } = reading.grammar.words;
  for (let i = clause.verb!.to; i < Math.min(clause.to, clause.verb!.to + 4); i += 1)
    if (norm[i] === 'you' || norm[i] === 'your') return true;
  return false;
}

/** We'd like to, would be happy to, would love to: an offer when the infinitive moves something. */
function isWilling(reading: LazyReading, clause: Clause): boolean {
  const { lemma } = clause.verb!;
  const { norm } = reading.grammar.words;
  if (lemma === 'like' || lemma === 'love' || lemma === 'want' || lemma === 'welcome' || lemma === 'appreciate') return true;
  return lemma === 'be' && /^(?:happy|glad|pleased|delighted|willing|keen|able|more|very|only)$/.test(norm[clause.verb!.to] ?? '');
}

/** "We'd be able to look at it." */
function isAble({ grammar: { words } }: LazyReading, { verb, negated }: Clause): boolean {
  return !negated && words.norm[verb!.main - 1] === 'to' && words.norm[verb!.main - 2] === 'able';
}

/** The plain present does little: we are happy to refund, I enclose, we check with the organiser. Habits are no act. */
function presentAct(reading: LazyReading, clause: Clause): Act['kind'] | undefined {
  const verb = clause.verb!;
  if (isRoutine(reading, clause)) return undefined;
  if (verb.lemma === 'be' && isWilling(reading, clause)) return 'offered';
  // "We allow you to rebook at no cost."
  if (/^(?:allow|let)$/.test(verb.lemma) && reading.grammar.words.norm[verb.to] === 'you') return 'offered';
  if (verb.lemma === 'be' && effectOfClause(reading, clause).effect === 'moves') return 'promised';
  if ((verb.lemma === 'have' || verb.lemma === 'see' || verb.lemma === 'show') && saysWhen(reading, reading.sentences[clause.sentence]))
    return 'answered';
  // "We do the repair on Friday", "I send you the label today": the present of a plan, or of a writer whose language has no other.
  const planned = inList('remedial-verbs', verb.lemma) || /^(?:do|come|bring|have|make)$/.test(verb.lemma);
  if (planned && saysWhen(reading, reading.sentences[clause.sentence])) return 'promised';
  if (verb.lemma === 'do' && /^(?:everything|all|whatever)$/.test(reading.grammar.words.norm[verb.to] ?? '')) return 'promised';
  if (!verb.modal && /^(?:expect|plan|intend)$/.test(verb.lemma)) return 'promised';
  return /^(?:enclose|attach|check|send|refund|offer|propose|suggest|await|promise)$/.test(verb.lemma) ? 'promised' : undefined;
}

function isRoutine(reading: LazyReading, clause: Clause): boolean {
  const { norm } = reading.grammar.words;
  for (let i = Math.max(clause.from, clause.verb!.from - 2); i < clause.to; i += 1)
    if (/^(?:always|never|regularly|usually|normally|constantly|continuously|continually|every|consistently|daily|often)$/.test(norm[i]))
      return true;
  return false;
}
