import type { Check, Clause, Fault, Hit, Look, Remark, Span } from 'replylint/rule';
import { accuses } from './accusations.js';
import { byTheirPeople, isTheOne, thatIsWhy } from './chains.js';
import { deed } from './deeds.js';
import { denied, hedged, hedgedBefore, isOnlyThought, isRelative, ofOurs, regretted, softened } from './excuses.js';
import { forewarned } from './mishandling.js';
import { isCredit, isTheirs } from './possessions.js';
import { verdict } from './verdicts.js';
import { couldHave, wayToBlame } from './ways.js';

/** The customer as the author of a failure: subject of it, holder of it, or held to a duty. One finding a sentence. */
const check: Check = (look) => {
  const { language } = look;
  const found = new Map<number, Span>();
  const add = (sentence: number, span: Span): void => {
    if (!found.has(sentence)) found.set(sentence, span);
  };
  for (const clause of language.clauses) {
    if (isRelative(look, clause) || isOnlyThought(look, clause)) continue;
    const at = accuses(look, clause) ?? blames(look, clause) ?? forewarned(look, clause) ?? told(look, clause) ?? linked(look, clause);
    if (at) add(clause.sentence, at);
  }
  for (const told of language.deeds) {
    const clause = language.clauses[told.clause];
    if (told.actor !== 'customer' || hedgedBefore(look, told.sentence, clause.verb!.from)) continue;
    if (clause.subject?.actor === 'customer' && (isExcused(look, clause) || ofOurs(look, clause))) continue;
    add(told.sentence, told);
  }
  for (const fault of language.faults) if (laysAtTheirDoor(look, fault)) add(fault.sentence, fault);
  for (const hit of look.hits) {
    const sentence = language.sentenceAt(hit.span.start);
    if (sentence && asserts(look, hit, sentence.index)) add(sentence.index, hit.span);
  }
  for (const sentence of language.sentences) {
    const at = language.isMention(sentence) ? undefined : wayToBlame(look, sentence);
    if (at) add(sentence.index, at);
  }
  return [...found.values()].map(({ start, end }): Remark => ({ span: { start, end } }));
};

export default check;

/** An act told as plain fact, unless the sentence guesses, regrets or makes little of it. */
function blames(look: Look, clause: Clause): Span | undefined {
  const at = deed(look, clause);
  if (!at || hedged(look, clause)) return undefined;
  return clause.subject?.actor === 'customer' && isExcused(look, clause) ? undefined : at;
}

function told(look: Look, clause: Clause): Span | undefined {
  const at = verdict(look, clause);
  return at && !hedged(look, clause) && !ofOurs(look, clause) ? at : undefined;
}

/** Their act, or that of their people, tied to what came of it, or to a better one. */
function linked(look: Look, clause: Clause): Span | undefined {
  if (clause.mention || !clause.verb || look.language.isMention(clause.verb)) return undefined;
  return isTheOne(look, clause) ?? byTheirPeople(look, clause) ?? couldHave(look, clause) ?? thatIsWhy(look, clause);
}

function isExcused(look: Look, clause: Clause): boolean {
  return softened(look, clause) || regretted(look, clause);
}

/** "This was your mistake", "an oversight by you". */
function laysAtTheirDoor(look: Look, fault: Fault): boolean {
  if (fault.actor !== 'customer' || !fault.asserted) return false;
  return fault.role === 'by' || (fault.role === 'possessor' && isTheirs(look, fault) && !isCredit(look, fault, fault.clause));
}

/** A phrase of `rule.yml`, said as it stands: not denied, guessed at, asked or quoted. */
function asserts(look: Look, hit: Hit, sentence: number): boolean {
  const { language, draft } = look;
  const clause = language.clauseAt(hit.from);
  if (!clause || language.isMention(hit.span) || clause.mood === 'condition' || clause.mood === 'question') return false;
  const negative = draft.words.norm.slice(hit.from, hit.to).some((word) => word === 'not' || word === 'cannot');
  return (negative || !denied(look, clause, hit.from)) && !hedgedBefore(look, sentence, hit.from);
}
