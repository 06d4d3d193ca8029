import type { Clause, Hit, Look, Span } from 'replylint/rule';

/** Reporting with doubt. "Say, tell, mention, write" are neutral (RULES §1.2). */
const DOUBTING = new Set('allege insist maintain purport pretend contend profess assert accuse'.split(' '));

/** Where their words are reported with doubt, and the verb that doubts, where "told us" could stand for it as it is. */
export interface Reported extends Span {
  readonly told?: Span;
}

/** "you claim that", "you insist you", "as you allege": but "you can claim 60 pounds", "if you insist". */
export function reportsWithDoubt(look: Look, clause: Clause): Reported | undefined {
  const { verb, subject } = clause;
  const { draft, language } = look;
  if (
    !verb ||
    subject?.actor !== 'customer' ||
    verb.voice === 'passive' ||
    verb.modal ||
    verb.negated ||
    clause.mention ||
    language.isMention(verb)
  )
    return undefined;
  if (clause.mood !== 'statement' || verb.tense === 'none') return undefined;
  const { norm, start, end } = draft.words;
  if (norm[subject.from] !== 'you') return undefined;
  const told = { start: start[verb.main], end: end[verb.main] };
  const span = { start: Math.min(subject.start, verb.start), end: end[verb.to - 1] };
  if (DOUBTING.has(verb.lemma)) {
    if ((verb.lemma === 'insist' || verb.lemma === 'maintain') && !(norm[verb.to] === 'that' || saysClause(look, clause))) return undefined;
    return { ...span, ...(norm[verb.to] === 'that' && { told }) };
  }
  if (verb.lemma === 'make' && norm[verb.to] === 'out') return norm[verb.to + 1] === 'that' ? span : undefined;
  // "You claim it back with form 5."
  if (verb.lemma !== 'claim' || /^(?:it|this|them|that) (?:back|on|from|with|by|via|online)$/.test(`${norm[verb.to]} ${norm[verb.to + 1]}`))
    return undefined;
  if (norm[verb.to] === 'that' || (norm[verb.to] === 'to' && !/^\d/.test(norm[verb.to + 1] ?? '') && norm[verb.to + 1] !== 'the'))
    return { ...span, ...(norm[verb.to] === 'that' && { told }) };
  if (/^(?:our|my|we|i|he|she|they|there|nobody)$/.test(norm[verb.to] ?? '')) return span;
  return saysClause(look, clause) || norm[subject.from - 1] === 'as' ? { ...span, ...(saysClause(look, clause) && { told }) } : undefined;
}

/** A clause with a subject of its own stands right behind the verb: "you claim (that) our driver was rude". */
function saysClause({ language }: Look, { verb, index, sentence }: Clause): boolean {
  const next = language.clauses[index + 1];
  return (
    next?.sentence === sentence && next.subject !== undefined && next.subject.from === verb!.to && next.verb?.tense !== 'none' && !next.link
  );
}

/** Behind "alleged": a third person, and a word of the law. */
const OF_LAW = /^(?:thief|fraudster|scammer|offender|attacker|suspect|victim|fraud|crime|breach|infringement)s?$/;

/** "the alleged scratch", "your so-called proof": but "the alleged fraudster". */
export function isAlleged({ draft }: Look, hit: Hit): boolean {
  const { norm } = draft.words;
  return !OF_LAW.test(norm[hit.to] ?? '') && norm[hit.from - 1] !== 'not';
}
