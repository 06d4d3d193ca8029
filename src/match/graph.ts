/** Where a phrase ends. */
export interface End {
  /** Index of the owner (rule) in the matcher. */
  readonly owner: number;
  /** Index of the phrase in its owner's list. */
  readonly phrase: number;
  readonly atStart: boolean;
  readonly atEnd: boolean;
  /** The last start it was met from, and where its last gap ended then; -1 without a gap. */
  met: number;
  gapEnd: number;
}

/** A place between two tokens of one phrase. */
export interface Position {
  readonly next: { readonly tokens: readonly string[]; readonly to: Position }[];
  /** Places that are reached without a word. */
  readonly skips: Position[];
  /** The place after a gap that begins here. */
  gap: Position | undefined;
  end: End | undefined;
}

function position(): Position {
  return { next: [], skips: [], gap: undefined, end: undefined };
}

/** Unfolds one line of a phrase index; answers the place before its first token. */
export function unfold(line: string, owner: number, phrase: number): Position {
  const tokens = line.split(' ');
  const atStart = tokens[0] === '^';
  const atEnd = tokens[tokens.length - 1] === '$';
  if (atEnd) tokens.pop();
  let index = atStart ? 1 : 0;

  /** Adds the tokens up to a `|` or a closing bracket behind `from`; answers the place after them. */
  const sequence = (from: Position): Position => {
    let at = from;
    for (; index < tokens.length; index += 1) {
      const token = tokens[index];
      if (token === '|' || token === ')' || token === ')?') return at;
      if (token === '(') at = choice(at);
      else if (token === '...') at = at.gap = position();
      else {
        const to = position();
        at.next.push({ tokens: token.split('|'), to });
        at = to;
      }
    }
    return at;
  };

  const choice = (from: Position): Position => {
    const exit = position();
    do {
      index += 1;
      const branch = position();
      from.skips.push(branch);
      sequence(branch).skips.push(exit);
    } while (tokens[index] === '|');
    if (tokens[index] === ')?') from.skips.push(exit);
    return exit;
  };

  const start = position();
  sequence(start).end = { owner, phrase, atStart, atEnd, met: -1, gapEnd: -1 };
  return start;
}

/** The places that a token leads to from any of these. */
export function step(positions: Iterable<Position>, token: string): Position[] {
  const found: Position[] = [];
  for (const { next } of withSkips(positions)) for (const { tokens, to } of next) if (tokens.includes(token)) found.push(to);
  return found;
}

/** Every token that can come next; undefined where a phrase can end or a gap begin, so that whatever comes must be looked at. */
export function tokensAhead(positions: Iterable<Position>): ReadonlySet<string> | undefined {
  const found = new Set<string>();
  for (const { next, gap, end } of withSkips(positions)) {
    if (gap || end) return undefined;
    for (const { tokens } of next) for (const token of tokens) found.add(token);
  }
  return found;
}

/** These places and those that are reached from them without a word. */
export function withSkips(positions: Iterable<Position>): ReadonlySet<Position> {
  const reached = new Set(positions);
  // A set that grows while it is walked is walked to its new end.
  for (const one of reached) for (const other of one.skips) reached.add(other);
  return reached;
}

/** Where the words read so far lead to. */
export interface Place {
  readonly ends: readonly End[];
  /** The signs of all tokens that can follow, as bits; 0 where none can, except after a gap. */
  readonly signs: number;
  /** Where the gaps that begin here end. */
  readonly afterGap: Place | undefined;
  /** Where a token leads from here. */
  after(token: Token): Place | undefined;
}

/** What a word can be for a phrase: `sorry`, `<be>`, `@numbers`. */
export interface Token {
  readonly token: string;
  /** Its number in the book of the matcher; undefined when that does not know it. */
  readonly number?: number;
}

/** The signs of tokens that nobody has looked at. */
export const ALL_SIGNS = -1;

/** The sign of a token by its number, one of 32 bits: most of the words that follow in a draft can be told by it to lead nowhere. */
export function signOf(number: number | undefined): number {
  return number === undefined ? ALL_SIGNS : 1 << (number & 31);
}

/** All places, of all phrases, that the words read so far lead to. What may follow is worked out when it is asked for, and kept. */
export class State implements Place {
  readonly ends: readonly End[];
  readonly #next = new Map<string, Position[] | State>();
  readonly #gaps: readonly Position[];
  #gap: State | undefined;

  constructor(positions: Iterable<Position>) {
    const ends: End[] = [];
    const gaps: Position[] = [];
    for (const { next, gap, end } of withSkips(positions)) {
      if (end) ends.push(end);
      if (gap) gaps.push(gap);
      for (const { tokens, to } of next)
        for (const token of tokens) {
          const known = this.#next.get(token) as Position[] | undefined;
          if (known) known.push(to);
          else this.#next.set(token, [to]);
        }
    }
    this.ends = ends;
    this.#gaps = gaps;
  }

  get signs(): number {
    return this.#next.size === 0 ? 0 : ALL_SIGNS;
  }

  after({ token }: Token): State | undefined {
    const next = this.#next.get(token);
    if (!Array.isArray(next)) return next;
    const made = new State(next);
    this.#next.set(token, made);
    return made;
  }

  get afterGap(): State | undefined {
    if (this.#gaps.length > 0) this.#gap ??= new State(this.#gaps);
    return this.#gap;
  }
}
