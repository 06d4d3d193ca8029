import { hasWord, inList } from 'replylint/rule';
import type { Clause, Look } from 'replylint/rule';

/** After "should have", these tell what was to be expected, not what the customer owed (RULES §1.3). */
const EXPECTED = new Set(
  'receive get have see arrive hear notice find be feel experience expect enjoy need want wait know go come suffer lose spend deserve endure chase'.split(
    ' ',
  ),
);
/** The other half of an unreal condition. */
const UNREAL = new Set(['would', 'could', 'might', "'d"]);

/** "should have checked", "ought to have told us", "could have read": a duty that was not done. */
export function isDuty(norm: readonly string[], { verb }: Clause): boolean {
  if (!verb) return false;
  const have = norm.indexOf('have', verb.from);
  // "not something you should have to put up with"
  if (have < 0 || have >= verb.main || norm[have + 1] === 'to') return false;
  // "You must have forgotten", "you must not have looked up".
  if (verb.modal === 'must' && verb.negated) return /^(?:look|read|check|listen|follow|pay|wait)$/.test(verb.lemma);
  if (verb.modal === 'must') return inList('customer-slips', verb.lemma) || /^(?:drop|lose|delete|press|spill|swap)$/.test(verb.lemma);
  if (verb.modal === 'could') return !verb.negated && /^(?:avoid|prevent|spare|read|check)$/.test(verb.lemma);
  if (verb.modal !== 'should' && verb.modal !== 'ought') return false;
  if (EXPECTED.has(verb.lemma)) return !verb.negated && isTooLate(norm, verb);
  if (hasWord(norm, verb.from, verb.main + 1, 'ever')) return false;
  // "You should not have had to write four times."
  if (norm[verb.main - 1] === 'to' && norm[verb.main - 2] === 'had') return false;
  return (
    !verb.negated ||
    inList('customer-controls', verb.lemma) ||
    /^(?:open|remove|touch|change|switch|turn|let|leave|assume|cancel)$/.test(verb.lemma)
  );
}

/** "You should have come earlier": what nobody but they could have done in time; but "it should have come sooner". */
function isTooLate(norm: readonly string[], { lemma, to, main }: NonNullable<Clause['verb']>): boolean {
  return /^(?:come|go|arrive)$/.test(lemma) && norm[main - 1] === 'have' && /^(?:earlier|sooner)$/.test(norm[to] ?? '');
}

/** "you were supposed to send", "you were meant to check", "you were required to". */
export function owed(norm: readonly string[], { verb, to }: Clause): boolean {
  if (!verb || verb.lemma !== 'be' || verb.negated || verb.tense !== 'past') return false;
  const at = verb.to;
  const supposed =
    /^(?:supposed|meant|obliged|required|expected)$/.test(norm[at] ?? '') || /^(?:suppose|mean|oblige|require|expect)$/.test(verb.lemma);
  return (
    supposed &&
    at < to + 2 &&
    norm[norm[at] === 'to' ? at : at + 1] === 'to' &&
    (isPlace(norm, (norm[at] === 'to' ? at : at + 1) + 1) || !EXPECTED.has(norm[(norm[at] === 'to' ? at : at + 1) + 1] ?? ''))
  );
}

/** "supposed to be at home": but "supposed to be called". */
function isPlace(norm: readonly string[], at: number): boolean {
  return norm[at] === 'be' && /^(?:at|in|home|there|present|available|ready|here|on)$/.test(norm[at + 1] ?? '');
}

/** "if you had read", "had you checked": but not "had you not told us", which thanks, nor "if you had a question". */
export function reproaches({ draft, language }: Look, { verb, sentence }: Clause): boolean {
  if (!verb || verb.negated || verb.modal || verb.main === verb.from) return false;
  const { norm } = draft.words;
  if ((norm[verb.from] !== 'had' && norm[verb.from] !== "'d") || norm[verb.main] === 'had') return false;
  // "Had you been at home"; "had you been told" blames nobody here.
  const present =
    verb.lemma === 'be' && /^(?:at|in|home|there|present|available|ready|here|on|quicker|faster|earlier)$/.test(norm[verb.to] ?? '');
  // "Had you gone through the notes"
  const studied = verb.lemma === 'go' && /^(?:through|over)$/.test(norm[verb.to] ?? '');
  if (EXPECTED.has(verb.lemma) && !present && !studied) return false;
  // "If you had already paid, it would be refunded": a case that is provided for.
  if (hasWord(norm, verb.from, verb.main, 'already')) return false;
  const { firstClause, endClause, from, to } = language.sentences[sentence];
  // "If you'd told me a week ago it would have been the same": nothing would have come of it.
  for (let i = from; i < to; i += 1) if (norm[i] === 'same' || (norm[i] === 'no' && norm[i + 1] === 'difference')) return false;
  for (let k = firstClause; k < endClause; k += 1) if (UNREAL.has(language.clauses[k].verb?.modal ?? '')) return true;
  return false;
}

/** "Should you have asked at reception, we would have moved you": said of what is past, it is the same reproach. */
export function shouldHaves({ draft, language }: Look, { verb, subject, index, sentence }: Clause): boolean {
  const { norm } = draft.words;
  if (verb!.modal !== 'should' || verb!.tense !== 'perfect' || verb!.negated || EXPECTED.has(verb!.lemma)) return false;
  if (norm[subject!.from - 1] !== 'should' || hasWord(norm, verb!.from, verb!.main, 'already')) return false;
  const next = language.clauses[index + 1];
  return next?.sentence === sentence && UNREAL.has(next.verb?.modal ?? '') && next.verb?.tense === 'perfect';
}
