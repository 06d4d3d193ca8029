import { inList, lemmaOf, listed, wordClass } from '../../lexicon/index.js';
import { hasDeterminer, saysAnyTime, saysWhen, timesFrom } from './act-window.js';
import { wordsCarried } from './act-verbs.js';
import { wordsAre } from '../window.js';
import { failsToAct } from '../fault/failing.js';
import type { Act } from './acts.js';
import type { LazyReading } from '../index.js';
import type { Clause, Sentence } from '../reading.js';

const CUSTOMER_NOUNS = listed('customer-nouns');
const STAFF = listed('staff');
const FEEDBACK_NOUNS = listed('feedback-nouns');
const REDRESS_NOUNS = listed('redress-nouns');

/** Past passives that tell what went wrong, not what was put right. */
const TROUBLE = new Set(
  'call paint cancel delay close hold change move remove block start handle add put switch transfer deal reach open'.split(' '),
);
/** What had been done before a failure tells how it came about, unless it mends something. */
const TALE = new Set(
  'print write prepare order book put send move change add set switch train test ask call scan load assign install'.split(' '),
);
/** Present passives that tell a result: the fitter is booked. Others tell how things are done. */
export const SETTLED = new Set(
  'book reserve fix repair mend resolve correct attach enclose schedule arrange refund cancel hold credit waive restore install add extend move set order pay end freeze'.split(
    ' ',
  ),
);
const STATES = wordClass(
  'ready waiting available due back done fixed resolved booked reserved working open live covered yours attached enclosed restored corrected up free out',
);
/** What customers are glad to see cancelled. */
const UNWANTED = /^(?:contract|subscription|membership|fine|charge|fee|bill|invoice|reminder|debit|order|penalty|ticket|claim)s?$/;
/** Of these, what it harms nobody to have had cancelled. */
const OWED = /^(?:fine|charge|fee|bill|invoice|reminder|debit|penalty)s?$/;
/** What customers send in, and want to know to be there. */
const SUBMITTED = wordClass(
  'payment payments booking bookings order orders form forms application entry registration transfer reservation upload deposit vote cheque reading claim',
);
/** How a thing is that works again. */
const WELL = wordClass('right up live back working fixed on open clear fine steady stable normal restored online running correct');
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

function movesOn(norm: readonly string[], from: number, to: number): boolean {
  for (let i = from; i < Math.min(to, from + 8); i += 1)
    if (
      norm[i] === 'for' &&
      /^(?:refund|reimbursement|repair|payment|approval|compensation|processing)$/.test(
        norm[/^(?:an?|the|your)$/.test(norm[i + 1]) ? i + 2 : i + 1] ?? '',
      )
    )
      return true;
  return false;
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
  if (verb.voice === 'passive') {
    const dated =
      /^(?:estimate|schedule|expect|plan|set|project)$/.test(verb.lemma) || (verb.lemma === 'delay' && norm[verb.to] === 'until');
    if (dated && verb.tense === 'present' && saysWhen(reading, sentence)) return { kind: 'answered', lemma: verb.lemma };
    // "The labels had been printed on one sheet" tells how it came about.
    if (
      verb.lemma === 'cancel' &&
      !verb.modal &&
      clause.subject &&
      (verb.tense === 'present' ? UNWANTED : OWED).test(norm[clause.subject.head])
    )
      return { kind: 'done', lemma: 'cancel' };
    if (verb.modal === 'would' || (norm[verb.from] === 'had' && TALE.has(verb.lemma)) || failsToAct(reading, clause)) return undefined;
    // "You will be kept informed", "the passenger will be advised of developments".
    const told = actor === 'customer' || (clause.subject !== undefined && CUSTOMER_NOUNS.at(words, clause.subject.head));
    if (told && verb.tense === 'future' && /^(?:advise|inform|notify|update|tell|keep|brief)$/.test(verb.lemma))
      return { kind: 'promised', lemma: verb.lemma };
    // "You were offered a voucher": an offer of that time, which is told and not made.
    if (verb.lemma === 'offer' && verb.tense === 'past') return undefined;
    const settled = decidedPassive(reading, clause);
    if (settled) return settled;
    const noted =
      isFiled(reading, clause) ||
      wordsCarried(reading, clause) ||
      inList('noted-verbs', verb.lemma) ||
      (verb.lemma === 'make' && norm[verb.to] === 'aware');
    // "The tickets have been submitted for a refund": more than noted.
    if (noted && !movesOn(norm, verb.to, sentence.to)) return { kind: 'noted', lemma: verb.lemma };
    if (noted) return { kind: 'done', lemma: verb.lemma };
    // "The machine will be swapped on Friday": whatever is to be done to their thing at a time.
    if ((verb.tense === 'future' || isUnderWay(reading, clause)) && willBeDone(reading, sentence, clause))
      return { kind: 'promised', lemma: verb.lemma };
    // "Her number has now been deleted": whatever has been done with a definite thing.
    if (verb.tense === 'perfect' && !verb.modal && norm[verb.from] !== 'had' && hasBeenDone(reading, clause))
      return { kind: 'done', lemma: verb.lemma };
    if (verb.tense === 'past' && isAtOnce(norm, sentence) && hasBeenDone(reading, clause)) return { kind: 'done', lemma: verb.lemma };
    if (!inList('remedial-verbs', verb.lemma) && !(verb.lemma === 'take' && /^(?:care|off)$/.test(norm[verb.to] ?? ''))) return undefined;
    if (verb.tense === 'past' && TROUBLE.has(verb.lemma) && !saysWhen(reading, sentence)) return undefined;
    if (verb.tense === 'present' && !verb.progressive && !(SETTLED.has(verb.lemma) && hasDeterminer(reading, clause))) return undefined;
    return { kind: verb.tense === 'future' || verb.progressive ? 'promised' : 'done', lemma: verb.lemma };
  }
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
    return left ? { kind: 'done', lemma: verb.lemma } : undefined;
  }
  if (isWithThem(reading, clause)) return { kind: verb.tense === 'future' ? 'promised' : 'done', lemma: verb.lemma };
  if (!hasDeterminer(reading, clause)) return dated(reading, sentence, clause) ? { kind: 'promised', lemma: verb.lemma } : undefined;
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

/** "Your payment did come through", "your form has reached us", "your place is safe": what they could not know is there. */
function cameThrough(norm: readonly string[], { subject, verb, negated }: Clause): Act | undefined {
  if (!subject || norm[subject.from] !== 'your' || negated || verb!.modal || norm.slice(verb!.to, verb!.to + 4).includes('twice'))
    return undefined;
  if (verb!.lemma === 'be' && verb!.tense === 'present')
    return /^(?:safe|secure|intact|unharmed)$/.test(norm[verb!.to] ?? '') ? { kind: 'answered', lemma: 'be' } : undefined;
  if (!SUBMITTED.has(norm[subject.head]) || (verb!.tense !== 'past' && verb!.tense !== 'perfect')) return undefined;
  const through = /^(?:come|go|get)$/.test(verb!.lemma) && norm[verb!.to] === 'through';
  const here = (verb!.lemma === 'reach' && /^(?:us|me)$/.test(norm[verb!.to] ?? '')) || verb!.lemma === 'arrive';
  return through || here ? { kind: 'answered', lemma: verb!.lemma } : undefined;
}

/** "It's been right since 14:00", "the line has been up since noon", "photos are going through again". */
function worksAgain({ grammar: { words } }: LazyReading, { to }: Sentence, { subject, verb, negated, mood }: Clause): Act | undefined {
  const { norm } = words;
  if (subject?.actor !== 'thing' || negated || verb!.modal || mood !== 'statement') return undefined;
  const stretch = norm.slice(verb!.to, Math.min(to, verb!.to + 6));
  if (verb!.lemma === 'be' && verb!.tense === 'perfect' && norm[verb!.from] !== 'had')
    return WELL.at(words, verb!.to) && stretch.some((word) => /^(?:since|again)$/.test(word)) ? { kind: 'done', lemma: 'be' } : undefined;
  const runs = verb!.progressive && /^(?:go|work|run|load|come|print|ring|charge|play|open|sync|send|flow)$/.test(verb!.lemma);
  return runs && verb!.tense === 'present' && stretch.slice(0, 4).includes('again') ? { kind: 'done', lemma: verb!.lemma } : undefined;
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

/** "The pit was emptied the same evening": done as soon as it was known, whatever the verb. */
function isAtOnce(norm: readonly string[], { from, to }: Sentence): boolean {
  for (let i = from; i + 1 < to; i += 1) {
    if (norm[i] === 'same' && /^(?:day|morning|afternoon|evening|night|hour)$/.test(norm[i + 1])) return true;
    if (/^(?:straight|right)$/.test(norm[i]) && norm[i + 1] === 'away') return true;
  }
  return false;
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

const TURNED_DOWN = /^(?:turn|reject|decline|refuse|dismiss|uphold|grant|approve|deny|conclude)$/;
const ASKED_FOR = /^(?:application|claim|request|complaint|appeal|case|order|refund|bid|dispute)$/;

/** "Your application has been turned down", "your appeal is upheld": what they asked for is decided. */
function decidedPassive(reading: LazyReading, { verb, subject }: Clause): Act | undefined {
  const { norm } = reading.grammar.words;
  if (!subject || !TURNED_DOWN.test(verb!.lemma) || verb!.tense === 'future' || verb!.modal) return undefined;
  if (verb!.lemma === 'turn' && norm[verb!.to] !== 'down') return undefined;
  for (let i = subject.from; i < verb!.from && i < subject.from + 8; i += 1)
    if (ASKED_FOR.test(norm[i])) return { kind: 'decided', lemma: verb!.lemma };
  return undefined;
}

/** "Your report has been added to the list", "your letter was put on file": kept, and no more. */
function isFiled(reading: LazyReading, { verb, subject, to }: Clause): boolean {
  if (!subject || !/^(?:add|put|enter|place)$/.test(verb!.lemma)) return false;
  const { words } = reading.grammar;
  const { norm } = words;
  const theirWords =
    norm[subject.head] === 'note' ||
    FEEDBACK_NOUNS.at(words, subject.head) ||
    /^(?:report|letter|message|mail|email|ticket|case)$/.test(norm[subject.head]);
  for (let i = verb!.to; theirWords && i < Math.min(to, verb!.to + 5); i += 1)
    if (/^(?:list|register|file|log|record|records|book|folder)$/.test(norm[i])) return true;
  return false;
}

function hasBeenDone(reading: LazyReading, { verb, subject }: Clause): boolean {
  const { words } = reading.grammar;
  const { norm } = words;
  const definite =
    subject && (/^(?:the|your|her|his|their|both|a|an|this|these)$/.test(norm[subject.from]) || REDRESS_NOUNS.at(words, subject.head));
  if (!definite || FEEDBACK_NOUNS.at(words, subject.head)) return false;
  if (inList('courtesy-verbs', verb!.lemma) || inList('fault-verbs', verb!.lemma) || TROUBLE.has(verb!.lemma)) return false;
  return !/^(?:affect|damage|bring|give|consider|review|design|know|use|call|mean|intend|lose|reduce|increase|limit|discontinue)$/.test(
    verb!.lemma,
  );
}

/** "Your calls are being diverted", "a handset is being couriered". */
function isUnderWay(reading: LazyReading, { verb }: Clause): boolean {
  return verb!.tense === 'present' && reading.grammar.words.norm[verb!.main - 1] === 'being';
}

/** A definite thing of theirs or ours and a time; what will be weighed or gone through by nobody knows whom is not done yet. */
function willBeDone(reading: LazyReading, sentence: Sentence, clause: Clause): boolean {
  const { words } = reading.grammar;
  const { norm } = words;
  const { subject, verb } = clause;
  if (!subject || !/^(?:the|your|a|an|this|both|it|they)$/.test(norm[subject.from]) || FEEDBACK_NOUNS.at(words, subject.head)) return false;
  if (inList('courtesy-verbs', verb!.lemma) || /^(?:consider|serve|hold|delay|affect|monitor|review)$/.test(verb!.lemma)) return false;
  return saysWhen(reading, sentence) || norm[subject.from] === 'your' || isUnderWay(reading, clause);
}

/** "Breakfast is on us", "dinner is on the house"; "here is the form", "my direct line is 01632 960123". */
function gift({ grammar: { words, text } }: LazyReading, sentence: Sentence, { verb, from }: Clause): Act | undefined {
  const { norm } = words;
  const { to } = verb!;
  if (norm[to] === 'on' && (/^(?:us|me)$/.test(norm[to + 1] ?? '') || (norm[to + 1] === 'the' && norm[to + 2] === 'house')))
    return { kind: 'offered', lemma: 'be' };
  // "Hotel and meals are ours to pay."
  if (norm[to] === 'ours' && norm[to + 1] === 'to' && /^(?:pay|settle|cover|fix|sort|repair|put|mend)$/.test(norm[to + 2] ?? ''))
    return { kind: 'promised', lemma: norm[to + 2] };
  if (norm[from] === 'here' || norm[from - 1] === 'here') return { kind: 'offered', lemma: 'be' };
  return /^\+?\(?\d{2,}/.test(text.slice(words.start[to])) && /\d[\d ()-]{6,}/.test(text.slice(words.start[to], sentence.end))
    ? { kind: 'offered', lemma: 'be' }
    : undefined;
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

/** On its way, ready, waiting; on the van tomorrow; available from Monday. */
function stateAct(reading: LazyReading, sentence: Sentence, clause: Clause): Act | undefined {
  const { words } = reading.grammar;
  const { norm } = words;
  const at = clause.verb!.to;
  // "The fee is off your bill"; "two things are under way".
  if (norm[at] === 'off' && norm[at + 1] === 'your') return { kind: 'done', lemma: 'be' };
  if (
    /^(?:underway|afoot)$/.test(norm[at] ?? '') ||
    (norm[at] === 'under' && norm[at + 1] === 'way') ||
    (norm[at] === 'in' && norm[at + 1] === 'hand')
  )
    return { kind: 'promised', lemma: 'be' };
  // "The £10 is in an envelope behind the counter with your name on it."
  for (let i = at + 2; i < Math.min(sentence.to, at + 12); i += 1)
    if (norm[i] === 'with' && norm[i + 1] === 'your' && norm[i + 2] === 'name' && clause.verb!.tense === 'present')
      return { kind: 'done', lemma: 'be' };
  for (let i = at; i < Math.min(sentence.to, at + 5); i += 1) {
    if (norm[i] === 'disposal' && norm[i - 1] === 'your') return { kind: 'offered', lemma: 'be' };
    if (isUnderway(norm, i)) return { kind: 'done', lemma: 'be' };
    if (norm[i] === 'way' && /^(?:its|it's|the|their)$/.test(norm[i - 1])) return { kind: 'done', lemma: 'be' };
    if (norm[i] === 'available' && /^(?:to|at|via|on|by|through|here)$/.test(norm[i + 1] ?? '')) return { kind: 'offered', lemma: 'be' };
    if (STATES.at(words, i) && i <= at + 2 && (clause.verb!.tense === 'future' || saysWhen(reading, sentence) || norm[i + 1] === 'for'))
      return { kind: clause.verb!.tense === 'future' ? 'promised' : 'done', lemma: 'be' };
  }
  // "Your present address is on the system now."
  if (norm[at + 1] !== undefined && /^(?:on|in|back)$/.test(norm[at]) && clause.verb!.tense === 'present')
    for (let i = at; i < Math.min(clause.to, at + 6); i += 1) if (norm[i] === 'now') return { kind: 'done', lemma: 'be' };
  // "Your departure is 16.10 now."
  const told = timesFrom(reading, clause.verb!.end).find(({ start }) => start < sentence.end);
  const behind = /^(?:now|currently|still)$/.test(norm[at] ?? '') ? reading.grammar.words.end[at] : clause.verb!.end;
  if (told?.specific && told.start - behind < 4 && clause.verb!.tense === 'present') return { kind: 'answered', lemma: 'be' };
  return saysWhen(reading, sentence) && /^(?:on|at|with|in|out|behind|due)$/.test(norm[at] ?? '')
    ? { kind: 'done', lemma: 'be' }
    : undefined;
}

/** "It is en route", "in transit", "out for delivery" */
function isUnderway(norm: readonly string[], at: number): boolean {
  return (
    norm[at] === 'enroute' ||
    (/^(?:en|on)$/.test(norm[at]) && norm[at + 1] === 'route') ||
    (norm[at] === 'in' && norm[at + 1] === 'transit') ||
    (norm[at] === 'out' && norm[at + 1] === 'for' && norm[at + 2] === 'delivery')
  );
}

/** "They're in your inbox", "it's back on your card": the customer has it, or will have. */
function isWithThem({ grammar: { words } }: LazyReading, { verb, subject }: Clause): boolean {
  const { norm } = words;
  if (verb!.lemma !== 'be' || verb!.tense === 'past' || verb!.negated || !subject) return false;
  // "A voucher for 10 % is in your inbox."
  const thing =
    /^(?:a|an|the|your|two|three|both)$/.test(norm[subject.from]) &&
    subject.actor === 'thing' &&
    /^(?:inbox|account|card|wallet|basket|post|mail|letterbox|pigeonhole)$/.test(norm[verb!.to + 2] ?? '');
  if (!thing && !/^(?:it|they|both|all)$/.test(norm[subject.from])) return false;
  const at = /^(?:now|back|already|all|both)$/.test(norm[verb!.to] ?? '') ? verb!.to + 1 : verb!.to;
  return /^(?:in|on|at|with)$/.test(norm[at] ?? '') && /^(?:your|you)$/.test(norm[at + 1] ?? '');
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
