import { listed, wordClass } from '../../lexicon/index.js';
import type { LazyReading } from '../index.js';
import type { Clause, VerbGroup } from '../reading.js';
import { normsAre } from '../window.js';

const SERVICE_NOUNS = listed('service-nouns');
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
  'receive',
  'send',
  'submit',
  'consider',
  'pss',
  'provide',
  'give',
  'take',
  'document',
  'bring',
  'make',
  'ensure',
]);
/** What improves for everybody, and is done for nobody in particular. */
const GENERAL = wordClass(
  'improvement improvements effort efforts changes measures procedures processes practices policies training team teams staff crew crews everyone everybody people guests customers passengers ' +
    'business company lessons lesson learnings fingers wings part bit best utmost most part homework opinion view stance look-out fun party time day word words',
);
const PARTICLES =
  /^(?:up|out|in|off|back|on|over|down|through|round|around|along|away|across|together|onto|into|to|for|with|at|about|by|from|after|against)$/;
const DETERMINERS = /^(?:the|an?|another|some|any|all|each|both|this|that|these|those|his|her|their|its|one|two|new|more|your|yours)$/;
const POINTERS = /^(?:it|them|him|her|you|everything|something|someone|somebody|things|matters|this|that|these|those|both|yours)$/;

/** The word where the object of a verb begins: behind particles and adverbs. */
function objectAt({ grammar: { words, tags } }: LazyReading, from: number, to: number): number {
  let at = from;
  while (at < to && at < from + 3 && (tags.pos[at] === 'adverb' || PARTICLES.test(words.norm[at]))) at += 1;
  return at;
}

/** Whether what a verb of ours acts on is the customer's matter: themselves, something spoken of, a certain thing, one thing more; or it is done for them. */
export function concerns(reading: LazyReading, clause: Clause, { to }: VerbGroup): boolean {
  const { words } = reading.grammar;
  const { norm } = words;
  const end = Math.max(clause.to, Math.min(to + 1, reading.sentences[clause.sentence].to));
  const at = objectAt(reading, to, end);
  if (at >= end) return within(norm, to, end, ['it', 'this', 'that']);
  if (within(norm, to, end, ['for you', 'to you', 'on your behalf', 'with you', 'at yours'])) return true;
  // What one of ours does to a thing on the way tells how it goes; done to the customer's own, it is promised.
  if (!isByUs(reading, clause) && !within(norm, to, end, ['you', 'your', 'this'])) return false;
  if (GENERAL.first(words, at, Math.min(end, at + 4)) >= 0 || SERVICE_NOUNS.first(words, at, Math.min(end, at + 4)) >= 0) return false;
  return POINTERS.test(norm[at]) || DETERMINERS.test(norm[at]);
}

/** Whether it is we who act, or our plan that has us act; behind an "and", the subject is the one before it. */
function isByUs(reading: LazyReading, { subject, index, sentence }: Clause): boolean {
  const before = reading.clauses[index - 1];
  const actor = subject ?? (before?.sentence === sentence ? before.subject : undefined);
  if (actor === undefined || actor.actor === 'own') return true;
  return actor.actor === 'thing' && /^(?:our|my|someone|somebody)$/.test(reading.grammar.words.norm[actor.from]);
}

/** "pass your comments on to the team": noted and shared is no act (RULES §5). */
export function sharesFeedback(reading: LazyReading, clause: Clause): boolean {
  const { verb } = clause;
  const { words } = reading.grammar;
  const { norm } = words;
  if (verb!.lemma === 'feed' || verb!.lemma === 'feedback') return true;
  // "I'll share the floor plan with you": what comes to the customer is no feedback.
  if (within(norm, verb!.to, Math.min(reading.sentences[clause.sentence].to, verb!.to + 10), ['with you', 'to you'])) return false;
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
  for (let i = from; i < to; i += 1) for (const phrase of sought) if (normsAre(norm, i, phrase)) return true;
  return false;
}
