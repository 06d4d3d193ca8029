/** @file What somebody was to do and did not, whatever the verb: "the cleaner told nobody", "left it without finishing". */
import { inList } from '../../lexicon/index.js';
import type { LazyReading } from '../index.js';
import type { Clause } from '../reading.js';
import { isRendered } from './amiss.js';

/** Duties that are told as left out: without finishing, asking, looking. */
const LEFT_OUT = new Set('finish ask look wait consult obtain test measure secure close lock knock run leave'.split(' '));

/** What others may leave undone without a failing: "they never received it", "the courier did not charge you". */
const BLAMELESS = new Set(
  'receive get have be see hear know find mean need want say think charge bill damage change feel like exist arrive expect mind owe cause lie delay cancel lose break reach manage'.split(
    ' ',
  ),
);

/** "Bramble should have had a cone on and she didn't": what somebody was to have or to be, and not to do. */
export function hadNoDuty({ clauses }: LazyReading, { index, sentence, verb, to }: Clause): boolean {
  if (verb!.lemma !== 'do' || to > verb!.to) return false;
  for (let k = index - 1; k >= 0 && clauses[k].sentence === sentence; k -= 1) {
    const meant = clauses[k].verb;
    if (meant?.modal) return (meant.modal === 'should' || meant.modal === 'ought') && /^(?:have|be|feel|know)$/.test(meant.lemma);
  }
  return false;
}

/** What is due in every house, or is rendered to a thing of the customer in theirs: "the claim was not answered", "the medicine was not dispensed". */
export function isOwed({ verb, subject }: Clause): boolean {
  return inList('duty-verbs', verb!.lemma) || (verb!.voice === 'passive' && subject?.actor === 'thing' && isRendered(verb!.lemma));
}

/** "The representative who took that call never saved it": somebody else, and what they never did. */
export function neverDid(reading: LazyReading, { subject, verb }: Clause): boolean {
  const actor = subject?.actor;
  if (actor !== 'colleague' && actor !== 'department' && actor !== 'third-party') return false;
  const { norm } = reading.grammar.words;
  return norm[verb!.main - 1] === 'never' && !verb!.modal && !BLAMELESS.has(verb!.lemma);
}

/** "The venue's crew couldn't get the sound working in time", "could not get it fixed". */
export function getsNothingDone(reading: LazyReading, { subject, sentence, verb }: Clause): boolean {
  if (!/^(?:colleague|department|third-party)$/.test(subject?.actor ?? '')) return false;
  const { norm } = reading.grammar.words;
  const { to } = reading.sentences[sentence];
  for (let i = verb!.to; i < Math.min(to, verb!.to + 7); i += 1)
    if (/^(?:working|going|running|ready|done|fixed|right|up|finished|set|open|to)$/.test(norm[i])) return true;
  return false;
}

/** "The cleaner told nobody about the leak": the duty is negated in its object. */
export function tellsNobody(reading: LazyReading, { subject, verb, negated }: Clause): boolean {
  if (verb!.negated || verb!.modal || !/^(?:colleague|department|third-party)$/.test(subject?.actor ?? '')) return false;
  const { norm } = reading.grammar.words;
  // "She says nobody should have to wait": somebody who does or does not.
  if (/^(?:should|would|could|can|will|has|had|is|was|must|may|might|ought)$/.test(norm[verb!.to + 1] ?? '')) return false;
  const object = norm[verb!.to] ?? '';
  const nobody = object === 'nobody' || (object === 'no' && norm[verb!.to + 1] === 'one') || (object === 'nothing' && negated);
  return nobody && /^(?:tell|inform|ask|warn|notify|say|do|check|send|pass|write)$/.test(verb!.lemma);
}

/** "was supposed to call you", "was meant to deliver": what somebody ought to have done. */
export function supposedToAct(reading: LazyReading, clause: Clause): boolean {
  const { norm } = reading.grammar.words;
  const to = clause.verb!.to;
  const next = reading.clauses[clause.index + 1];
  return (
    /^(?:supposed|meant|due)$/.test(norm[to] ?? '') && next?.sentence === clause.sentence && inList('duty-verbs', next.verb?.lemma ?? '')
  );
}

/** left the pallet open, left your file out, sat on it for two weeks. */
export function leavesUndone(norm: readonly string[], lemma: string, from: number, to: number): boolean {
  if (lemma === 'sit') return norm[from] === 'on';
  if (lemma !== 'leave') return false;
  for (let i = from + 1; i < Math.min(to, from + 6); i += 1)
    if (/^(?:open|unlocked|off|out|behind|unattended|waiting|unfinished|undone|unplugged|mess|lurch|limbo|dark)$/.test(norm[i]))
      return true;
  return false;
}

/** "cancelled it without telling you", "left without finishing": a duty that the doing left out. */
export function leavesOut(reading: LazyReading, { verb, to, index, sentence }: Clause): boolean {
  if (reading.grammar.words.norm[to - 1] !== 'without' || verb!.negated) return false;
  const next = reading.clauses[index + 1];
  return (
    next?.sentence === sentence && next.verb?.tense === 'none' && (inList('duty-verbs', next.verb.lemma) || LEFT_OUT.has(next.verb.lemma))
  );
}
