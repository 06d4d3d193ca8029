/** @file Passives of the past in which nobody of ours has failed. */
import type { Clause, Reading } from 'replylint/rule';

/** What ought to be, what is laid at another's door or told with its cause, what did no harm, what nobody owed. */
export function isNoFailure(language: Reading, clause: Clause): boolean {
  return (
    isLaidElsewhere(language, clause) ||
    isConsequence(language, clause) ||
    isOughtNot(clause) ||
    isHarmless(language, clause) ||
    isInOwnTale(language, clause) ||
    isRenewed(language, clause) ||
    isNotOwed(language, clause)
  );
}

/** "You should never have been parted from it", "you should have been allowed in": what ought to be takes the customer's side. */
function isOughtNot({ verb, subject }: Clause): boolean {
  return (verb?.modal === 'should' || verb?.modal === 'ought') && (verb.negated || subject?.actor === 'customer');
}

/** "It was not activated because you did not register", "… because your bank had not confirmed it": somebody else is told to be the cause. */
function isLaidElsewhere(language: Reading, { index, sentence }: Clause): boolean {
  const cause = language.clauses[index + 1];
  if (cause?.sentence !== sentence || !/^(?:because|since|as)$/.test(cause.link ?? '') || !cause.subject) return false;
  if (/^(?:customer|third-party|circumstance)$/.test(cause.subject.actor)) return true;
  return /^your\b/i.test(language.draft.text.slice(cause.subject.start, cause.subject.end)) || cause.verb?.tense === 'present';
}

/**
 * "Your password was typed wrongly three times", "it was ordered on 4 May with your login", "the laptop was left in an open car", "three of my colleagues left and
 * were never replaced": what those do who hold the thing, or what befell us.
 */
export function isTheirsToDo({ draft, clauses }: Reading, { verb, subject, from, index, sentence }: Clause): boolean {
  const { norm } = draft.words;
  const { lemma, to } = verb!;
  if (
    subject &&
    norm[subject.from] === 'your' &&
    !verb!.negated &&
    /^(?:type|enter|key|input)$/.test(lemma) &&
    TYPED_BY_THEM.test(norm[subject.head])
  )
    return true;
  for (let i = to; i + 2 < Math.min(norm.length, to + 8); i += 1)
    if (/^(?:with|from|under|on|at|through|by)$/.test(norm[i]) && norm[i + 1] === 'your' && THEIR_SIDE.test(norm[i + 2])) return true;
  if (
    lemma === 'leave' &&
    norm[to] === 'in' &&
    /^(?:an?|the|your)$/.test(norm[to + 1] ?? '') &&
    LEFT_BY_THEM.test(norm.slice(to + 2, to + 4).join(' '))
  )
    return true;
  const before = clauses[index - 1];
  return (
    lemma === 'replace' &&
    !(subject && subject.from >= from) &&
    before?.sentence === sentence &&
    norm
      .slice(before.from, before.to)
      .some((word, k, words) => /^(?:my|our)$/.test(words[k - 1] ?? '') && /^(?:colleagues|people|staff|team|crew)$/.test(word))
  );
}

const TYPED_BY_THEM = /^(?:password|passcode|pin|code|username|login|passphrase)$/;
const THEIR_SIDE = /^(?:login|account|device|phone|card|computer|laptop|browser|ip|end|profile|username|password|mobile|handset)$/;
const LEFT_BY_THEM = /\b(?:car|vehicle|van|taxi|cab|garden|pocket|pub|street|park|unlocked|open)\b/;

/** What is taken out and a new one put in, as it comes of age. */
const RENEWABLE =
  /^(?:meters?|boilers?|batter(?:y|ies)|routers?|modems?|tyres?|tires?|screens?|filters?|bulbs?|locks?|handsets?|pumps?|sims?|thermostats?|sensors?)$/;

/** "Whose meter was swapped that week", "the battery was swapped in May": a new one for an old one; labels and parcels are swapped with each other. */
function isRenewed({ draft }: Reading, { verb, subject, to }: Clause): boolean {
  const { norm } = draft.words;
  if (verb?.lemma !== 'swap' || verb.negated || !subject || !RENEWABLE.test(norm[subject.head])) return false;
  return !norm.slice(verb.to, to).some((word) => /^(?:with|between|around|round|over|wrong|wrongly|mistake|error)$/.test(word));
}

/** Words of a customer's own doing, and of what a thing is for, which a failure of ours would share. */
const THEIR_ACTS: ReadonlySet<string> = new Set(['sign', 'pay', 'claim', 'collect']);
const MADE_FOR: ReadonlySet<string> = new Set(['write', 'make', 'print', 'design', 'test', 'build', 'treat']);

/** "Orders that were not paid", "the form was not signed", "the parcel was not collected from the shop", "it was not written for children". */
function isNotOwed(language: Reading, { verb, subject, link }: Clause): boolean {
  if (!verb?.negated || !subject) return false;
  const { norm } = language.draft.words;
  const general = /^(?:that|which|who)$/.test(link ?? '') && subject.from === subject.head && norm[subject.head].endsWith('s');
  const next = norm[verb.to] ?? '';
  if (verb.lemma === 'pay' && /^(?:bill|bills|invoice|invoices|fee|rent|instalment|deposit|balance|premium)$/.test(norm[subject.head]))
    return true;
  const theirs = THEIR_ACTS.has(verb.lemma) && (verb.lemma === 'sign' || verb.lemma === 'claim' || /^(?:from|at|within|in)$/.test(next));
  // "It was not tested in salt water" tells a complainant of a duty, and anybody else of a limit.
  const meant = language.kind.value === 'complaint' ? next === 'for' : /^(?:for|in|under|against|at)$/.test(next);
  return general || theirs || (meant && MADE_FOR.has(verb.lemma));
}

/** "Nothing is lost, as rows above 2,048 were never written": why no harm was done. */
function isHarmless(language: Reading, { link, index, sentence, subject, verb }: Clause): boolean {
  if (subject && /^(?:nothing|none|nobody)\b/i.test(language.draft.text.slice(subject.start, subject.end))) return true;
  const before = language.clauses[index - 1];
  if (before?.sentence !== sentence || !before.negated || !before.verb || !verb) return false;
  return (
    /^(?:as|because|since)$/.test(link ?? '') || /,\s+(?:as|because|since)\s/.test(language.draft.text.slice(before.verb.end, verb.start))
  );
}

/** Verbs behind which we only report: what "we see that …" is nobody's doing still. */
const NOTICING: ReadonlySet<string> = new Set(
  'see find notice understand know realise hear learn read regret apologise confirm appreciate believe think say be have check note'.split(
    ' ',
  ),
);

/** "I took the size from the old drawing, so the worktop was cut too short": what came of what we are told to have done. */
function isConsequence({ clauses, draft }: Reading, { index, sentence, link, from }: Clause): boolean {
  if (link !== 'so' && !(link === 'and' && draft.words.norm[from + 1] === 'so')) return false;
  // "… without checking the new one, so …": the deed stands before what hangs on it.
  let k = index - 1;
  while (k > index - 4 && clauses[k]?.sentence === sentence && clauses[k].verb?.tense === 'none') k -= 1;
  const before = clauses[k];
  if (before?.sentence !== sentence || before.subject?.actor !== 'own' || !before.verb || before.verb.modal) return false;
  return (
    (before.verb.tense === 'past' || before.verb.tense === 'perfect') && before.verb.voice === 'active' && !NOTICING.has(before.verb.lemma)
  );
}

/** "We insisted that you had agreed to a cap | you'd never been shown": a part of what we are told to have done. */
function isInOwnTale(language: Reading, { subject, index, sentence }: Clause): boolean {
  if (subject?.actor !== 'customer') return false;
  for (let k = index - 1; k >= 0 && k > index - 4 && language.clauses[k].sentence === sentence; k -= 1) {
    const { verb, subject: doer, negated } = language.clauses[k];
    if (doer?.actor === 'own' && verb && (verb.tense === 'past' || verb.tense === 'perfect') && !negated) return !NOTICING.has(verb.lemma);
  }
  return false;
}

/** What we hope, fear or were sorry to hear is no statement of ours; "not yet" has not failed. */
export function isReported(language: Reading, clause: Clause): boolean {
  if (language.apologies.some((apology) => apology.kind === 'hearing' && apology.start <= clause.start && clause.end <= apology.end))
    return true;
  const before = language.clauses[clause.index - 1];
  if (before && before.sentence === clause.sentence && /^(?:hope|trust|sound|hear|see)$/.test(before.verb?.lemma ?? '')) return true;
  return /\byet\b|\bif\b/i.test(language.draft.text.slice(clause.start, clause.end));
}
