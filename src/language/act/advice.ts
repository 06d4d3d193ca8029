import { listed, wordClass } from '../../lexicon/index.js';
import type { LazyReading } from '../index.js';
import type { Clause, Sentence } from '../reading.js';
import { around } from './window.js';
import type { Act } from './acts.js';

const REMEDIAL_VERBS = listed('remedial-verbs');

/** Nouns by which one says what to do, of themselves … */
const ADVICE = wordClass('bet advice suggestion recommendation tip answer remedy workaround');
/** … and those that an adjective makes so: the quickest way, the best thing to do. */
const WAYS = wordClass('way thing route option place person people team desk number address channel fix');
const BEST = wordClass('best easiest quickest simplest fastest surest safest right cheapest only');
/** Whom one turns to. */
const PERSONS = /^(?:who|whom|one|ones|person|people|place|team|desk|man|woman)$/;
const TURNING = wordClass('want need speak talk ask contact see call ring write go turn email');

/**
 * Advice in the form of a statement: "the best thing to do is give the box office a ring", "your quickest way is to reply here", "the depot at Lyon is who
 * you want to speak to", "Maria is the person to ask".
 */
export function advised(reading: LazyReading, sentence: Sentence, clause: Clause): Act | undefined {
  const { verb } = clause;
  if (isBestPlace(reading, clause)) return { kind: 'instructed', lemma: 'be' };
  if (
    verb?.lemma !== 'be' ||
    (verb.modal && verb.modal !== 'would') ||
    verb.negated ||
    verb.tense === 'past' ||
    clause.mood !== 'statement'
  )
    return undefined;
  const { norm } = reading.grammar.words;
  const { from, to } = around(sentence, clause);
  // The tagger may take "is give" for one group: the copula itself is what advice stands before.
  let be = verb.from;
  while (be < verb.to && norm[be] !== 'is' && norm[be] !== 'be' && norm[be] !== "'s" && norm[be] !== 'are') be += 1;
  if (be >= verb.to) return undefined;
  return adviceBefore(norm, Math.max(from, be - 8), be) || personBehind(reading, be + 1, to)
    ? { kind: 'instructed', lemma: 'be' }
    : undefined;
}

/** "The clerk at the harbour will be your best bet." */
function isBestPlace({ grammar: { words } }: LazyReading, { verb, negated, mood }: Clause): boolean {
  if (verb?.lemma !== 'be' || negated || mood !== 'statement' || (verb.tense !== 'future' && verb.modal !== 'would')) return false;
  const { norm } = words;
  for (let i = verb.to; i < verb.to + 4; i += 1)
    if (norm[i] === 'best' && /^(?:resource|source|bet|contact|option|place|choice|chance)$/.test(norm[i + 1] ?? '')) return true;
  return false;
}

function adviceBefore(norm: readonly string[], from: number, be: number): boolean {
  for (let i = from; i < be; i += 1) {
    if (ADVICE.has(norm[i]) && /^(?:best|safest|my|our|only)$/.test(norm[i - 1] ?? '')) return true;
    // "Your options are to rent a locker or to use the shed."
    if (/^(?:options?|choices?|alternatives?)$/.test(norm[i]) && /^(?:to|either)$/.test(norm[be + 1] ?? '')) return true;
    if (BEST.has(norm[i]) && WAYS.has(norm[i + 1]) && i + 1 < be) return true;
  }
  return false;
}

/** "who you want to speak to", "the people to ask", "the ones who can reset it" */
export function personBehind({ grammar: { words, tags } }: LazyReading, from: number, to: number): boolean {
  const { norm } = words;
  for (let i = from; i < Math.min(to - 1, from + 4); i += 1) {
    if (!PERSONS.test(norm[i])) continue;
    if (norm[i + 1] === 'to' && TURNING.at(words, i + 2)) return true;
    if (norm[i + 1] === 'you' && /^(?:want|need|should|have|would)$/.test(norm[i + 2] ?? ''))
      for (let k = i + 3; k < Math.min(to, i + 7); k += 1) if (TURNING.has(tags.lemma[k] ?? norm[k])) return true;
    if (/^who(?:m)?$/.test(norm[i]) && norm[i + 1] === 'you' && /^(?:need|want)$/.test(norm[i + 2] ?? '') && norm[i + 3] !== 'to')
      return true;
    // "the only people who could sort it"
    if (norm[i + 1] === 'who' && /^(?:can|will|would|could)$/.test(norm[i + 2] ?? ''))
      for (let k = i + 3; k < Math.min(to, i + 7); k += 1) if (/^(?:help|assist|advise|change|answer)$/.test(norm[k])) return true;
    if (norm[i + 1] === 'who' && /^(?:can|will)$/.test(norm[i + 2] ?? '') && REMEDIAL_VERBS.at(words, i + 3)) return true;
  }
  return false;
}
