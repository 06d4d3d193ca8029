import { inList, wordClass } from '../../lexicon/index.js';
import { Gap } from '../../text/words.js';
import type { LazyReading } from '../index.js';
import { isPolicyBound, isPolicyNoun, reasonFor } from './refusal-reasons.js';
import { bareNo, refusedByForm } from './refusal-forms.js';
import { isBenefitNoun, isVerdictAgainst } from './refusal-verdicts.js';
import type { Clause, Refusal, Sentence } from '../reading.js';

const OWN = new Set(['own', 'department', 'colleague']);
/** What is kept for their good. */
const DETAILS = wordClass('details detail data address name number information email photo photos message messages records card');
const HABITUALLY = wordClass('always sometimes often usually being');
const DECLINED = new Set(['decline', 'reject', 'refuse', 'deny']);
const RESOLVED = new Set(['decide', 'choose', 'opt', 'elect']);
/** How far we are from granting it: unwilling, or not let. */
const UNWILLING = wordClass('prepared willing authorised authorized allowed permitted empowered inclined minded');
/** What is done for nobody but a customer: saying that we do not do it refuses it. */
const REPAID = new Set(['refund', 'reimburse', 'compensate', 'exchange', 'waive', 'freeze', 'backdate']);
/** Bodies of ours that decide. */
const DECIDERS = wordClass('panel board committee jury insurer insurers underwriter underwriters council assessors');
const CLAIMS = wordClass(
  'application request claim refund appeal order booking payment reservation proposal suggestion enquiry submission card quote bid',
);
/** Objects that make a benefit verb something else: accept responsibility, hold a grudge, put a price on. */
const NO_BENEFIT = wordClass('responsibility liability blame guarantee guarantees promise promises excuses sense up wait');

/** Benefits that we refuse, and the reason given: in the sentence itself, else in the one before or after it. */
export function readRefusals(reading: LazyReading): readonly Refusal[] {
  const found: Refusal[] = [];
  let empathic: ReadonlySet<number> | undefined;
  for (const sentence of reading.sentences) {
    if (sentence.role !== 'body' || sentence.question) continue;
    for (let k = sentence.firstClause; k < sentence.endClause; k += 1) {
      const clause = reading.clauses[k];
      if (clause.mention || clause.mood !== 'statement') continue;
      const bare = k === sentence.firstClause ? bareNo(reading, sentence) : undefined;
      if (!clause.verb && bare === undefined) continue;
      const policy = clause.verb !== undefined && isPolicyBound(reading, clause);
      const end = bare ?? (policy ? clause.end : refusedUpTo(reading, sentence, clause));
      if (end === undefined) continue;
      empathic ??= new Set(reading.empathy.map((statement) => statement.sentence));
      found.push({
        start: bare === undefined ? startOf(reading, clause) : sentence.start,
        end,
        clause: clause.index,
        sentence: sentence.index,
        lemma: clause.verb?.lemma ?? 'be',
        reason: reasonFor(reading, sentence, clause, policy, empathic),
      });
      break;
    }
  }
  return found;
}

function startOf(reading: LazyReading, clause: Clause): number {
  const { from, subject, verb, index } = clause;
  const { start } = reading.grammar.words;
  if (isAbout(reading, clause)) return reading.clauses[index - 1].start;
  return start[subject && subject.from >= from && subject.from < verb!.from ? subject.from : verb!.from];
}

/** Where the words of a refusal end; undefined when the clause refuses nothing. */
function refusedUpTo(reading: LazyReading, sentence: Sentence, clause: Clause): number | undefined {
  const { verb, subject } = clause;
  const { words } = reading.grammar;
  const { norm } = words;
  if (verb!.tense === 'none' || mendsNoMore(reading, sentence, clause) || waitsOnCustomer(reading, clause) || isAtTimes(reading, clause))
    return undefined;
  if (DECLINED.has(verb!.lemma) && verb!.voice === 'passive' && !verb!.negated)
    return subject && CLAIMS.at(words, subject.head) && !byTheirs(norm, verb!.to, sentence.to) ? clause.end : undefined;
  if (norm[clause.from] === 'there' || (subject && norm[subject.from] === 'there')) return thereIsNo(reading, clause);
  const nothing = subject !== undefined && norm[subject.from] === 'no' && isBenefitNoun(norm[subject.head]);
  if (nothing) return verb!.tense !== 'past' && verb!.tense !== 'perfect' ? clause.end : undefined;
  const byForm = refusedByForm(reading, clause, sentence);
  if (byForm !== undefined) return byForm;
  if (RESOLVED.has(verb!.lemma) && OWN.has(subject?.actor ?? '')) return decidedAgainst(reading, clause);
  if (isVerdictAgainst(reading, clause, sentence)) return clause.end;
  if (declines(reading, clause) || hasNoPlans(reading, clause)) return clause.end;
  if (norm[verb!.to] === 'unwilling' && verb!.lemma === 'be' && !verb!.negated) return unwilling(reading, clause);
  // "Returning it is out of the question."
  if (verb!.lemma === 'be' && norm[verb!.to] === 'out' && norm[verb!.to + 3] === 'question' && !verb!.negated)
    return isAbout(reading, clause) || (subject && isBenefitNoun(norm[subject.head])) ? clause.end : undefined;
  if (!verb!.negated) return undefined;
  if (isBlocked(reading, clause) || isKeptFrom(reading, clause) || isBarred(reading, clause, sentence)) return clause.end;
  if (verb!.lemma === 'qualify') return isTheirs(norm, clause) ? clause.end : undefined;
  if (UNWILLING.at(words, verb!.main)) return unwilling(reading, clause) ?? (isAbout(reading, clause) ? clause.end : undefined);
  if (verb!.tense === 'present' && verb!.modal === undefined && verb!.lemma !== 'be') return withholds(reading, clause);
  if (verb!.lemma === 'be') return impossible(reading, sentence, clause);
  if (subject?.actor === 'customer') return isUnpaid(clause) ? clause.end : undefined;
  if (subject && DECIDERS.at(words, subject.head)) return /^(?:approve|grant|uphold|accept)$/.test(verb!.lemma) ? clause.end : undefined;
  if (isOfOneWay(norm, verb!.to)) return undefined;
  // "Your request could not be accepted": told as what came of it.
  if (verb!.modal === 'could' && verb!.voice === 'passive' && /^(?:accept|approve|grant|entertain|honour)$/.test(verb!.lemma))
    return subject && CLAIMS.at(words, subject.head) && !byTheirs(norm, verb!.to, sentence.to) ? clause.end : undefined;
  if (!isDenial(reading, clause) || !inList('benefit-verbs', verb!.lemma) || !isBenefit(reading, clause)) return undefined;
  if (verb!.voice === 'passive') return subject?.actor === 'thing' ? clause.end : undefined;
  return subject === undefined || OWN.has(subject.actor) ? clause.end : undefined;
}

/** "We're not going to repair it a second time. You get a new one": patching is what is refused, for something better. */
function mendsNoMore({ grammar: { words }, sentences }: LazyReading, { index, to }: Sentence, { verb }: Clause): boolean {
  if (!verb!.negated || !/^(?:repair|mend|patch|fix|glue|send|clean|sew|weld|solder|reset|try)$/.test(verb!.lemma)) return false;
  const { norm } = words;
  const anew = norm.slice(verb!.to, Math.min(to, verb!.to + 8));
  if (!anew.some((word, k) => /^(?:again|another)$/.test(word) || (/^(?:second|third|fourth|fifth)$/.test(word) && anew[k + 1] === 'time')))
    return false;
  const end = Math.min(sentences[index + 1]?.to ?? to, verb!.to + 40);
  return norm.slice(verb!.to, end).some((word) => /^(?:new|replacement|replace|replaced|refund|refunded)$/.test(word));
}

/** "Your card was declined by your bank": not ours to grant. */
function byTheirs(norm: readonly string[], from: number, to: number): boolean {
  for (let i = from; i + 1 < Math.min(to, from + 4); i += 1) if (norm[i] === 'by' && !/^(?:us|our|the)$/.test(norm[i + 1])) return true;
  return false;
}

/** "We have no plans for this", "we've no intention of adding it": a suggestion turned down. */
function hasNoPlans({ grammar: { words } }: LazyReading, { verb, subject, to }: Clause): boolean {
  if (verb!.lemma !== 'have' || verb!.tense !== 'present' || verb!.modal || subject?.actor !== 'own') return false;
  const { norm } = words;
  const at = norm[verb!.to] === 'no' ? verb!.to + 1 : verb!.negated && norm[verb!.to] === 'any' ? verb!.to + 1 : -1;
  if (at < 0) return false;
  for (let i = at; i < Math.min(to, at + 3); i += 1) if (/^(?:plans?|intention|intentions)$/.test(norm[i])) return true;
  return false;
}

/** "Passes can't be used after five as per our policy": terms held against them. */
function isBarred({ grammar: { words } }: LazyReading, { verb, subject }: Clause, { to }: Sentence): boolean {
  const { norm } = words;
  if (verb!.modal !== 'can' || subject?.actor !== 'thing' || norm[verb!.to] !== 'used') return false;
  for (let i = verb!.to; i < Math.min(to, verb!.to + 16); i += 1) if (isPolicyNoun(norm[i])) return true;
  return false;
}

/** "There is no refund for this fare", "there won't be a voucher", "there is nothing I can give you back". */
function thereIsNo(reading: LazyReading, { index, sentence, verb, end }: Clause): number | undefined {
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
function unwilling(reading: LazyReading, { index, sentence, subject }: Clause): number | undefined {
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
function isAbout(reading: LazyReading, { index, sentence, link }: Clause): boolean {
  const deed = reading.clauses[index - 1];
  if (deed?.sentence !== sentence || deed.verb?.tense !== 'none' || link !== undefined) return false;
  // "I'm afraid exchanging it is not possible": a subject handed on from before is none.
  if (deed.subject && deed.subject.to > deed.from) return false;
  return deed.verb.main === deed.verb.from && inList('benefit-verbs', deed.verb.lemma);
}

/** You, your claim: not how others fare. */
function isTheirs(norm: readonly string[], { subject }: Clause): boolean {
  return subject?.actor === 'customer' || (subject?.actor === 'thing' && /^(?:your|this|it)$/.test(norm[subject.from]));
}

/** "Loans cannot be extended online": one way is closed, and others are open. */
function isOfOneWay(norm: readonly string[], at: number): boolean {
  for (let i = at; i < at + 4; i += 1)
    if (
      /^(?:online|yourself|via)$/.test(norm[i] ?? '') ||
      (/^(?:by|over)$/.test(norm[i] ?? '') && /^(?:phone|email|e|mail|the)$/.test(norm[i + 1] ?? ''))
    )
      return true;
  return false;
}

/** "You will not be refunded." "You won't be charged" keeps nothing from them. */
function isUnpaid({ verb }: Clause): boolean {
  return verb!.voice === 'passive' && REPAID.has(verb!.lemma) && (verb!.modal === 'can' || verb!.modal === 'will');
}

/** "The system won't let me cancel it." */
function isBlocked({ grammar: { words } }: LazyReading, { verb, subject }: Clause): boolean {
  if (!subject || !isPolicyNoun(words.norm[subject.head])) return false;
  return /^(?:allow|permit|let|enable)$/.test(verb!.lemma) && (verb!.modal === undefined || verb!.modal === 'will');
}

/** "You can't have your deposit back": what is theirs, or what they asked for, is kept from them. */
function isKeptFrom({ grammar: { words } }: LazyReading, { verb, subject, to }: Clause): boolean {
  if (subject?.actor !== 'customer' || !/^(?:can|will)$/.test(verb!.modal ?? '') || !/^(?:have|get|receive)$/.test(verb!.lemma))
    return false;
  for (let i = verb!.to; i < Math.min(to + 1, verb!.to + 6); i += 1)
    if (/^(?:back|refund|deposit|money|discount|compensation|exchange|upgrade|extension)$/.test(words.norm[i] ?? '')) return true;
  return false;
}

/** "We must decline your request", "I have to turn it down": what they asked for, refused by us. */
function declines(reading: LazyReading, { verb, subject, to }: Clause): boolean {
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
function withholds(reading: LazyReading, { verb, subject, end, to }: Clause): number | undefined {
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
function decidedAgainst(reading: LazyReading, { index, sentence, verb, end }: Clause): number | undefined {
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
function isDenial(reading: LazyReading, { verb }: Clause): boolean {
  if (verb!.tense === 'past' || verb!.tense === 'perfect') return false;
  if (verb!.modal === 'can' || verb!.modal === 'will' || verb!.modal === 'shall' || verb!.modal === 'going to') return true;
  if (verb!.modal !== 'would') return false;
  const { norm } = reading.grammar.words;
  for (let i = verb!.from; i < verb!.to; i += 1) if (norm[i] === 'able' || norm[i] === 'unable') return true;
  return false;
}

/** Verbs of many meanings refuse something only with the right object. */
function isBenefit(reading: LazyReading, { verb, subject, to }: Clause): boolean {
  const { words } = reading.grammar;
  const { norm } = words;
  const next = norm[verb!.to] ?? '';
  if (NO_BENEFIT.first(words, verb!.to, Math.min(to, verb!.to + 5)) >= 0) return false;
  switch (verb!.lemma) {
    case 'help':
      return next !== 'but' && !next.endsWith('ing');
    case 'do':
      return /^(?:this|that|so|it|as)$/.test(next);
    case 'make':
      return (
        /^(?:exceptions?|changes?|amendments?)$/.test(next) ||
        (/^(?:an|any|this|that)$/.test(next) && /^(?:exceptions?|changes?|change|amendments?)$/.test(norm[verb!.to + 1] ?? ''))
      );
    case 'bring':
      return next === 'back' && !/^(?:time|that|those|the (?:time|day))$/.test(norm[verb!.to + 1] ?? '');
    case 'get':
      return /^(?:you|your|someone|somebody)$/.test(next);
    case 'let':
      return (next === 'you' || next === 'your') && norm[verb!.to + 1] !== 'down';
    case 'take':
    case 'put':
    case 'top':
      return next === 'you' || next === 'your';
    case 'give':
    case 'provide':
      return !findInfo(norm, verb!.to, to);
    case 'share':
      return (verb!.modal !== 'will' || next !== 'your') && !DETAILS.at(words, subject?.head ?? -1);
    case 'change':
      return verb!.modal !== 'will' || next !== 'your';
    default:
      return true;
  }
}

/** What we do not know cannot be given; that is no refusal. */
function findInfo(norm: readonly string[], from: number, to: number): boolean {
  for (let i = from; i < to; i += 1)
    if (/^(?:date|dates|time|timescale|timeframe|timeline|eta|estimate|exact|information|info|enough|until)$/.test(norm[i])) return true;
  return false;
}

/** "It is not possible to", "we are not in a position to", "you are not eligible", "this is not something we can offer". */
function impossible(reading: LazyReading, sentence: Sentence, clause: Clause): number | undefined {
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
function isAtTimes(reading: LazyReading, { from, to }: Clause): boolean {
  return HABITUALLY.first(reading.grammar.words, from, to) >= 0;
}

/** "I won't cancel anything until you say so": the customer decides. */
function waitsOnCustomer(reading: LazyReading, { index, sentence }: Clause): boolean {
  const next = reading.clauses[index + 1];
  return next !== undefined && next.sentence === sentence && (next.link === 'until' || next.link === 'unless' || next.link === 'till');
}
