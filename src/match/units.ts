import type { Draft, Role } from '../draft/draft.js';
import type { Span } from '../text/span.js';
import { Gap } from '../text/words.js';
import type { Words } from '../text/words.js';

/** For each word the index one past the last word of its sentence. Phrases never leave it. */
export function sentenceEnds(words: Words, sentences: readonly Span[], segments: readonly Span[] = []): Int32Array {
  const ends = new Int32Array(words.length);
  let from = 0;
  let sentence = -1;
  let segment = -1;
  for (let i = 0; i < words.length; i += 1) {
    const offset = words.start[i];
    let next = sentence;
    while (next + 1 < sentences.length && sentences[next + 1].start <= offset) next += 1;
    let zone = segment;
    while (zone + 1 < segments.length && segments[zone + 1].start <= offset) zone += 1;
    const inside = next >= 0 && offset < sentences[next].end;
    const left = next >= 0 && !inside && i > 0 && words.start[i - 1] < sentences[next].end;
    const stops = (words.gap[i] & Gap.blankLine) !== 0 || (!inside && (words.gap[i] & Gap.stop) !== 0);
    if (i > 0 && (next !== sentence || zone !== segment || left || stops)) {
      ends.fill(i, from, i);
      from = i;
    }
    sentence = next;
    segment = zone;
  }
  ends.fill(words.length, from);
  return ends;
}

/** For each word the role of the zone that holds it. */
export function rolesOf({ words, segments }: Draft): Role[] {
  const roles: Role[] = [];
  let at = 0;
  for (let i = 0; i < words.length; i += 1) {
    while (at < segments.length - 1 && segments[at].span.end <= words.start[i]) at += 1;
    roles.push(segments[at]?.role ?? 'body');
  }
  return roles;
}
