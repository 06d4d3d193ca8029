import { Gap } from '../../text/words.js';
import type { LazyReading } from '../index.js';
import type { Sentence } from '../reading.js';

/** "Parking: …", "Dogs – …": where the word that names what follows ends; the sentence's first word where none does. */
export function headingEnd({ grammar: { words, text } }: LazyReading, { from, to }: Sentence): number {
  for (let i = from + 1; i < Math.min(to, from + 4); i += 1) if (/:|\s[–—-]\s/.test(text.slice(words.end[i - 1], words.start[i]))) return i;
  return from;
}

/** "Concerning the deadline", "as regards the phone", "in respect of the flat". */
export function isFronted(norm: readonly string[], from: number): boolean {
  if (/^(?:concerning|regarding|re)$/.test(norm[from])) return true;
  const next = norm[from + 1] ?? '';
  if (norm[from] === 'as') return /^(?:for|to|regards)$/.test(next);
  return /^(?:with|in)$/.test(norm[from]) && /^(?:regard|respect|relation)$/.test(next);
}

/** "Hi Vera, yes": what is said begins behind the comma. */
export function afterGreeting({ norm, gap }: LazyReading['grammar']['words'], from: number, to: number): number {
  if (!/^(?:hi|hello|hey|dear)$/.test(norm[from])) return from;
  for (let i = from + 1; i < Math.min(to, from + 5); i += 1) if (gap[i] & (Gap.comma | Gap.stop | Gap.break)) return i;
  return from;
}

/** "As for the coach, I'd say yes." */
export function saysYes(norm: readonly string[], from: number, to: number): boolean {
  for (let i = from + 1; i < to; i += 1) if (/^(?:yes|no)$/.test(norm[i]) && norm[i - 1] === 'say') return true;
  return false;
}

/** How often "yes" and "no" stand for an answer of their own: not in "no trouble". */
export function yesAndNo({ norm, gap }: LazyReading['grammar']['words'], from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i += 1)
    if (
      norm[i] === 'yes' ||
      (norm[i] === 'no' && (i + 1 >= to || norm[i + 1] === 'and' || gap[i + 1] & (Gap.comma | Gap.stop | Gap.break)))
    )
      count += 1;
  return count;
}
