import { inList, wordClass } from '../../lexicon/index.js';
import { Gap } from '../../text/words.js';
import { isAsked, wishes } from './asked.js';
import type { LazyReading } from '../index.js';
import { isPolicyNoun } from './policies.js';
import type { Clause, Sentence } from '../reading.js';

/** What a firm grants when it is asked. */
const BENEFITS = wordClass(
  'refund refunds exchange exchanges change changes cancellation cancellations transfer transfers upgrade upgrades extension extensions compensation discount discounts return returns swap swaps reimbursement reimbursements voucher vouchers exception exceptions amendment amendments waiver waivers payout rebate rebates reduction postponement alteration alterations replacement replacements',
);
/** What the customer has asked for, as a word. */
const REQUESTS = new Set(
  'application request claim appeal proposal suggestion refund quote bid petition complaint enquiry dispute'.split(' '),
);
/** What happens to a request that is granted. */
const GRANTED = new Set('approve accept grant uphold authorise agree sanction entertain honour accommodate'.split(' '));
/** What is done with a benefit by a firm that has it to give. */
const GIVEN = new Set('give offer issue provide grant make allow permit accept process pay entertain do arrange authorise'.split(' '));
const TURNED_DOWN = new Set(['decline', 'reject', 'refuse', 'deny', 'turn', 'dismiss']);
const DECISIONS = new Set(['decision', 'position', 'answer', 'stance']);
const LASTING = new Set(['stand', 'remain', 'hold']);
const CHARGES = new Set('fee fees charge charges fine penalty deposit surcharge premium'.split(' '));
/** What a rule does to what is asked for, and what stops us when we have no leave. */
const HINDERING = new Set(['prevent', 'prohibit', 'forbid', 'preclude', 'stop', 'restrict', 'bar']);
const LEAVE = wordClass('authority power permission right mandate');
const WAYS_OUT = wordClass('option choice alternative');
const UNCHANGED = wordClass('final unchanged same');

/** Whether a noun names something that a firm grants: a refund, an exchange, an exception. */
export function isBenefitNoun(noun: string): boolean {
  return BENEFITS.has(noun);
}

/**
 * Whether the clause gives a verdict against what the customer asked for: "your claim has been turned down", "your request was unsuccessful",
 * "refunds are not given", "a voucher is out of the question", "our decision stands", "the answer is no".
 */
export function isVerdictAgainst(reading: LazyReading, clause: Clause, sentence: Sentence): boolean {
  const { verb, subject } = clause;
  const { norm } = reading.grammar.words;
  if (!verb || !subject) return false;
  const of = norm[subject.head];
  if ((REQUESTS.has(of) || isOfRequest(reading, clause)) && failed(reading, clause)) return true;
  if (BENEFITS.has(of) && isKept(reading, clause)) return true;
  if (isUnthinkable(norm, clause) && subject.actor === 'thing' && (BENEFITS.has(of) || isAsked(reading, clause.from, clause.verb!.from)))
    return true;
  if (DECISIONS.has(of)) return isNo(reading, clause) || isLasting(reading, clause);
  if (subject.actor === 'own') return saysNo(reading, clause) || keepsDecision(norm, clause) || hasNoLeave(reading, clause);
  if (
    CHARGES.has(of) &&
    !verb.negated &&
    ((verb.lemma === 'stand' && verb.tense === 'present') || (verb.lemma === 'stay' && verb.modal !== undefined))
  )
    return true;
  if (CHARGES.has(of) && verb.lemma === 'remain') return !verb.negated && /^(?:payable|due|owing)$/.test(norm[verb.to] ?? '');
  if (isPolicyNoun(of)) return HINDERING.has(verb.lemma) && !verb.negated && verb.tense === 'present' && verb.voice === 'active';
  return isAgainstRules(norm, clause) || isBare(reading, clause) || isBoundByTerms(norm, clause, sentence);
}

/** "Your request to bring the dog was not granted": what was requested stands between. */
function isOfRequest({ grammar: { words }, clauses }: LazyReading, { index, sentence }: Clause): boolean {
  const before = clauses[index - 1];
  if (before?.sentence !== sentence || before.verb?.tense !== 'none' || !/^(?:your|the|this)$/.test(words.norm[before.from])) return false;
  return words.norm[before.verb.from - 1] !== undefined && REQUESTS.has(words.norm[before.verb.from - 1]);
}

/** "has been turned down", "was not upheld", "was unsuccessful". */
function failed(reading: LazyReading, { verb, subject }: Clause): boolean {
  const { norm } = reading.grammar.words;
  if (verb!.modal && verb!.modal !== 'can' && verb!.modal !== 'will') return false;
  const told = verb!.tense === 'past' || verb!.tense === 'perfect' || verb!.tense === 'present';
  if (verb!.voice === 'passive') {
    if (GRANTED.has(verb!.lemma)) return verb!.negated && told;
    return TURNED_DOWN.has(verb!.lemma) && !verb!.negated && told && (verb!.lemma !== 'turn' || norm[verb!.to] === 'down');
  }
  // "Your appeal did not succeed", "your bid has not made it through", "your claim has failed".
  if (verb!.lemma === 'succeed' || (verb!.lemma === 'make' && norm[verb!.to] === 'it')) return verb!.negated && told;
  if (verb!.lemma === 'fail') return !verb!.negated && told && norm[subject!.head] !== 'request' && norm[verb!.to] !== 'to';
  if (verb!.lemma === 'be') {
    for (let i = verb!.to; i < verb!.to + 2; i += 1) {
      if (norm[i] === 'unsuccessful') return !verb!.negated;
      if (norm[i] === 'successful') return verb!.negated;
    }
  }
  return false;
}

/** "Refunds are not given." A single one that was not made is a fault, or news: "the refund was not processed". */
function isKept(reading: LazyReading, { verb, subject }: Clause): boolean {
  if (verb!.voice !== 'passive' || !verb!.negated || verb!.tense !== 'present' || verb!.progressive || verb!.modal) return false;
  const { norm } = reading.grammar.words;
  return GIVEN.has(verb!.lemma) && (norm[subject!.head].endsWith('s') || norm[subject!.from] === 'no');
}

/** "is out of the question", "is off the table", "is not on the cards". */
export function isUnthinkable(norm: readonly string[], { verb }: Clause): boolean {
  if (verb!.lemma !== 'be' || verb!.modal === 'may' || verb!.modal === 'might') return false;
  const words = norm.slice(verb!.to, verb!.to + 5).join(' ');
  if (verb!.negated) return /^(?:(?:\w+ )?on the (?:cards|table)|(?:\w+ )?an option|in order)\b/.test(words);
  return /^(?:\w+ )?(?:out of the question|off the table|impossible)\b/.test(words);
}

/** "The answer is no, I'm afraid." To whoever only asked, it is an answer. */
function isNo(reading: LazyReading, { verb, index, sentence }: Clause): boolean {
  const { norm, gap } = reading.grammar.words;
  // "The answer is no, we haven't found it yet", "…, the tap needs no part": to whether something is so.
  const told = reading.clauses[index + 1];
  if (
    told?.sentence === sentence &&
    told.subject &&
    told.subject.from >= told.from &&
    told.link === undefined &&
    told.mood === 'statement'
  ) {
    const happened =
      (told.verb?.tense === 'perfect' || told.verb?.tense === 'past') && !/^(?:decide|agree|choose|rule|resolve)$/.test(told.verb.lemma);
    if (
      happened ||
      (told.subject.actor === 'thing' && told.verb?.tense === 'present' && !told.verb.modal && !BENEFITS.has(norm[told.subject.head]))
    )
      return false;
  }
  if (verb!.lemma !== 'be' || verb!.negated || verb!.tense === 'past') return false;
  if (reading.kind.value === 'question' && !wishes(reading)) return false;
  for (let i = verb!.to; i < verb!.to + 4 && i < norm.length; i += 1) {
    if (norm[i] === 'no') return i + 1 >= norm.length || (gap[i + 1] & (Gap.comma | Gap.stop | Gap.break)) !== 0;
    if (gap[i] & (Gap.stop | Gap.blankLine)) return false;
  }
  return false;
}

/** "Our decision stands", "our position remains unchanged". */
function isLasting(reading: LazyReading, { verb, subject }: Clause): boolean {
  const { words } = reading.grammar;
  const { norm } = words;
  if (verb!.negated || norm[subject!.head] === 'answer' || (verb!.modal && verb!.modal !== 'will')) return false;
  if (verb!.tense !== 'present' && verb!.tense !== 'future') return false;
  if (!/^(?:our|the|this|my)$/.test(norm[subject!.from])) return false;
  // "stands for now", "until you have appealed": it may still be changed.
  if (/^(?:for|until|till|unless|pending)$/.test(norm[verb!.to] ?? '')) return false;
  if (LASTING.has(verb!.lemma)) return true;
  return verb!.lemma === 'be' && (UNCHANGED.at(words, verb!.to) || UNCHANGED.at(words, verb!.to + 1));
}

/** "That won't be possible", "that can't be done": what they asked for, and no more is said of it. To whoever only asked, it is an answer. */
function isBare(reading: LazyReading, { verb, subject, sentence }: Clause): boolean {
  const { norm, gap } = reading.grammar.words;
  if (!verb!.negated || !/^(?:this|that|it)$/.test(norm[subject!.from]) || subject!.to > subject!.from + 1) return false;
  if (/^(?:question|thanks|unknown)$/.test(reading.kind.value)) return false;
  const done = verb!.lemma === 'do' && verb!.voice === 'passive' && verb!.modal === 'can';
  const possible = verb!.lemma === 'be' && norm[verb!.to] === 'possible' && (verb!.modal ?? 'will') === 'will' && verb!.tense !== 'past';
  const end = possible ? verb!.to + 1 : verb!.to;
  const last = end >= reading.sentences[sentence].to || (gap[end] & (Gap.comma | Gap.stop | Gap.break)) !== 0;
  return (done || possible) && (last || /^(?:at|on|in|for)$/.test(norm[end]));
}

/** "It goes against our rules", "this is contrary to our policy". */
function isAgainstRules(norm: readonly string[], { verb, subject }: Clause): boolean {
  if ((verb!.lemma !== 'be' && verb!.lemma !== 'go') || verb!.negated || verb!.tense !== 'present' || verb!.modal) return false;
  if (!/^(?:it|this|that)$/.test(norm[subject!.from]) && !BENEFITS.has(norm[subject!.head])) return false;
  if (!/^(?:against|contrary|outside)$/.test(norm[verb!.to] ?? '')) return false;
  for (let i = verb!.to + 1; i < verb!.to + 5; i += 1) if (isPolicyNoun(norm[i] ?? '')) return true;
  return false;
}

/** "We stand by our decision", "we have upheld our original decision". */
function keepsDecision(norm: readonly string[], { verb }: Clause): boolean {
  if (verb!.negated || !/^(?:stand|uphold|maintain|stick)$/.test(verb!.lemma) || (verb!.modal && verb!.modal !== 'must')) return false;
  for (let i = verb!.to; i < verb!.to + 5; i += 1) if (norm[i] === 'decision') return true;
  return false;
}

/** "I don't have the authority to waive it", "we have no choice but to refuse it". */
function hasNoLeave(reading: LazyReading, { index, sentence, verb }: Clause): boolean {
  const { words } = reading.grammar;
  const { norm } = words;
  const next = reading.clauses[index + 1];
  if (verb!.lemma !== 'have' || next?.sentence !== sentence || next.verb?.tense !== 'none') return false;
  for (let i = verb!.to; i < verb!.to + 3; i += 1) {
    const without = verb!.negated || norm[i - 1] === 'no' || norm[i - 1] === 'other';
    if (WAYS_OUT.at(words, i)) return without && next.link === 'but' && TURNED_DOWN.has(next.verb.lemma);
    if (LEAVE.at(words, i)) return without && next.link === undefined && inList('benefit-verbs', next.verb.lemma);
  }
  return false;
}

/** "We're going to have to say no", "I must say no to the voucher". */
function saysNo(reading: LazyReading, { verb }: Clause): boolean {
  const { norm } = reading.grammar.words;
  if (verb!.lemma !== 'say') return false;
  return !verb!.negated && norm[verb!.to] === 'no' && (verb!.modal !== undefined || verb!.tense === 'present') && verb!.modal !== 'would';
}

/** "As per company policy the tickets are non-refundable." */
function isBoundByTerms(norm: readonly string[], { verb }: Clause, { from, to }: Sentence): boolean {
  if (verb!.lemma !== 'be' || verb!.negated || !norm[verb!.to]?.startsWith('non')) return false;
  const state = norm[verb!.to] === 'non' ? norm[verb!.to + 1] : norm[verb!.to].slice('non'.length);
  if (!/^(?:refundable|exchangeable|transferable|returnable|changeable)$/.test(state ?? '')) return false;
  for (let i = Math.max(from, verb!.from - 12); i < Math.min(to, verb!.to + 12); i += 1) if (isPolicyNoun(norm[i])) return true;
  return false;
}
