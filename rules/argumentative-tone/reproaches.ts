import { inList } from 'replylint/rule';
import type { Clause, Hit, Look, Span } from 'replylint/rule';

/** "if you had bothered", "had you bothered", "you did not bother to": but "sorry to bother you", "if you are bothered by noise". */
export function bothered({ draft, language }: Look, clause: Clause): Span | undefined {
  const { verb, subject } = clause;
  // "Had you taken the trouble to look".
  const troubled =
    clause.mood === 'counterfactual' &&
    ((verb?.lemma === 'take' && draft.words.norm[verb.to] === 'the' && draft.words.norm[verb.to + 1] === 'trouble') ||
      (verb?.lemma === 'trouble' && draft.words.norm[verb.to] === 'yourself'));
  if (!verb || (verb.lemma !== 'bother' && !troubled) || verb.voice === 'passive' || subject?.actor !== 'customer' || verb.tense === 'none')
    return undefined;
  if (clause.mood === 'imperative' || clause.mention || language.isMention(verb)) return undefined;
  if (verb.modal === 'need' || (verb.negated && verb.tense === 'present')) return undefined;
  const from = clause.mood === 'counterfactual' || clause.mood === 'condition' ? clause.start : subject.start;
  let last = clause;
  for (
    let next = language.clauses[clause.index + 1];
    next?.sentence === clause.sentence && next.verb?.tense === 'none';
    next = language.clauses[next.index + 1]
  )
    last = next;
  return { start: Math.min(from, draft.words.start[verb.from]), end: last.end };
}

/** "You can shout as much as you like": leave that is none. "You can write as often as you like" is one. */
export function licenses({ language }: Look, { index, sentence: at }: Clause): Span | undefined {
  const before = language.clauses[index - 1];
  if (before?.sentence !== at || before.subject?.actor !== 'customer' || !before.verb?.modal) return undefined;
  return inList('hostile-conduct', before.verb.lemma) || before.verb.lemma === 'complain' || before.verb.lemma === 'argue'
    ? { start: before.subject.start, end: language.clauses[index].end }
    : undefined;
}

/** "Nobody is going to jump because you write in bold": what they do in their anger, and that it moves nobody. */
export function defied({ language, draft }: Look, hit: Hit, { index, sentence: at, verb, to }: Clause): Span | undefined {
  const before = language.clauses[index - 1];
  if (!verb || before?.sentence !== at || !before.negated || verb.negated) return undefined;
  const { norm } = draft.words;
  const loud =
    inList('hostile-conduct', verb.lemma) ||
    /^(?:just|simply|only|merely)$/.test(norm[hit.from - 1]) ||
    /^(?:capitals|capital|bold|caps|red|review)$/.test(norm[to - 1]);
  return loud ? { start: before.start, end: language.clauses[index].end } : undefined;
}
