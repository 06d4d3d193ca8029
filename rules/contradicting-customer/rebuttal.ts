import type { Clause, Look, Span } from 'replylint/rule';

/** What they tell met by its opposite, in the same breath: that it cannot be, that it did not happen, that we say otherwise. */
export function rebuts(look: Look, clause: Clause): Span | undefined {
  return cannotHave(look, clause) ?? countered(look, clause) ?? couldNotBe(look, clause);
}

/** "You can't have been charged twice": an inference against what they told. "You couldn't have known" sides with them. */
function cannotHave({ draft }: Look, { verb, subject, mood, negated, mention }: Clause): Span | undefined {
  if (mention || !verb || subject?.actor !== 'customer' || !negated || verb.tense !== 'perfect' || mood !== 'statement') return undefined;
  const { norm } = draft.words;
  const words = norm.slice(verb.from, verb.main).join(' ');
  return norm[subject.from] === 'you' && /^(?:can not|cannot) (?:possibly )?have\b/.test(words)
    ? { start: subject.start, end: verb.end }
    : undefined;
}

/** "You say the agent promised it. He did not.", "you say there was no phone; we say there was", "but the system says you did not". */
function countered({ draft, language }: Look, clause: Clause): Span | undefined {
  const { verb, subject, mood, index } = clause;
  if (
    !verb ||
    mood !== 'statement' ||
    subject?.actor !== 'customer' ||
    !/^(?:say|claim|state|write|tell|allege|maintain)$/.test(verb.lemma)
  )
    return undefined;
  // "Thank you for telling us" says nothing of what they said.
  if (verb.negated || verb.modal || verb.voice === 'passive' || verb.tense === 'none') return undefined;
  const { norm } = draft.words;
  const last = language.sentences[clause.sentence + 1]?.endClause ?? language.sentences[clause.sentence].endClause;
  for (let k = index + 1; k < Math.min(last, index + 6); k += 1) {
    const next = language.clauses[k];
    if (
      !next.verb ||
      next.mood !== 'statement' ||
      (next.subject?.actor === 'customer' && !/^(?:that|but)$/.test(next.link ?? '') && norm[next.from - 1] !== 'says')
    )
      continue;
    const says =
      /^(?:say|show|tell)$/.test(next.verb.lemma) &&
      /^(?:we|i|he|she|they|system|log|logs|records|driver|agent)$/.test(norm[next.subject?.head ?? -1] ?? '');
    const ellipsis =
      next.verb.negated && /^(?:do|be|have|will|can)$/.test(next.verb.lemma) && next.verb.to >= language.sentences[next.sentence].to;
    // "We should have had people there and didn't" goes on with what was said of ourselves.
    const anew = next.subject !== undefined && next.subject.from >= next.from;
    if (ellipsis && anew && next.subject!.actor !== 'nobody') return { start: subject.start, end: verb.end };
    const reply = language.clauses[k + 1];
    if (
      says &&
      next.subject!.from > clause.from &&
      reply?.sentence === next.sentence &&
      reply.verb &&
      reply.verb.to >= language.sentences[reply.sentence].to &&
      /^(?:do|be|have)$/.test(reply.verb.lemma)
    )
      return { start: subject.start, end: verb.end };
  }
  return undefined;
}

/** "What you describe could not have happened": but "what you describe should not have happened". */
function couldNotBe({ language }: Look, clause: Clause): Span | undefined {
  if (clause.link !== 'what' || clause.subject?.actor !== 'customer' || !clause.verb || clause.mention) return undefined;
  if (!/^(?:say|describe|write|claim|tell|state|report|mention|allege|suggest)$/.test(clause.verb.lemma)) return undefined;
  const next = language.clauses[clause.index + 1];
  if (next?.sentence !== clause.sentence || !next.verb || !next.negated) return undefined;
  return /^(?:can|could)$/.test(next.verb.modal ?? '') && next.verb.tense === 'perfect'
    ? { start: clause.start, end: next.end }
    : undefined;
}
