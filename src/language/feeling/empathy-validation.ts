import { inList } from '../../lexicon/index.js';
import type { LazyReading } from '../index.js';
import type { Clause, EmpathyStatement, Sentence } from '../reading.js';
import { anchored, stretchEnd } from './anchors.js';
import { findWord, PhraseSet } from '../window.js';

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
  'good point',
  'your point about',
  'your point on',
  'not surprised that you',
  'not surprised you',
  'not blame you',
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
  'in your shoes',
  'in your place',
  'in your position',
  'than it should',
  'than they should',
  'than we promised',
  'than we said',
  'of course you are',
  'it makes sense that you',
  'does not cover it',
  'an understatement',
  'to put it mildly',
  'what we promised you',
]);
/** Judgements on a standard. */
const WORTHLESS = new Set('unacceptable inexcusable unforgivable wrong inadequate substandard'.split(' '));
/** Their feeling, or their demand, is called just. */
const JUST = new Set('understandable justified warranted valid legitimate fair'.split(' '));
const NOBODY = new Set('nobody none'.split(' '));
const WISHING = new Set('want like expect deserve need enjoy hope'.split(' '));
const DOWN = new Set(['down']);
const ENOUGH = new Set(['enough']);
const WRONG = new Set(['wrong']);
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
  if (own && !verb.modal && !verb.negated && verb.tense !== 'none') {
    if (verb.lemma === 'let') return findWord(words, verb.to, clause.to, DOWN) >= 0;
    if (verb.lemma === 'get' && past) return norm[clause.to - 1] === 'wrong' || findWord(words, verb.to, verb.to + 3, WRONG) >= 0;
    if (verb.lemma === 'fail') return norm[verb.to] === 'you';
  }
  if (own && verb.lemma === 'owe' && !verb.negated)
    return norm[verb.to] === 'you' && /^(?:better|more|answers?|explanations?)$/.test(norm[clause.to - 1]);
  if (own && verb.lemma === 'hate' && !verb.modal) return norm[verb.to] !== 'to' && clause.to > verb.to;
  if (subject?.actor === 'customer' && verb.lemma === 'owe' && verb.voice === 'passive') return true;
  if (own && verb.lemma === 'agree' && !verb.negated) return anchored(reading, verb.to, stretchEnd(reading, verb.to, sentence.to));
  if (own && verb.modal === 'would')
    return (
      verb.lemma === 'hate' ||
      (verb.negated && /^(?:like|want)$/.test(verb.lemma)) ||
      (/^(?:be|feel|find|want)$/.test(verb.lemma) && findWord(words, verb.to, clause.to, FEELING_SAME) >= 0)
    );
  // Nobody, no one, no guest should …
  const nobody = subject !== undefined && (NOBODY.has(norm[subject.from]) || norm[subject.from] === 'no');
  if (verb.modal === 'would' && subject && /^(?:anyone|anybody|everyone|everybody)$/.test(norm[subject.from])) return true;
  if (nobody && (verb.modal === 'should' || WISHING.has(verb.lemma))) return true;
  if (verb.lemma === 'deserve' && !verb.negated && !own) return true;
  if (subject && norm[subject.from] === 'your' && !verb.negated && findWord(words, verb.from, clause.to, JUST) >= 0) return true;
  if (verb.modal === 'should' && !verb.negated && subject?.actor !== 'customer' && !own && findWord(words, verb.to, clause.to, ENOUGH) >= 0)
    return true;
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
  if (clause.subject?.actor === 'own') return expectsOfStaff(reading, sentence, clause);
  if (!/^(?:be|sound|seem|look|feel)$/.test(verb.lemma)) return false;
  if (findWord(words, verb.to, clause.to, WORTHLESS) >= 0 && !verb.negated) return true;
  if (!verb.negated) return isOpposite(norm, verb.to, sentence.to);
  if (norm[verb.to] === 'what' && norm[verb.to + 1] === 'you') return true;
  if (nobodysLot(norm, verb.to, sentence.to)) return true;
  if (/^(?:good|acceptable|okay|ok|right|fair|ideal|reasonable|on|normal|great)$/.test(norm[verb.to] ?? '')) return true;
  const wanted = findWord(words, verb.to, Math.min(sentence.to, verb.to + 20), WANTED);
  if (wanted < 0) return false;
  if (norm[wanted + 1] === 'you' || norm[wanted - 1] === 'you') return true;
  for (let i = verb.to; i < wanted; i += 1) if (reading.isContent(i) && !inList('stock-words', norm[i])) return true;
  return false;
}

/** "not something anyone should have to put up with": a burden that nobody ought to bear. */
function nobodysLot(norm: readonly string[], from: number, to: number): boolean {
  for (let i = from; i < Math.min(to - 1, from + 8); i += 1)
    if (
      /^(?:anyone|anybody|you|customers?|guests?|passengers?|tenants?|patients?|parents?|family|person)$/.test(norm[i]) &&
      /^(?:should|ought)$/.test(norm[i + 1])
    )
      return true;
  return false;
}

/** "the opposite of what you paid for", "far from what we promised" */
function isOpposite(norm: readonly string[], from: number, to: number): boolean {
  for (let i = from; i < Math.min(to, from + 3); i += 1)
    if (norm[i] === 'opposite' || (norm[i] === 'far' && norm[i + 1] === 'from')) return true;
  return false;
}

/** We do expect our crew to be polite; we never want you to wait for your bags. */
function expectsOfStaff(reading: LazyReading, sentence: Sentence, clause: Clause): boolean {
  const { norm } = reading.grammar.words;
  const verb = clause.verb!;
  if (verb.lemma === 'want' && verb.negated && /^your?$/.test(norm[verb.to] ?? '')) {
    for (let i = verb.to; i < stretchEnd(reading, verb.to, sentence.to); i += 1)
      if (reading.isContent(i) && !inList('stock-words', norm[i])) return true;
    return false;
  }
  return verb.lemma === 'expect' && !verb.negated && /^(?:our|all|every|more|better)$/.test(norm[verb.to] ?? '');
}
