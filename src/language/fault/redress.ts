import { listed, wordClass } from '../../lexicon/index.js';
import type { Span } from '../../text/span.js';
import { PhraseList } from '../phrase-list.js';
import type { LazyReading } from '../index.js';
import type { Clause, NounPhrase, SpeechAct, VerbGroup } from '../reading.js';
import { wordAt } from '../../text/words.js';

import { EITHER_WAY, isPreventive, speaksToThem } from './prevention.js';

const GESTURE_PHRASES = new PhraseList('gesture-phrases');
const REDRESS_NOUNS = listed('redress-nouns');

/** Talking and looking are steps, but nothing that the customer gets. */
const TALKING = new Set(
  'call ring phone text write ask check investigate look speak talk discuss meet raise escalate follow address trace research query examine inspect verify confirm decide consider remind instruct tackle attend explain email mail contact handle deal work find reach help assist request process see know apply'.split(
    ' ',
  ),
);

/** What gives money or a thing back, whatever else the sentence tells. */
const PAYING = new Set('pay refund repay credit reimburse compensate replace'.split(' '));

/** What money is taken off. */
const BILLS = wordClass('bill bills invoice account fee fees rent price total premium instalment balance statement tab');
/** What somebody does who brings the customer what was owed. */
const GIVING = new Set('bring deliver fit hand give present replace repair collect mend fix install return come go'.split(' '));
/** What the customer gets for a failure: a repair, a refund, a gesture, or the question what would put it right. */
export function redressOf(reading: LazyReading): Span | undefined {
  const { words } = reading.draft;
  for (const sentence of reading.body) {
    const named = GESTURE_PHRASES.find(words, sentence.from, sentence.to);
    if (named && !reading.isMention(named) && !refuses(reading, named)) return { start: sentence.start, end: sentence.end };
  }
  const act = reading.acts.find((one) => isRemedy(reading, one));
  if (act) return reading.sentences[act.sentence];
  const granted = reading.clauses.find((clause) => grants(reading, clause));
  return granted && reading.sentences[granted.sentence];
}

/** "You may get your fare back", "you can claim the taxi", "Elena will bring you a new one": what they get, said of them or of whoever brings it. */
function grants(reading: LazyReading, { verb, subject, from, to, mood, negated, mention, sentence }: Clause): boolean {
  if (!verb || !subject || mention || mood !== 'statement' || reading.sentences[sentence].role !== 'body') return false;
  const { words } = reading.draft;
  // "You won't pay the call-out charge."
  if (negated) {
    const charges = /^(?:pay|owe|charge|bill|invoice|deduct)$/.test(verb.lemma) && verb.tense !== 'past' && verb.tense !== 'perfect';
    // "No rent is due until August."
    const due = verb.lemma === 'be' && words.norm[subject.from] === 'no' && /^(?:due|payable|owed|owing)$/.test(words.norm[verb.to] ?? '');
    return due || (charges && (subject.actor === 'customer' || verb.voice === 'passive'));
  }
  // "We have a table for you tonight."
  if (subject.actor === 'own' && verb.lemma === 'have')
    return speaksToThem(words, { from: verb.to, to }) && words.norm.slice(verb.to, to).includes('for');
  if (isRestored(reading, { verb, subject })) return true;
  // "It comes off June's bill."
  if (verb.lemma === 'come' && words.norm[verb.to] === 'off' && verb.tense !== 'past') return BILLS.first(words, verb.to + 1, to) >= 0;
  if (subject.actor === 'customer') {
    // "You get the rental back for both days."
    if (/^(?:get|have)$/.test(verb.lemma) && verb.tense === 'present' && !verb.modal)
      return words.norm.slice(verb.to + 1, Math.min(to, verb.to + 6)).includes('back');
    if (!/^(?:can|may|will)$/.test(verb.modal ?? (verb.tense === 'future' ? 'will' : '')) || words.norm[subject.from] !== 'you')
      return false;
    return (
      /^(?:claim|reclaim|have|get|keep|receive|collect|pick|choose|use)$/.test(verb.lemma) && REDRESS_NOUNS.first(words, verb.to, to) >= 0
    );
  }
  const other = subject.actor === 'colleague' || subject.actor === 'third-party' || subject.actor === 'thing';
  return (
    other &&
    (verb.tense === 'future' || verb.tense === 'present') &&
    GIVING.has(verb.lemma) &&
    (speaksToThem(words, { from: verb.to, to: Math.max(verb.to, to) }) || /^(?:it|them)$/.test(words.norm[verb.to] ?? '')) &&
    from < to
  );
}

/** "It is right now", "your account is open again", "our joiner will be with you at nine". */
function isRestored(reading: LazyReading, { verb, subject }: { readonly verb: VerbGroup; readonly subject: NounPhrase }): boolean {
  const { norm } = reading.grammar.words;
  // "Your line works again since noon."
  if (verb.tense === 'present' && norm[subject.from] === 'your' && /^(?:again|now)$/.test(norm[verb.to] ?? '')) return !verb.negated;
  if (verb.lemma !== 'be' || verb.negated || (verb.tense !== 'present' && verb.tense !== 'future')) return false;
  if (verb.tense === 'future')
    return (
      ((norm[subject.from] === 'our' || subject.actor === 'colleague') && /^(?:there|with|at|back|on)$/.test(norm[verb.to] ?? '')) ||
      // "New cards will be through your letterbox on Saturday."
      (/^(?:new|fresh|another|a)$/.test(norm[subject.from]) && /^(?:with|at|in|on|through|there)$/.test(norm[verb.to] ?? ''))
    );
  for (let i = verb.to; i < verb.to + 3; i += 1)
    if (norm[i + 1] === 'now' || norm[i + 1] === 'again')
      return /^(?:right|correct|open|active|live|back|on|in|working|it|there|up|complete|whole)$/.test(norm[i]);
  return false;
}

/** "A refund could prove difficult", "we can't give a discount": named, but not given. */
function refuses(reading: LazyReading, named: Span): boolean {
  const clause = reading.clauseAt(wordAt(reading.grammar.words, named.start));
  return clause !== undefined && (clause.negated || /^(?:may|might|could)$/.test(clause.verb?.modal ?? ''));
}

function isRemedy(reading: LazyReading, { kind, lemma, clause, sentence }: SpeechAct): boolean {
  if (kind !== 'done' && kind !== 'promised' && kind !== 'offered') return false;
  const { subject } = reading.clauses[clause];
  // "A new one reaches you on Friday": a thing talks to nobody.
  const talks = TALKING.has(lemma) && !(lemma === 'reach' && subject?.actor === 'thing');
  // "We'll pay you the £40, and every address is read back from now on."
  const paid = PAYING.has(lemma) && speaksToThem(reading.draft.words, reading.clauses[clause]);
  if (talks) return false;
  const { words } = reading.draft;
  if (lemma === 'do' || lemma === 'make' || lemma === 'let' || lemma === 'ensure') return false;
  // "Our new rota begins in March" is about our ways.
  const ours = subject !== undefined && words.norm[subject.from] === 'our';
  if ((ours || EITHER_WAY.has(lemma)) && !speaksToThem(words, reading.clauses[clause])) return false;
  return paid || !isPreventive(reading, reading.sentences[sentence]);
}
