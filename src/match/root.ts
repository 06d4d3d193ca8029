import { ALL_SIGNS, State, step, type End, type Place, type Position, type Token } from './graph.js';

/** A phrase that begins with the token of a root. It is unfolded when its second token comes. */
export interface Beginning {
  /** What must come second; absent where anything may, or nothing. */
  readonly seconds?: readonly string[];
  /** Unfolds it, once: the place before its first token. */
  readonly start: () => Position;
}

const NO_ENDS: readonly End[] = [];

/** What may follow a token that begins phrases: like a {@link State}, but it unfolds only the phrases whose second token is asked for. */
export class Root implements Place {
  readonly #first: string;
  /** Places after the first token, of phrases that may end there, or go on with anything. */
  readonly #places: readonly Position[];
  readonly #open: State | undefined;
  readonly #bySecond = new Map<string, Beginning[]>();
  readonly #after = new Map<string, State | undefined>();

  constructor(first: string, beginnings: readonly Beginning[]) {
    this.#first = first;
    const open: Position[] = [];
    for (const beginning of beginnings) {
      if (!beginning.seconds) open.push(beginning.start());
      else
        for (const second of beginning.seconds) {
          const known = this.#bySecond.get(second);
          if (known) known.push(beginning);
          else this.#bySecond.set(second, [beginning]);
        }
    }
    this.#places = step(open, first);
    if (this.#places.length > 0) this.#open = new State(this.#places);
  }

  get ends(): readonly End[] {
    return this.#open?.ends ?? NO_ENDS;
  }

  get signs(): number {
    return this.#bySecond.size === 0 ? (this.#open?.signs ?? 0) : ALL_SIGNS;
  }

  get afterGap(): State | undefined {
    return this.#open?.afterGap;
  }

  after(next: Token): State | undefined {
    const { token } = next;
    const beginnings = this.#bySecond.get(token);
    if (!beginnings) return this.#open?.after(next);
    if (this.#after.has(token)) return this.#after.get(token);
    const starts = beginnings.map(({ start }) => start());
    const state = new State([...step(this.#places, token), ...step(step(starts, this.#first), token)]);
    this.#after.set(token, state);
    return state;
  }
}
