import type { Change } from '../change.js';

/** A word, or a sign that is no blank. */
interface Token {
  readonly start: number;
  readonly end: number;
  readonly word: string;
}

/** Tokens on each side that tell a place from others that read alike: many first, fewer where the two texts differ near it. */
const CONTEXTS = [8, 5, 3, 2];

/**
 * The same change in another text that says the same: the plain text beside the HTML. The changed words with the words around them must stand in both
 * texts equally often; the change is then made at the place of the same number. Undefined where the two texts do not agree there.
 */
export function inTwin(change: Change, text: string, twin: string): Change | undefined {
  const ours = tokensOf(text);
  const wide = widened(change, text, ours);
  const from = ours.findIndex(({ end }) => end > wide.start);
  const first = from < 0 ? ours.length : from;
  const after = ours.findIndex(({ start }) => start >= wide.end);
  const last = after < 0 ? ours.length : after;
  const startsAt = ours[first]?.start === wide.start ? 'token' : ours[first - 1]?.end === wide.start ? 'before' : undefined;
  const endsAt = last > first && ours[last - 1].end === wide.end ? 'token' : ours[last]?.start === wide.end ? 'next' : undefined;
  const isInsertion = last <= first && wide.start === wide.end;
  if (!startsAt || (!isInsertion && !endsAt)) return undefined;
  const theirs = tokensOf(twin);
  const index = (list: readonly Token[]): ReadonlyMap<string, number[]> => {
    const byWord = new Map<string, number[]>();
    for (const [i, { word }] of list.entries()) {
      const places = byWord.get(word);
      if (places) places.push(i);
      else byWord.set(word, [i]);
    }
    return byWord;
  };
  const ourIndex = index(ours);
  const theirIndex = index(theirs);
  for (const context of CONTEXTS) {
    const left = Math.max(0, first - context);
    const window = ours.slice(left, Math.min(ours.length, last + context));
    if (window.length < 2 && theirs.length > window.length) continue;
    const here = occurrences(window, ours, ourIndex);
    const there = occurrences(window, theirs, theirIndex);
    if (there.length === 0 || here.length !== there.length) continue;
    const shift = there[here.indexOf(left)] - left;
    const start = startsAt === 'token' ? theirs[first + shift]?.start : theirs[first - 1 + shift]?.end;
    const end = isInsertion ? start : endsAt === 'token' ? theirs[last - 1 + shift]?.end : theirs[last + shift]?.start;
    return start === undefined || end === undefined ? undefined : { start, end, text: wide.text };
  }
  return undefined;
}

function occurrences(window: readonly Token[], list: readonly Token[], byWord: ReadonlyMap<string, readonly number[]>): number[] {
  const [head] = window;
  if (!head) return [];
  return (byWord.get(head.word) ?? []).filter((at) => window.every(({ word }, i) => list[at + i]?.word === word));
}

/** The change with whole tokens at its edges. */
function widened({ start, end, text: now }: Change, text: string, tokens: readonly Token[]): Change {
  const cut = (at: number): Token | undefined => tokens.find((token) => token.start < at && at < token.end);
  const from = cut(start)?.start ?? start;
  const to = cut(end)?.end ?? end;
  return { start: from, end: to, text: text.slice(from, start) + now + text.slice(end, to) };
}

function tokensOf(text: string): Token[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu), ({ 0: word, index }) => {
    return { start: index, end: index + word.length, word: plain(word) };
  });
}

/** Plain text is often written with straight quotes and hyphens where its HTML has others. */
function plain(word: string): string {
  return word
    .replace(/[‘’‛′]/g, "'")
    .replace(/[“”„″]/g, '"')
    .replace(/[‐-―−]/g, '-');
}
