import type { Clause, Look, Span } from 'replylint/rule';

/** Modals of a maybe. */
export const MAYBE = new Set(['may', 'might', 'could']);
/** Adverbs of likelihood, and those of the less sure sort. */
export const PROBABLY = new Set(['probably', 'possibly', 'perhaps', 'maybe', 'likely', 'presumably']);
export const PERHAPS = new Set(['possibly', 'perhaps']);

/** The clause from its subject or verb on, with the adverb of likelihood before it. */
export function trimmed({ from, to, start, end, subject, verb }: Clause, { draft }: Look): Span {
  const { words } = draft;
  const opening = PROBABLY.has(words.norm[from]) ? from : undefined;
  const first = opening ?? (subject && subject.from >= from ? subject.from : verb && verb.from >= from ? verb.from : from);
  return first < to ? { start: words.start[first], end } : { start, end };
}

/** Whether one of the words sought stands among the words `from` up to `to`. */
export function anyWord(norm: readonly string[], from: number, to: number, sought: ReadonlySet<string>): boolean {
  for (let i = from; i < to; i += 1) if (sought.has(norm[i])) return true;
  return false;
}
