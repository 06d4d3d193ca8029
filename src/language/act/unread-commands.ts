import { wordClass } from '../../lexicon/index.js';
import { isElsewhere } from './other-matters.js';
import type { LazyReading } from '../index.js';
import type { Clause, Sentence } from '../reading.js';
import type { Act } from './acts.js';

/** Commands that are nouns as often, so that the tagger may not see the verb in them at the head of a sentence. */
const COMMANDS = wordClass(
  'check sign call contact head stop swing drop pop talk email text message track click tap log dial visit report ring',
);
/** A command behind a word that recommends it. */
const BEST = /^(?:best|better)$/;
const TRYING = new Set('try ask ring call phone contact speak write email go check see use bring send wait book look take'.split(' '));
const DIRECTION = /^(?:with|in|by|to|out|into|at|on|over|off)$/;

/** "Check with our desk on how to be moved", "sign in again and the points will show": a command at the head of a sentence that was read as a noun. */
export function unreadCommand(reading: LazyReading, sentence: Sentence, clause: Clause): Act | undefined {
  const { words, tags } = reading.grammar;
  // "Best try our Events desk", "best ring before noon".
  if (
    BEST.test(words.norm[sentence.from]) &&
    clause.from === sentence.from &&
    TRYING.has(words.norm[sentence.from + 1] ?? '') &&
    !sentence.question
  )
    return { kind: 'instructed', lemma: words.norm[sentence.from + 1] };
  const at = sentence.from;
  if (clause.from !== at || !COMMANDS.at(words, at) || tags.pos[at] !== 'nominal' || sentence.question) return undefined;
  const { subject, verb } = clause;
  // "Check-in at three was slow" has its subject there.
  if (subject ? subject.from <= at + 1 : verb !== undefined && verb.tense !== 'none') return undefined;
  if (!DIRECTION.test(words.norm[at + 1] ?? '') || isElsewhere(reading, sentence, clause)) return undefined;
  return { kind: 'instructed', lemma: words.norm[at] };
}
