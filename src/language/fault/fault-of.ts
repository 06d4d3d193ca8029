import type { LazyReading } from '../index.js';
import type { Actor, Clause, Fault, Sentence } from '../reading.js';
import { wordsAre } from '../window.js';

/** What follows these tells of what the customer told us. */
const HEARSAY = new Set('hear learn read see understand advise say tell mention report ask wonder'.split(' '));

function deniedAs(reading: LazyReading, from: number, clause: Clause): boolean {
  const { norm } = reading.grammar.words;
  for (let i = from; i < Math.min(from + 4, clause.verb?.from ?? clause.to); i += 1)
    if (/^(?:true|correct|right|case|accurate)$/.test(norm[i])) return norm[i + 1] === 'that';
  return false;
}

/** What is denied with these is not asserted behind them. */
const DISCLAIMED = new Set('say think mean suggest imply claim believe'.split(' '));

/** Whether the clause says itself what it tells: it neither denies, quotes, asks nor passes on what the customer told us. */
function asserted(reading: LazyReading, clause: Clause): boolean {
  const before = reading.clauses[clause.index - 1];
  const complement =
    before?.sentence === clause.sentence && before.to === clause.from && /^(?:that|why|how|what|if)?$/.test(clause.link ?? '');
  // "we would never say that you made a mistake"
  if (complement && before.negated && DISCLAIMED.has(before.verb?.lemma ?? '')) return false;
  // "If there is any case where your claim was not answered, …"
  if (before?.sentence === clause.sentence && before.mood === 'condition' && /^(?:where|that|which|in)$/.test(clause.link ?? ''))
    return false;
  // "it is not true that we ignored you"
  if (before?.sentence === clause.sentence && before.negated && before.verb?.lemma === 'be' && deniedAs(reading, before.verb.to, clause))
    return false;
  // "I'm writing to tell you that we charged you twice" tells it ourselves.
  const told =
    complement &&
    !before.negated &&
    before.subject?.actor === 'own' &&
    /^(?:that)?$/.test(clause.link ?? '') &&
    /^(?:tell|say|advise|report|admit|confirm)$/.test(before.verb?.lemma ?? '');
  if (complement && !told && HEARSAY.has(before.verb?.lemma ?? '') && before.to - before.verb!.to <= 1) return false;
  return (
    !clause.mention &&
    clause.mood === 'statement' &&
    !reading.isMention(clause) &&
    !wondered(reading, clause) &&
    !isOpinion(reading, clause) &&
    !namesWhatWentWrong(reading, clause)
  );
}

/**
 * "We cannot gauge exactly what went wrong", "not clear on what happened", "we're not sure what cracked the glaze": the question word is the subject, and who did it
 * is left open.
 */
function namesWhatWentWrong(reading: LazyReading, { from, verb }: Clause): boolean {
  if (!verb) return false;
  const { norm } = reading.grammar.words;
  let at = verb.from - 1;
  while (at >= from && /^(?:exactly|actually|really|might|may|could|possibly|have|has|had)$/.test(norm[at])) at -= 1;
  return (
    at >= Math.max(0, from - 1) &&
    /^(?:what|whatever)$/.test(norm[at]) &&
    /^(?:go|cause|happen|lead|trigger|break|fail|lack|miss|prompt|prevent)$/.test(verb.lemma)
  );
}

/** "If you feel I've called this wrong": theirs to think. */
function isOpinion({ clauses }: LazyReading, { index, sentence, link }: Clause): boolean {
  const before = clauses[index - 1];
  if (before?.sentence !== sentence || before.mood !== 'condition' || before.subject?.actor !== 'customer') return false;
  return (link === undefined || link === 'that') && /^(?:feel|think|believe|find|decide|conclude|consider)$/.test(before.verb?.lemma ?? '');
}

/** "We want to know how we let you down": asked, not told. */
function wondered(reading: LazyReading, clause: Clause): boolean {
  if (!/^(?:where|what|why|how|whether|which|if)$/.test(clause.link ?? '')) return false;
  const before = reading.clauses[clause.index - 1];
  if (before?.sentence !== clause.sentence || !/^(?:know|understand|learn|hear|tell|see|find)$/.test(before.verb?.lemma ?? ''))
    return false;
  return before.verb?.tense === 'none' || before.mood === 'imperative' || before.verb?.modal === 'would' || before.verb?.modal === 'could';
}

/** The fault that a clause tells of, made by `actor` in the part of `role`. */
export function fault(
  reading: LazyReading,
  sentence: Sentence,
  clause: Clause,
  actor: Actor,
  role: Fault['role'],
  author?: { start: number; end: number },
): Fault {
  const { words } = reading.grammar;
  // "The catering firm is | to blame": the blame is read as a clause of its own.
  const blamed = clause.verb?.lemma === 'be' && wordsAre(words, clause.verb.to, 'to blame');
  return {
    start: clause.start,
    end: blamed ? words.end[clause.verb!.to + 1] : clause.end,
    clause: clause.index,
    sentence: sentence.index,
    actor,
    role,
    author: author ? { start: author.start, end: author.end } : undefined,
    asserted: asserted(reading, clause),
  };
}
