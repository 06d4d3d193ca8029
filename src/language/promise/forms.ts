import { wordClass } from '../../lexicon/index.js';
import type { LazyReading } from '../index.js';
import { activePromise, type Strength } from './acts.js';
import { concerns, within } from './objects.js';
import { OURS } from './actors.js';
import { ACTS, CARRIED_OUT, INQUIRING } from './work.js';
import type { Clause } from '../reading.js';

/** Verbs that promise what follows them: `we assure you to have it mended`. */
const VOWS = new Set(['assure', 'promise', 'undertake', 'commit', 'vow', 'pledge']);
/** Verbs that only wish it. */
const WISHES = new Set(['hope', 'aim', 'expect']);
/** Verbs of a will that is settled. */
const INTENDS = new Set(['intend', 'plan', 'mean', 'propose']);
/** Nouns for what we will do next. */
const INTENTS = new Set('intention plan aim step idea proposal priority task job move'.split(' '));
/** How a hope is spoken of that is nothing we owe. */
const WELCOMES = new Set('meet serve welcome see have host deliver provide offer'.split(' '));
/** Whom we can charge; never the customer. */
const OTHERS = /^(?:the|our|my|an?|him|her|them|someone|somebody|both)$/;
/** What is at issue; "we hope to have you back soon" is a wish for the customer. */
const OPEN = /^(?:this|that|it|these|them)$/;
const CHARGED = new Set(['ask', 'instruct', 'tell', 'request', 'task', 'remind']);
const TELLING = new Set([
  'contact',
  'call',
  'ring',
  'phone',
  'email',
  'mail',
  'write',
  'message',
  'get',
  'reach',
  'update',
  'inform',
  'reply',
]);
/** What is announced to come: "more details to follow". */
const ANNOUNCED = wordClass('details information info news update updates reply response answer more confirmation instructions');

/**
 * Promises that no clause with "we will" makes: the infinitive behind a vow ("we promise to look into it"), a wish, our intention, or an order given to
 * others; "more details to follow"; "bear with us while we look into this"; "you can expect a call from our engineer".
 */
export function indirectPromise(reading: LazyReading, clause: Clause): Strength | undefined {
  const { verb } = clause;
  if (!verb || clause.negated) return undefined;
  if (verb.tense === 'none') return verb.voice === 'passive' ? undefined : behind(reading, clause);
  if (clause.link === 'while') return whileWe(reading, clause);
  if (clause.mood === 'imperative') return asksPatience(reading, clause) ? 'strong' : undefined;
  if (clause.mood !== 'statement') return undefined;
  if (verb.lemma === 'be' && verb.voice === 'active') return pending(reading, clause);
  if (verb.lemma === 'expect') return expected(reading, clause);
  if (clause.subject?.actor === 'customer' && verb.voice === 'active') return comesToThem(reading, clause);
  return verb.voice === 'passive' ? inHand(reading, clause) : undefined;
}

/** What comes to a customer from us, and when. */
const FROM_US = wordClass(
  'email mail call letter text sms message reply answer response update refund replacement decision callback news money deposit payment confirmation quote',
);

/** "You should have an answer", "you will get an e-mail with the new date", "you'll have your money back". */
function comesToThem(reading: LazyReading, { verb, to }: Clause): Strength | undefined {
  if (!/^(?:will|shall|should|going to)$/.test(verb!.modal ?? '') || !/^(?:have|get|receive|see)$/.test(verb!.lemma)) return undefined;
  const { words } = reading.grammar;
  // "You should have a text from her already": it has come.
  if (verb!.modal === 'should' && words.norm.slice(verb!.to, to + 1).some((word) => /^(?:already|now)$/.test(word))) return undefined;
  const named =
    words.norm[verb!.main] !== 'had' &&
    /^(?:an?|your|the|our|another|full)$/.test(words.norm[verb!.to] ?? '') &&
    FROM_US.first(words, verb!.to, Math.min(to, verb!.to + 5)) >= 0;
  if (named) return 'strong';
  return verb!.modal !== 'should' && /^(?:get|receive)$/.test(verb!.lemma) ? 'weak' : undefined;
}

/** "Leave it with us", "kindly allow us some time": they are to wait, for how long nobody says. */
function asksPatience(reading: LazyReading, { verb, to }: Clause): boolean {
  const { norm } = reading.grammar.words;
  const at = verb!.to;
  if (verb!.lemma === 'leave')
    return (
      /^(?:it|this|that|these|everything|things)$/.test(norm[at] ?? '') && norm[at + 1] === 'with' && /^(?:me|us)$/.test(norm[at + 2] ?? '')
    );
  if (!/^(?:allow|give|grant)$/.test(verb!.lemma) || !/^(?:me|us)$/.test(norm[at] ?? '')) return false;
  return norm.slice(at + 1, Math.min(to, at + 6)).some((word, k) => word === 'time' && !/^(?:any|last|first)$/.test(norm[at + k]));
}

const PENDING = new Set('review investigation consideration examination process progress hand'.split(' '));

/** "Your case is under review", "the matter is in hand": ours to do, and not done yet. */
function pending(reading: LazyReading, { verb, subject }: Clause): Strength | undefined {
  const { norm } = reading.grammar.words;
  if (verb!.tense !== 'present' || verb!.modal !== undefined || subject === undefined || subject.actor === 'customer') return undefined;
  const state = /^(?:still|currently|now|already|presently)$/.test(norm[verb!.to] ?? '') ? verb!.to + 1 : verb!.to;
  if (subject.actor === 'own') return norm[state] === 'on' && /^(?:it|this|to)$/.test(norm[state + 1] ?? '') ? 'strong' : undefined;
  if (!/^(?:under|in)$/.test(norm[state] ?? '') || !PENDING.has(norm[state + 1] ?? '')) return undefined;
  return /^(?:your|this|it|that|the)$/.test(norm[subject.from]) ? 'strong' : undefined;
}

/** What the clause before makes of an infinitive. */
function behind(reading: LazyReading, clause: Clause): Strength | undefined {
  const { verb, index, sentence } = clause;
  const { words } = reading.grammar;
  const { norm } = words;
  if (verb!.lemma === 'follow' && ANNOUNCED.at(words, verb!.from - 1) && clause.index === reading.sentences[sentence].firstClause)
    return 'strong';
  const before = reading.clauses[index - 1];
  if (!before?.verb || before.sentence !== sentence || before.negated || before.mood !== 'statement') return undefined;
  const service = activePromise(reading, clause, verb!) === 'strong';
  const { lemma } = before.verb;
  if (before.subject?.actor === 'own') {
    // "We'll ensure to look into the leak" promises; "we ensure to serve you well" praises.
    if (VOWS.has(lemma) || (lemma === 'ensure' && before.verb.tense === 'future' && verb!.from <= before.verb.to + 1))
      return service ? 'strong' : undefined;
    // "We'll look to get it resolved"
    if (before.verb.tense === 'future' && lemma === 'look' && before.verb.to === before.to && verb!.from <= before.to + 1)
      return service || concerns(reading, clause, verb!) ? 'strong' : undefined;
    // "We'll make every effort to find it asap"
    if (before.verb.tense === 'future' && /^(?:effort|best|utmost)$/.test(norm[before.to - 1] ?? ''))
      return service || /^(?:find|locate|trace|recover|get|solve)$/.test(verb!.lemma) ? 'weak' : undefined;
    if (!before.verb.modal && before.verb.tense === 'present' && INTENDS.has(lemma)) return service ? 'strong' : undefined;
    if (WISHES.has(lemma))
      return service &&
        !before.verb.modal &&
        before.verb.tense === 'present' &&
        (OPEN.test(norm[verb!.to] ?? '') || (lemma !== 'hope' && isOwed(reading, clause)))
        ? 'weak'
        : undefined;
    // "We'll be sure to send you the pattern"
    if (lemma === 'be' && norm[before.to - 1] === 'sure' && before.verb.tense === 'future')
      return service && (INQUIRING.has(verb!.lemma) || norm[verb!.to] === 'you') ? 'strong' : undefined;
  }
  const charged =
    before.verb.voice === 'passive'
      ? OURS.has(before.subject?.actor ?? '')
      : before.subject?.actor === 'own' && OTHERS.test(norm[before.verb.to] ?? '');
  if (charged && CHARGED.has(lemma) && before.verb.tense === 'perfect')
    return TELLING.has(verb!.lemma) && /^(?:you|back|in|out|to)$/.test(norm[verb!.to] ?? '') ? 'strong' : undefined;
  // "Our electrician is scheduled to come back", "a fitter is due to call"
  if (
    OURS.has(before.subject?.actor ?? '') &&
    before.verb.tense === 'present' &&
    (/^(?:schedule|set|book|slate)$/.test(lemma) || norm[verb!.from - 1] === 'due' || norm[verb!.from - 2] === 'due')
  )
    return service || /^(?:come|visit|return|call)$/.test(verb!.lemma) ? 'strong' : undefined;
  // "It is our intention to send you a new one"
  const intended = /^(?:intention|plan|aim)$/.test(norm[before.to - 1] ?? '') && norm[before.to - 2] === 'our';
  const subject = before.subject && norm[before.subject.head];
  const steps =
    subject !== undefined && INTENTS.has(subject) && before.verb.tense === 'present' && /^(?:our|my|the)$/.test(norm[before.subject!.from]);
  return lemma === 'be' && ((intended && service) || (steps && (service || within(norm, verb!.to, clause.to, ['you', 'your']))))
    ? 'strong'
    : undefined;
}

/** "hope to send the part": a thing that is owed, and no pleasure of seeing them again. */
function isOwed(reading: LazyReading, clause: Clause): boolean {
  return !WELCOMES.has(clause.verb!.lemma) && concerns(reading, clause, clause.verb!);
}

/** "Please bear with us while we look into this": it is we who look, and they who wait. */
function whileWe(reading: LazyReading, { verb, subject, index, sentence }: Clause): Strength | undefined {
  const before = reading.clauses[index - 1];
  const waits =
    before?.sentence === sentence &&
    before.mood === 'imperative' &&
    /^(?:bear|wait|stay|hang|be|hold|excuse)$/.test(before.verb?.lemma ?? '');
  return waits &&
    /^(?:we|i)$/.test(reading.grammar.words.norm[subject?.from ?? -1] ?? '') &&
    (INQUIRING.has(verb!.lemma) || verb!.lemma === 'get')
    ? 'strong'
    : undefined;
}

/** "You can expect a call from our engineer": strong when it says from whom, else a thing that comes. */
function expected(reading: LazyReading, { verb, subject }: Clause): Strength | undefined {
  if (subject?.actor !== 'customer' || !/^(?:can|may|should|will)$/.test(verb!.modal ?? '')) return undefined;
  const { norm } = reading.grammar.words;
  if (!/^(?:an?|our|your|the|to)$/.test(norm[verb!.to] ?? '')) return undefined;
  for (let i = verb!.to; i < verb!.to + 4; i += 1)
    if (/^(?:call|email|reply|response|answer|message|letter|visit|text|hear)$/.test(norm[i] ?? '')) return 'strong';
  return 'weak';
}

/** "This is being looked at by our engineers", "you should be contacted by our fitter": ours to do, and not done yet. */
function inHand(reading: LazyReading, { verb, subject, from, to }: Clause): Strength | undefined {
  const { norm } = reading.grammar.words;
  if (!subject || subject.from < from) return undefined;
  if (subject.actor === 'customer')
    return verb!.modal === 'should' && TELLING.has(verb!.lemma) && byUs(norm, verb!.to) ? 'strong' : undefined;
  const now = verb!.tense === 'present' && verb!.modal === undefined && norm.slice(verb!.from, verb!.main).includes('being');
  // "Arrangements are being made", "a fix is being worked on"
  if (
    now &&
    ((CARRIED_OUT.has(verb!.lemma) && ACTS.at(reading.grammar.words, subject.head)) || (verb!.lemma === 'work' && norm[verb!.to] === 'on'))
  )
    return 'strong';
  if (now && within(norm, verb!.to, to, ['on your behalf', 'for you'])) return 'strong';
  if (!now || subject.actor === 'own' || !INQUIRING.has(verb!.lemma)) return undefined;
  return /^(?:your|this|it|that|an?)$/.test(norm[subject.from]) && byUsOrNobody(norm, verb!.to) ? 'strong' : undefined;
}

function byUs(norm: readonly string[], at: number): boolean {
  return norm[at] === 'by' && /^(?:our|us|one|the|someone|somebody)$/.test(norm[at + 1] ?? '');
}

function byUsOrNobody(norm: readonly string[], at: number): boolean {
  for (let i = at; i < at + 3; i += 1) if (norm[i] === 'by') return byUs(norm, i);
  return true;
}
