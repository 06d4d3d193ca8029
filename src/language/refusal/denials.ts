import { inList, wordClass } from '../../lexicon/index.js';
import { Gap } from '../../text/words.js';
import { CLAIMS, isBenefit } from './benefits.js';
import { isPolicyNoun } from './policies.js';
import { isBenefitNoun } from './verdicts.js';
import type { LazyReading } from '../index.js';
import type { Clause, Sentence } from '../reading.js';

export const OWN = new Set(['own', 'department', 'colleague']);

const HABITUALLY = wordClass('always sometimes often usually being');

export const DECLINED = new Set(['decline', 'reject', 'refuse', 'deny']);

export const RESOLVED = new Set(['decide', 'choose', 'opt', 'elect']);

/** How far we are from granting it: unwilling, or not let. */
export const UNWILLING = wordClass('prepared willing authorised authorized allowed permitted empowered inclined minded');

/** What is done for nobody but a customer: saying that we do not do it refuses it. */
const REPAID = new Set(['refund', 'reimburse', 'compensate', 'exchange', 'waive', 'freeze', 'backdate']);

/** Bodies of ours that decide. */
export const DECIDERS = wordClass('panel board committee jury insurer insurers underwriter underwriters council assessors');

/** "We have no plans for this", "we've no intention of adding it": a suggestion turned down. */
export function hasNoPlans({ grammar: { words } }: LazyReading, { verb, subject, to }: Clause): boolean {
  if (verb!.lemma !== 'have' || verb!.tense !== 'present' || verb!.modal || subject?.actor !== 'own') return false;
  const { norm } = words;
  const at = norm[verb!.to] === 'no' ? verb!.to + 1 : verb!.negated && norm[verb!.to] === 'any' ? verb!.to + 1 : -1;
  if (at < 0) return false;
  for (let i = at; i < Math.min(to, at + 3); i += 1) if (/^(?:plans?|intention|intentions)$/.test(norm[i])) return true;
  return false;
}

/** "Passes can't be used after five as per our policy": terms held against them. */
export function isBarred({ grammar: { words } }: LazyReading, { verb, subject }: Clause, { to }: Sentence): boolean {
  const { norm } = words;
  if (verb!.modal !== 'can' || subject?.actor !== 'thing' || norm[verb!.to] !== 'used') return false;
  for (let i = verb!.to; i < Math.min(to, verb!.to + 16); i += 1) if (isPolicyNoun(norm[i])) return true;
  return false;
}

/** "There is no refund for this fare", "there won't be a voucher", "there is nothing I can give you back". */
export function thereIsNo(reading: LazyReading, { index, sentence, verb, end }: Clause): number | undefined {
  const { norm } = reading.grammar.words;
  if (verb!.lemma !== 'be' || (verb!.tense !== 'present' && verb!.tense !== 'future') || (verb!.modal ?? 'will') !== 'will')
    return undefined;
  const next = reading.clauses[index + 1];
  if (norm[verb!.to] === 'nothing' && next?.sentence === sentence && next.subject?.actor === 'own' && next.verb?.modal === 'can')
    return /^(?:give|offer|refund|pay|grant|change)$/.test(next.verb.lemma) ? next.end : undefined;
  const at = norm[verb!.to] === 'no' || (verb!.negated && /^(?:an?|any)$/.test(norm[verb!.to] ?? '')) ? verb!.to + 1 : -1;
  const closed = at > 0 && /^(?:possibility|scope|question)$/.test(norm[at]) && norm[at + 1] === 'of';
  if (closed && next?.sentence === sentence && inList('benefit-verbs', next.verb?.lemma ?? '')) return next.end;
  const owed =
    at > 0 && /^(?:refunds?|exchanges?|compensation|discounts?|upgrades?|extensions?|reimbursement|vouchers?|payout)$/.test(norm[at] ?? '');
  return owed && !/^(?:to|needed|required|necessary|codes?)$/.test(norm[at + 1] ?? '') ? end : undefined;
}

/** "We are not prepared to refund the tickets", "I am not authorised to grant it". */
export function unwilling(reading: LazyReading, { index, sentence, subject }: Clause): number | undefined {
  const next = reading.clauses[index + 1];
  if (!OWN.has(subject?.actor ?? '') || next?.sentence !== sentence || next.verb?.tense !== 'none') return undefined;
  return inList('benefit-verbs', next.verb.lemma) && isBenefit(reading, next) ? next.end : undefined;
}

/** "About the discount, unfortunately it is not possible": what "it" is stands before the comma. */
function isOfTopic(reading: LazyReading, { from, to }: Sentence, { verb }: Clause): boolean {
  const { norm, gap } = reading.grammar.words;
  let at = verb!.from - 1;
  while (at > from && reading.grammar.tags.pos[at] === 'adverb') at -= 1;
  if (!/^(?:it|this|that)$/.test(norm[at]) || at === from || verb!.to + 3 < to - 1) return false;
  const opener =
    /^(?:about|regarding|concerning)$/.test(norm[from]) ||
    (/^(?:as|with|in)$/.test(norm[from]) && /^(?:for|to|regard|regards|respect)$/.test(norm[from + 1]));
  if (!opener) return false;
  for (let i = from + 1; i <= at; i += 1) if (gap[i] & Gap.comma) return true;
  return false;
}

/** "Freezing is not possible", "moving your booking is not allowed": the clause before is what it speaks of. */
export function isAbout(reading: LazyReading, { index, sentence, link }: Clause): boolean {
  const deed = reading.clauses[index - 1];
  if (deed?.sentence !== sentence || deed.verb?.tense !== 'none' || link !== undefined) return false;
  // "I'm afraid exchanging it is not possible": a subject handed on from before is none.
  if (deed.subject && deed.subject.to > deed.from) return false;
  return deed.verb.main === deed.verb.from && inList('benefit-verbs', deed.verb.lemma);
}

/** "You will not be refunded." "You won't be charged" keeps nothing from them. */
export function isUnpaid({ verb }: Clause): boolean {
  return verb!.voice === 'passive' && REPAID.has(verb!.lemma) && (verb!.modal === 'can' || verb!.modal === 'will');
}

/** "The system won't let me cancel it." */
export function isBlocked({ grammar: { words } }: LazyReading, { verb, subject }: Clause): boolean {
  if (!subject || !isPolicyNoun(words.norm[subject.head])) return false;
  return /^(?:allow|permit|let|enable)$/.test(verb!.lemma) && (verb!.modal === undefined || verb!.modal === 'will');
}

/** "You can't have your deposit back": what is theirs, or what they asked for, is kept from them. */
export function isKeptFrom({ grammar: { words } }: LazyReading, { verb, subject, to }: Clause): boolean {
  if (subject?.actor !== 'customer' || !/^(?:can|will)$/.test(verb!.modal ?? '') || !/^(?:have|get|receive)$/.test(verb!.lemma))
    return false;
  for (let i = verb!.to; i < Math.min(to + 1, verb!.to + 6); i += 1)
    if (/^(?:back|refund|deposit|money|discount|compensation|exchange|upgrade|extension)$/.test(words.norm[i] ?? '')) return true;
  return false;
}

/** "We must decline your request", "I have to turn it down": what they asked for, refused by us. */
export function declines(reading: LazyReading, { verb, subject, to }: Clause): boolean {
  const { words } = reading.grammar;
  const { norm } = words;
  const turnsDown = verb!.lemma === 'turn' && norm[verb!.to] === 'down';
  if ((!DECLINED.has(verb!.lemma) && !turnsDown) || verb!.negated || verb!.voice === 'passive') return false;
  const panel = subject !== undefined && DECIDERS.at(words, subject.head);
  if (subject !== undefined && !OWN.has(subject.actor) && !panel) return false;
  const others = subject?.actor === 'colleague' || subject?.actor === 'department';
  const told = (panel || others) && (verb!.tense === 'past' || verb!.tense === 'perfect');
  // "We respectfully decline your claim": saying it does it.
  const doing = verb!.tense === 'present' && verb!.modal === undefined;
  if (!told && !doing && verb!.modal !== 'must' && verb!.modal !== 'have to' && verb!.modal !== 'will' && verb!.modal !== 'going to')
    return false;
  const at = turnsDown ? verb!.to + 1 : verb!.to;
  if (/^(?:it|this|that)$/.test(norm[at] ?? '')) return true;
  if (!/^(?:your|this|the)$/.test(norm[at] ?? '')) return false;
  return CLAIMS.first(words, at + 1, Math.min(to, at + 4)) >= 0;
}

/** "We do not offer refunds", "our system does not allow us to". */
export function withholds(reading: LazyReading, { verb, subject, end, to }: Clause): number | undefined {
  const { norm } = reading.grammar.words;
  if (!subject) return undefined;
  if (isPolicyNoun(norm[subject.head])) return /^(?:allow|permit|let|enable)$/.test(verb!.lemma) ? end : undefined;
  if (subject.actor === 'own' && REPAID.has(verb!.lemma)) return end;
  if (subject.actor !== 'own' || !/^(?:offer|give|provide|accept|allow|do|issue|make)$/.test(verb!.lemma)) return undefined;
  for (let i = verb!.to; i < Math.min(to, verb!.to + 4); i += 1)
    if (isBenefitNoun(norm[i]) || (norm[i] === 'money' && norm[i + 1] === 'back')) return end;
  return undefined;
}

/** "decided not to replace", "decided against a voucher": end of what was decided against. The negation may stand as a group of its own. */
export function decidedAgainst(reading: LazyReading, { index, sentence, verb, end }: Clause): number | undefined {
  const { norm } = reading.grammar.words;
  let negated = norm[verb!.to] === 'against';
  // "We have decided against a loyalty card."
  if (negated && /^(?:a|an|it|this|that|your)$/.test(norm[verb!.to + 1] ?? '')) return end;
  if (negated)
    for (let i = verb!.to + 1; i < verb!.to + 4; i += 1)
      if (isBenefitNoun(norm[i] ?? '')) return Math.max(end, reading.grammar.words.end[i]);
  for (let k = index + 1; k <= index + 2; k += 1) {
    const next = reading.clauses[k];
    if (next?.sentence !== sentence || next.verb?.tense !== 'none') return undefined;
    negated ||= next.negated;
    if (inList('benefit-verbs', next.verb.lemma)) return negated ? next.end : undefined;
  }
  return undefined;
}

/** cannot, will not, is unable to, would not be able to: no past attempt, no wish. */
export function isDenial(reading: LazyReading, { verb }: Clause): boolean {
  if (verb!.tense === 'past' || verb!.tense === 'perfect') return false;
  if (verb!.modal === 'can' || verb!.modal === 'will' || verb!.modal === 'shall' || verb!.modal === 'going to') return true;
  if (verb!.modal !== 'would') return false;
  const { norm } = reading.grammar.words;
  for (let i = verb!.from; i < verb!.to; i += 1) if (norm[i] === 'able' || norm[i] === 'unable') return true;
  return false;
}

/** "It is not possible to", "we are not in a position to", "you are not eligible", "this is not something we can offer". */
export function impossible(reading: LazyReading, sentence: Sentence, clause: Clause): number | undefined {
  const { norm, gap, end } = reading.grammar.words;
  const { verb } = clause;
  if (verb!.modal === 'may' || verb!.modal === 'might' || verb!.modal === 'could' || verb!.tense === 'past') return undefined;
  for (
    let i = verb!.to;
    i < Math.min(sentence.to, verb!.to + 5) && !(i > verb!.to && gap[i] & (Gap.stop | Gap.break | Gap.comma));
    i += 1
  ) {
    const next = reading.clauses[clause.index + 1];
    const to =
      next && next.sentence === clause.sentence && next.verb?.tense === 'none' ? next.end : end[Math.min(clause.to, sentence.to) - 1];
    // "A late check-out is not on offer."
    if (norm[i] === 'offer' && norm[i - 1] === 'on') return to;
    if (norm[i] === 'possible' && isOfTopic(reading, sentence, clause)) return to;
    if (norm[i] === 'eligible' || norm[i] === 'entitled') return to;
    if (
      /^(?:possible|available|allowed|permitted|payable|due|applicable|offered|granted)$/.test(norm[i]) &&
      ((clause.subject && isBenefitNoun(norm[clause.subject.head])) || (norm[i] === 'possible' && isAbout(reading, clause)))
    )
      return to;
    if (
      norm[i] === 'option' &&
      norm[i - 1] === 'an' &&
      ((clause.subject && isBenefitNoun(norm[clause.subject.head])) || isAbout(reading, clause))
    )
      return to;
    if (/^(?:possible|feasible|viable|practicable|doable|position|liberty)$/.test(norm[i]))
      return next?.verb && next.sentence === clause.sentence && (inList('benefit-verbs', next.verb.lemma) || next.subject?.actor === 'own')
        ? to
        : undefined;
  }
  return undefined;
}

/** "We are not always able to": how things are, no answer to a request. */
export function isAtTimes(reading: LazyReading, { from, to }: Clause): boolean {
  return HABITUALLY.first(reading.grammar.words, from, to) >= 0;
}
