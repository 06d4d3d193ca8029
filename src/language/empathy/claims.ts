import { wordClass } from '../../lexicon/index.js';
import type { LazyReading } from '../index.js';
import type { Clause, Sentence } from '../reading.js';

/** What customers are not, though they might think that we think so. */
const UNREASONABLE = wordClass('difficult unreasonable fussy silly overreacting demanding petty asking');
const IN_THE_RIGHT = wordClass('right correct entitled justified');
/** "You are entitled to a refund" tells of terms, not of feelings. */
const REFUND = wordClass('refund compensation claim voucher credit');

/** What the customer, as the subject, is told to have a right to, or not to have to bear. */
export function claimed(reading: LazyReading, sentence: Sentence, clause: Clause): boolean {
  const { words } = reading.grammar;
  const { norm } = words;
  const { lemma, modal, negated, tense, voice, to } = clause.verb!;
  // "You should not have been spoken to like that", "you shouldn't need to prove it", "you should be able to rely on the lift".
  if (norm[clause.verb!.from] === 'should' || norm[clause.verb!.from] === 'ought') {
    if (negated)
      return voice === 'passive' || modal === 'need' || lemma === 'need' || modal === 'have to' || (lemma === 'be' && norm[to] === 'the');
    return /^(?:rely|trust|count|depend)$/.test(lemma);
  }
  // "an evening you won't have again": the object stands before.
  if (negated && /^(?:have|get|see|live)$/.test(lemma) && tense === 'future') return /^(?:again|back|twice)$/.test(norm[to] ?? '');
  if (modal) return false;
  if (lemma === 'be' && tense === 'present')
    return (negated ? UNREASONABLE : IN_THE_RIGHT).first(words, to, to + 3) >= 0 && REFUND.first(words, to, to + 5) < 0;
  // "You do not need this on top of a move"; "a day that you don't get back".
  if (lemma === 'need' && negated) return /^(?:this|that)$/.test(norm[to] ?? '');
  if (lemma === 'get' && negated) return norm[to] === 'back';
  if (negated) return false;
  // "You had done everything right."
  if (lemma === 'do' && (tense === 'past' || tense === 'perfect'))
    return (
      /^(?:right|properly|correctly)$/.test(norm[to + 1] ?? '') ||
      (/^(?:everything|all)$/.test(norm[to] ?? '') && /^(?:you|we|that|anyone)$/.test(norm[to + 1] ?? '')) ||
      (norm[to] === 'nothing' && norm[to + 1] === 'wrong') ||
      (norm[to] === 'your' && /^(?:part|bit|best|share)$/.test(norm[to + 1] ?? ''))
    );
  // "When you pay for the next day, you expect it the next day."
  if (lemma === 'expect' && tense === 'present')
    return reading.clauses.slice(Math.max(sentence.firstClause, clause.index - 6), clause.index).some(({ mood }) => mood === 'condition');
  return takesForGranted(reading, clause);
}

/** "Of course you want to know where your money is", "you have been very patient": their wish is natural, their patience great. */
function takesForGranted(reading: LazyReading, { subject, verb }: Clause): boolean {
  const { norm } = reading.grammar.words;
  const { lemma, tense, to } = verb!;
  if (lemma === 'be' && tense === 'perfect') {
    for (let i = to; i < to + 3; i += 1) if (norm[i] === 'patient') return true;
    return false;
  }
  const before = norm[subject!.from - 1];
  const granted = before === 'naturally' || before === 'obviously' || (before === 'course' && norm[subject!.from - 2] === 'of');
  return granted && /^(?:want|expect|need|feel|be|wonder|hope|think|worry|deserve)$/.test(lemma) && tense !== 'future';
}

/** "I'd like to know where we let you down", "please tell us how we let you down": the failing is not known. */
export function isAskedFor({ clauses }: LazyReading, { index, sentence, link }: Clause): boolean {
  if (!/^(?:where|how|if|whether|what)$/.test(link ?? '')) return false;
  const asks = clauses[index - 1];
  return asks?.sentence === sentence && /^(?:know|tell|learn|hear|find|share|understand|say|explain)$/.test(asks.verb?.lemma ?? '');
}

/** "No apology gives you back the day", "words won't bring back your evening" */
export function cannotBeGivenBack(norm: readonly string[], from: number, to: number): boolean {
  if (/^(?:replaces?|undoes|undo|outweighs?|heals?)$/.test(norm[from - 1])) return /^(?:the|your|that|what)$/.test(norm[from] ?? '');
  for (let i = from; i < Math.min(to, from + 4); i += 1)
    if (
      norm[i] === 'back' &&
      (/^(?:the|your|that|those|you|what|a|an)$/.test(norm[i + 1] ?? '') || /^(?:them|him|her|it)$/.test(norm[i - 1]))
    )
      return true;
  return false;
}
