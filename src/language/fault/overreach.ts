import { wordClass } from '../../lexicon/index.js';
import type { LazyReading } from '../index.js';
import type { Clause } from '../reading.js';

/** What is given out to people, and runs short. */
const GIVING_OUT = new Set(
  'book sell take accept promise schedule let admit invite offer give allocate issue assign arrange enrol register seat reserve plan put rent hire squeeze cram pack'.split(
    ' ',
  ),
);
/** What holds one and no second. */
const HELD_BY_ONE = wordClass(
  'room table cottage seat slot hour time van bed court pitch berth place plot flat cabin desk locker appointment house',
);
const SEVERAL = /^(?:two|three|four|both|several|2|3|4)$/;
const PARTICLES = /^(?:on|in|out|up|down|off)$/;

/**
 * More was given out than there is, whatever the verb: "we booked more tunings than two men could do", "took on too many orders", "more rooms were sold than
 * we have", "gave two families the same cottage". Not "we sent more than you ordered".
 */
export function overreaches(reading: LazyReading, clause: Clause): boolean {
  const { verb, subject, sentence } = clause;
  if (!verb || verb.negated || verb.modal || !GIVING_OUT.has(verb.lemma)) return false;
  const past = verb.tense === 'past' || verb.tense === 'perfect' || (/^(?:let|put)$/.test(verb.lemma) && verb.tense === 'present');
  if (!past) return false;
  const { norm } = reading.grammar.words;
  const { to } = reading.sentences[sentence];
  if (verb.voice === 'passive') {
    let at = subject?.from ?? verb.from;
    while (/^(?:more|many|too)$/.test(norm[at - 1] ?? '')) at -= 1;
    return tooMany(norm, at, to, verb.to);
  }
  const particle = PARTICLES.test(norm[verb.to] ?? '');
  // "We took more photos than we could use."
  if (verb.lemma === 'take' && !particle) return false;
  const object = particle ? verb.to + 1 : verb.to;
  return tooMany(norm, object, to, object) || sharesOne(reading, object, clause.to);
}

/** "too many …" at `at`, or "more … than" and then what there is of it, told behind `behind`. */
function tooMany(norm: readonly string[], at: number, to: number, behind: number): boolean {
  if (norm[at] === 'too') return norm[at + 1] === 'many' || (norm[at + 1] === 'much' && at + 2 >= to);
  if (norm[at] !== 'more') return false;
  let than = Math.max(at + 1, behind);
  while (than < Math.min(to, behind + 8) && norm[than] !== 'than') than += 1;
  if (norm[than] !== 'than') return false;
  for (let i = than + 1; i < Math.min(to, than + 7); i += 1) {
    if (/^(?:you|your|ever|usual|before|planned)$/.test(norm[i])) return false;
    if (/^(?:can|could|have|has|had|holds?|held|fits?|seats?|allows?|were|was|are|is|capacity|takes?|copes?)$/.test(norm[i])) return true;
  }
  return false;
}

/** "two parties … the same table"; not "two lessons for you in the same week". */
function sharesOne({ grammar: { words } }: LazyReading, from: number, to: number): boolean {
  const { norm } = words;
  if (!SEVERAL.test(norm[from] ?? '')) return false;
  for (let i = from + 1; i + 1 < to; i += 1) {
    if (/^(?:you|your)$/.test(norm[i])) return false;
    const same = norm[i] === 'same' || (norm[i] === 'one' && norm[i - 1] !== 'of');
    if (same && HELD_BY_ONE.at(words, i + 1)) return true;
  }
  return false;
}
