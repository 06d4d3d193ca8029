import type { Clause, Hit, Look, Sentence } from 'replylint/rule';

const THEIRS = /^(?:you|your|yours)$/;
/** Whose load is not ours to moan about. */
const NOT_OURS = new Set(['customer', 'third-party', 'circumstance']);
/** What becomes of a backlog that is being worked off. */
const SHRINKS =
  /^(?:clear|clearing|cleared|reduce|reducing|tackle|gone|down|done|shorter|smaller|shrinking|shrunk|falling|fallen|through|caught|halved|melting|nearly)$/;
/** The fewest pieces of work that are a load and not a list. */
const MANY = 20;
const FEW = new Set('one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'.split(' '));

/**
 * How few we are and how much lies on our desks, told for its own sake: not the customer's load, not a few pieces of work, not a backlog that shrinks,
 * and not the cause of something that is of use to them (`so your visit moves to Thursday`, `I'm sorry`).
 */
export function isHardship(look: Look, hit: Hit, clause: Clause, sentence: Sentence): boolean {
  if (clause.subject && NOT_OURS.has(clause.subject.actor)) return false;
  if (clause.mood === 'imperative' || clause.verb?.modal === 'would' || clause.verb?.tense === 'future') return false;
  if (isTheirs(look, hit, sentence) || isOfUse(look, hit, sentence)) return false;
  return hit.tag === 'short' || (isLarge(look, hit) && !shrinks(look, hit, sentence));
}

/** "You were down to two engineers", "your inbox holds six hundred mails", "I know you have been on your feet": theirs. */
function isTheirs({ draft, language }: Look, hit: Hit, sentence: Sentence): boolean {
  const { norm } = draft.words;
  const clause = language.clauseAt(hit.from)!;
  for (let i = clause.from; i < hit.to; i += 1) if (THEIRS.test(norm[i]) && norm[i - 1] !== 'like') return true;
  for (let i = hit.to; i < Math.min(hit.to + 3, sentence.to); i += 1) if (THEIRS.test(norm[i])) return true;
  for (let k = sentence.firstClause; k <= clause.index; k += 1) if (language.clauses[k].subject?.actor === 'customer') return true;
  return false;
}

/** "…, so your visit moves to Thursday at nine", "… and I'm sorry that …": a cause, told short with what comes of it for them. */
function isOfUse({ draft, language }: Look, hit: Hit, sentence: Sentence): boolean {
  const { norm } = draft.words;
  // What the boss did is no cause to tell, whatever is said with it.
  if (/^(?:colleague|department)$/.test(language.clauseAt(hit.from)?.subject?.actor ?? '')) return false;
  const about = (other: number): boolean => Math.abs(other - sentence.index) <= 1;
  if (language.apologies.some(({ kind, mention, sentence: at }) => !mention && /^(?:own-act|bare)$/.test(kind) && about(at))) return true;
  // "We have lost four receptionists" loses them no parcel.
  const told = language.clauseAt(hit.from)?.index;
  if (language.faults.some(({ actor, asserted, clause, sentence: at }) => actor === 'own' && asserted && about(at) && clause !== told))
    return true;
  for (let i = hit.to; i + 1 < sentence.to; i += 1) {
    if (!/^(?:so|therefore|hence|which)$/.test(norm[i]) || (norm[i] === 'which' && norm[i + 1] !== 'is' && norm[i + 1] !== 'means'))
      continue;
    if (norm.slice(i + 1, sentence.to).some((word) => THEIRS.test(word))) return true;
    if (language.times.some(({ from, specific }) => specific && from > i && from < sentence.to)) return true;
    if (norm[i + 1] === 'simply' || norm[i + 1] === 'please') return norm[i + 2] !== 'bear';
  }
  return false;
}

/** "handling three returns" is a list of work, "handling sixty at once" a load. What is not counted is as much as it says. */
function isLarge({ draft }: Look, hit: Hit): boolean {
  const { norm } = draft.words;
  for (let i = hit.from; i < hit.to; i += 1) {
    const digits = /^\d[\d,.]*$/.test(norm[i]);
    if (digits)
      return (
        Number(norm[i].replace(/[,.]/g, '')) >= MANY || /^(?:in the morning|am|o'clock)$/.test(norm[i + 1] ?? '') || norm[i - 1] === 'since'
      );
    if (FEW.has(norm[i])) return /^(?:hundred|thousand|dozen)$/.test(norm[i + 1] ?? '') || norm[i - 1] === 'since' || norm[i + 2] === "'s";
  }
  return true;
}

function shrinks({ draft }: Look, hit: Hit, sentence: Sentence): boolean {
  const { norm } = draft.words;
  if (!norm.slice(hit.from, hit.to).includes('backlog')) return false;
  return norm.slice(sentence.from, sentence.to).some((word) => SHRINKS.test(word));
}
