import { inList } from '../lexicon/index.js';
import type { LazyReading } from './index.js';
import type { Clause, EmpathyStatement, Sentence } from './reading.js';
import { anchored, stretchEnd } from './anchors.js';
import { findWord, PhraseSet } from './window.js';

/** Words that side with the customer whatever stands around them. */
const SIDING = new PhraseSet([
  'you are right',
  'you are quite right',
  'you are absolutely right',
  'you are so right',
  'you are correct',
  'you were right',
  'you are entitled',
  'every right',
  'every reason to',
  'rightly so',
  'quite right',
  'fair point',
  'fair comment',
  'fair criticism',
  'valid point',
  'no wonder',
  'small wonder',
  'no excuse',
  'not an excuse',
  'not how anyone',
  'not how you',
  "nobody 's idea",
  "no one 's idea",
  "anyone 's idea",
  'deserve better',
  'deserved better',
  'deserve more',
  'deserved more',
  'expect better',
  'expected better',
  'should expect',
  'right to expect',
  'should not have to',
  'should not have had to',
  'should never have',
  'last thing you',
  'the last thing',
  'no way to',
  'hardly the',
  'far from ideal',
  'far from acceptable',
  'understandably',
]);
/** Judgements on a standard. */
const WORTHLESS = new Set('unacceptable inexcusable unforgivable wrong inadequate substandard'.split(' '));
const NOBODY = new Set('nobody none'.split(' '));
const FEELING_SAME = new Set('same too cross angry furious annoyed upset frustrated disappointed livid fuming unhappy mad hate'.split(' '));
const WANTED = new Set('want wants wanted expect expects expected hope hoped hoping like'.split(' '));

/** The customer is told that they are right: agreement, a standard that was missed, what nobody should have to bear. */
export function validation(reading: LazyReading, sentence: Sentence): EmpathyStatement | undefined {
  const { words } = reading.grammar;
  const statement = (kind: EmpathyStatement['kind']): EmpathyStatement => ({
    start: sentence.start,
    end: sentence.end,
    sentence: sentence.index,
    kind,
    specific: true,
  });
  for (let i = sentence.from; i < sentence.to; i += 1)
    if (SIDING.startingAt(words, i).length > 0 && !reading.isMention({ start: words.start[i], end: words.end[i] }))
      return statement('validation');
  for (let k = sentence.firstClause; k < sentence.endClause; k += 1) {
    const clause = reading.clauses[k];
    if (!clause.verb || clause.mention || clause.mood === 'question' || clause.mood === 'condition') continue;
    if (sides(reading, sentence, clause)) return statement('validation');
    if (missesStandard(reading, sentence, clause)) return statement('standard');
  }
  return undefined;
}

function sides(reading: LazyReading, sentence: Sentence, clause: Clause): boolean {
  const { words } = reading.grammar;
  const { norm } = words;
  const verb = clause.verb!;
  const { subject } = clause;
  const own = subject?.actor === 'own';
  const past = verb.tense === 'past' || verb.tense === 'perfect';
  if (own && verb.lemma === 'let' && past && !verb.negated) return findWord(words, verb.to, clause.to, new Set(['down'])) >= 0;
  if (own && verb.lemma === 'agree' && !verb.negated) return anchored(reading, verb.to, stretchEnd(reading, verb.to, sentence.to));
  if (own && verb.modal === 'would')
    return verb.lemma === 'hate' || (/^(?:be|feel|find|want)$/.test(verb.lemma) && findWord(words, verb.to, clause.to, FEELING_SAME) >= 0);
  // Nobody, no one, no guest should …
  if (verb.modal === 'should' && subject && (NOBODY.has(norm[subject.from]) || norm[subject.from] === 'no')) return true;
  // Neither was an answer.
  if (verb.lemma === 'be' && subject && /^(?:neither|none)$/.test(norm[subject.from])) return true;
  // That should not have happened; this should not be happening.
  return verb.modal === 'should' && verb.negated && subject?.actor !== 'customer' && !own;
}

/**
 * That isn't good enough; a room that was not clean is unacceptable; that is not the welcome we want anyone to get. A standard that names neither a failing
 * nor this customer ("not the experience we want for our guests") shows no understanding (RULES §5).
 */
function missesStandard(reading: LazyReading, sentence: Sentence, clause: Clause): boolean {
  const { words } = reading.grammar;
  const { norm } = words;
  const verb = clause.verb!;
  if (clause.subject?.actor === 'own') return expectsOfStaff(reading, clause);
  if (!/^(?:be|sound|seem|look|feel)$/.test(verb.lemma)) return false;
  if (findWord(words, verb.to, clause.to, WORTHLESS) >= 0 && !verb.negated) return true;
  if (!verb.negated) return false;
  if (/^(?:good|acceptable|okay|ok|right|fair|ideal|reasonable|on|normal|great)$/.test(norm[verb.to] ?? '')) return true;
  const wanted = findWord(words, verb.to, sentence.to, WANTED);
  if (wanted < 0) return false;
  if (norm[wanted + 1] === 'you' || norm[wanted - 1] === 'you') return true;
  for (let i = verb.to; i < wanted; i += 1) if (reading.isContent(i) && !inList('stock-words', norm[i])) return true;
  return false;
}

/** We do expect our crew to be polite. */
function expectsOfStaff(reading: LazyReading, clause: Clause): boolean {
  const { norm } = reading.grammar.words;
  const verb = clause.verb!;
  return verb.lemma === 'expect' && !verb.negated && /^(?:our|all|every|more|better)$/.test(norm[verb.to] ?? '');
}
