import type { Draft, Role } from '../draft/draft.js';
import type { Span } from '../text/span.js';
import { Gap } from '../text/words.js';
import type { Words } from '../text/words.js';

/** For each word the index one past the last word of its sentence. Phrases never leave it. */
export function sentenceEnds(words: Words, sentences: readonly Span[], segments: readonly Span[] = []): Int32Array {
  const { start, gap, length } = words;
  const ends = new Int32Array(length);
  let from = 0;
  let sentence = 0;
  let segment = 0;
  // Where the sentence of the word before ends, and where the next sentence and the next zone begin.
  let end = -1;
  let nextSentence = sentences[0]?.start ?? Infinity;
  let nextSegment = segments[0]?.start ?? Infinity;
  for (let i = 0; i < length; i += 1) {
    const offset = start[i];
    let moves = false;
    while (nextSentence <= offset) {
      moves = true;
      end = sentences[sentence].end;
      sentence += 1;
      nextSentence = sentences[sentence]?.start ?? Infinity;
    }
    while (nextSegment <= offset) {
      moves = true;
      segment += 1;
      nextSegment = segments[segment]?.start ?? Infinity;
    }
    if (i === 0) continue;
    const inside = offset < end;
    const left = !inside && start[i - 1] < end;
    const stops = (gap[i] & Gap.blankLine) !== 0 || (!inside && (gap[i] & Gap.stop) !== 0);
    if (moves || left || stops) {
      ends.fill(i, from, i);
      from = i;
    }
  }
  ends.fill(length, from);
  return ends;
}

/** For each word the role of the zone that holds it. */
export function rolesOf({ words, segments }: Draft): Role[] {
  const roles: Role[] = [];
  const last = segments.length - 1;
  segments.forEach(({ role, span }, k) => {
    const end = k < last ? span.end : Infinity;
    while (roles.length < words.length && words.start[roles.length] < end) roles.push(role);
  });
  while (roles.length < words.length) roles.push('body');
  return roles;
}
