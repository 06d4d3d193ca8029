import { lazy } from './lazy.js';
import type { Span } from './span.js';

/** Carries offsets of a decoded text back to what it was decoded from. Offsets count in whatever units each side has (UTF-16 units or bytes). */
export interface OffsetMap {
  /** The stretch of the source that decodes to exactly `at`; undefined where the origin is not exact. */
  source(at: Span): Span | undefined;
  /** The source offset closest to a text offset. Always answers. */
  nearest(offset: number): number;
  /** What the map is made of, as data that can be handed to another thread; absent for a map that only computes. */
  runs?(): PackedRuns;
}

/**
 * What decoders did, run by run: so many units of text came from so many units of source. As numbers, {@link FIELDS} for each, since a text can have a
 * million of them. The step is 0 where a run has none: it then maps unit for unit where both lengths are equal, and any other only as a whole.
 */
export type PackedRuns = Int32Array;

const FIELDS = 5;
const [TEXT, LENGTH, SOURCE, SOURCE_LENGTH, STEP] = [0, 1, 2, 3, 4];
/** Runs that there is room for at first: most texts have no more. */
const ROOM = 12;

/** One run: `length` units of text that start at `text` came from `sourceLength` units that start at `source`. */
export interface Run {
  readonly text: number;
  readonly length: number;
  readonly source: number;
  readonly sourceLength: number;
  /** Text units that belong together: the run maps at every multiple of it, each with an equal share of the source (base64: 3 for 4). Divides `length`. */
  readonly step?: number;
}

/** The runs that a map is made of, one by one; none for a map that only computes. */
export function runsOf(map: OffsetMap): Run[] {
  const packed = map.runs?.() ?? [];
  return Array.from({ length: packed.length / FIELDS }, (_, i) => {
    const [text, length, source, sourceLength, step] = packed.slice(i * FIELDS, (i + 1) * FIELDS);
    return { text, length, source, sourceLength, ...(step > 0 && { step }) };
  });
}

/** Collects the runs of a decoder in text order; joins those that go on where the last one ended. */
export class RunBuilder {
  #runs: PackedRuns = new Int32Array(ROOM * FIELDS);
  #end = 0;

  /**
   * Adds `length` units of text at `text`, which came from `sourceLength` units at `source`. Runs without text are left out: nothing can lie in them.
   * @param step see {@link Run.step}
   */
  add(text: number, length: number, source: number, sourceLength: number, step?: number): void {
    if (length === 0) return;
    const last = this.#end - FIELDS;
    const runs = this.#runs;
    if (
      step !== undefined &&
      last >= 0 &&
      runs[last + STEP] === step &&
      runs[last + TEXT] + runs[last + LENGTH] === text &&
      runs[last + SOURCE] + runs[last + SOURCE_LENGTH] === source &&
      runs[last + SOURCE_LENGTH] * length === sourceLength * runs[last + LENGTH]
    ) {
      runs[last + LENGTH] += length;
      runs[last + SOURCE_LENGTH] += sourceLength;
    } else this.#push(text, length, source, sourceLength, step ?? 0);
  }

  build(): OffsetMap {
    return runMap(this.#runs.subarray(0, this.#end));
  }

  #push(text: number, length: number, source: number, sourceLength: number, step: number): void {
    const at = this.#end;
    this.#end += FIELDS;
    if (this.#end > this.#runs.length) {
      const larger = new Int32Array(this.#runs.length * 2);
      larger.set(this.#runs);
      this.#runs = larger;
    }
    const runs = this.#runs;
    runs[at + TEXT] = text;
    runs[at + LENGTH] = length;
    runs[at + SOURCE] = source;
    runs[at + SOURCE_LENGTH] = sourceLength;
    runs[at + STEP] = step;
  }
}

/**
 * An offset map from runs in text order that do not overlap. Text that no run covers has no exact origin. Source that no run covers decodes to nothing
 * (a soft line break, a tag) and may lie inside an exact stretch, but never at its edge. Each answer takes a binary search.
 */
export function runMap(runs: PackedRuns): OffsetMap {
  /** Where the last run begins that starts at or before `offset`; negative for none. */
  const find = (offset: number): number => {
    let low = 0;
    let high = runs.length / FIELDS;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (runs[middle * FIELDS + TEXT] <= offset) low = middle + 1;
      else high = middle;
    }
    return (low - 1) * FIELDS;
  };
  const endOf = (at: number): number => runs[at + TEXT] + runs[at + LENGTH];
  const stepOf = (at: number): number => runs[at + STEP] || (runs[at + LENGTH] === runs[at + SOURCE_LENGTH] ? 1 : runs[at + LENGTH]);
  const sourceAt = (at: number, into: number): number => runs[at + SOURCE] + (into * runs[at + SOURCE_LENGTH]) / runs[at + LENGTH];
  /** The source offset of `offset` when it stands on a step of the run (its end included). */
  const within = (at: number, offset: number): number | undefined => {
    const into = offset - runs[at + TEXT];
    return into < 0 || into > runs[at + LENGTH] || (into !== runs[at + LENGTH] && into % stepOf(at) !== 0) ? undefined : sourceAt(at, into);
  };
  return {
    runs: () => runs,
    source({ start, end }) {
      let at = find(start);
      if (at < 0) return undefined;
      if (start === end && runs[at + TEXT] === start && at > 0 && endOf(at - FIELDS) === start) at -= FIELDS;
      const from = within(at, start);
      if (from === undefined) return undefined;
      if (start === end) return { start: from, end: from };
      if (start >= endOf(at)) return undefined;
      while (end > endOf(at)) {
        const next = at + FIELDS;
        if (next >= runs.length || runs[next + TEXT] !== endOf(at)) return undefined;
        at = next;
      }
      const to = within(at, end);
      return to === undefined || to < from ? undefined : { start: from, end: to };
    },
    nearest(offset) {
      if (runs.length === 0) return 0;
      const at = Math.max(0, find(offset));
      const into = Math.min(Math.max(0, offset - runs[at + TEXT]), runs[at + LENGTH]);
      return sourceAt(at, into === runs[at + LENGTH] ? into : into - (into % stepOf(at)));
    },
  };
}

/** A map that is made when it is first asked: most drafts have few findings, and many have none. */
export function lazyMap(make: () => OffsetMap): OffsetMap {
  const map = lazy(make);
  return { source: (at) => map().source(at), nearest: (offset) => map().nearest(offset), runs: () => map().runs?.() ?? new Int32Array() };
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
