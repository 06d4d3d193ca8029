import { inList, wordClass } from '../../lexicon/index.js';
import type { LazyReading } from '../index.js';
import type { Clause } from '../reading.js';
import type { Act } from './acts.js';

/** Refusals that refuse nothing: we can't imagine, we cannot thank you enough, we can't guarantee. */
const EMPTY_REFUSAL = new Set(
  'imagine wait thank apologise stress control understand comment say see find believe guarantee express agree excuse hear tell emphasise overstate undo explain know fault be have go get do'.split(
    ' ',
  ),
);

const LIMITING = new Set('offer allow refund accept cover permit compensate reimburse issue provide credit waive'.split(' '));

/** A refusal is a decision: unwelcome, but it ends the waiting. A hedged one (`might not be able`) is not. */
export function decision(reading: LazyReading, clause: Clause): Act | undefined {
  const { verb, subject, negated } = clause;
  if (!verb || verb.tense === 'none') return undefined;
  if (noCanDo(reading, clause) || isClosed(reading, clause)) return { kind: 'decided', lemma: verb.lemma };
  if (!negated) return notSomething(reading, clause);
  // "We regret that we could not fit you in", "sorry we weren't able to mow it": what did not happen then, no answer for now.
  if ((verb.modal === 'could' || (verb.modal === 'can' && verb.tense === 'past')) && isSorryBefore(reading, clause)) return undefined;
  const eligible =
    verb.lemma === 'qualify' ||
    (verb.lemma === 'be' && /^(?:eligible|entitled|refundable|transferable|covered)$/.test(reading.grammar.words.norm[verb.to] ?? ''));
  if (eligible) return { kind: 'decided', lemma: verb.lemma };
  // "It cannot be extended": whoever decides it.
  if (isBarred(reading, clause) || isForbidden(reading, clause) || isImpossible(reading, clause))
    return { kind: 'decided', lemma: verb.lemma };
  if (subject?.actor !== 'own') return undefined;
  // "We cannot be held liable" disowns; it decides nothing about what they asked for.
  if (verb.lemma === 'hold' && /^(?:liable|responsible|accountable)$/.test(reading.grammar.words.norm[verb.to] ?? '')) return undefined;
  // "We can't do that."
  if (verb.lemma === 'do' && /^(?:that|this|it)$/.test(reading.grammar.words.norm[verb.to] ?? '') && verb.modal === 'can')
    return { kind: 'decided', lemma: 'do' };
  if (EMPTY_REFUSAL.has(verb.lemma) || inList('courtesy-verbs', verb.lemma) || turnsBackTime(reading, clause)) return undefined;
  const refuses = /^(?:can|could|will|would|shall)$/.test(verb.modal ?? '') || verb.tense === 'future';
  const limits = verb.tense === 'present' && !verb.modal && LIMITING.has(verb.lemma);
  return refuses || limits ? { kind: 'decided', lemma: verb.lemma } : undefined;
}

/** "Your voucher cannot be extended"; not "we can never guarantee that it can't be changed". */
function isBarred(reading: LazyReading, { verb, subject, index, sentence }: Clause): boolean {
  if (verb!.voice !== 'passive' || verb!.modal !== 'can' || verb!.tense !== 'present' || subject?.actor !== 'thing') return false;
  const before = reading.clauses[index - 1];
  const doubted =
    before?.sentence === sentence && before.verb !== undefined && /^(?:guarantee|promise|ensure|say|think|hope)$/.test(before.verb.lemma);
  return !doubted && verb!.lemma !== 'hold' && inList('remedial-verbs', verb!.lemma);
}

/** "Name changes aren't permitted", to somebody who spoke of one; not "rude words are not allowed here". */
function isForbidden({ grammar: { words }, customerGrammar }: LazyReading, { verb, subject }: Clause): boolean {
  if (verb!.voice !== 'passive' || verb!.tense !== 'present' || verb!.modal || !/^(?:allow|permit)$/.test(verb!.lemma)) return false;
  if (subject?.actor !== 'thing' || !customerGrammar) return false;
  const thing = words.norm[subject.head].replace(/s$/, '');
  return customerGrammar.words.norm.some((word) => word === thing || word === `${thing}s`);
}

/** "That won't be possible", "this is not possible". */
function isImpossible({ grammar: { words } }: LazyReading, { verb, subject }: Clause): boolean {
  if (verb!.lemma !== 'be' || !subject || verb!.tense === 'past' || /^(?:may|might|could|should)$/.test(verb!.modal ?? '')) return false;
  return /^(?:that|this|it)$/.test(words.norm[subject.from]) && words.norm[verb!.to] === 'possible';
}

/** "We can't turn back the clock", "we can't bring back the evening" */
function turnsBackTime({ grammar: { words } }: LazyReading, { verb, to }: Clause): boolean {
  const { norm } = words;
  if (!/^(?:turn|bring|give|make|change|wind|put)$/.test(verb!.lemma)) return false;
  for (let i = verb!.to; i < Math.min(to, verb!.to + 6); i += 1)
    if (/^(?:time|clock|hours?|days?|evening|past|happened)$/.test(norm[i]))
      return /^(?:back|up)$/.test(norm[verb!.to] ?? '') || norm[i] !== 'time';
  return false;
}

/** "We regard the case as concluded." */
function isClosed(reading: LazyReading, { verb, subject, to }: Clause): boolean {
  if (subject?.actor !== 'own' || !/^(?:regard|consider|treat|deem)$/.test(verb!.lemma)) return false;
  const { norm } = reading.grammar.words;
  for (let i = verb!.to; i < Math.min(to + 2, verb!.to + 7); i += 1)
    if (/^(?:closed|concluded|settled|final|finished)$/.test(norm[i] ?? '')) return true;
  return false;
}

const NO = wordClass('no');

/** "So no can do", "it's a no from us, I'm afraid". */
function noCanDo({ grammar: { words } }: LazyReading, { from, to }: Clause): boolean {
  const { norm } = words;
  const end = Math.min(to, from + 12);
  for (let i = NO.first(words, from, end); i >= 0; i = NO.first(words, i + 1, end)) {
    if (norm[i + 1] === 'can' && norm[i + 2] === 'do') return true;
    if (norm[i - 1] === 'a' && (i + 1 >= to || /^(?:from|on|this|for|i|i'm|sorry)$/.test(norm[i + 1] ?? ''))) return true;
  }
  return false;
}

/** "This isn't a thing we'd lend you a van for." */
function notSomething(reading: LazyReading, { verb, subject, index, sentence }: Clause): Act | undefined {
  const before = reading.clauses[index - 1];
  if ((verb!.modal !== 'would' && verb!.modal !== 'can') || inList('courtesy-verbs', verb!.lemma)) return undefined;
  if (subject?.actor !== 'own' || before?.sentence !== sentence || !before.verb?.negated || before.verb.lemma !== 'be') return undefined;
  return before.to === (subject?.from ?? -1) ? { kind: 'decided', lemma: verb!.lemma } : undefined;
}

/** Regret in the clause before, or in the words that lead up to this one. */
function isSorryBefore(reading: LazyReading, clause: Clause): boolean {
  const before = reading.clauses[clause.index - 1];
  if (before?.sentence !== clause.sentence || !before.verb || !/^(?:regret|apologise|be)$/.test(before.verb.lemma)) return false;
  if (before.verb.lemma !== 'be') return true;
  const { norm } = reading.grammar.words;
  return norm.slice(before.verb.to, before.to).includes('sorry');
}
