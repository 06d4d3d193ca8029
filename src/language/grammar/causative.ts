import type { Clause, VerbGroup } from '../reading.js';

/**
 * What is done to the thing that a clause tells somebody has: "we had the boiler | checked", "I'll have it | sent", "we have two engineers | left". The doer
 * is told by nobody; whether the subject had it done or found it so, the verb and the tense of `have` say. Undefined where `have` is no verb of its own.
 */
export function doneToWhatItHas(
  { clauses }: { readonly clauses: readonly Clause[] },
  { verb, index, sentence }: Clause,
): VerbGroup | undefined {
  if (verb?.lemma !== 'have') return undefined;
  const next = clauses[index + 1];
  const done =
    next?.sentence === sentence && next.verb?.tense === 'none' && next.verb.voice === 'passive' && next.subject?.from === verb.to;
  return done ? next.verb : undefined;
}
