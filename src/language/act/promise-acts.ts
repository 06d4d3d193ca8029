import { inList, listed, wordClass } from '../../lexicon/index.js';
import type { LazyReading } from '../index.js';
import type { Clause, VerbGroup } from '../reading.js';

const SERVICE_NOUNS = listed('service-nouns');

/** A weak promise names an effort or a wish; only with a vague time is it a holding reply. */
export type Strength = 'strong' | 'weak';

/** Verbs of effort: "we are working on it". */
export const EFFORT = new Set(['work', 'try', 'do', 'strive', 'endeavour', 'attempt', 'aim', 'help', 'assist', 'start', 'begin', 'board']);
const NEVER_ACTS = new Set(
  'hope like love want need wish understand appreciate remember continue welcome miss enjoy remain stay accept require recommend suggest honour respect value listen learn await know think feel become offer mean fly travel depart'.split(
    ' ',
  ),
);
/** Service verbs that say nothing at all without their complement: keep up the good work, look forward, take care of you. */
const IDLE = new Set(['keep', 'look', 'let', 'take', 'go', 'put', 'make', 'ensure', 'give', 'pass', 'bring']);
/** What is told to the team and not to the customer is no follow-up (RULES §5). */
const FEEDBACK = wordClass(
  'feedback comment comments remarks review praise compliments compliment suggestion suggestions words thoughts concerns kudos praises experience input observations idea ideas appreciation',
);
const SHARING = new Set([
  'pass',
  'share',
  'forward',
  'relay',
  'convey',
  'note',
  'log',
  'tell',
  'let',
  'send',
  'submit',
  'provide',
  'give',
  'take',
  'document',
  'bring',
  'make',
  'ensure',
]);
/** How firmly the verb of a clause says that its subject will act, whoever makes it a promise. */
export function activePromise(reading: LazyReading, clause: Clause, verb: VerbGroup): Strength | undefined {
  const { lemma } = verb;
  if (sharesFeedback(reading, clause)) return undefined;
  const { norm } = reading.grammar.words;
  // "I will see to it that it is taken away"
  if (lemma === 'see')
    return norm[verb.to] === 'to' && norm[verb.to + 1] === 'it' && reading.clauses[clause.index + 1]?.verb?.voice === 'passive'
      ? 'strong'
      : undefined;
  const onThis = lemma === 'work' && norm[verb.to] === 'on' && /^(?:this|it|that)$/.test(norm[verb.to + 1] ?? '');
  if (onThis || (lemma === 'do' && norm[verb.to + 1] === 'needful')) return 'strong';
  if (
    lemma === 'do' &&
    norm[verb.to] === 'the' &&
    /^(?:repair|work|change|replacement|refund|update|fix|job|delivery|cleaning)$/.test(norm[verb.to + 1] ?? '')
  )
    return 'strong';
  if (EFFORT.has(lemma)) return 'weak';
  if (NEVER_ACTS.has(lemma)) return undefined;
  if (!inList('service-verbs', lemma)) return lemma === 'be' ? being(reading, verb) : 'weak';
  // "We'll have you skating like a swan" is a wish for the road.
  if (lemma === 'have' && norm[verb.to] === 'you' && norm[verb.to + 1]?.endsWith('ing')) return undefined;
  if (lemma === 'have' && within(reading.grammar.words.norm, verb.to, clause.to, ['pleasure', 'honour', 'opportunity', 'chance']))
    return undefined;
  return carriesOut(reading, clause, verb) ? 'strong' : IDLE.has(lemma) ? undefined : 'weak';
}

/** Verbs that are an act only with what follows them. */
function carriesOut(reading: LazyReading, clause: Clause, { lemma, to }: VerbGroup): boolean {
  const { norm } = reading.grammar.words;
  const next = norm[to] ?? '';
  const second = norm[to + 1] ?? '';
  const has = (...sought: readonly string[]): boolean => within(norm, to, clause.to, sought);
  switch (lemma) {
    case 'look':
      return /^(?:into|at|after|for|further|closer)$/.test(next) || has('into');
    case 'take':
      return has('look', 'up', 'action', 'steps', 'care of this', 'care of it', 'care of that');
    case 'get':
      return (
        next === 'back' ||
        next === 'in' ||
        has('touch', 'back', 'to the bottom') ||
        /^(?:this|it|that|you|your|the|someone|somebody|our)$/.test(next)
      );
    case 'let':
      return next === 'you' && second === 'know';
    case 'keep':
      return next === 'you' && (/^(?:posted|updated|informed|abreast)$/.test(second) || has('in the loop', 'up to date'));
    case 'have':
      return causes(reading, clause) || has('a look', 'a word', 'a chat');
    case 'come':
    case 'go':
      return next === 'back' || has('back to you');
    case 'bring':
    case 'pass':
    case 'raise':
      return has('up') || has('to the attention');
    case 'give':
      return next === 'you' && has('call', 'ring', 'shout', 'bell', 'buzz', 'update', 'refund', 'credit', 'answer', 'reply');
    case 'put':
      return has('right', 'through', 'in place', 'forward');
    case 'make':
      return next === 'sure' || next === 'certain' ? secures(reading, clause) : has('arrangements', 'enquiries');
    case 'ensure':
      return secures(reading, clause);
    case 'ask':
    case 'request':
    case 'advise':
    case 'tell':
      return lemma === 'tell' || lemma === 'advise' ? next === 'you' : next !== 'you' && next !== 'that';
    case 'reach':
      return next === 'out' || next === 'you';
    case 'drop':
      return next === 'you';
    case 'squeeze':
    case 'fit':
    case 'slot':
    case 'pencil':
    case 'knock':
    case 'whizz':
      return /^(?:you|your|it|this|that|them|a|another|the|something)$/.test(next);
    case 'report':
      return next === 'back';
    case 'deal':
      return next === 'with';
    case 'follow':
      return next === 'up';
    case 'provide':
    case 'open':
    case 'answer':
    case 'find':
    case 'deliver':
    case 'meet':
    case 'pay':
    case 'serve':
    case 'connect':
    case 'return':
      return next === 'you' || has('you', 'your') || next === 'out';
    default:
      return true;
  }
}

/** "I'll be in touch", "be back to you", "be with you". */
function being(reading: LazyReading, { to }: VerbGroup): Strength | undefined {
  if (
    after(reading, to, 'in touch') ||
    after(reading, to, 'in contact') ||
    after(reading, to, 'back to you') ||
    after(reading, to, 'back in touch')
  )
    return 'strong';
  return after(reading, to, 'with you') || after(reading, to, 'w you') || after(reading, to, 'done') ? 'weak' : undefined;
}

/** "have our roof team look at it", "have someone call you": a verb follows that somebody of ours, or nobody, does. */
function causes(reading: LazyReading, clause: Clause): boolean {
  const { norm, length } = reading.grammar.words;
  const object = norm[clause.verb!.to] ?? '';
  const { tags } = reading.grammar;
  // "have a colleague call you", "have it checked".
  if (
    /^(?:a|an|one)$/.test(object) &&
    /^(?:colleague|agent|member|manager|technician|engineer|specialist|supervisor|advisor|adviser|fitter|plumber|driver)$/.test(
      norm[clause.verb!.to + 1] ?? '',
    )
  )
    return true;
  if (/^(?:it|this|that|them|these)$/.test(object) && /^(?:participle|past)$/.test(tags.form[clause.verb!.to + 1] ?? '')) return true;
  if (/^(?:to|you|a|an|no|some|more|new)$/.test(object)) return false;
  for (let i = clause.verb!.to + 1; i < Math.min(length, clause.verb!.to + 6) && tags.pos[i] !== 'preposition'; i += 1) {
    if (/^(?:team|someone|somebody|manager|staff|department|engineers?|colleagues?)$/.test(norm[i - 1]) && norm[i] !== 'who') return true;
    if (tags.pos[i] === 'verb' && tags.form[i] === 'participle') return true;
  }
  return /^(?:someone|somebody)$/.test(object);
}

/** "make sure that the scuffs are attended to": what is made sure of is an act of ours, not prevention and not a pleasant stay. */
function secures(reading: LazyReading, clause: Clause): boolean {
  for (let k = clause.index + 1; k <= clause.index + 2 && reading.clauses[k]?.sentence === clause.sentence; k += 1) {
    const next = reading.clauses[k];
    if (!next.verb || next.negated) return false;
    // "make sure you get your money back"
    if (next.subject?.actor === 'customer' && /^(?:get|receive)$/.test(next.verb.lemma))
      return /^(?:your|a|the|it|this)$/.test(reading.grammar.words.norm[next.verb.to] ?? '') && !hasService(reading, next);
    if (next.verb.voice === 'passive') return inList('passive-service-verbs', next.verb.lemma) && !sharesFeedback(reading, next);
  }
  return false;
}

/** "the best service", "a better experience": nothing that is owed now. */
function hasService(reading: LazyReading, { verb, to }: Clause): boolean {
  return SERVICE_NOUNS.first(reading.grammar.words, verb!.to, to) >= 0;
}

/** "pass your comments on to the team": noted and shared is no act (RULES §5). */
export function sharesFeedback(reading: LazyReading, clause: Clause): boolean {
  const { verb } = clause;
  const { words } = reading.grammar;
  const { norm } = words;
  if (verb!.lemma === 'let') return norm[verb!.to] !== 'you';
  if (
    verb!.lemma === 'pass' ||
    verb!.lemma === 'share' ||
    verb!.lemma === 'relay' ||
    verb!.lemma === 'convey' ||
    verb!.lemma === 'note' ||
    verb!.lemma === 'forward'
  )
    return norm[verb!.to] !== 'you';
  if (!SHARING.has(verb!.lemma) && verb!.lemma !== 'use') return false;
  for (let i = clause.from; i < Math.min(reading.sentences[clause.sentence].to, clause.to + 6); i += 1)
    if (FEEDBACK.at(words, i)) return true;
  return false;
}

/** Whether `phrase` stands at `at`, or behind one adverb there. */
export function after(reading: LazyReading, at: number, phrase: string): boolean {
  const { norm } = reading.grammar.words;
  // Adverbs may stand between: "be back soon in touch" is rare, "be right with you" is not.
  const from = norm[at] === 'right' || norm[at] === 'back' || norm[at] === 'shortly' || norm[at] === 'soon' ? at + 1 : at;
  return phrase.split(' ').every((word, k) => norm[at + k] === word) || phrase.split(' ').every((word, k) => norm[from + k] === word);
}

/** Whether one of the phrases `sought` begins among the words from `from` to `to`. */
export function within(norm: readonly string[], from: number, to: number, sought: readonly string[]): boolean {
  for (let i = from; i < to; i += 1) {
    for (const phrase of sought) {
      const cut = phrase.indexOf(' ');
      if (norm[i] !== (cut < 0 ? phrase : phrase.slice(0, cut))) continue;
      if (cut < 0 || phrase.split(' ').every((word, k) => norm[i + k] === word)) return true;
    }
  }
  return false;
}
