import { Gap } from 'replylint/rule';
import type { Look, Span } from 'replylint/rule';

/** "(not an alley)": their own word, corrected in passing. */
export function* correctedWords({ draft }: Look): Iterable<Span> {
  const { customer, words } = draft;
  if (!customer) return;
  const { norm, gap, start, end } = words;
  let theirs: ReadonlySet<string> | undefined;
  for (let i = 0; i + 2 < words.length; i += 1) {
    if (norm[i] !== 'not' || !(gap[i] & Gap.openBracket) || !/^(?:a|an|the|our)$/.test(norm[i + 1])) continue;
    theirs ??= new Set(customer.words.norm);
    // "A new one (not a repair)" to whoever asked for that is their own wish.
    const wished = customer.words.norm.some((word, k) => word === norm[i + 2] && /^(?:not|no)$/.test(customer.words.norm[k - 2] ?? ''));
    if (!wished && theirs.has(norm[i + 2])) yield { start: start[i], end: end[i + 2] };
  }
}
