import { listed, wordClass } from '../../lexicon/index.js';
import { Gap, hasWord } from '../../text/words.js';
import type { LazyReading } from '../index.js';
import type { Clause, Sentence } from '../reading.js';
import { restates } from './anchors.js';
import { GOOD, STATUS } from './judgement-words.js';

const POSITIVE_EVALUATION = listed('positive-evaluation');

/** What nobody blames who takes a customer's part. */
const REPROACH = new Set('blame kick beat reproach fault scold torture torment'.split(' '));
/** What nobody could do with a thing that is badly made or badly put. */
const MAKING_OUT = new Set('tell guess know follow understand figure spot read decipher fit work make see find notice'.split(' '));
const LIKE = wordClass('like as');
const FACING = wordClass('minute hour day night week morning second');

/** The customer's part is taken: against themselves, against our script, against how we treated what they said. */
export function takesTheirPart(reading: LazyReading, sentence: Sentence): boolean {
  for (let k = sentence.firstClause; k < sentence.endClause; k += 1) {
    const clause = reading.clauses[k];
    if (clause.verb && brushedOff(reading, clause)) return true;
    if (!clause.verb || clause.mention || clause.mood === 'question' || clause.mood === 'condition') continue;
    if (absolves(reading, clause) || nobodyCould(reading, clause) || weighs(reading, clause)) return true;
  }
  return deniesAsTheyDo(reading, sentence) || curtlyDenies(reading, sentence);
}

/** "You shouldn't be hard on yourself", "please don't blame yourself" */
function absolves({ grammar: { words } }: LazyReading, { verb, to }: Clause): boolean {
  if (!verb!.negated) return false;
  const { norm } = words;
  if (!hasWord(norm, verb!.to, Math.min(to + 2, verb!.to + 5), 'yourself')) return false;
  return REPROACH.has(verb!.lemma) || (verb!.lemma === 'be' && /^(?:hard|tough|harsh|angry)$/.test(norm[verb!.to] ?? ''));
}

/** "Nobody could tell which way is up", "no one could make sense of that page"; not "nobody could reach you". */
function nobodyCould({ grammar: { words } }: LazyReading, { subject, verb }: Clause): boolean {
  const { norm } = words;
  const nobody =
    subject !== undefined &&
    (/^(?:nobody|noone|no-one)$/.test(norm[subject.from]) || (norm[subject.from] === 'no' && norm[subject.from + 1] === 'one'));
  // "You spoke up and no one helped you."
  if (nobody && !verb!.modal && verb!.tense === 'past' && /^(?:help|answer|call|ring|meet|warn|tell)$/.test(verb!.lemma))
    return norm[verb!.to] === 'you' && norm[verb!.to + 1] !== 'to';
  if (!nobody || !/^(?:can|could)$/.test(verb!.modal ?? '') || !MAKING_OUT.has(verb!.lemma)) return false;
  const next = norm[verb!.to] ?? '';
  if (verb!.lemma === 'make') return next === 'sense' || next === 'head' || next === 'out';
  if (verb!.lemma === 'find' || verb!.lemma === 'see')
    return verb!.modal === 'could' && /^(?:that|it|which|how|where|in|without)$/.test(next);
  return !/^(?:you|your|me|us|what|why)$/.test(next);
}

/** "Every minute on hold counts double", "each hour feels like three" */
function weighs({ grammar: { words } }: LazyReading, { subject, verb }: Clause): boolean {
  if (!subject || verb!.negated || verb!.tense !== 'present' || !/^(?:every|each)$/.test(words.norm[subject.from])) return false;
  return FACING.first(words, subject.from, verb!.from) >= 0 && /^(?:count|matter|feel|drag|hurt|hang|weigh)$/.test(verb!.lemma);
}

/** "You told us it was urgent and we treated it like any other ticket": what they said, and how little we made of it. */
function brushedOff(reading: LazyReading, { index, subject, verb, sentence, negated, mention, link }: Clause): boolean {
  if (subject?.actor !== 'own' || verb!.modal || (verb!.tense !== 'past' && verb!.tense !== 'perfect')) return false;
  const slighted =
    verb!.lemma === 'ignore' ||
    verb!.lemma === 'overlook' ||
    verb!.lemma === 'brush' ||
    (verb!.lemma === 'treat' && LIKE.first(reading.grammar.words, verb!.to, verb!.to + 8) >= 0);
  const deaf = negated && /^(?:listen|act|answer|hear|react|help|call|ring|reply|respond|come|pick)$/.test(verb!.lemma);
  if (!slighted && !deaf) return false;
  // Behind "you told us" it all looks like what they said; "and we" goes on in our own words.
  if (mention && link !== 'and' && link !== 'but') return false;
  return reading.clauses
    .slice(reading.sentences[sentence].firstClause, index)
    .some(
      (told) =>
        told.subject?.actor === 'customer' &&
        /^(?:tell|warn|say|ask|write|ring|call|beg|explain|report|flag|trust|do|speak)$/.test(told.verb?.lemma ?? ''),
    );
}

/** "You asked whether this is what we call support: it isn't.": their doubt is shared. */
function deniesAsTheyDo(reading: LazyReading, { firstClause, endClause, to }: Sentence): boolean {
  const last = reading.clauses[endClause - 1];
  const asked = reading.clauses[firstClause];
  const { norm, gap } = reading.grammar.words;
  if (last === undefined || last === asked || last.verb?.lemma !== 'be' || !last.negated || last.to < to || to - last.from > 4)
    return false;
  if (!/^(?:it|that|this)$/.test(norm[last.subject?.from ?? -1] ?? '') || !(gap[last.subject!.from] & (Gap.break | Gap.comma | Gap.stop)))
    return false;
  return (
    asked.subject?.actor === 'customer' &&
    /^(?:ask|wonder)$/.test(asked.verb?.lemma ?? '') &&
    /\b(?:what|how) (?:we|you|i) (?:call|mean|think|treat|deserve|pay)/.test(norm.slice(asked.to, last.from).join(' '))
  );
}

/** "Nope, not okay.": a sentence of its own that denies that this was good. */
function curtlyDenies({ grammar: { words } }: LazyReading, { from, to }: Sentence): boolean {
  const at = to - 2;
  if (at < from || at > from + 1 || words.norm[at] !== 'not') return false;
  return /^(?:okay|ok|good|fair|right|acceptable|fun|great|nice|funny)$/.test(words.norm[at + 1]);
}

/** "It was sneaky", to somebody who called it so: their word is owned. */
export function echoesThem(reading: LazyReading, { firstClause, endClause, to }: Sentence, theirs: ReadonlySet<string>): boolean {
  const { words, tags } = reading.grammar;
  for (let k = firstClause; k < endClause; k += 1) {
    const { verb, subject, mood, mention } = reading.clauses[k];
    if (verb?.lemma !== 'be' || verb.negated || verb.modal || mood !== 'statement' || mention) continue;
    if (!subject || !/^(?:it|that|this)$/.test(words.norm[subject.from]) || subject.to - subject.from > 1) continue;
    let at = verb.to;
    while (at < to && tags.pos[at] === 'adverb') at += 1;
    if (at >= to || tags.pos[at] !== 'nominal' || (at + 1 < to && !(words.gap[at + 1] & (Gap.comma | Gap.break | Gap.stop)))) continue;
    if (
      restates(reading, at, at + 1, theirs) &&
      !STATUS.at(words, at) &&
      !GOOD.at(words, at) &&
      !POSITIVE_EVALUATION.at(words, at) &&
      /[a-z]{4}/.test(words.norm[at]) &&
      !words.norm[at].endsWith('ed')
    )
      return true;
  }
  return false;
}
