import { inList } from '../../lexicon/index.js';
import { Gap } from '../../text/words.js';
import { actorOfStretch, isStaff } from '../grammar/actors.js';
import { personBehind } from './act-advice.js';
import { continues } from './promises.js';
import type { LazyReading } from '../index.js';
import type { Clause, NounPhrase, Referral, Sentence } from '../reading.js';

/** Verbs of turning to somebody, with the words that must stand behind them; an empty list for a plain object. */
const TURNING: Readonly<Record<string, readonly string[]>> = {
  contact: [''],
  call: [''],
  phone: [''],
  ring: [''],
  telephone: [''],
  email: [''],
  message: [''],
  approach: [''],
  consult: [''],
  ask: ['at', 'for', ''],
  see: [''],
  reach: ['out to', ''],
  speak: ['to', 'with', 'directly to', 'directly with'],
  talk: ['to', 'with'],
  write: ['to'],
  get: ['in touch with', 'in contact with', 'hold of', 'on to', 'onto'],
  be: ['in touch with', 'in contact with'],
  check: ['with', 'back with'],
  enquire: ['with', 'at'],
  inquire: ['with', 'at'],
  liaise: ['with'],
  deal: ['with'],
  work: ['with'],
  follow: ['up with'],
  connect: ['with'],
  turn: ['to'],
  go: ['through', 'to', 'back to', 'via'],
  apply: ['to', 'through'],
  raise: ['with'],
  take: ['up with'],
  sort: ['out with'],
  discuss: ['with'],
  pursue: ['with'],
  address: ['to', 'with'],
  submit: ['to'],
  send: ['to'],
  file: ['with'],
  book: ['with'],
  return: ['to'],
  report: ['to'],
  redirect: ['to'],
  direct: ['to'],
  refer: ['to'],
  visit: [''],
  inform: [''],
  chase: [''],
  notify: [''],
  advise: [''],
  dm: [''],
  text: [''],
  tweet: [''],
  whatsapp: [''],
  log: ['with'],
  open: ['with'],
  lodge: ['with'],
  register: ['with'],
  swing: ['by'],
  stop: ['by', 'at'],
  head: ['to', 'over to'],
  give: [''],
  have: ['a word with', 'a chat with'],
  forward: ['to'],
};
/** Going there in person is turning to somebody only where a desk stands: a shop or a help center is no desk. */
const CALLING_IN = new Set(['visit', 'swing', 'stop', 'head']);
const DESKS = new Set(['desk', 'counter', 'office', 'reception', 'kiosk', 'branch']);
/** Verbs that carry an object before the one they turn to: raise that with head office. */
const CARRYING = new Set([
  'raise',
  'take',
  'sort',
  'discuss',
  'pursue',
  'address',
  'submit',
  'send',
  'file',
  'report',
  'direct',
  'redirect',
  'refer',
  'follow',
  'return',
  'log',
  'forward',
  'open',
  'lodge',
  'register',
]);
/** Duties laid on a thing: this needs to be reported to our desk. */
const LAID_DOWN = new Set(['need', 'must', 'have to', 'should', 'ought']);
/** Their object is what the customer sends: "direct all questions to our desk" is no offer "for questions". */
const SENDING = new Set(['direct', 'redirect', 'address', 'send', 'refer', 'submit']);
const OBLIGING = new Set(['need', 'have to', 'must', 'should', 'would', 'will', 'ought', 'shall', 'going to']);
const ADVISING = new Set(['suggest', 'recommend', 'advise', 'ask', 'request', 'encourage', 'urge', 'invite', 'want', 'require']);
const AUTHORITIES = new Set(
  'ombudsman ombudsmen regulator police authorities authority embassy consulate customs council court cyber cybercrime citizens trading fire ambulance emergency'.split(
    ' ',
  ),
);
/** Those with whom customers themselves deal: no desk of ours (RULES §5). */
const THEIRS = new Set(
  'bank banks seller sellers doctor gp insurer landlord issuer agent operator provider neighbour neighbours friends school employer physician vet lawyer solicitor host'.split(
    ' ',
  ),
);
const PLACES_OF_OURS = new Set(
  'desk counter office helpline hotline line centre center team department unit agents agent crew headquarters branch store reception kiosk staff box airport member helpdesk depot switchboard hub'.split(
    ' ',
  ),
);
const HANDOVERS = new Set(
  'pass forward escalate contact notify alert hand chase raise refer transfer refund book rebook arrange email ask message speak call send request credit'.split(
    ' ',
  ),
);

/** Every place where the reply sends the customer to somebody. */
export function readReferrals(reading: LazyReading): readonly Referral[] {
  const found: Referral[] = [];
  for (const sentence of reading.sentences) {
    if (sentence.role !== 'body') continue;
    for (let k = sentence.firstClause; k < sentence.endClause; k += 1) {
      const referral = referralAt(reading, sentence, reading.clauses[k]);
      if (referral) found.push(referral);
    }
  }
  return found;
}

function referralAt(reading: LazyReading, sentence: Sentence, clause: Clause): Referral | undefined {
  const { verb } = clause;
  if (verb?.lemma === 'be') {
    const pointed = pointedAt(reading, sentence, clause);
    if (pointed) return pointed;
  }
  if (!verb || clause.mention || clause.negated || !Object.hasOwn(TURNING, verb.lemma)) return undefined;
  const from = directedFrom(reading, clause);
  if (from === undefined) return undefined;
  const at = objectOf(reading, clause);
  if (at === undefined) return undefined;
  const whom = actorOfStretch(reading.grammar, at, sentence.to);
  if (whom && verb.lemma === 'give' && !isCallGiven(reading, whom.to)) return undefined;
  if (whom && verb.lemma === 'go' && reading.grammar.words.norm[whom.head] === 'airport') return undefined;
  if (whom && CALLING_IN.has(verb.lemma) && !DESKS.has(reading.grammar.words.norm[whom.head])) return undefined;
  const target = whom && targetOf(reading, whom, sentence);
  if (!target) return undefined;
  return {
    start: reading.grammar.words.start[from],
    end: whom.end,
    clause: clause.index,
    sentence: sentence.index,
    target,
    optional: isOptional(reading, sentence, clause),
    handedOver:
      isAnswered(reading, clause) || [sentence.index - 1, sentence.index, sentence.index + 1].some((index) => handsOver(reading, index)),
  };
}

/** "Ask at the desk and we'll bring one up": what they are sent for is ours to do. */
function isAnswered({ clauses }: LazyReading, { index, sentence }: Clause): boolean {
  const next = clauses[index + 1];
  return (
    next?.sentence === sentence && next.link === 'and' && next.subject?.actor === 'own' && next.verb?.tense === 'future' && !next.negated
  );
}

/** "The depot at Lyon is who you want to speak to", "our returns desk are the people to ask". */
function pointedAt(reading: LazyReading, sentence: Sentence, clause: Clause): Referral | undefined {
  const { verb, subject, mood, mention, negated } = clause;
  if (!subject || mention || negated || mood !== 'statement' || !personBehind(reading, verb!.to, sentence.to)) return undefined;
  const target = targetOf(reading, subject, sentence);
  if (!target || target === 'us') return undefined;
  return {
    start: subject.start,
    end: reading.sentences[clause.sentence].end,
    clause: clause.index,
    sentence: sentence.index,
    target,
    optional: false,
    handedOver: [sentence.index - 1, sentence.index, sentence.index + 1].some((index) => handsOver(reading, index)),
  };
}

/** "give our team a call": the call stands behind whom it is given to. */
function isCallGiven(reading: LazyReading, at: number): boolean {
  const { norm } = reading.grammar.words;
  return norm[at] === 'a' && /^(?:call|ring|shout|buzz)$/.test(norm[at + 1] ?? '');
}

/** "a member of our holidays team", "someone at the baggage desk", "a CSA at the gate": somebody of ours, by where they are found. */
function isFoundWithUs(reading: LazyReading, whom: NounPhrase, end: number): boolean {
  const { norm } = reading.grammar.words;
  if (!/^(?:of|at|in|from|with)$/.test(norm[whom.to] ?? '')) return false;
  if (!/^(?:a|an|any|one|someone|somebody|anyone)$/.test(norm[whom.from])) return false;
  for (let i = whom.to + 1; i < Math.min(end, whom.to + 6); i += 1)
    if (PLACES_OF_OURS.has(norm[i]) || inList('departments', norm[i]) || /^(?:gate|airport|services|our)$/.test(norm[i])) return true;
  return false;
}

/** First word of the direction; undefined when the clause directs nobody. */
function directedFrom(reading: LazyReading, clause: Clause): number | undefined {
  const { verb, mood, subject, index, sentence } = clause;
  const { norm } = reading.grammar.words;
  const before = reading.clauses[index - 1]?.sentence === sentence ? reading.clauses[index - 1] : undefined;
  if (mood === 'imperative') return continues(reading, clause) ? undefined : startOf(norm, clause);
  // "have your sister check with our desk"
  const caused = norm[verb!.from] === 'have' && reading.grammar.tags.form[verb!.main] === 'base' && verb!.from < verb!.main;
  if (caused && mood !== 'question' && subject?.actor !== 'own') return startOf(norm, { ...clause, subject: undefined });
  if (
    verb!.voice === 'passive' &&
    verb!.modal !== undefined &&
    LAID_DOWN.has(verb!.modal) &&
    CARRYING.has(verb!.lemma) &&
    subject?.actor === 'thing'
  )
    return mood === 'statement' ? Math.max(subject.from, clause.from) : undefined;
  if (verb!.tense === 'none') {
    if (!before?.verb || before.negated || before.mood === 'question') return undefined;
    // "you'll want to work with them", "I'd advise you to call", "please continue to liaise with"
    const advised =
      ADVISING.has(before.verb.lemma) &&
      (before.subject?.actor === 'customer' || before.subject?.actor === 'own' || before.subject === undefined);
    // "be sure to file it with", "make sure to see"
    const sure = before.mood === 'imperative' && /^(?:sure|certain)$/.test(norm[before.to - 1] ?? '');
    const wished =
      /^(?:wish|want|like|care)$/.test(before.verb.lemma) &&
      /^(?:may|might)$/.test(before.verb.modal ?? '') &&
      before.subject?.actor === 'customer';
    const told = before.mood === 'imperative' || (before.subject?.actor === 'customer' && OBLIGING.has(before.verb.modal ?? ''));
    // "please continue to liaise with", "get him to speak to"
    const kept = /^(?:continue|try|keep|get|ask|tell|remind)$/.test(before.verb.lemma) && told;
    const duty = before.verb.lemma === 'be' && isBest(norm, before);
    return advised || kept || duty || sure || wished ? startOf(norm, before) : undefined;
  }
  if (mood === 'question' && isRequest(norm, clause)) return clause.from;
  if (
    mood !== 'statement' ||
    !(subject?.actor === 'customer' || (subject && inList('customer-nouns', norm[subject.head]))) ||
    verb!.voice === 'passive' ||
    verb!.tense === 'past' ||
    verb!.tense === 'perfect'
  )
    return undefined;
  // "we suggest that you contact", "we ask you contact"
  const suggested = before?.verb !== undefined && ADVISING.has(before.verb.lemma) && before.subject?.actor === 'own';
  if (suggested || (before?.verb?.lemma === 'be' && isBest(norm, before) && !clause.link)) return startOf(norm, before);
  return verb!.modal !== undefined &&
    OBLIGING.has(verb!.modal) &&
    !(verb!.modal === 'would' && norm[verb!.main - 1] !== 'to' && norm[verb!.from] !== "'d")
    ? subject.from >= clause.from
      ? subject.from
      : clause.from
    : undefined;
}

/** "could you ring our desk", "can you please contact": a request, though it ends in a question mark. */
function isRequest(norm: readonly string[], { subject, verb, from, to }: Clause): boolean {
  if (subject?.actor !== 'customer' || verb!.tense !== 'present' || verb!.voice === 'passive' || verb!.negated) return false;
  if (verb!.modal === 'could' || verb!.modal === 'would') return subject.from > verb!.from;
  return verb!.modal === 'can' && norm.slice(from, to).includes('please');
}

/** "it is best to", "you'd be best off", "your best bet is to". */
function isBest(norm: readonly string[], { subject, verb, to }: Clause): boolean {
  for (let i = verb!.to; i < to; i += 1) if (/^(?:best|better|advisable|necessary|recommended)$/.test(norm[i])) return true;
  return subject !== undefined && norm.slice(subject.from, subject.to).includes('best');
}

function startOf(norm: readonly string[], { from, subject, verb }: Clause): number {
  if (subject && subject.from >= from) return subject.from;
  let at = verb!.from;
  while (at > from && /^(?:please|kindly|do|just|then|instead|directly)$/.test(norm[at - 1])) at -= 1;
  return at;
}

/** Where the one turned to is named: behind the verb and the words it needs. */
function objectOf(reading: LazyReading, { verb, index, sentence }: Clause): number | undefined {
  const { norm, gap } = reading.grammar.words;
  const { to: end } = reading.sentences[sentence];
  const reach = CARRYING.has(verb!.lemma) ? Math.min(end, verb!.to + 6) : Math.min(end, verb!.to + 1);
  const opener = (phrase: string, at: number): boolean => phrase === '' || phrase.split(' ').every((word, k) => norm[at + k] === word);
  for (const phrase of TURNING[verb!.lemma]) {
    for (let at = verb!.to; at < reach + (phrase === '' ? 0 : 1) && at < end; at += 1) {
      if (at > verb!.to && gap[at] & (Gap.stop | Gap.break | Gap.comma)) break;
      if (!opener(phrase, at)) continue;
      const after = phrase === '' ? at : at + phrase.split(' ').length;
      return after < end && index >= 0 ? after : undefined;
    }
  }
  return undefined;
}

function targetOf(reading: LazyReading, whom: NounPhrase, sentence: Sentence): Referral['target'] | undefined {
  const { words, tags } = reading.grammar;
  const { norm, gap } = words;
  const head = norm[whom.head];
  if (whom.actor === 'own') return 'us';
  const all = norm.slice(whom.from, whom.to);
  if (all.some((word) => AUTHORITIES.has(word))) return 'authority';
  if (
    norm[whom.from] === 'your' &&
    /^(?:local|nearest|closest)$/.test(norm[whom.from + 1] ?? '') &&
    (PLACES_OF_OURS.has(head) || inList('departments', head))
  )
    return 'part-of-ours';
  if (norm[whom.from] === 'your' || (THEIRS.has(head) && !/^(?:our|a|an|any|the)$/.test(norm[whom.from]))) return 'theirs';
  if (/^(?:my|me|us)$/.test(norm[whom.from])) return 'us';
  if (head === 'company' && all.some((word) => /^(?:sister|parent|partner)$/.test(word))) return 'third-party';
  if (isTheirAgent(all) && !/^(?:hotline|helpline|line|desk|team|department)$/.test(head)) return 'theirs';
  if (whom.actor === 'department' || isFoundWithUs(reading, whom, sentence.to)) return 'part-of-ours';
  if (whom.actor === 'third-party') return /^(?:seller|bank|provider|issuer)$/.test(head) ? 'theirs' : 'third-party';
  if (PLACES_OF_OURS.has(head) || (whom.actor === 'colleague' && (isStaff(head) || head === 'members'))) return 'part-of-ours';
  if (all.includes('head') && all.includes('office')) return 'part-of-ours';
  if (/^(?:services?|care|relations|support)$/.test(head) && /^(?:customer|guest|client|passenger)$/.test(norm[whom.head - 1]))
    return 'part-of-ours';
  if (norm[whom.from] === 'our' && all.some((word) => inList('departments', word))) return 'part-of-ours';
  // "contact Iberia Express directly": a name that is sent to directly is a firm.
  const next = whom.to < sentence.to && !(gap[whom.to] & Gap.stop) ? norm[whom.to] : '';
  if (isNamed(reading, whom)) return next === 'directly' ? 'third-party' : 'named';
  // "take this up with her yourself": whoever it is, the customer is to do it alone.
  if (tags.pos[whom.from] === 'pronoun' && /^(?:them|they|him|her)$/.test(norm[whom.from]))
    return next === 'directly' || /^(?:yourself|yourselves)$/.test(next) ? 'third-party' : undefined;
  return undefined;
}

/** "the travel agent you booked with", "the point of purchase", "the selling agent". */
function isTheirAgent(all: readonly string[]): boolean {
  return all.some((word) => /^(?:travel|booking|purchase|selling|seller|bank|issuer|ticketing)$/.test(word)) && !all.includes('our');
}

function isNamed(reading: LazyReading, { from, to }: NounPhrase): boolean {
  const { words, text } = reading.grammar;
  for (let i = from; i < to; i += 1) if (!/\p{Lu}/u.test(text[words.start[i]])) return false;
  return to > from;
}

/** "If you'd rather talk", "for further questions", "should you need": one way among others. */
function isOptional(reading: LazyReading, sentence: Sentence, clause: Clause): boolean {
  const { norm } = reading.grammar.words;
  for (let k = sentence.firstClause; k < Math.min(sentence.endClause, clause.index + 6); k += 1) {
    const { mood, link } = reading.clauses[k];
    // "ask our crew if a change can be made": what is to be asked is no condition.
    const asked = k === clause.index + 1 && link === 'if' && /^(?:ask|see|check|enquire|inquire)$/.test(clause.verb!.lemma);
    if (asked && reading.clauses[k].subject?.actor === 'thing') continue;
    if (mood === 'condition' || mood === 'counterfactual' || mood === 'question' || link === 'whenever') return true;
  }
  // "On your next stay please call the desk": nothing that is open now.
  for (let i = sentence.from; i < sentence.to; i += 1)
    if (norm[i] === 'next' && /^(?:stay|visit|time|trip|booking|flight|order)$/.test(norm[i + 1] ?? '')) return true;
  if (SENDING.has(clause.verb!.lemma)) return false;
  for (let i = sentence.from; i < Math.min(sentence.to, clause.to + 8); i += 1)
    if (/^(?:questions|queries|concerns|free|hesitate|welcome|either|alternatively|also|instead|prefer|rather)$/.test(norm[i])) return true;
  return false;
}

/** An own act of handing over, done or promised. */
function handsOver(reading: LazyReading, index: number): boolean {
  const sentence = reading.sentences[index];
  if (!sentence) return false;
  for (let k = sentence.firstClause; k < Math.min(sentence.endClause, sentence.firstClause + 24); k += 1) {
    const { verb, subject, negated, mood } = reading.clauses[k];
    if (!verb || negated || mood !== 'statement' || subject?.actor !== 'own' || verb.tense === 'none') continue;
    if ((verb.tense === 'future' || verb.tense === 'perfect' || verb.tense === 'past') && HANDOVERS.has(verb.lemma)) return true;
  }
  return false;
}
