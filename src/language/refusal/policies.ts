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
  for (let at = POLICY.first(words, from, to); at >= 0; at = POLICY.first(words, at + 1, to)) if (!isCover(words, at)) return true;
  return false;
}

/** What an insurance does. */
const INSURING = wordClass('cover covers covered insure insures insured include includes exclude excludes pay pays');

/** "Your policy covers sudden bursts", "the policy pays only for": what the customer bought from an insurer, and no rule of ours. */
function isCover({ norm }: Words, at: number): boolean {
  if (norm[at] !== 'policy' || !/^(?:your|the|this)$/.test(norm[at - 1] ?? '')) return false;
  const verb = /^(?:only|does|did|do|also|never)$/.test(norm[at + 1] ?? '') ? at + 2 : at + 1;
  return INSURING.has(norm[norm[verb] === 'not' ? verb + 1 : verb] ?? '');
}
