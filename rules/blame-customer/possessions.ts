import { Gap, inList, wordAt } from 'replylint/rule';
import type { Look, Span } from 'replylint/rule';
import { BROKEN } from './doing.js';

/** What an error can be the name of: an error message is nobody's fault. */
const THINGS = new Set('message messages code codes report reports log logs screen number text notice notification page'.split(' '));

/** "your error message" names a message, and nobody's fault. */
export function isTheirs({ draft, language }: Look, at: Span): boolean {
  const { words } = draft;
  // "None of this was your doing."
  const clause = language.clauseAt(wordAt(words, at.start));
  if (
    clause?.subject?.actor === 'nobody' ||
    (clause?.negated && /^(?:none|nothing|no)$/.test(words.norm[clause.subject?.from ?? -1] ?? ''))
  )
    return false;
  const next = wordAt(words, at.end);
  return next >= words.length || (words.gap[next] & ~Gap.newline) !== 0 || !THINGS.has(words.norm[next]);
}

/** "The new lamp is your doing", "two neighbours have booked, and I hear that's your doing": something good, laid to their account. */
export function isCredit({ draft, language }: Look, at: Span, index: number): boolean {
  const { words } = draft;
  const next = wordAt(words, at.end);
  if (words.norm[next - 1] !== 'doing' || words.norm[next - 2] !== 'your') return false;
  if (/^(?:thanks|suggestion)$/.test(language.kind.value ?? '')) return true;
  const { from } = language.sentences[language.clauses[index].sentence];
  // "That's your doing": of what stands before.
  if (next - from < 7) return false;
  return !words.norm
    .slice(from, next)
    .some(
      (word) =>
        BROKEN.test(word) ||
        /^(?:not|no|never|cannot|wrong|all)$/.test(word) ||
        inList('trouble-nouns', word) ||
        inList('negative-evaluation', word) ||
        inList('fault-nouns', word),
    );
}
