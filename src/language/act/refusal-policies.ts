import { wordClass } from '../../lexicon/index.js';
import type { Words } from '../../text/words.js';
import type { LazyReading } from '../index.js';
import type { Clause } from '../reading.js';

const POLICY = wordClass(
  'policy policies rules rule terms conditions t&cs tcs t&c guidelines guideline procedure procedures protocol system regulations fineprint',
);
/** What one does with a policy. */
const KEEPING = new Set([
  'stick',
  'adhere',
  'follow',
  'abide',
  'comply',
  'uphold',
  'enforce',
  'go',
  'stand',
  'respect',
  'be',
  'keep',
  'apply',
  'observe',
]);
/** Whether a noun names a rule or the system: what stands for a reason and is none. */
export function isPolicyNoun(noun: string): boolean {
  return POLICY.has(noun);
}

/** "We must stick to our policy": a refusal that names nothing but the rule. */
export function isPolicyBound(reading: LazyReading, { verb, subject, from, to }: Clause): boolean {
  const { words } = reading.grammar;
  const { norm } = words;
  const own = subject?.actor === 'own' || subject?.actor === 'department' || subject?.actor === 'colleague';
  const bound = verb!.modal === 'must' || verb!.modal === 'have to' || verb!.modal === 'need' || norm[verb!.main - 2] === 'have';
  if (!own || verb!.negated || !bound || !KEEPING.has(verb!.lemma)) return false;
  if (verb!.lemma === 'be' && norm[verb!.to] !== 'mindful' && norm[verb!.to] !== 'consistent') return false;
  for (let i = Math.max(from, verb!.to); i < to; i += 1) if (POLICY.at(words, i) && norm[i] !== 'system') return true;
  return false;
}

/** Whether one of the words from `from` to `to` names a rule or the system. */
export function policyAhead(words: Words, from: number, to: number): boolean {
  return POLICY.first(words, from, to) >= 0;
}
