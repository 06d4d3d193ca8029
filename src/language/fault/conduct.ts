/** @file What people are said to have been: rude, at fault, not trained for it. */
import { listed } from '../../lexicon/index.js';
import type { LazyReading } from '../index.js';
import type { Clause } from '../reading.js';
import { wordsAre } from '../window.js';

const FAULTY_CONDUCT = listed('faulty-conduct');

/** "was rude to you", "is at fault", "were to blame": said of a person, this is their failure. */
export function atFault(reading: LazyReading, clause: Clause): boolean {
  const { words } = reading.grammar;
  if (wordsAre(words, clause.verb!.to, 'at fault') || wordsAre(words, clause.verb!.to, 'to blame')) return true;
  const actor = clause.subject?.actor;
  if (actor !== 'own' && actor !== 'colleague' && actor !== 'department' && actor !== 'third-party') return false;
  return FAULTY_CONDUCT.first(words, clause.verb!.to, Math.min(clause.to, clause.verb!.to + 4)) >= 0;
}

/** "did not know the procedure", "was not trained": what staff are blamed for, though no duty of a desk. */
export function lacksKnowledge(reading: LazyReading, { verb, subject, negated }: Clause): boolean {
  const actor = subject?.actor;
  if (actor !== 'colleague' && actor !== 'department' && actor !== 'third-party') return false;
  const { norm } = reading.grammar.words;
  if (verb!.lemma === 'be' || verb!.lemma === 'train' || verb!.lemma === 'inform')
    return negated
      ? /^(?:aware|trained|properly|informed|qualified|familiar|told)$/.test(norm[verb!.lemma === 'be' ? verb!.to : verb!.main])
      : /^(?:unaware|misinformed|untrained|inexperienced|new)$/.test(norm[verb!.to] ?? '');
  return verb!.negated && /^(?:know|realise|realize|understand|notice|spot|see|look|follow|care|bother|communicate)$/.test(verb!.lemma);
}
