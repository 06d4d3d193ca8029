/** A half-open stretch of text, in UTF-16 units. Inside a {@link Draft} every span counts in `Draft.text`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The span from `start` up to, not including, `end`. */
export function span(start: number, end: number): Span {
  return { start, end };
}

/** Whether `inner` lies wholly inside `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether the two stretches share at least one unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The smallest span that holds both. */
export function cover(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

/** The words of `text` that `at` marks. */
export function slice(text: string, at: Span): string {
  return text.slice(at.start, at.end);
}

/**
 * Index of the first item whose span ends after `offset`, by binary search; `items.length` when none does.
 * The items must be in order and must not overlap.
 */
export function firstEndingAfter(items: readonly Span[], offset: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (items[middle].end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
