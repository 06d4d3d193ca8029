import { inList } from 'replylint/rule';
import type { Clause, Look, Hit } from 'replylint/rule';

/** Whose doing or lot the sentence then tells, and no truth about the world. */
const CLOSE =
  /^(?:this|that|these|those|such|our|we|i|us|my|me|sorry|apologise|refund|refunds|replacement|welcome|deserve|deserves|paid|fault|disappointing)$/;
/** Nouns of what we give back. */
const GIVEN = /^(?:refund|replacement|voucher|credit|label|copy|apology|exchange|answer|reply)s?$/;

/**
 * "Obviously a phone uses data even when you're not looking", "of course an oven gets hot": a truth about all such things, told to somebody who complains of
 * theirs. "Obviously a wet room is not what you paid for" and "naturally a wait like that is maddening" take their side.
 */
export function isTruism({ draft, language }: Look, hit: Hit, clause: Clause): boolean {
  if (!/^(?:complaint|problem)$/.test(language.kind.value ?? '')) return false;
  const { norm } = draft.words;
  const sentence = language.sentences[clause.sentence];
  if (hit.from > sentence.from + 1 || sentence.question) return false;
  const told = language.clauses.slice(sentence.firstClause, sentence.endClause).find(({ verb }) => verb && verb.from >= hit.to);
  const { verb, subject } = told ?? {};
  if (!verb || !subject || told!.sentence !== clause.sentence || told!.mood !== 'statement' || subject.from < hit.to) return false;
  if (subject.actor !== 'thing' && subject.actor !== 'nobody' && subject.actor !== 'third-party') return false;
  if (verb.tense !== 'present' || verb.voice === 'passive' || (verb.modal && verb.modal !== 'can' && verb.modal !== 'will')) return false;
  if (!isGeneric(norm, subject.from, subject.head) || GIVEN.test(norm[subject.head])) return false;
  // "a phone that dies after two days": one of a kind, and a bad one.
  for (let i = subject.to; i < verb.from; i += 1) if (/^(?:that|which|like|who|from|for)$/.test(norm[i])) return false;
  for (let i = hit.to; i < sentence.to; i += 1)
    if (
      CLOSE.test(norm[i]) ||
      inList('negative-evaluation', norm[i]) ||
      inList('feeling-words', norm[i]) ||
      inList('evaluative-words', norm[i]) ||
      (norm[i] === 'what' && norm[i + 1] === 'you')
    )
      return false;
  // "Of course an answer is due": what is so and so needs more behind it than its being.
  return (
    verb.lemma !== 'be' ||
    norm.slice(verb.to, sentence.to).some((word) => /^(?:when|if|until|without|higher|lower|more|less|slower|always|never)$/.test(word))
  );
}

/** "a phone", "any oven", "prices": no single thing of this case. */
function isGeneric(norm: readonly string[], from: number, head: number): boolean {
  if (/^(?:a|an|any|every|no|nobody|nothing|everything)$/.test(norm[from])) return true;
  return /[^s]s$/.test(norm[head]) && !/^(?:the|your|his|her|its|their|it|as|some|most|all)$/.test(norm[from]);
}
