import { inList, listed } from '../../lexicon/index.js';
import { around, clausesAfter, saysWhen } from './window.js';
import type { LazyReading } from '../index.js';
import type { Clause, Sentence } from '../reading.js';

const REDRESS_NOUNS = listed('redress-nouns');
const STAFF = listed('staff');

/** Adverbs of what is done day in, day out. */
const HABITUAL = /^(?:always|never|constantly|continuously|continually|consistently|normally|usually|generally|typically|forever)$/;
/** What one feels at a thing: "that's frustrating" looks like something we are doing. */
const FEELING = new Set(
  'frustrate disappoint annoy upset worry concern confuse embarrass irritate infuriate distress exhaust tire disgust shock alarm discourage madden dishearten sadden stress'.split(
    ' ',
  ),
);
const OCCASION =
  /^(?:time|times|flight|trip|journey|stay|stays|visit|visits|order|purchase|booking|event|travels?|flights|trips|journeys|orders|holiday|appointment|encounter|experience)$/;

/**
 * What looks like an act of ours and is said of things in general, or of another time: a habit ("our crew will always try"), what is expected of our people
 * ("we expect our team to give …"), a promise for the next visit with nothing concrete in it, a rule ("we'll only cancel if …"), a feeling ("that's
 * frustrating"), and what they did not get ("not the start we were going for").
 */
export function isGeneral(reading: LazyReading, sentence: Sentence, clause: Clause): boolean {
  const verb = clause.verb!;
  return (
    (verb.progressive && FEELING.has(verb.lemma)) ||
    isHabit(reading, clause) ||
    expectsOfOurs(reading, sentence, clause) ||
    isOnlyIf(reading, clause) ||
    belongsToDenied(reading, clause)
  );
}

/** "Our bakers will always try to …", "we will never stop working on …" */
function isHabit(reading: LazyReading, { verb, from }: Clause): boolean {
  if (verb!.tense !== 'future' && !verb!.progressive) return false;
  const { norm } = reading.grammar.words;
  for (let i = Math.max(from, verb!.from - 2); i <= verb!.main; i += 1) if (HABITUAL.test(norm[i])) return true;
  return false;
}

/** "We expect every waiter to be courteous": a standard. "We expect the plane to leave at five" tells when. */
function expectsOfOurs(reading: LazyReading, sentence: Sentence, { verb, to }: Clause): boolean {
  if (verb!.lemma !== 'expect' && verb!.lemma !== 'want') return false;
  const { words } = reading.grammar;
  const { norm } = words;
  if (saysWhen(reading, sentence)) return false;
  for (let i = verb!.to; i < Math.min(to, verb!.to + 5); i += 1)
    if (/^(?:our|every|everyone|everybody|each|any)$/.test(norm[i]) || STAFF.at(words, i)) return true;
  return false;
}

/** "We only close the bridge when we must" */
function isOnlyIf(reading: LazyReading, clause: Clause): boolean {
  const { norm } = reading.grammar.words;
  const verb = clause.verb!;
  if (verb.tense !== 'future' && verb.tense !== 'present') return false;
  let only = false;
  for (let i = Math.max(clause.from, verb.from - 1); i <= verb.main; i += 1) if (norm[i] === 'only') only = true;
  // "They will only call you if something is found" tells what happens to them.
  if (!only || /^your?$/.test(norm[verb.to] ?? '')) return false;
  return clausesAfter(reading, clause).some((next) => /^(?:if|when|unless|where)$/.test(next.link ?? ''));
}

/** "That's not the impression we'd like you to have", "this isn't the start we were going for": what "the impression" is told by. */
function belongsToDenied(reading: LazyReading, { index, sentence, subject, verb, link }: Clause): boolean {
  const before = reading.clauses[index - 1];
  if (before?.sentence !== sentence || !before.verb?.negated || before.verb.lemma !== 'be' || subject?.actor !== 'own') return false;
  if (link !== undefined && link !== 'that' && link !== 'what' && link !== 'how') return false;
  if (before.to < subject.from - 1) return false;
  const { norm } = reading.grammar.words;
  return (
    (inList('courtesy-verbs', verb!.lemma) || verb!.lemma === 'look' || verb!.lemma === 'work' || verb!.lemma === 'go') &&
    (verb!.lemma !== 'go' || norm[verb!.to] === 'for')
  );
}

/** What a business does on every visit, better or worse. */
const VAGUE = new Set('make do turn give provide offer be have ensure show try get deliver keep bring surprise win go'.split(' '));

/**
 * "We'll turn things around next time", "we'll do better in future": no act on this matter. An upgrade for the next visit is one, and so is what is looked
 * into to spare them the like in future.
 */
export function isForAnotherTime(reading: LazyReading, sentence: Sentence, clause: Clause, lemma: string): boolean {
  if (!VAGUE.has(lemma) || saysWhen(reading, sentence)) return false;
  const { words } = reading.grammar;
  const { norm } = words;
  const { from, to } = around(sentence, clause);
  let other = false;
  for (let i = from; i < to; i += 1) {
    if (i > clause.from && /^(?:hope|hoping|look|looking)$/.test(norm[i])) break;
    if (norm[i] !== 'back' && REDRESS_NOUNS.at(words, i)) return false;
    if (/^(?:upgrade|complimentary|gift|drink|drinks|meal|off|refunded|waived)$/.test(norm[i])) return false;
    if (norm[i] === 'next' && norm[i - 1] !== 'the' && OCCASION.test(norm[i + 1] ?? '')) other = true;
    if (norm[i] === 'future' && /^(?:in|the|your|any|for)$/.test(norm[i - 1] ?? '')) other = true;
  }
  return other;
}
