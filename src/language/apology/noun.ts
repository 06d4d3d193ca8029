import { listed, wordClass } from '../../lexicon/index.js';
import { wordsAre } from '../window.js';
import { FEELING, IMPRESSION, INCONVENIENCE, isVocative, JUDGING, namesSomething, type Complement } from './parts.js';
import { undercutAfter } from './undercut.js';
import { isKin } from './life-event.js';
import type { LazyReading } from '../index.js';
import type { Sentence } from '../reading.js';

const FAULT_NOUNS = listed('fault-nouns');
const LOT = wordClass('luck misfortune misfortunes plight predicament ordeal situation bind fate');
/** Words that make "for any inconvenience …" no more specific. */
const HOLLOW = new Set(
  'this that it these has have may might could had caused cause causes causing you your experience experienced been is was to and or with again there arising any the our us i we'.split(
    ' ',
  ),
);

/** for our mistake, for the delay, for any inconvenience, about that. */
export function nounComplement(reading: LazyReading, sentence: Sentence, at: number, end: number, preposition: string): Complement {
  const { words, tags } = reading.grammar;
  const { norm } = words;
  if (norm[at] === 'your' && isKin(norm[at + 1] ?? '')) return { kind: 'life-event', end, specific: false };
  if (wordsAre(words, at, 'your loss') || wordsAre(words, at, 'the loss of')) return { kind: 'life-event', end, specific: false };
  // "about your bad luck", "for your plight": their lot.
  if (norm[at] === 'your' && LOT.first(words, at + 1, Math.min(end, at + 4)) >= 0) return { kind: 'hearing', end, specific: false };
  // "about the impression you got"; the one that we gave is ours.
  if (/^(?:the|that|this|any)$/.test(norm[at])) {
    const formed = norm[at + 2] === 'you' || (norm[at + 2] === 'that' && norm[at + 3] === 'you');
    if (IMPRESSION.at(words, at + 1) && formed && !norm.slice(at + 2, end).some((word) => /^(?:we|i|our|my|receive|received)$/.test(word)))
      return { kind: 'feelings', end, specific: false };
    if (/^(?:perceived|seeming)$/.test(norm[at + 1] ?? '')) return { kind: 'feelings', end, specific: false };
  }
  // "for your disappointment with the tour"
  if (/^(?:your|you)$/.test(norm[at]) && FEELING.first(words, at + 1, Math.min(end, at + 4)) >= 0)
    return { kind: 'feelings', end, specific: false };
  const stop = Math.min(end, at + 14);
  const noun = INCONVENIENCE.first(words, at, Math.min(stop, at + 6));
  if (noun >= 0) return inconvenience(reading, sentence, at, noun, end);
  if (/^(?:how|the way)/.test(`${norm[at]} ${norm[at + 1]}`) && FEELING.first(words, at, stop) >= 0)
    return { kind: 'feelings', end, specific: false };
  if (wordsAre(words, at, 'how you feel') || wordsAre(words, at, 'the way you feel')) return { kind: 'feelings', end, specific: false };
  // "for how you perceived our colleague", "for the way you took it"
  const way = norm[at] === 'how' ? at + 1 : wordsAre(words, at, 'the way') ? at + 2 : -1;
  if (
    way > 0 &&
    norm[way] === 'you' &&
    (JUDGING.has(tags.lemma[way + 1] ?? '') ||
      /^(?:take|see|read|receive|experience|hear|understand|remember)$/.test(tags.lemma[way + 1] ?? ''))
  )
    return { kind: 'feelings', end, specific: false };
  // "for your negative feelings about it"
  if (
    norm[at] === 'your' &&
    norm.slice(at + 1, Math.min(end, at + 4)).some((word) => /^(?:feelings?|impression|perception|opinion|view)$/.test(word))
  )
    return { kind: 'feelings', end, specific: false };
  // "for feeling unsafe", "for you finding it rude"
  const felt = norm[at] === 'you' || norm[at] === 'your' ? at + 1 : at;
  if (tags.form[felt] === 'ing' && JUDGING.has(tags.lemma[felt] ?? '')) return { kind: 'feelings', end, specific: false };
  if (preposition === 'any' || /^(?:any|anything|whatever)$/.test(norm[at])) return { kind: 'any-inconvenience', end, specific: false };
  const undercut = undercutAfter(reading, sentence, end);
  if (undercut) return undercut;
  // "for what you have been through": their lot.
  if (norm[at] === 'what' && norm[at + 1] === 'you' && norm.slice(at, end).includes('through'))
    return { kind: 'hearing', end, specific: false };
  const hollow = /^(?:that|this|it)$/.test(norm[at]) && at + 1 >= end;
  const gerund = tags.form[at] === 'ing' || norm[at] === 'not';
  const fault = FAULT_NOUNS.first(words, at, stop) >= 0;
  return { kind: hollow ? 'bare' : 'own-act', end, specific: !hollow && (gerund || fault || namesSomething(reading, at, end)) };
}

/** any inconvenience · the inconvenience · the inconvenience of two wasted trips. */
function inconvenience(reading: LazyReading, sentence: Sentence, at: number, noun: number, end: number): Complement {
  const { words } = reading.grammar;
  const { norm } = words;
  const any =
    norm.slice(at, noun).some((word) => /^(?:any|whatever|possible|potential|eventual)$/.test(word)) || wordsAre(words, noun + 1, 'if any');
  if (isSpecificAfter(reading, noun + 1, end)) {
    return { kind: any ? 'any-inconvenience' : 'specific-inconvenience', end, specific: !any };
  }
  if (norm[at] === 'your' && FEELING.at(words, noun)) return { kind: 'feelings', end, specific: false };
  const undercut = undercutAfter(reading, sentence, end);
  if (undercut) return undercut;
  if (any) return { kind: 'any-inconvenience', end, specific: false };
  // "for the trouble you have had": their trouble, in their own words, is no formula.
  if (
    norm[noun] === 'trouble' ||
    norm[noun] === 'frustration' ||
    norm[noun] === 'disappointment' ||
    norm[noun] === 'distress' ||
    norm[noun] === 'discomfort' ||
    norm[noun] === 'upset'
  )
    return { kind: 'own-act', end, specific: false };
  return { kind: 'the-inconvenience', end, specific: false };
}

/** Does what follows the noun name an event: "of rebooking two trains", "that we caused by …", "when we cancelled"? */
function isSpecificAfter(reading: LazyReading, at: number, end: number): boolean {
  const { words, tags } = reading.grammar;
  const { norm } = words;
  for (let i = at; i < end; i += 1) {
    const word = norm[i];
    if (HOLLOW.has(word) || tags.pos[i] === 'adverb' || tags.pos[i] === 'determiner' || tags.pos[i] === 'preposition') continue;
    if (INCONVENIENCE.at(words, i) || FEELING.at(words, i)) continue;
    if (/^(?:matter|issue|situation|experience|regard|account|behalf|today|recently|time|occasion|stay|visit|service|name)$/.test(word))
      continue;
    if (i > at && isVocative(reading, i, end)) continue;
    if (tags.pos[i] === 'nominal' || tags.pos[i] === 'verb' || tags.pos[i] === 'number') return !isVocative(reading, i, end);
  }
  return false;
}
