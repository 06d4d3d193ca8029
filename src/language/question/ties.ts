import type { Grammar } from '../grammar/grammar.js';
import type { Sentence } from '../reading.js';
import type { Part } from './parts.js';

export function tiesOf(
  { words: { norm } }: Grammar,
  sentence: Sentence,
  from: number,
  to: number,
): Pick<Part, 'joined' | 'pointing' | 'lasting' | 'person' | 'unless' | 'alternative' | 'exists' | 'ofIt' | 'ofMine'> {
  const opening = norm.slice(Math.max(sentence.from, from - 1), from + 3);
  return {
    joined: opening.some((word) => /^(?:and|also|plus)$/.test(word)),
    ...(norm[from - 2] === 'if' && { unless: /^(?:not|no)$/.test(norm[from - 1]) ? ('yes' as const) : ('no' as const) }),
    ...(norm[from - 1] === 'or' && { alternative: true }),
    ...(asksForThing(norm, from) && { exists: true }),
    ...(/^(?:is|are)$/.test(norm[from]) && /^(?:my|our)$/.test(norm[from + 1] ?? '') && { ofMine: true }),
    ...(/^(?:it|that|this|they|those|these)$/.test(norm[from + 1] ?? '') && { ofIt: true }),
    ...(norm[from] === 'how' && norm[from + 1] === 'long' && { lasting: true }),
    ...((norm[from + 1] === 'he' || norm[from + 1] === 'she') && { person: norm[from + 1] as 'he' | 'she' }),
    pointing: norm.slice(from, to).some((word) => /^(?:it|that|this|they|them|those|these|else)$/.test(word)),
  };
}

/** "Is there a lift", "have you got lockers", "do you sell stamps". */
function asksForThing(norm: readonly string[], from: number): boolean {
  const second = norm[from + 1] ?? '';
  if (/^(?:is|are)$/.test(norm[from])) return second === 'there';
  return (
    /^(?:do|have)$/.test(norm[from]) &&
    /^(?:you|u|they|ye)$/.test(second) &&
    /^(?:got|have|sell|stock|take|accept|offer|serve|do)$/.test(norm[from + 2] ?? '')
  );
}

/** "Do I need a new one?": common words all, and yet a question. */
export function ofOneself(norm: readonly string[], from: number, to: number): boolean {
  return to - from >= 3 && /^(?:do|can|will|should|must|may|am|are|could|shall)$/.test(norm[from]) && /^(?:i|we)$/.test(norm[from + 1]);
}

/** "Do I need to wait?", "should we ring first?", "am I to wait?" */
export function asksDuty(norm: readonly string[], from: number): boolean {
  return /^(?:do|should|must|shall|am|are)$/.test(norm[from]) && /^(?:i|we)$/.test(norm[from + 1] ?? '');
}

/** "Is that OK?": of what was said before. */
export function asksConsent({ words: { norm } }: Grammar, from: number): boolean {
  const said = norm[from + 2] === 'be' ? from + 3 : from + 2;
  // "Is it possible to say that it is for the cats?" brings its own matter.
  if (/^(?:to|for|if|that|when)$/.test(norm[said + 1] ?? '') && !/^(?:you|us|me|so)$/.test(norm[said + 2] ?? '')) return false;
  return (
    /^(?:is|would|will)$/.test(norm[from]) &&
    /^(?:that|this|it)$/.test(norm[from + 1]) &&
    (/^(?:ok|okay|alright|fine|possible|allowed|permitted)$/.test(norm[said] ?? '') ||
      (norm[from + 2] === 'a' && /^(?:problem|issue)$/.test(norm[from + 3] ?? '')))
  );
}

/** "Can I have the £12 back?" asks for money. */
export function asksSumBack({ words: { norm, start }, text }: Grammar, from: number, to: number): boolean {
  if (!norm.slice(from, to).includes('back')) return false;
  for (let i = from; i < to; i += 1)
    if (/\d/.test(norm[i]) && /[£$€₹]\s?$/.test(text.slice(Math.max(0, start[i] - 2), start[i]))) return true;
  return false;
}
