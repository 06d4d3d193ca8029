/** @file Verbs of failing that fail nobody: "we missed you", "dropped the fee", "broke the news". */
import { listed } from '../../lexicon/index.js';
import type { LazyReading } from '../index.js';
import type { Clause } from '../reading.js';
import { hasParticle } from '../window.js';

const DEPARTURES = listed('departures');

/** What is put to others for them to decide. */
const DECIDABLE = /^(?:claim|claims|request|application|appeal|payment|transfer|warranty|refund|chargeback)$/;

/** What a customer is glad to be rid of. */
const UNLOVED = /^(?:fee|fees|charge|charges|price|prices|fine|invoice|bill|surcharge|claim|reminder|minimum|requirement)$/;

/** "missed you", "lost no time", "broke the news": fault verbs that fail nobody here. */
export function idiom(reading: LazyReading, clause: Clause): boolean {
  const { norm } = reading.grammar.words;
  const after = norm[clause.verb!.to] ?? '';
  if (clause.subject?.actor === 'own' && doesGood(norm, clause, reading.sentences[clause.sentence].to)) return true;
  // "They have rejected the claim": what others decide about it is no failing.
  if (/^(?:reject|deny)$/.test(clause.verb!.lemma) && clause.subject?.actor === 'third-party')
    return /^(?:it|this|that|them)$/.test(after) || norm.slice(clause.verb!.to, clause.verb!.to + 4).some((word) => DECIDABLE.test(word));
  if (clause.verb!.lemma === 'drop') return /^(?:by|in|you|us|off|a)$/.test(after) || isPutOn(norm, clause);
  // A flight is missed by those who fly, a deadline by whoever is late: when it is we, that fails somebody.
  if (clause.verb!.lemma === 'miss' && DEPARTURES.first(reading.grammar.words, clause.verb!.to, clause.to) >= 0)
    return clause.subject?.actor !== 'own';
  // "We missed you yesterday" owns up, "we've missed you" is glad.
  if (clause.verb!.lemma === 'miss')
    return after === 'you' && norm[clause.verb!.to + 1] !== 'out' && (clause.subject?.actor !== 'own' || clause.verb!.tense === 'perfect');
  if (clause.verb!.lemma === 'break') return /^(?:down|the)$/.test(after) && norm[clause.verb!.to + 1] === 'news';
  if (clause.verb!.lemma === 'shut') return after !== 'you';
  if (clause.verb!.lemma === 'mix' || clause.verb!.lemma === 'mess' || clause.verb!.lemma === 'screw')
    return after !== 'up' && !hasParticle(norm, clause.verb!.to, clause.to, 'up');
  return false;
}

/** "I've dropped the fee", "swapped your lamp for a new one", "skipped the next box as you asked", "torn up the invoice", "cracked it": verbs of failing that help. */
function doesGood(norm: readonly string[], { verb }: Clause, end: number): boolean {
  const said = norm.slice(verb!.to, Math.min(end, verb!.to + 12));
  switch (verb!.lemma) {
    case 'drop':
      return said.slice(0, 5).some((word) => UNLOVED.test(word)) || (/^\d/.test(said[0] ?? '') && said.slice(1, 6).includes('your'));
    case 'swap':
      return (
        said.some((word) => /^(?:new|fresh|right|correct|spare|working|bigger|better|faulty|broken)$/.test(word)) && !said.includes('wrong')
      );
    case 'skip':
      return said.some((word, k) => /^(?:asked|wanted|wished|requested|like)$/.test(word) && said[k - 1] === 'you');
    case 'tear':
    case 'rip':
      return said[0] === 'up' || said.slice(0, 4).some((word) => UNLOVED.test(word));
    case 'crack':
      return /^(?:it|this)$/.test(said[0] ?? '') || /^(?:case|puzzle|riddle|code|problem)$/.test(said[1] ?? '');
    default:
      return false;
  }
}

/** "My manager dropped 300 tickets on me": a load put on us fails no customer. */
function isPutOn(norm: readonly string[], { verb, to }: Clause): boolean {
  for (let i = verb!.to; i + 1 < to; i += 1) if (/^(?:on|onto)$/.test(norm[i]) && /^(?:me|us|my|our)$/.test(norm[i + 1])) return true;
  return false;
}
