import { inList } from '../../lexicon/index.js';
import type { LazyReading } from '../index.js';
import type { Actor, Clause } from '../reading.js';
import { isAsked } from './answers.js';
import type { Act } from './acts.js';

const OURS: ReadonlySet<Actor> = new Set<Actor>(['own', 'colleague', 'department', 'third-party']);

/**
 * Acts told as what becomes of the customer, or as the way things go: "you will be on your way soon", "we look to get you home tonight", "they will be able to
 * take care of everyone", "you are given 24 hours to change it", "I would have to reprice your ticket", "claims must be filed at the desk".
 */
export function actByTheWay(reading: LazyReading, clause: Clause): Act | undefined {
  if (clause.mood !== 'statement') return undefined;
  const none = noneCanBe(reading, clause);
  if (none) return none;
  if (clause.negated || clause.verb!.negated) return isAsked(reading) ? deniedThem(reading, clause) : undefined;
  return (
    bestPlace(reading, clause) ??
    onTheirWay(reading, clause) ??
    looksTo(reading, clause) ??
    takesCare(reading, clause) ??
    right(reading, clause) ??
    wouldTake(reading, clause) ??
    filedAt(reading, clause)
  );
}

/** "You will be on your way soon", "as soon as a gate is free you'll be in the air". */
function onTheirWay({ grammar: { words } }: LazyReading, { verb, subject }: Clause): Act | undefined {
  if (verb!.lemma !== 'be' || verb!.tense !== 'future' || subject?.actor !== 'customer') return undefined;
  const { norm } = words;
  let at = verb!.to;
  while (/^(?:soon|shortly|back|all)$/.test(norm[at] ?? '')) at += 1;
  const bound =
    (norm[at] === 'on' && /^(?:your|the)$/.test(norm[at + 1] ?? '') && /^(?:way|move|road|ground)$/.test(norm[at + 2] ?? '')) ||
    (norm[at] === 'in' && norm[at + 1] === 'the' && norm[at + 2] === 'air') ||
    (norm[at] === 'up' && norm[at + 1] === 'and' && norm[at + 2] === 'running') ||
    (norm[at] === 'wheels' && norm[at + 1] === 'up') ||
    /^(?:airborne|underway|boarding|rolling|moving|deplaning)$/.test(norm[at] ?? '');
  return bound ? { kind: 'promised', lemma: 'be' } : undefined;
}

/** "We look to get you going shortly"; not "we look to improve", "we look forward to seeing you". */
function looksTo({ grammar: { words, tags } }: LazyReading, { verb, subject }: Clause): Act | undefined {
  if (verb!.lemma !== 'look' || verb!.tense !== 'present' || subject?.actor !== 'own') return undefined;
  const { norm } = words;
  if (norm[verb!.to] !== 'to') return undefined;
  const lemma = tags.lemma[verb!.to + 1] ?? norm[verb!.to + 1] ?? '';
  const object = norm[verb!.to + 2] ?? '';
  if (!/^(?:you|your|this|it|that|everyone|them)$/.test(object)) return undefined;
  return lemma === 'get' || lemma === 'have' || inList('remedial-verbs', lemma) ? { kind: 'promised', lemma } : undefined;
}

/** "They will be able to take care of everyone", "our crew will take good care of that". */
function takesCare({ grammar: { words } }: LazyReading, { verb, subject }: Clause): Act | undefined {
  if (verb!.lemma !== 'take' || verb!.tense !== 'future' || !subject || !OURS.has(subject.actor) || subject.actor === 'own')
    return undefined;
  const { norm } = words;
  const care = norm[verb!.to] === 'care' ? verb!.to : norm[verb!.to + 1] === 'care' ? verb!.to + 1 : -1;
  return care >= 0 && norm[care + 1] === 'of' ? { kind: 'promised', lemma: 'take' } : undefined;
}

/** "You are given 24 hours to change it", "you're entitled to a refund", "you have seven days to return it": what they may do about it. */
function right({ grammar: { words, tags } }: LazyReading, { verb, subject }: Clause): Act | undefined {
  if (subject?.actor !== 'customer' || verb!.tense !== 'present' || verb!.modal) return undefined;
  const { norm } = words;
  const { to } = verb!;
  if (verb!.lemma === 'have')
    return tags.pos[to] === 'number' && /^(?:hours?|days?|weeks?|months?)$/.test(norm[to + 1] ?? '') && norm[to + 2] === 'to'
      ? { kind: 'answered', lemma: 'have' }
      : undefined;
  if (verb!.voice !== 'passive') return undefined;
  if (verb!.lemma === 'give') return /^(?:an?|up|\d+)$/.test(norm[to] ?? '') ? { kind: 'answered', lemma: 'give' } : undefined;
  return /^(?:entitle|allow|permit)$/.test(verb!.lemma) && norm[to] === 'to' ? { kind: 'answered', lemma: verb!.lemma } : undefined;
}

/** "I would have to reprice your ticket", "we'd need to open the casing": what it takes. */
function wouldTake({ grammar: { words } }: LazyReading, { verb, subject }: Clause): Act | undefined {
  if (verb!.modal !== 'would' || subject?.actor !== 'own' || verb!.voice !== 'active') return undefined;
  const { norm } = words;
  let must = false;
  for (let i = verb!.from; i < verb!.main; i += 1) if (/^(?:have|need)$/.test(norm[i]) && norm[i + 1] === 'to') must = true;
  return must && /^(?:your|the)$/.test(norm[verb!.to] ?? '') ? { kind: 'answered', lemma: verb!.lemma } : undefined;
}

/** "Claims must be filed at the airport", "damage has to be reported to the depot": what to do, and where. */
function filedAt({ grammar: { words } }: LazyReading, { verb, subject }: Clause): Act | undefined {
  if (verb!.voice !== 'passive' || verb!.tense !== 'present' || !subject || subject.actor === 'own') return undefined;
  if (!/^(?:need|have to|must|should)$/.test(verb!.modal ?? '') || !/^(?:file|report|submit|lodge|register|raise|claim)$/.test(verb!.lemma))
    return undefined;
  return /^(?:at|with|to|on|online|in|from|here)$/.test(words.norm[verb!.to] ?? '')
    ? { kind: 'instructed', lemma: verb!.lemma }
    : undefined;
}

/** "Our lost-property office is your best resource for that": where to go. */
function bestPlace({ grammar: { words } }: LazyReading, { verb, subject }: Clause): Act | undefined {
  if (verb!.lemma !== 'be' || verb!.tense === 'past' || !subject || subject.actor === 'own' || subject.actor === 'customer')
    return undefined;
  const { norm } = words;
  if (!/^(?:your|the)$/.test(norm[verb!.to] ?? '') || norm[verb!.to + 1] !== 'best') return undefined;
  return /^(?:resource|bet|contact|place|point|port|people|person|team|option)$/.test(norm[verb!.to + 2] ?? '')
    ? { kind: 'instructed', lemma: 'be' }
    : undefined;
}

/** "You're not guaranteed a given seat", "we don't have access to the reason": a no to somebody who asked. */
function deniedThem({ grammar: { words } }: LazyReading, { verb, subject }: Clause): Act | undefined {
  if (verb!.tense !== 'present' || verb!.modal) return undefined;
  const { norm } = words;
  if (subject?.actor === 'customer')
    return verb!.voice === 'passive' && /^(?:guarantee|entitle|allow|permit|promise)$/.test(verb!.lemma)
      ? { kind: 'answered', lemma: verb!.lemma }
      : undefined;
  if (subject?.actor !== 'own' || verb!.lemma !== 'have') return undefined;
  const noun = /^(?:any|the|an?|more|further)$/.test(norm[verb!.to] ?? '') ? verb!.to + 1 : verb!.to;
  return /^(?:access|information|info|details|visibility|word)$/.test(norm[noun] ?? '') ? { kind: 'answered', lemma: 'have' } : undefined;
}

/** "No rooms can be provided", "no upgrades are allowed": a refusal by its subject. */
function noneCanBe({ grammar: { words } }: LazyReading, { from, verb, subject }: Clause): Act | undefined {
  if (verb!.voice !== 'passive' || !subject) return undefined;
  const barred = verb!.tense === 'present' && !verb!.modal && /^(?:allow|permit|grant)$/.test(verb!.lemma);
  const refused = verb!.modal === 'can' && /^(?:provide|offer|give|hold|issue|refund|book|arrange|make|waive)$/.test(verb!.lemma);
  if (!barred && !refused) return undefined;
  for (let i = verb!.from - 1; i >= from && i >= verb!.from - 4; i -= 1)
    if (words.norm[i] === 'no') return { kind: 'decided', lemma: verb!.lemma };
  return undefined;
}
