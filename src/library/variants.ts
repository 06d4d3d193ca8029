import type { Draft, Note } from '../draft/draft.js';
import { wordSpan } from '../text/words.js';

/** The words that a variant shows, and how often each. Addresses stand in the text where HTML hides them behind a link, so they do not count. */
export function wordCounts({ words, links }: Draft): Map<string, number> {
  const counts = new Map<string, number>();
  for (const i of shown({ words, links })) counts.set(words.norm[i], (counts.get(words.norm[i]) ?? 0) + 1);
  return counts;
}

/** What the second variant of an entry says that the first does not; undefined where both say the same. */
export function differenceFrom(first: ReadonlyMap<string, number>, second: Draft): Note | undefined {
  const left = new Map(first);
  const { words, text } = second;
  let more: number | undefined;
  for (const i of shown(second)) {
    const count = left.get(words.norm[i]) ?? 0;
    if (count === 0) more ??= i;
    else left.set(words.norm[i], count - 1);
  }
  const missing = [...left].find(([, count]) => count > 0)?.[0];
  if (more === undefined && missing === undefined) return undefined;
  const span = more === undefined ? null : wordSpan(words, more, more + 1);
  const message =
    span === null
      ? `The HTML says “${missing}”, and the text does not.`
      : `The text says “${text.slice(span.start, span.end)}”, and the HTML does not.`;
  return { rule: 'mismatched-variants', span, message };
}

function* shown({ words, links }: Pick<Draft, 'words' | 'links'>): Generator<number> {
  let link = 0;
  const bare = links.filter(
    ({ span, target, image }) => !image && span.end - span.start >= target.length - 8 && /^(?:https?:|www\.|mailto:)/i.test(target),
  );
  for (let i = 0; i < words.length; i += 1) {
    while (link < bare.length && bare[link].span.end <= words.start[i]) link += 1;
    if (link < bare.length && words.start[i] >= bare[link].span.start) continue;
    yield i;
  }
}
