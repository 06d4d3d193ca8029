import { Gap } from 'replylint/rule';
import type { Look, Span } from 'replylint/rule';

/** Quoted with scorn after "your", these doubt what the customer says: your "emergency". A menu name is none. */
const SCORNED = new Set(
  (
    'emergency problem problems issue issues complaint claim evidence proof review research damage illness expertise experience expert reason reasons urgent damaged broken ' +
    'defect fault facts story suffering ordeal inconvenience loss injury friend lawyer opinion feedback concern concerns suggestion question'
  ).split(' '),
);

/** your "emergency", your so-called "proof": one word of theirs, in scare quotes. */
export function* scareQuotes({ draft }: Look): Iterable<Span> {
  const { norm, gap, start, end, length } = draft.words;
  for (let i = 1; i < length; i += 1) {
    if (!(gap[i] & Gap.openQuote) || !(gap[i + 1] & Gap.closeQuote) || !SCORNED.has(norm[i])) continue;
    const letter = draft.text[start[i]];
    if (letter !== letter.toLowerCase()) continue;
    if (norm[i - 1] === 'your' || (norm[i - 1] === 'called' && norm[i - 2] === 'so')) yield { start: start[i - 1], end: end[i] };
  }
}
