import { lazy } from './lazy.js';
import type { Run } from './source-map.js';
import type { Span } from './span.js';

/** Carries offsets of a decoded text back to what it was decoded from. Offsets count in whatever units each side has (UTF-16 units or bytes). */
export interface OffsetMap {
  /** The stretch of the source that decodes to exactly `at`; undefined where the origin is not exact. */
  source(at: Span): Span | undefined;
  /** The source offset closest to a text offset. Always answers. */
  nearest(offset: number): number;
  /** What the map is made of, as data that can be handed to another thread; absent for a map that only computes. */
  runs?(): readonly Run[];
}

/** Collects the runs of a decoder in text order; joins those that go on where the last one ended. */
export class RunBuilder {
  readonly #runs: { text: number; length: number; source: number; sourceLength: number; step?: number }[] = [];

  /** `step` units of text belong to equal shares of the source; see {@link Run.step}. Runs without text are left out: nothing can lie in them. */
  add(text: number, length: number, source: number, sourceLength: number, step?: number): void {
    if (length === 0) return;
    const last = this.#runs.at(-1);
    if (
      step !== undefined &&
      last?.step === step &&
      last.text + last.length === text &&
      last.source + last.sourceLength === source &&
      last.sourceLength * length === sourceLength * last.length
    ) {
      last.length += length;
      last.sourceLength += sourceLength;
    } else this.#runs.push({ text, length, source, sourceLength, step });
  }

  build(): OffsetMap {
    return runMap(this.#runs);
  }
}

/**
 * An offset map from runs in text order that do not overlap. Text that no run covers has no exact origin. Source that no run covers decodes to nothing
 * (a soft line break, a tag) and may lie inside an exact stretch, but never at its edge. Each answer takes a binary search.
 */
export function runMap(runs: readonly Run[]): OffsetMap {
  /** Index of the last run that starts at or before `offset`; -1 for none. */
  const find = (offset: number): number => {
    let low = 0;
    let high = runs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (runs[middle].text <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };
  return {
    runs: () => runs,
    source({ start, end }) {
      let at = find(start);
      if (at < 0) return undefined;
      if (start === end && runs[at].text === start && at > 0 && runs[at - 1].text + runs[at - 1].length === start) at -= 1;
      const from = within(runs[at], start);
      if (from === undefined) return undefined;
      if (start === end) return { start: from, end: from };
      if (start >= runs[at].text + runs[at].length) return undefined;
      while (end > runs[at].text + runs[at].length) {
        const next = runs[at + 1];
        if (!next || next.text !== runs[at].text + runs[at].length) return undefined;
        at += 1;
      }
      const to = within(runs[at], end);
      return to === undefined || to < from ? undefined : { start: from, end: to };
    },
    nearest(offset) {
      const run = runs[Math.max(0, find(offset))];
      if (!run) return 0;
      const into = Math.min(Math.max(0, offset - run.text), run.length);
      const step = stepOf(run);
      return run.source + (into === run.length ? run.sourceLength : Math.floor(into / step) * ((run.sourceLength * step) / run.length));
    },
  };
}

function stepOf(run: Run): number {
  return run.step ?? (run.length === run.sourceLength && !run.blurred ? 1 : run.length);
}

/** The source offset of `offset` when it stands on a step of the run (its end included). */
function within(run: Run, offset: number): number | undefined {
  const into = offset - run.text;
  const step = stepOf(run);
  if (into === run.length) return run.source + run.sourceLength;
  return into < 0 || into > run.length || into % step !== 0
    ? undefined
    : run.source + (into / step) * ((run.sourceLength * step) / run.length);
}

/** A map that is made when it is first asked: most drafts have few findings, and many have none. */
export function lazyMap(make: () => OffsetMap): OffsetMap {
  const map = lazy(make);
  return { source: (at) => map().source(at), nearest: (offset) => map().nearest(offset), runs: () => map().runs?.() ?? [] };
}

/** One map after the other: text → middle → source. Exact where both are. */
export function chain(upper: OffsetMap, lower: OffsetMap): OffsetMap {
  return {
    source(at) {
      const middle = upper.source(at);
      return middle && lower.source(middle);
    },
    nearest: (offset) => lower.nearest(upper.nearest(offset)),
  };
}

/** The map of a text that starts at `base` of its source and was not decoded at all. */
export function shifted(base: number): OffsetMap {
  return {
    source: ({ start, end }) => ({ start: base + start, end: base + end }),
    nearest: (offset) => base + offset,
  };
}
