import type { PhraseIndex } from './compile.js';
import { step, unfold, withSkips, type Position } from './graph.js';

/** A place that words can lead to in any of many phrases: all that {@link State} works out while a draft is read. */
export interface Stop {
  /** Phrases that end here, each as the numbers of its owner and of itself. */
  readonly ends: readonly { readonly owner: number; readonly phrase: number }[];
  /** The place after the gaps that begin here. */
  readonly gap: Stop | undefined;
  readonly next: ReadonlyMap<string, Stop>;
}

/** By first token where it leads to. */
export type Automaton = ReadonlyMap<string, Stop>;

/**
 * Works out every place that the phrases of some owners can lead to, each once. What ends in one place is told in the order in which
 * {@link Root} and {@link State} would tell it.
 */
export function automatonOf(indexes: readonly PhraseIndex[]): Automaton {
  const made = new Stops();
  const starts = new Map<string, { readonly open: Position[]; readonly closed: Position[] }>();
  indexes.forEach(({ phrases, firsts }, owner) => {
    const lines = phrases.split('\n').map((line, phrase) => unfold(line, owner, phrase));
    for (const [first, entries] of Object.entries(firsts)) {
      const known = starts.get(first) ?? { open: [], closed: [] };
      starts.set(first, known);
      // What is known by its second token comes last.
      for (const entry of entries.split(' ')) (entry.includes(':') ? known.closed : known.open).push(lines[parseInt(entry, 10)]);
    }
  });
  return new Map([...starts].map(([first, { open, closed }]) => [first, made.stop([step(open, first), step(closed, first)])]));
}

/** The stops made so far: by the positions they stand for, and by what they lead to, for many positions lead to the same. */
class Stops {
  readonly #ids = new Map<object, number>();
  readonly #byPositions = new Map<string, Stop>();
  readonly #byContent = new Map<string, Stop>();

  /** The stop for some groups of positions; what a group leads to is told before what the next one does. */
  stop(groups: readonly (readonly Position[])[]): Stop {
    const key = groups.map((positions) => [...new Set(positions)].map((position) => this.#id(position)).join(' ')).join('/');
    const known = this.#byPositions.get(key);
    if (known) return known;
    const reached = groups.flatMap((positions) => [...withSkips(positions)]);
    const gaps = reached.flatMap(({ gap }) => gap ?? []);
    const follow = new Map<string, Position[]>();
    for (const { next } of reached)
      for (const { tokens, to } of next)
        for (const token of tokens) {
          const same = follow.get(token);
          if (same) same.push(to);
          else follow.set(token, [to]);
        }
    const stop = this.#like({
      ends: reached.flatMap(({ end }) => end ?? []),
      gap: gaps.length > 0 ? this.stop([gaps]) : undefined,
      next: new Map([...follow].map(([token, to]) => [token, this.stop([to])])),
    });
    this.#byPositions.set(key, stop);
    return stop;
  }

  /** The stop that was made first of all that are like this one. */
  #like(stop: Stop): Stop {
    const next = [...stop.next].map(([token, to]) => `${token} ${this.#id(to)}`).sort();
    const ends = stop.ends.map(({ owner, phrase }) => `${owner}/${phrase}`);
    const key = [ends, stop.gap ? this.#id(stop.gap) : '', next].join('\t');
    const known = this.#byContent.get(key);
    if (!known) this.#byContent.set(key, stop);
    return known ?? stop;
  }

  #id(thing: object): number {
    let id = this.#ids.get(thing);
    if (id === undefined) this.#ids.set(thing, (id = this.#ids.size));
    return id;
  }
}
