import { wordClass } from '../../lexicon/index.js';
import type { LazyReading } from '../index.js';
import { activePromise, type Strength } from './promise-acts.js';
import type { Clause } from '../reading.js';

const OURS = new Set(['own', 'colleague', 'department']);
/** Verbs that promise what follows them: `we assure you to have it mended`. */
const VOWS = new Set(['assure', 'promise', 'undertake', 'commit', 'vow', 'pledge']);
/** Verbs that only wish it. */
const WISHES = new Set(['hope', 'aim', 'expect', 'intend', 'plan']);
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
const INQUIRING = new Set([
  'look',
  'investigate',
  'review',
  'check',
  'arrange',
  'handle',
  'deal',
  'action',
  'order',
  'assess',
  'address',
  'process',
]);
const SURVEYING = new Set(['look', 'investigate', 'review', 'check', 'enquire']);

/**
 * Promises that no clause with "we will" makes: the infinitive behind a vow ("we promise to look into it"), a wish, our intention, or an order given to
 * others; "more details to follow"; "bear with us while we look into this"; "you can expect a call from our engineer".
 */
export function indirectPromise(reading: LazyReading, clause: Clause): Strength | undefined {
  const { verb } = clause;
  if (!verb || clause.negated) return undefined;
  if (verb.tense === 'none') return verb.voice === 'passive' ? undefined : behind(reading, clause);
  if (clause.link === 'while') return whileWe(reading, clause);
  if (clause.mood !== 'statement') return undefined;
  if (verb.lemma === 'expect') return expected(reading, clause);
  return verb.voice === 'passive' ? inHand(reading, clause) : undefined;
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
    // "We'll make every effort to find it asap"
    if (before.verb.tense === 'future' && /^(?:effort|best|utmost)$/.test(norm[before.to - 1] ?? ''))
      return service || /^(?:find|locate|trace|recover|get|solve)$/.test(verb!.lemma) ? 'weak' : undefined;
    if (WISHES.has(lemma))
      return service && !before.verb.modal && before.verb.tense === 'present' && OPEN.test(norm[verb!.to] ?? '') ? 'weak' : undefined;
    // "We'll be sure to send you the pattern"
    if (lemma === 'be' && norm[before.to - 1] === 'sure' && before.verb.tense === 'future')
      return service && (INQUIRING.has(verb!.lemma) || norm[verb!.to] === 'you') ? 'strong' : undefined;
  }
  if (OURS.has(before.subject?.actor ?? '') && before.verb.voice === 'passive' && CHARGED.has(lemma) && before.verb.tense === 'perfect')
    return TELLING.has(verb!.lemma) && /^(?:you|back|in|out|to)$/.test(norm[verb!.to] ?? '') ? 'strong' : undefined;
  // "It is our intention to send you a new one"
  const intended = /^(?:intention|plan|aim)$/.test(norm[before.to - 1] ?? '') && norm[before.to - 2] === 'our';
  return lemma === 'be' && intended && service ? 'strong' : undefined;
}

/** "Please bear with us while we look into this": it is we who look, and they who wait. */
function whileWe(reading: LazyReading, { verb, subject, index, sentence }: Clause): Strength | undefined {
  const before = reading.clauses[index - 1];
  const waits =
    before?.sentence === sentence && before.mood === 'imperative' && /^(?:bear|wait|stay|hang|be)$/.test(before.verb?.lemma ?? '');
  return waits && reading.grammar.words.norm[subject?.from ?? -1] === 'we' && SURVEYING.has(verb!.lemma) ? 'strong' : undefined;
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
function inHand(reading: LazyReading, { verb, subject, from }: Clause): Strength | undefined {
  const { norm } = reading.grammar.words;
  if (!subject || subject.from < from) return undefined;
  if (subject.actor === 'customer')
    return verb!.modal === 'should' && TELLING.has(verb!.lemma) && byUs(norm, verb!.to) ? 'strong' : undefined;
  const now = verb!.tense === 'present' && verb!.modal === undefined && norm.slice(verb!.from, verb!.main).includes('being');
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
