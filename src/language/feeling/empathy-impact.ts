import { inList } from '../../lexicon/index.js';
import { anchored } from './anchors.js';
import type { LazyReading } from '../index.js';
import type { Clause, EmpathyStatement, Sentence } from '../reading.js';
import { findListed, findWord } from '../window.js';

/** What people go through, or had set their mind on. */
const SUFFERED = new Set(
  (
    'need wait lose miss spend give travel stand sit ring go end want plan look sleep save drive walk carry explain chase count rely trust hope expect arrange prepare sacrifice struggle ' +
    'suffer put cancel rearrange worry queue deserve dream endure'
  ).split(' '),
);
/** Dealings that are only impact when it is said what for, or what came of them. */
const DEALINGS = new Set('order buy book choose pay take call come bring purchase reserve'.split(' '));
const AFFECT = new Set(
  'waste cost eat shatter affect spoil ruin disrupt interrupt disturb impact mar delay wreck upset inconvenience shorten'.split(' '),
);
const LEAVING = new Set('leave keep put make send'.split(' '));
const DISTRESS = new Set('frustration disappointment distress upset stress worry anxiety misery embarrassment'.split(' '));
const THEM = new Set(['you', 'your']);
const PURPOSE = new Set('for before so but only and ahead'.split(' '));

/** You took a day off for nothing; you needed it for Saturday; we left you at the stop; it spoiled your evening. */
export function impact(reading: LazyReading, sentence: Sentence): EmpathyStatement | undefined {
  for (let k = sentence.firstClause; k < sentence.endClause; k += 1) {
    const clause = reading.clauses[k];
    if (!clause.verb || clause.mood !== 'statement' || clause.mention || clause.verb.negated) continue;
    if (befalls(reading, sentence, clause) || done(reading, clause) || theirLife(reading, sentence, clause))
      return { start: clause.start, end: clause.end, sentence: sentence.index, kind: 'impact', specific: true };
  }
  return feelingOwned(reading, sentence);
}

/** The customer is the subject, and something was done to them or came of it. */
function befalls(reading: LazyReading, sentence: Sentence, clause: Clause): boolean {
  const { words } = reading.grammar;
  const verb = clause.verb!;
  if (clause.subject?.actor !== 'customer' || (verb.tense !== 'past' && verb.tense !== 'perfect')) return false;
  if (verb.modal && verb.modal !== 'have to') return false;
  if (/^(?:if|when|as|that|which)$/.test(clause.link ?? '') || !anchored(reading, verb.to, near(verb.to, sentence))) return false;
  if (words.norm[verb.to] === 'too') return false;
  if (SUFFERED.has(verb.lemma) || verb.modal === 'have to') return true;
  if ((verb.lemma === 'have' || DEALINGS.has(verb.lemma)) && findListed(words, verb.to, near(verb.to, sentence), 'life-nouns') >= 0)
    return true;
  if (verb.voice === 'passive') return !/^(?:advise|inform|tell|charge|book|offer|give|refund|contact|provide)$/.test(verb.lemma);
  // "You paid for the room" states a deal; "… for a sea view and looked at a wall" tells what came of it.
  return DEALINGS.has(verb.lemma) && findWord(words, verb.to + 1, near(verb.to, sentence), PURPOSE) >= 0;
}

/** Your mother spent her birthday in a lounge; your Sunday went on queueing; that meant another night on the sofa for you. */
function theirLife(reading: LazyReading, sentence: Sentence, clause: Clause): boolean {
  const { words } = reading.grammar;
  const { verb, subject } = clause;
  if (!subject || !verb || subject.actor === 'own' || verb.tense === 'future' || verb.tense === 'none' || verb.modal) return false;
  if (words.norm[subject.from] === 'your')
    return inList('life-nouns', words.norm[subject.head]) && anchored(reading, verb.to, near(verb.to, sentence));
  return (
    verb.lemma === 'mean' &&
    subject.actor === 'thing' &&
    findWord(words, verb.to, clause.to, THEM) >= 0 &&
    anchored(reading, verb.to, clause.to)
  );
}

/** What we or our failing did to them: left you at the stop, spoiled your evening. */
function done(reading: LazyReading, clause: Clause): boolean {
  const { words } = reading.grammar;
  const verb = clause.verb!;
  const at = /^(?:up|out|away)$/.test(words.norm[verb.to] ?? '') ? verb.to + 1 : verb.to;
  const object = words.norm[at] ?? '';
  const actor = clause.subject?.actor;
  if (actor === 'customer') return false;
  if (AFFECT.has(verb.lemma)) return object === 'your' || object === 'you';
  if (!LEAVING.has(verb.lemma) || (object !== 'you' && !(object === 'your' && inList('life-nouns', words.norm[at + 1]))) || actor !== 'own')
    return false;
  const past = verb.tense === 'past' || verb.tense === 'perfect';
  return past && verb.to + 1 < clause.to && (verb.lemma !== 'send' || /^(?:round|away|from|back|in)$/.test(words.norm[verb.to + 1]));
}

/** "Sorry for the frustration this caused you": their feeling is named as our doing. */
function feelingOwned(reading: LazyReading, sentence: Sentence): EmpathyStatement | undefined {
  const { words } = reading.grammar;
  const { norm } = words;
  for (let i = sentence.from; i + 1 < sentence.to; i += 1) {
    if (!DISTRESS.has(norm[i])) continue;
    const any = norm[i - 1] === 'any' || norm[i - 1] === 'and' || norm[i - 1] === 'or' || norm[i - 2] === 'any';
    const caused = /^(?:this|that|it|we|our|of|you)$/.test(norm[i + 1]) && i + 2 < sentence.to;
    if (
      !any &&
      caused &&
      norm[i - 1] !== 'your' &&
      /^(?:for|about)$/.test(norm[i - 2] ?? '') &&
      !/^(?:may|might|could)$/.test(norm[i + 2] ?? '')
    )
      return { start: sentence.start, end: sentence.end, sentence: sentence.index, kind: 'impact', specific: true };
  }
  return undefined;
}

/** The sentence's end, or as far as what a verb did can be told. */
function near(from: number, sentence: Sentence): number {
  return Math.min(sentence.to, from + 40);
}
