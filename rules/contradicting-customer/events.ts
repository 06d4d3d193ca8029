import { lemmaOf } from 'replylint/rule';
import type { Clause, Look, Span } from 'replylint/rule';

/** How somebody is reached: who denies one of these denies them all. */
const REACHING = new Set(
  'call ring phone announce page knock contact notify tell inform email mail text message ask warn deliver attempt visit come arrive show board wait try bring hand answer'.split(
    ' ',
  ),
);
const DENIED = new Set('not never nobody none no'.split(' '));
/** Words between the denial and the verb denied: "did not even once call". */
const REACH = 5;

/** "We see our desk gave out the badges" to whoever wrote that nobody announced it: our records against what they saw, with nothing taken back. */
export function heldAgainstThem(look: Look, clause: Clause): Span | undefined {
  const { draft, language } = look;
  if (!draft.customer || !isOnRecord(look, clause)) return undefined;
  const told = language.clauses[clause.index + 1];
  if (told?.sentence !== clause.sentence || !told.verb || told.negated || told.mention || told.mood !== 'statement') return undefined;
  if (told.verb.tense !== 'past' && told.verb.tense !== 'perfect') return undefined;
  if (!told.subject || !/^(?:own|colleague|department|third-party)$/.test(told.subject.actor) || told.subject.from < told.from)
    return undefined;
  if (!REACHING.has(told.verb.lemma) || language.faults.some(({ asserted }) => asserted)) return undefined;
  if (language.apologies.some(({ kind, specific }) => kind === 'own-act' && specific)) return undefined;
  return denies(draft.customer.words.norm) ? { start: clause.start, end: told.end } : undefined;
}

/** "We see (that)", "I can see", "our records show", "the log says". */
function isOnRecord({ draft }: Look, { verb, subject, negated, mood, mention }: Clause): boolean {
  if (!verb || !subject || negated || mention || mood !== 'statement' || verb.voice === 'passive' || verb.tense !== 'present') return false;
  if (subject.actor === 'own' && verb.lemma === 'see') return true;
  return (
    /^(?:show|say|indicate|confirm|state)$/.test(verb.lemma) &&
    /^(?:records?|logs?|system|notes?|scan|tracking|sheet|file|gps|data|report)$/.test(draft.words.norm[subject.head])
  );
}

/** Whether the customer wrote that somebody did not reach them. */
function denies(norm: readonly string[]): boolean {
  for (let i = 0; i < norm.length; i += 1) {
    if (!DENIED.has(norm[i])) continue;
    for (let k = i + 1; k < Math.min(norm.length, i + REACH); k += 1) if (REACHING.has(lemmaOf(norm[k]) ?? norm[k])) return true;
  }
  return false;
}
