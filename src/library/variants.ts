import type { Draft, Note } from '../draft/draft.js';
import { wordSpan } from '../text/words.js';

/** What a variant shows. */
export interface Shown {
  /** How often it shows each word. */
  readonly counts: ReadonlyMap<string, number>;
  /** All its words, without what parts them: text that was made of HTML often lacks the spaces between lines. */
  readonly joined: string;
}

/** The words that a variant shows. Addresses stand in the text where HTML hides them behind a link, so they do not count. */
export function shownBy(draft: Draft): Shown {
  const counts = new Map<string, number>();
  const words: string[] = [];
  for (const i of shown(draft)) {
    const word = draft.words.norm[i];
    counts.set(word, (counts.get(word) ?? 0) + 1);
    words.push(word);
  }
  return { counts, joined: words.join('') };
}

/** What the second variant of an entry says that the first does not; undefined where both say the same. */
export function differenceFrom(first: Shown, second: Draft): Note | undefined {
  if (shownBy(second).joined === first.joined) return undefined;
  const left = new Map(first.counts);
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
