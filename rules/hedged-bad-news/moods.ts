import { Gap } from 'replylint/rule';
import type { Clause, Look, Span } from 'replylint/rule';
import { awaitsNews } from './answers.js';
import { anyWord, MAYBE, PERHAPS, PROBABLY, trimmed } from './hedge-words.js';
import {
  badBehind,
  comesToNothing,
  eitherWay,
  foreseenHard,
  isBad,
  isLiable,
  longOdds,
  mayFail,
  mustWait,
  perhapsBad,
  slipsAway,
} from './outcomes.js';

/** What a negative possibility is about when it is ours to grant. */
const GRANTED = new Set([
  'refund',
  'replace',
  'repair',
  'approve',
  'accept',
  'grant',
  'exchange',
  'cover',
  'reimburse',
  'waive',
  'resolve',
  'fix',
  'extend',
]);

/** "might not be able to", "might not be possible", "could prove difficult", "could possibly manage it". */
export function byMood(look: Look): Span[] {
  return look.language.clauses.flatMap((clause) => {
    const behind = badBehind(look, clause);
    if (behind) return [{ start: trimmed(clause, look).start, end: trimmed(behind, look).end }];
    if (!isHedged(clause, look) && !isOmen(clause, look)) return [];
    // "It may | or may not work"
    const next = look.language.clauses[clause.index + 1];
    const both = next?.link === 'or' && next.sentence === clause.sentence && next.verb?.modal === clause.verb?.modal;
    return [{ start: trimmed(clause, look).start, end: both ? next.end : trimmed(clause, look).end }];
  });
}

/** "It may be close, but you'll catch it." */
function isReassured({ language }: Look, { index, sentence }: Clause): boolean {
  const next = language.clauses[index + 1];
  return next?.sentence === sentence && next.link === 'but' && next.subject?.actor === 'customer' && !next.negated;
}

/** A maybe over what would be bad, in words other than "might not". */
function isOmen(clause: Clause, look: Look): boolean {
  if (conditional(look, clause)) return false;
  return [mayFail, mustWait, perhapsBad, longOdds, foreseenHard, eitherWay, slipsAway, isLiable].some((omen) => omen(look, clause));
}

function isHedged(clause: Clause, look: Look): boolean {
  const { verb, subject, mood, mention } = clause;
  if (!mention && (doubts(look, clause) || improbable(look, clause) || mayLack(look, clause))) return true;
  if (!verb || mention || mood !== 'statement' || verb.modal === undefined || !MAYBE.has(verb.modal) || verb.tense === 'perfect')
    return false;
  const { norm } = look.draft.words;
  const has = (words: ReadonlySet<string>): boolean => anyWord(norm, verb.from, clause.to, words);
  if (has(ELSEWHERE) || anyWord(norm, clause.from, clause.to, ELSEWHERE) || conditional(look, clause)) return false;
  const own = subject?.actor === 'own' || subject?.actor === 'department' || subject?.actor === 'colleague';
  if (own) {
    if (look.language.kind.value === 'thanks') return false;
    if (verb.modal !== 'could' && (verb.negated || norm[verb.to] === 'unable')) return isUnable(norm, clause);
    return !verb.negated && has(PERHAPS) && verb.lemma !== 'be' && clause.link !== 'if' && clause.link !== 'as';
  }
  const hoped = hopes(look, clause);
  // "You might not get a refund."
  if (subject?.actor === 'customer')
    return (hoped && has(PERHAPS)) || (verb.negated && verb.modal !== 'could' && /^(?:get|receive|qualify)$/.test(verb.lemma));
  if (verb.negated && verb.modal !== 'could') {
    const passive = verb.voice === 'passive' && GRANTED.has(verb.lemma);
    return passive || (verb.lemma === 'be' && norm[verb.to] === 'possible') || comesToNothing(norm, clause);
  }
  if (verb.negated) return false;
  if (hoped) return verb.lemma === 'be' && anyWord(norm, verb.to, clause.to, POSSIBLE);
  return (
    (verb.lemma === 'be' || verb.lemma === 'prove') &&
    isBad(norm, verb.to, clause.to) &&
    (look.draft.customer === undefined || awaitsNews(look)) &&
    !isReassured(look, clause) &&
    !anyWord(norm, clause.from, clause.to, ELSEWHERE)
  );
}

/** "I don't think we can offer that", "I doubt that we could": a no that is not said. */
function doubts({ language, draft }: Look, { verb, subject, mood, index, sentence, negated }: Clause): boolean {
  if (!verb || subject?.actor !== 'own' || mood !== 'statement' || verb.modal || (verb.tense !== 'present' && verb.tense !== 'future'))
    return false;
  const next = language.clauses[index + 1];
  // "I don't know if my manager would go for that"
  const unknown = verb.lemma === 'know' && verb.negated && /^(?:if|whether)$/.test(next?.link ?? '');
  if (!unknown && !(verb.lemma === 'doubt' && !negated) && !(/^(?:think|believe|expect|imagine)$/.test(verb.lemma) && verb.negated))
    return false;
  if (unknown && next.subject && next.subject.actor !== 'customer' && next.verb?.modal && !next.verb.negated) return true;
  if (next?.sentence !== sentence || !next.verb || next.verb.negated || (next.subject?.actor !== 'own' && next.subject?.actor !== 'thing'))
    return false;
  // "If it shows anything I don't expect, I'll call you."
  if (draft.words.gap[next.from] & Gap.comma) return false;
  return /^(?:can|could|will|would)$/.test(next.verb.modal ?? '') && (next.verb.lemma !== 'be' || verb.lemma === 'doubt');
}

/** "We may not have the staff to open the pool", "we might not have enough rooms". */
function mayLack(look: Look, clause: Clause): boolean {
  const { verb, subject, mood } = clause;
  if (verb?.lemma !== 'have' || !verb.negated || (verb.modal !== 'may' && verb.modal !== 'might') || mood !== 'statement') return false;
  if (subject?.actor !== 'own' && subject?.actor !== 'department' && subject?.actor !== 'colleague') return false;
  const { norm } = look.draft.words;
  if (norm[verb.main] !== 'have' || conditional(look, clause)) return false;
  for (let i = verb.to; i < verb.to + 4; i += 1)
    if (MEANS.test(norm[i] ?? '')) return /^(?:the|enough|any|a|an|sufficient|much)$/.test(norm[verb.to]);
  // "the hands to carry it", "enough wood for it": whatever it takes.
  if (!/^(?:the|enough|sufficient)$/.test(norm[verb.to] ?? '')) return false;
  for (let i = verb.to + 2; i < verb.to + 4; i += 1)
    if (norm[i] === 'to' || norm[i] === 'for') return !/^(?:you|your|us|me)$/.test(norm[i + 1] ?? '');
  return false;
}

const MEANS =
  /^(?:time|room|rooms|space|staff|means|capacity|stock|seats?|tickets?|parts?|option|options|places?|resources|availability|tables?|slots?)$/;

/** "It probably won't arrive by Friday." */
function improbable({ draft }: Look, { verb, subject, mood, from, to }: Clause): boolean {
  if (!verb?.negated || mood !== 'statement' || subject?.actor === 'customer' || subject?.actor === 'circumstance') return false;
  if (verb.modal !== 'will' && verb.modal !== 'can' && verb.modal !== 'going to') return false;
  return verb.lemma !== 'cost' && verb.lemma !== 'need' && verb.lemma !== 'matter' && anyWord(draft.words.norm, from, to, PROBABLY);
}

const POSSIBLE = new Set(['possible', 'available']);
/** Delays of a network or of a season are facts about the world. */
const ELSEWHERE = new Set(['bank', 'customs', 'traffic', 'weather', 'occasional', 'occasionally', 'sometimes', 'times']);

/** "may not be able to", "might not be in a position to", "may be unable to", "may not accept". */
function isUnable(norm: readonly string[], { verb, to }: Clause): boolean {
  for (let i = verb!.from; i < Math.min(to, verb!.to + 5); i += 1) if (/^(?:able|unable|position)$/.test(norm[i])) return true;
  return (
    GRANTED.has(verb!.lemma) || verb!.lemma === 'offer' || verb!.lemma === 'help' || verb!.lemma === 'manage' || verb!.lemma === 'make'
  );
}

/** "If the branch is closed, we may not be able to": how things are in a case that may not come. */
function conditional(look: Look, { index, sentence }: Clause): boolean {
  const near = look.language.clauses.slice(Math.max(0, index - 2), index + 2);
  return near.some((other) => other.sentence === sentence && other.mood === 'condition' && (other.link === 'if' || other.link === 'when'));
}

/** "We hope that a pause may perhaps be possible." */
function hopes(look: Look, { index, sentence }: Clause): boolean {
  const before = look.language.clauses[index - 1];
  return before?.sentence === sentence && before.verb?.lemma === 'hope' && before.subject?.actor === 'own';
}
