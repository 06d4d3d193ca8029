import { inList, lemmaOf, listed, wordClass } from '../../lexicon/index.js';
import { wordsAre } from '../window.js';
import { passiveResult } from './passives.js';
import { cameThrough, gift, isWithThem, stateAct, worksAgain } from './states.js';
import { hasDeterminer, saysAnyTime, saysWhen, timesFrom } from './window.js';
import type { LazyReading } from '../index.js';
import type { Clause, Sentence } from '../reading.js';
import type { Act } from './acts.js';

const STAFF = listed('staff');

const MONEY_OR_MISSIVE = wordClass(
  'voucher refund money payment cheque card letter parcel box replacement form copy label key ticket tickets pounds euros dollars sum deposit fee credit',
);

/** "The £32 went back at eleven", "a voucher went into the post this morning", "the £10 left our bank today". */
function isSentOff({ grammar: { words, text } }: LazyReading, { subject, verb, negated, to }: Clause): boolean {
  if (!subject || negated || verb!.modal || !/^(?:go|leave)$/.test(verb!.lemma) || words.norm[verb!.from] === 'had') return false;
  const sum =
    /[£$€\d]/.test(text.slice(words.start[subject.from] - 1, words.start[subject.from] + 2)) || /^\d/.test(words.norm[subject.head]);
  if (!sum && MONEY_OR_MISSIVE.first(words, subject.from, verb!.from) < 0) return false;
  const next = words.norm[verb!.to] ?? '';
  if (verb!.lemma === 'leave') return /^(?:our|us|here|the|my)$/.test(next);
  return /^(?:back|into|in|out|off|to|by|on|through)$/.test(next) && !words.norm.slice(verb!.to, to).includes('wrong');
}

/** What customers can ask of us in due form. */
const LODGED = /^(?:claims?|appeals?|refunds?|applications?)$/;
const ARRIVING = new Set(
  'leave arrive go reach start ship land come begin follow run return open reopen resume restart meet deliver travel'.split(' '),
);

/** "From Monday a second teacher takes the group", "the lessons come off your fee": behind a run of nouns the verb is taken for one more. */
export function unreadAct(reading: LazyReading, sentence: Sentence, { from, to }: Clause): Act | undefined {
  const { norm } = reading.grammar.words;
  // "Our apologies for the added wait this morning."
  if (reading.apologies.some((apology) => apology.sentence === sentence.index)) return undefined;
  for (let i = from + 1; i + 1 < to; i += 1) {
    if (/^(?:come|comes|go|goes)$/.test(norm[i]) && norm[i + 1] === 'off') return { kind: 'offered', lemma: 'deduct' };
    const lemma = lemmaOf(norm[i]);
    if (lemma === undefined || lemma === norm[i] || !saysWhen(reading, sentence)) continue;
    if (ARRIVING.has(lemma) || inList('remedial-verbs', lemma) || lemma === 'take') return { kind: 'promised', lemma };
  }
  return undefined;
}

/** "We show that the tickets have been submitted", "I can confirm that it was sent". */
function isReportedByUs(reading: LazyReading, { link, index, sentence }: Clause): boolean {
  const before = reading.clauses[index - 1];
  if (link !== 'that' || before?.sentence !== sentence) return false;
  // "We know …, but see that blankets have been handed out".
  if (before.subject ? before.subject.actor !== 'own' : before.link !== 'but' && before.link !== 'and') return false;
  return /^(?:show|see|confirm|find)$/.test(before.verb?.lemma ?? '');
}

/** A result that no agent needs: the refund was sent, a fitter is booked, the new one leaves today, the tiles are on the van tomorrow. */
export function resultAct(reading: LazyReading, sentence: Sentence, clause: Clause): Act | undefined {
  const verb = clause.verb!;
  const { words } = reading.grammar;
  const { norm } = words;
  // "Our records show your seat is linked to your account."
  const looked = norm[clause.from] === 'our' && /^(?:records?|systems?|files?)$/.test(norm[clause.from + 1] ?? '');
  if (looked && /^(?:shows?|indicates?|says?)$/.test(norm[clause.from + 2] ?? '')) return { kind: 'answered', lemma: 'show' };
  if (verb.tense === 'none') return reported(reading, sentence, clause) ?? contactGerund(reading, clause);
  if (clause.negated) return undefined;
  if (verb.lemma === 'take' && isDuration(reading, sentence, clause)) return { kind: 'answered', lemma: verb.lemma };
  // "It should be with you by Friday", "your seedlings should be coming up soon".
  if (
    verb.modal === 'should' &&
    verb.tense === 'present' &&
    /^(?:be|arrive|reach|show|appear|land|come|leave|depart|start|begin|open)$/.test(verb.lemma) &&
    saysAnyTime(reading, sentence)
  )
    return { kind: 'promised', lemma: verb.lemma };
  // "It should be fixed soon."
  if (verb.modal === 'should' && verb.voice === 'passive' && inList('remedial-verbs', verb.lemma) && saysAnyTime(reading, sentence))
    return { kind: 'promised', lemma: verb.lemma };
  if (/^(?:may|might|could|should|must)$/.test(verb.modal ?? '')) return undefined;
  // "The 8.40 now has an estimated departure of 12.00", "flight 6 shows a 20:30 departure".
  if (/^(?:have|show)$/.test(verb.lemma) && clause.subject?.actor === 'thing' && saysWhen(reading, sentence))
    for (let i = verb.main; i < Math.min(sentence.to, verb.to + 7); i += 1)
      if (/^(?:departure|arrival|eta|etd|takeoff|landing)$/.test(norm[i])) return { kind: 'answered', lemma: verb.lemma };
  if (
    /^(?:who|which|because|since|when|if|as|that)$/.test(clause.link ?? '') &&
    verb.tense !== 'future' &&
    !isReportedByUs(reading, clause)
  )
    return undefined;
  const known = cameThrough(norm, clause) ?? worksAgain(reading, sentence, clause) ?? duly(norm, clause);
  if (known) return known;
  const actor = clause.subject?.actor;
  // "Your refund of £__ is on its way": the blank hides the subject.
  if (verb.lemma === 'be' && wordsAre(reading.grammar.words, verb.to, 'on its way')) return { kind: 'done', lemma: 'be' };
  if (verb.voice === 'passive') return passiveResult(reading, sentence, clause);
  // "The charge has come off your card", "nothing is owed for it".
  if (!verb.negated && norm[verb.to] === 'off' && norm[verb.to + 1] === 'your') return { kind: 'done', lemma: verb.lemma };
  if (actor === 'own') return standsBy(reading, clause);
  if (actor === 'customer') return isBooked(reading, sentence, clause) ? { kind: 'promised', lemma: verb.lemma } : undefined;
  if (actor === 'nobody') return undefined;
  const given = verb.lemma === 'be' && verb.tense === 'present' ? gift(reading, sentence, clause) : undefined;
  if (given) return given;
  if (verb.tense === 'past' || verb.tense === 'perfect') {
    // "We see your airport team has rebooked you."
    const forThem = norm[verb.to] === 'you' && verb.tense === 'perfect' && norm[verb.from] !== 'had' && clause.subject !== undefined;
    const byStaff = forThem && (/^(?:team|desk|crew)$/.test(norm[clause.subject!.head]) || STAFF.at(words, clause.subject!.head));
    if (byStaff && inList('remedial-verbs', verb.lemma)) return { kind: 'done', lemma: verb.lemma };
    // "The right one left today."
    const left = /^(?:leave|go)$/.test(verb.lemma) && hasDeterminer(reading, clause) && saysWhen(reading, sentence);
    return left || isSentOff(reading, clause) ? { kind: 'done', lemma: verb.lemma } : undefined;
  }
  if (isWithThem(reading, clause)) return { kind: verb.tense === 'future' ? 'promised' : 'done', lemma: verb.lemma };
  // "Cards get lost" speaks of habits; "new cards will be with you on Saturday" does not.
  const ahead = verb.lemma === 'be' && verb.tense === 'future' && saysWhen(reading, sentence);
  if (!ahead && !hasDeterminer(reading, clause))
    return dated(reading, sentence, clause) ? { kind: 'promised', lemma: verb.lemma } : undefined;
  if (verb.lemma === 'be') return stateAct(reading, sentence, clause);
  if (verb.tense === 'future' && inList('remedial-verbs', verb.lemma)) return { kind: 'promised', lemma: verb.lemma };
  // "Payroll is running as it should": how things are.
  const runs = (verb.lemma === 'run' || verb.lemma === 'work') && !/^(?:again|now|on|to|hard)$/.test(norm[verb.to] ?? '');
  if (verb.progressive && inList('remedial-verbs', verb.lemma) && (!runs || saysWhen(reading, sentence)))
    return { kind: 'promised', lemma: verb.lemma };
  // "Two tickets are waiting for you at the desk", "a credit is waiting on your account".
  if (
    verb.progressive &&
    verb.lemma === 'wait' &&
    /^(?:for|on|in|at)$/.test(norm[verb.to] ?? '') &&
    /^your?$/.test(norm[verb.to + 1] ?? '')
  )
    return { kind: 'done', lemma: 'wait' };
  // "The amount stands."
  if (verb.lemma === 'stand' && !verb.modal && verb.to === clause.to && verb.tense === 'present')
    return { kind: 'decided', lemma: 'stand' };
  // "Your Friday slot stands."
  if (
    /^(?:stand|hold)$/.test(verb.lemma) &&
    clause.subject &&
    norm[clause.subject.from] === 'your' &&
    !verb.modal &&
    verb.tense === 'present'
  )
    return { kind: 'answered', lemma: verb.lemma };
  // "Your sister gets a new box on Thursday."
  if (/^(?:get|receive|have)$/.test(verb.lemma) && clause.subject && norm[clause.subject.from] === 'your' && saysWhen(reading, sentence))
    return { kind: 'promised', lemma: verb.lemma };
  if (ARRIVING.has(verb.lemma) && saysWhen(reading, sentence)) return { kind: 'promised', lemma: verb.lemma };
  return undefined;
}

/** "Claims can be made on our form", "appeals go through the desk at …": where what they ask for is asked. */
function duly(norm: readonly string[], { subject, verb, negated }: Clause): Act | undefined {
  if (!subject || negated || !LODGED.test(norm[subject.head])) return undefined;
  const where = norm.slice(verb!.to, verb!.to + 3);
  if (verb!.lemma === 'go' && verb!.tense === 'present' && /^(?:through|via)$/.test(where[0] ?? ''))
    return { kind: 'instructed', lemma: 'go' };
  const lodged =
    verb!.voice === 'passive' && verb!.modal === 'can' && /^(?:make|lodge|submit|file|raise|claim|request|send|upload)$/.test(verb!.lemma);
  return lodged && where.some((word) => /^(?:on|at|through|via|online|by|in)$/.test(word))
    ? { kind: 'instructed', lemma: verb!.lemma }
    : undefined;
}

/** "New mattresses arrive on Friday", "waves go up on Thursday at noon": a plural with a day of its own tells of no habit. */
function dated(reading: LazyReading, { from, start, end }: Sentence, { subject, verb, mood }: Clause): boolean {
  if (!subject || subject.from !== from || mood !== 'statement' || verb!.tense !== 'present' || verb!.modal || verb!.voice === 'passive')
    return false;
  if (!ARRIVING.has(verb!.lemma)) return false;
  return timesFrom(reading, start).some(
    ({ start: at, when }) =>
      at > verb!.start && at < end && (when?.weekday !== undefined || (when?.month !== undefined && when.day !== undefined)),
  );
}

/** "You have an extra lesson on Friday at 17.00", "you're with Dr Patel on Thursday": a place that is kept for them. */
function isBooked(reading: LazyReading, sentence: Sentence, { verb, mood, link }: Clause): boolean {
  const { norm } = reading.grammar.words;
  if (mood !== 'statement' || (link !== undefined && link !== 'and' && link !== 'so') || verb!.modal || !saysWhen(reading, sentence))
    return false;
  if (verb!.lemma === 'have') return verb!.tense === 'present' && /^(?:an?|the|two|another)$/.test(norm[verb!.to] ?? '');
  const at = /^(?:now|down|in|booked)$/.test(norm[verb!.to] ?? '') ? verb!.to + 1 : verb!.to;
  return verb!.lemma === 'be' && verb!.tense === 'present' && /^(?:with|in|on|for)$/.test(norm[at] ?? '');
}

/** "Sorted!", "Done - the fee is gone." */
function reported(reading: LazyReading, sentence: Sentence, { verb, from }: Clause): Act | undefined {
  const { words } = reading.grammar;
  const alone = from === sentence.from && verb!.voice === 'passive' && (verb!.to === sentence.to || words.gap[verb!.to] !== 0);
  return alone && /^(?:do|sort|fix|resolve|refund|cancel|send|rebook|book|solve)$/.test(verb!.lemma)
    ? { kind: 'done', lemma: verb!.lemma }
    : undefined;
}

/** "We're here to help with rebooking": with a thing of this matter it offers; "we're here to help" does not. */
function standsBy(reading: LazyReading, { verb, index, sentence }: Clause): Act | undefined {
  const { norm } = reading.grammar.words;
  if (verb!.lemma !== 'be' || verb!.tense !== 'present' || verb!.negated) return undefined;
  const next = reading.clauses[index + 1];
  if (next?.sentence !== sentence || next.verb?.tense !== 'none' || !/^(?:here|there|available)$/.test(norm[next.from] ?? ''))
    return undefined;
  const at = next.verb.to;
  const helps = /^(?:help|assist)$/.test(next.verb.lemma) && norm[at] === 'with';
  return helps && !/^(?:any|anything|all|whatever|your)$/.test(norm[at + 1] ?? 'any')
    ? { kind: 'offered', lemma: next.verb.lemma }
    : undefined;
}

/** "It can take five days for the credit to show". */
function isDuration(reading: LazyReading, sentence: Sentence, clause: Clause): boolean {
  const first = clause.subject ? reading.grammar.words.norm[clause.subject.from] : '';
  return (
    /^(?:it|this|that|refunds?|credits?|banks?|your|the)$/.test(first) &&
    clause.verb!.tense !== 'past' &&
    clause.verb!.tense !== 'perfect' &&
    saysWhen(reading, sentence)
  );
}

/** "Another way is by calling us". */
function contactGerund(reading: LazyReading, clause: Clause): Act | undefined {
  const { words, tags } = reading.grammar;
  const { from, main, lemma } = clause.verb!;
  if (tags.form[main] !== 'ing' || words.norm[from - 1] !== 'by' || !inList('contact-verbs', lemma)) return undefined;
  return /^(?:us|me|our|the)$/.test(words.norm[main + 1] ?? '') ? { kind: 'instructed', lemma } : undefined;
}
