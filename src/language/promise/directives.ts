import { inList, wordClass } from '../../lexicon/index.js';
import type { LazyReading } from '../index.js';
import { continues } from './actors.js';
import type { Clause, Sentence } from '../reading.js';

/** Imperatives that ask the customer for nothing: please accept, rest assured, let us, feel free. */
const COURTESIES = new Set(
  'accept rest know note be understand allow let feel hesitate bear thank excuse forgive pardon stay hold hang wait look hope see enjoy keep trust worry believe remember have mind come check sorry apologise consider expect'.split(
    ' ',
  ),
);

const ANOTHER_DAY = wordClass(
  'try chance opportunity again rating ratings stars stay stays return future questions queries concerns anything else further meantime',
);

/** Whether the clause asks something of the customer that we wait for: `please send us`, `DM your number`, `could you tell us`, `request you to share`. */
export function isAskedOf(reading: LazyReading, clause: Clause): boolean {
  const { verb, subject, mood } = clause;
  if (!verb || clause.mention || clause.negated) return false;
  const { norm } = reading.grammar.words;
  if (mood === 'imperative') {
    if (continues(reading, clause) || toThem(norm, verb.to, clause.to)) return false;
    // "Leave it with me"
    if (verb.lemma === 'leave') return !/^(?:with|to) (?:me|us)$/.test(`${norm[verb.to + 1] ?? ''} ${norm[verb.to + 2] ?? ''}`);
    if (/^(?:give|allow|grant)$/.test(verb.lemma)) return !grantsTime(norm, verb.to);
    if (verb.lemma === 'let') return /^(?:us|me)$/.test(norm[verb.to] ?? '') && norm[verb.to + 1] === 'know';
    return !COURTESIES.has(verb.lemma);
  }
  if (
    subject?.actor === 'customer' &&
    verb.lemma !== 'expect' &&
    (verb.modal === 'can' || verb.modal === 'could' || verb.modal === 'would' || verb.modal === 'need' || verb.modal === 'have to')
  )
    return mood === 'question' || clause.link === 'how'
      ? mood === 'question'
      : verb.modal === 'need' || verb.modal === 'have to' || inList('enabling-verbs', verb.lemma) || givesUs(reading, clause);
  // "Request you to share": the subject is left out.
  return verb.lemma === 'request' && norm[verb.to] === 'you';
}

/** "Give us a moment", "give me until Friday": time to work in is all they are asked for. */
function grantsTime(norm: readonly string[], at: number): boolean {
  if (!/^(?:us|me)$/.test(norm[at] ?? '')) return false;
  let what = at + 1;
  while (/^(?:an?|some|another|little|bit|of|short|more|few|couple|the)$/.test(norm[what] ?? '') && what < at + 5) what += 1;
  return (
    /^(?:moments?|minutes?|while|time|days?|until|hours?|weeks?|seconds?|secs?|mins?)$/.test(norm[what] ?? '') || norm[what - 1] === 'bit'
  );
}

/** "(let me check) and get back to you": whatever is done to them is not theirs to do. */
function toThem(norm: readonly string[], from: number, to: number): boolean {
  for (let i = from; i < Math.min(to, from + 3); i += 1) if (norm[i] === 'to' && norm[i + 1] === 'you') return true;
  return false;
}

function givesUs(reading: LazyReading, { verb, to }: Clause): boolean {
  const { norm } = reading.grammar.words;
  for (let i = verb!.to; i < to; i += 1) if (norm[i] === 'us' || norm[i] === 'me') return true;
  return false;
}

/** "Give us another try", "contact me directly should you stay again", "call us with any questions": for another day, so no promise of today waits on it. */
function invites(reading: LazyReading, { from, to }: Sentence): boolean {
  return ANOTHER_DAY.first(reading.grammar.words, from, to) >= 0;
}

/** "What's your meter number, Greta." */
function asksUnmarked(reading: LazyReading, { from, to }: Sentence): boolean {
  const { words, tags } = reading.grammar;
  return /^(?:what|which|where|when|who|how)$/.test(words.norm[from]) && from + 1 < to && tags.pos[from + 1] === 'auxiliary';
}

const DIRECT_MESSAGE = wordClass('dm pm');

/** Whether a sentence asks the customer to send, tell or do something, or puts a question that has to be answered first. */
export function isDirective(reading: LazyReading, sentence: Sentence): boolean {
  if (sentence.question || asksUnmarked(reading, sentence)) return true;
  for (let k = sentence.firstClause; k < sentence.endClause; k += 1) {
    const clause = reading.clauses[k];
    const { verb } = clause;
    if (verb && isAskedOf(reading, clause) && inList('enabling-verbs', verb.lemma) && !invites(reading, sentence)) return true;
  }
  return DIRECT_MESSAGE.first(reading.grammar.words, sentence.from, sentence.to) >= 0;
}
