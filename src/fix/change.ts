import type { Span } from '../text/span.js';

/** A stretch of a text, and what is to stand there instead. */
export interface Change extends Span {
  readonly text: string;
}

/** A stretch of a file's bytes, and what is to stand there instead. */
export interface Splice extends Span {
  readonly bytes: Uint8Array;
}

/** Why a change cannot be carried into the file: words that can follow "offered only: ". */
export interface Refusal {
  readonly refused: string;
}

export function isRefusal(outcome: object): outcome is Refusal {
  return 'refused' in outcome;
}

/** In text order; of two at one place the one that was given first. */
export function inOrder<T extends Span>(changes: readonly T[]): T[] {
  return changes.toSorted((a, b) => a.start - b.start || a.end - b.end);
}

/** Whether two changes meet: they share a unit, or one would be written at the edge of the other. */
export function collide(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** Whether two of them lay claim to the same stretch. */
export function overlapping(changes: readonly Span[]): boolean {
  const ordered = inOrder(changes);
  return ordered.some(({ start }, i) => i > 0 && start < ordered[i - 1].end);
}

/** The text after all changes, which must not overlap. */
export function applyChanges(text: string, changes: readonly Change[]): string {
  let out = '';
  let from = 0;
  for (const change of inOrder(changes)) {
    out += text.slice(from, change.start) + change.text;
    from = change.end;
  }
  return out + text.slice(from);
}

/** The bytes after all splices, which must not overlap. */
export function applySplices(bytes: Uint8Array, splices: readonly Splice[]): Uint8Array {
  const ordered = inOrder(splices);
  const out = new Uint8Array(ordered.reduce((length, one) => length + one.bytes.length - (one.end - one.start), bytes.length));
  let from = 0;
  let at = 0;
  for (const one of ordered) {
    out.set(bytes.subarray(from, one.start), at);
    at += one.start - from;
    out.set(one.bytes, at);
    at += one.bytes.length;
    from = one.end;
  }
  out.set(bytes.subarray(from), at);
  return out;
}

/** The change without what the old and the new words have in common at their edges; no sign of two units is cut in half. */
export function trimmed(text: string, { start, end, text: now }: Change): Change {
  const old = text.slice(start, end);
  const shorter = Math.min(old.length, now.length);
  let before = 0;
  while (before < shorter && old.charCodeAt(before) === now.charCodeAt(before)) before += 1;
  if (before > 0 && isHigh(old.charCodeAt(before - 1))) before -= 1;
  let after = 0;
  while (after < shorter - before && old.charCodeAt(old.length - 1 - after) === now.charCodeAt(now.length - 1 - after)) after += 1;
  if (after > 0 && isLow(old.charCodeAt(old.length - after))) after -= 1;
  return { start: start + before, end: end - after, text: now.slice(before, now.length - after) };
}

function isHigh(code: number): boolean {
  return (code & 0xfc00) === 0xd800;
}

function isLow(code: number): boolean {
  return (code & 0xfc00) === 0xdc00;
}
