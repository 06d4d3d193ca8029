import { listed, wordClass } from '../../lexicon/index.js';
import { isKin } from '../apology/life-event.js';
import { customerAct } from './customer.js';
import { isAsked } from './answers.js';
import { saysWhen } from './window.js';
import type { LazyReading } from '../index.js';
import type { Clause, Sentence } from '../reading.js';
import type { Act } from './acts.js';

/** Those who are with the customer, besides kin. */
const COMPANIONS = wordClass(
  'friend friends party group guest guests companion companions passenger passengers tenant tenants pupil pupils team',
);
/** Where something waits for its owner. */
const PLACES = wordClass('gate desk counter reception office depot lobby till lodge box-office cloakroom');
const CUSTOMERS = listed('customer-nouns');
/** Of these one expects how they behave, and not when they come. */
const EXPECTED_TO_BEHAVE = /^(?:our|all|every|everyone|each|you|better|more|no|nothing)$/;
const BEGINNING = /^(?:begin|start|resume|reopen|commence)$/;

/**
 * What lies ahead, told as it stands: "we expect a departure of 5.35", "it should be running again by noon", "boarding starts in ten minutes", "your gate is now
 * B7", "that comes off your next bill"; and what those who are with the customer are to do: "your parents will need to sign in at the desk".
 */
export function prospect(reading: LazyReading, sentence: Sentence, clause: Clause): Act | undefined {
  if (clause.mood !== 'statement' || clause.negated || clause.verb!.negated) return undefined;
  return (
    expected(reading, sentence, clause) ??
    shouldWork(reading, sentence, clause) ??
    begins(reading, sentence, clause) ??
    isNow(reading, clause) ??
    isAtIt(reading, clause) ??
    isLeftAt(reading, clause) ??
    willBeRound(reading, sentence, clause) ??
    recommends(reading, clause) ??
    longerThanUsual(reading, clause) ??
    comesOff(reading, clause) ??
    willBeFine(reading, clause) ??
    anyoneMust(reading, sentence, clause) ??
    theirPeople(reading, sentence, clause)
  );
}

/** "We expect a departure of 5.35", "we're expecting the water back by six"; not "we expect our staff to be polite". */
function expected(reading: LazyReading, sentence: Sentence, { verb, subject }: Clause): Act | undefined {
  if (verb!.lemma !== 'expect' || verb!.tense !== 'present' || verb!.modal || subject?.actor !== 'own') return undefined;
  const next = reading.grammar.words.norm[verb!.to] ?? '';
  return !EXPECTED_TO_BEHAVE.test(next) && saysWhen(reading, sentence) ? { kind: 'answered', lemma: 'expect' } : undefined;
}

/** "It should be running again by noon", "the lift should be back tomorrow". */
function shouldWork(reading: LazyReading, sentence: Sentence, { verb, subject, to }: Clause): Act | undefined {
  if (verb!.modal !== 'should' || verb!.tense !== 'present' || subject?.actor !== 'thing') return undefined;
  const { norm } = reading.grammar.words;
  for (let i = verb!.to; i < Math.min(to, verb!.to + 4); i += 1)
    if (/^(?:again|back|up|over)$/.test(norm[i]))
      return saysWhen(reading, sentence) || (norm[i + 1] === 'to' && norm[i + 2] === 'your')
        ? { kind: 'answered', lemma: verb!.lemma }
        : undefined;
  return undefined;
}

/** "Boarding starts in ten minutes", "loading resumes at six". */
function begins(reading: LazyReading, sentence: Sentence, { verb, subject }: Clause): Act | undefined {
  if (!subject || verb!.tense !== 'present' || verb!.modal || !BEGINNING.test(verb!.lemma)) return undefined;
  return reading.grammar.words.norm[subject.head].endsWith('ing') && saysWhen(reading, sentence)
    ? { kind: 'answered', lemma: verb!.lemma }
    : undefined;
}

/** "Your gate is now B7", "your seat's now 4A". */
function isNow({ grammar: { words } }: LazyReading, { verb, subject }: Clause): Act | undefined {
  const { norm } = words;
  if (verb!.lemma !== 'be' || verb!.tense !== 'present' || !subject || !/^(?:your|the)$/.test(norm[subject.from])) return undefined;
  return norm[verb!.to] === 'now' && /\d/.test(norm[verb!.to + 1] ?? '') ? { kind: 'answered', lemma: 'be' } : undefined;
}

const STAGES = /^(?:board|load|refuel|fuel|de-ice|deice|land|dock|depart|taxi|unload|arrive)$/;

/** "They're boarding now", "your crew has just arrived": how far it has come. */
function isAtIt({ grammar: { words } }: LazyReading, { verb, subject, to }: Clause): Act | undefined {
  if (!STAGES.test(verb!.lemma) || verb!.modal || !subject || subject.actor === 'own' || subject.actor === 'customer') return undefined;
  const told = words.norm.slice(verb!.from, Math.min(to, verb!.to + 3));
  const now = verb!.tense === 'present' && verb!.progressive && told.includes('now');
  const just = verb!.tense === 'perfect' && told.includes('just') && /^(?:arrive|land)$/.test(verb!.lemma);
  return now || just ? { kind: 'answered', lemma: verb!.lemma } : undefined;
}

/** "Your coat is at the gate", "someone at the desk has your key": where they find it. */
function isLeftAt({ grammar: { words } }: LazyReading, { verb, subject }: Clause): Act | undefined {
  const { norm } = words;
  if (verb!.tense !== 'present' || verb!.modal || !subject) return undefined;
  if (verb!.lemma === 'have')
    return PLACES.first(words, subject.from, verb!.from) >= 0 && norm[verb!.to] === 'your' ? { kind: 'done', lemma: 'have' } : undefined;
  const at = /^(?:now|still|safe|safely)$/.test(norm[verb!.to] ?? '') ? verb!.to + 1 : verb!.to;
  return verb!.lemma === 'be' &&
    norm[subject.from] === 'your' &&
    /^(?:at|with|in)$/.test(norm[at] ?? '') &&
    PLACES.first(words, at + 1, at + 4) >= 0
    ? { kind: 'done', lemma: 'be' }
    : undefined;
}

/** "Lee will be round on Thursday at 2", "our joiner will be over tomorrow". */
function willBeRound(reading: LazyReading, sentence: Sentence, { verb, subject }: Clause): Act | undefined {
  if (verb!.lemma !== 'be' || verb!.tense !== 'future' || !subject || subject.actor === 'customer') return undefined;
  return /^(?:round|around|over|out|along|by|down)$/.test(reading.grammar.words.norm[verb!.to] ?? '') && saysWhen(reading, sentence)
    ? { kind: 'promised', lemma: 'come' }
    : undefined;
}

/** "I'd recommend the later ferry", "we would suggest the side door"; "we recommend two hours for check-in" speaks in general. */
function recommends({ grammar: { words } }: LazyReading, { verb, subject }: Clause): Act | undefined {
  if (!/^(?:recommend|suggest)$/.test(verb!.lemma) || subject?.actor !== 'own' || verb!.modal !== 'would') return undefined;
  return /^(?:the|a|an|that|this|another)$/.test(words.norm[verb!.to] ?? '') ? { kind: 'instructed', lemma: verb!.lemma } : undefined;
}

/** "Are the phone lines down?", "is there a problem with the page?" */
function asksWhetherItWorks(reading: LazyReading): boolean {
  return isAsked(reading) && reading.customerGrammar!.words.norm.some((word) => /^(?:down|working|issues?|problems?|outage)$/.test(word));
}

/** "Are the lines down?" – "We have been having longer queues than usual." */
function longerThanUsual(reading: LazyReading, { verb, subject, to }: Clause): Act | undefined {
  if (subject?.actor !== 'own' || !/^(?:have|experience|see)$/.test(verb!.lemma) || !verb!.progressive || !asksWhetherItWorks(reading))
    return undefined;
  const { norm } = reading.grammar.words;
  for (let i = verb!.to; i < Math.min(to, verb!.to + 6); i += 1)
    if (/^(?:usual|normal|average|issues?|problems?|trouble|outage)$/.test(norm[i])) return { kind: 'answered', lemma: verb!.lemma };
  return undefined;
}

/** "That charge comes off your next bill". */
function comesOff({ grammar: { words } }: LazyReading, { verb }: Clause): Act | undefined {
  const { norm } = words;
  if (verb!.lemma !== 'come' || (verb!.tense !== 'present' && verb!.tense !== 'future') || norm[verb!.to] !== 'off') return undefined;
  return norm[verb!.to + 1] === 'your' ? { kind: 'promised', lemma: 'come' } : undefined;
}

/** "It will be absolutely fine", "you'll be all right with that card", "that is no problem": the doubt is settled. */
function willBeFine({ grammar: { words } }: LazyReading, { verb, subject }: Clause): Act | undefined {
  if (verb!.lemma !== 'be' || !subject || (subject.actor !== 'customer' && !/^(?:it|that|this|they)$/.test(words.norm[subject.from])))
    return undefined;
  if (verb!.tense !== 'future' && verb!.tense !== 'present') return undefined;
  const { norm } = words;
  let at = verb!.to;
  while (/^(?:absolutely|perfectly|completely|totally|quite|just|all|no|not|a|still)$/.test(norm[at] ?? '')) at += 1;
  const fine = verb!.tense === 'future' ? /^(?:fine|ok|okay|alright|right|valid)$/ : /^(?:fine|ok|okay|alright)$/;
  if (!fine.test(norm[at] ?? '') && !(norm[at] === 'problem' && norm[at - 1] === 'no')) return undefined;
  return norm[at] === 'right' && norm[at - 1] !== 'all' ? undefined : { kind: 'answered', lemma: 'be' };
}

/** "All passengers must fill out the form first", "customers need to book that online": what whoever is in this matter has to do. */
function anyoneMust(reading: LazyReading, sentence: Sentence, clause: Clause): Act | undefined {
  const { verb, subject } = clause;
  if (!subject || verb!.voice === 'passive' || verb!.tense === 'perfect' || !/^(?:need|must|have to)$/.test(verb!.modal ?? ''))
    return undefined;
  return CUSTOMERS.at(reading.grammar.words, subject.head) ? (customerAct(reading, sentence, clause) ?? undefined) : undefined;
}

/** "Your parents will need to sign in at the desk", "(if your son has no card,) he can ask at the counter". */
function theirPeople(reading: LazyReading, sentence: Sentence, clause: Clause): Act | undefined {
  const { verb, subject } = clause;
  if (!subject || !/^(?:can|could|need|must|have to|may)$/.test(verb!.modal ?? '')) return undefined;
  const { words } = reading.grammar;
  const theirs = isTheirs(reading, subject.from, subject.head);
  if (!theirs) {
    if (!/^(?:they|he|she)$/.test(words.norm[subject.from])) return undefined;
    const before = reading.clauses[clause.index - 1];
    const named = before?.sentence === clause.sentence && before.subject && isTheirs(reading, before.subject.from, before.subject.head);
    if (!named && !speaksForKin(reading)) return undefined;
  }
  return customerAct(reading, sentence, clause) ?? undefined;
}

/** "My brother's suitcase never came": then "he" is that brother. */
function speaksForKin({ customerGrammar }: LazyReading): boolean {
  if (!customerGrammar) return false;
  const { norm } = customerGrammar.words;
  return norm.some((word, i) => i > 0 && (isKin(word) || COMPANIONS.has(word)) && /^(?:my|our)$/.test(norm[i - 1]));
}

/** "Your parents", "your husband". */
function isTheirs({ grammar: { words } }: LazyReading, from: number, head: number): boolean {
  return words.norm[from] === 'your' && (isKin(words.norm[head]) || COMPANIONS.at(words, head));
}
