import { classBy } from '../../lexicon/index.js';
import { wordAt } from '../../text/words.js';
import { bareRegretOf } from '../act/window.js';
import { PhraseSet } from '../window.js';
import type { Span } from '../../text/span.js';
import type { LazyReading } from '../index.js';
import type { Clause, FaultState, Sentence } from '../reading.js';

const ACCEPTANCE = new PhraseSet([
  'you are right',
  'you are quite right',
  'you are absolutely right',
  'you were right',
  'you are correct',
  'should not have happened',
  'should never have happened',
  'fell short',
  'fallen short',
  'we got this wrong',
  'we got it wrong',
  'got that wrong',
]);

/** The words at which a failing can be accepted. */
const ACCEPTING = classBy((word) => word === 'our' || ACCEPTANCE.openings.has(word));

/**
 * Whether a failure of ours is admitted (own agent, own-act apology or words of acceptance), only described by the customer, or neither (RULES §1.7, §5).
 */
export function faultStateOf(reading: LazyReading): FaultState {
  if (reading.faults.some((found) => found.asserted && found.actor === 'own')) return 'admitted';
  if (
    reading.apologies.some((apology) => !apology.mention && apology.kind === 'own-act' && apology.specific && namesOwnAct(reading, apology))
  )
    return 'admitted';
  if (reading.sentences.some((sentence) => !sentence.question && accepts(reading, sentence))) return 'admitted';
  if (reading.clauses.some((clause) => regretsAct(reading, clause))) return 'admitted';
  if (reading.deeds.some(({ actor }) => actor === 'own')) return 'admitted';
  return reading.customerGrammar && reading.kind.value === 'complaint' ? 'described' : 'none';
}

/** "sorry we sent", "for our mistake", "for the delay we caused": the complement has an own agent. */
function namesOwnAct(reading: LazyReading, { start, end }: Span): boolean {
  const { words } = reading.grammar;
  for (let i = wordAt(words, start + 4); i < words.length && words.end[i] <= end; i += 1)
    if (/^(?:we|our|us|my)$/.test(words.norm[i])) return true;
  return false;
}

/** "We let your room to somebody else, and I'm sorry." */
function regretsAct(reading: LazyReading, clause: Clause): boolean {
  const { verb, subject, mention } = clause;
  if (verb?.tense !== 'past' || verb.voice !== 'active' || subject?.actor !== 'own' || mention) return false;
  return bareRegretOf(reading, clause) !== undefined;
}

/** You are right, that should not have happened, a standard that was missed; our own troubles named as ours. */
function accepts(reading: LazyReading, sentence: Sentence): boolean {
  const { words, tags } = reading.grammar;
  for (let i = ACCEPTING.first(words, sentence.from, sentence.to); i >= 0; i = ACCEPTING.first(words, i + 1, sentence.to)) {
    const accepted =
      (ACCEPTANCE.startingAt(words, i).length > 0 && !isRightToAsk(words.norm, i, sentence.to)) ||
      ownTrouble(words.norm, tags.pos, i, sentence.to);
    if (accepted && !reading.isMention({ start: words.start[i], end: words.end[i] })) return true;
  }
  for (let k = sentence.firstClause; k < sentence.endClause; k += 1)
    if (wasNotDue(reading, reading.clauses[k]) || wasOwed(reading, reading.clauses[k])) return true;
  return false;
}

/** "You should have been warned", "you should have had that news from me": what they were owed by us, and not what is expected to have reached them by now. */
function wasOwed({ grammar: { words } }: LazyReading, { verb, subject, negated, mention, to }: Clause): boolean {
  if (verb?.modal !== 'should' || verb.tense !== 'perfect' || negated || mention || subject?.actor !== 'customer') return false;
  const rest = words.norm.slice(verb.to, to);
  if (rest.includes('now') || rest.includes('already')) return false;
  if (verb.voice === 'passive') return /^(?:tell|warn|inform|ask|consult|offer|give|advise|ring|call|notify|keep)$/.test(verb.lemma);
  const from = rest.indexOf('from');
  return /^(?:have|hear|get)$/.test(verb.lemma) && from >= 0 && /^(?:me|us)$/.test(rest[from + 1] ?? '');
}

/** "That should not have happened": what came about is told as what should not. */
function wasNotDue(reading: LazyReading, clause: Clause): boolean {
  const { words } = reading.grammar;
  const { verb, subject } = clause;
  if (verb?.modal !== 'should' || !verb.negated || clause.mention || subject?.actor !== 'thing' || verb.lemma === 'take') return false;
  // "Libraries should not be lending saws": how it ought to be done anywhere.
  if (verb.tense !== 'perfect' && words.norm[subject.head].endsWith('s') && !/^(?:this|your)$/.test(words.norm[subject.from])) return false;
  // "They should not go in while it is green", "it should not be left in the sun": advice.
  if (verb.tense !== 'perfect' && !ACCIDENTAL.test(verb.lemma) && isAdvice(reading, clause)) return false;
  // "Will there be a queue?" – "No, there shouldn't be."
  if (verb.lemma === 'be' && verb.tense !== 'perfect' && verb.to >= clause.to && words.norm[verb.from - 1] === 'there') return false;
  // "It shouldn't be an issue", "it shouldn't be too long" foretell.
  return verb.lemma !== 'be' || verb.tense === 'perfect' || !/^(?:a|an|any|too|long|much|hard|difficult)$/.test(words.norm[verb.to] ?? '');
}

/** What comes about by nobody's will: to say that it should not is to regret it. */
const ACCIDENTAL = /^(?:happen|occur|arise|exist|fail|break|leak|drip|smell)$/;

/** What is said of those who are spoken of, or with a while or until. */
function isAdvice({ grammar: { words }, clauses, sentences }: LazyReading, { subject, index, sentence }: Clause): boolean {
  if (/^(?:they|she|he)$/.test(words.norm[subject!.from])) return true;
  return clauses
    .slice(index + 1, sentences[sentence].endClause)
    .some(({ link }) => link !== undefined && /^(?:while|until|unless|if|before|when|till)$/.test(link));
}

/** "You were right to raise it", "right to check": that they turned to us, whatever comes of it. "Right to be angry" accepts. */
function isRightToAsk(norm: readonly string[], at: number, to: number): boolean {
  for (let i = at + 2; i + 2 < Math.min(to, at + 5); i += 1)
    if (norm[i] === 'right' && norm[i + 1] === 'to')
      return /^(?:raise|ask|ring|call|check|query|write|tell|report|mention|wonder|come|bring|contact|question|let|email|flag|stop|wait|switch|turn|keep)$/.test(
        norm[i + 2],
      );
  return false;
}

/** "our catering issues", "an issue with our lifts". */
function ownTrouble(norm: readonly string[], pos: readonly string[], at: number, end: number): boolean {
  if (norm[at] !== 'our') return false;
  for (let i = at + 1; i < Math.min(end, at + 4) && pos[i] === 'nominal'; i += 1)
    if (/^(?:issues?|problems?|troubles?|shortcomings?|shortages?)$/.test(norm[i])) return i > at + 1 || norm[i] === 'shortcomings';
  return false;
}
