import { Gap, hasWord } from 'replylint/rule';
import type { Clause, Look } from 'replylint/rule';

/** Before the accusation in its sentence: the writer does not assert it. */
const HEDGES = new Set(
  'seem seems seemed appear appears appeared looks perhaps maybe possibly probably suspect guess wonder wondering'.split(' '),
);
/** What we feel about it, rather than hold it against them. */
const REGRET = new Set(
  'sorry glad apologise apologies understand disappointed saddened sad happy pleased relieved hope surprised see hear know'.split(' '),
);
/** Between the feeling and what it is about. */
const OPENS_COMPLEMENT = new Set('that to hear know read learn see find for if how why when where here'.split(' '));
/** "no problem", "easily done", "it happens to all of us": said to take the blame away. */
const EASY = new Set('easily worries happens'.split(' '));
/** Before "you weren't coming": what somebody thought by mistake is not said of the customer. */
const THOUGHT = new Set('thought thinking assumed assuming believed believing concluded concluding supposed feared fearing'.split(' '));

/** "Payments you didn't make", "an address that you've never used": what is not theirs is told by it, not what they left undone. */
export function isRelative({ language, draft }: Look, { verb, subject, negated, link, from, to, index, sentence }: Clause): boolean {
  if (!verb || !subject || !negated || (link !== undefined && link !== 'that' && link !== 'which')) return false;
  const { norm, gap } = draft.words;
  if (verb.to < to && !/^(?:before|yet|yourself|yourselves|ever)$/.test(norm[verb.to])) return false;
  if (link !== undefined && subject.from > from + 1) return true;
  const before = language.clauses[index - 1];
  if (before?.sentence !== sentence || !before.verb || before.verb.to >= from || before.to < from) return false;
  return (gap[from] & (Gap.comma | Gap.stop | Gap.break)) === 0;
}

/** "we thought you weren't coming": a mistake of those who thought it. */
export function isOnlyThought({ draft }: Look, { subject, negated }: Clause): boolean {
  if (!subject || !negated) return false;
  const { norm } = draft.words;
  const before = norm[subject.from - 1] === 'that' ? subject.from - 2 : subject.from - 1;
  return THOUGHT.has(norm[before] ?? '');
}

/** "you missed it because our banner was wrong", "you broke it because we …": the effect of our fault. */
export function ofOurs({ language }: Look, clause: Clause): boolean {
  const next = language.clauses[clause.index + 1];
  return (
    next?.sentence === clause.sentence &&
    (next.link === 'because' || next.link === 'since' || next.link === 'as') &&
    next.subject?.actor !== 'customer'
  );
}

/** "I'm sorry that you did not …", "we are glad you didn't …": the failing is not held against them. */
export function regretted({ draft, language }: Look, clause: Clause): boolean {
  const { norm } = draft.words;
  const { from } = language.sentences[clause.sentence];
  let i = clause.subject!.from - 1;
  while (i >= from && OPENS_COMPLEMENT.has(norm[i])) i -= 1;
  return i >= from && REGRET.has(norm[i]);
}

/** "easily done", "no problem at all": made little of. */
export function softened({ draft, language }: Look, clause: Clause): boolean {
  const { from, to } = language.sentences[clause.sentence];
  const { norm } = draft.words;
  for (let i = from; i < to; i += 1) {
    if (EASY.has(norm[i]) || (norm[i] === 'problem' && norm[i - 1] === 'no')) return true;
  }
  return false;
}

/** "It seems that you forgot", "perhaps you missed the note": guessed, and not asserted. */
export function hedged(look: Look, { sentence, verb }: Clause): boolean {
  return hedgedBefore(look, sentence, verb!.from);
}

/** The same of any place in a sentence: whether a guess stands before it. */
export function hedgedBefore({ draft, language }: Look, sentence: number, at: number): boolean {
  const { norm } = draft.words;
  // "somebody who looks after his car" guesses at nothing.
  for (let i = language.sentences[sentence].from; i < at; i += 1)
    if (HEDGES.has(norm[i]) && !(norm[i] === 'looks' && /^(?:after|at|for)$/.test(norm[i + 1] ?? ''))) return true;
  return false;
}

/** "not your responsibility", "through no negligence": negated before the words themselves. */
export function denied({ draft }: Look, clause: Clause, at: number): boolean {
  if (clause.negated && clause.verb && clause.verb.from <= at + 1) return !hasWord(draft.words.norm, at, clause.verb.to, 'give');
  return draft.words.norm[at - 1] === 'not' || draft.words.norm[at - 1] === 'no';
}
