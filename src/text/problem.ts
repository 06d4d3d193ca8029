/** What went wrong while something was read or judged. A user's mistake travels as a value; only bugs throw. */
export interface Problem {
  /** A stable code for machines: `unreadable`, `too-large`, `bad-charset`, `empty`, `bad-config`, `rule-crashed`, … */
  readonly code: string;
  /** One line: what, where, what to do. */
  readonly message: string;
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  readonly column?: number;
  /**
   * Set when all was judged nevertheless: an `error` fails the draft that it is about, a `warning` only has to be known.
   * Without it something could not be read, judged or done.
   */
  readonly severity?: 'error' | 'warning';
}

/** The problems of each file together, in the order of its lines; files come in the order in which they are first named. */
export function byPlace(problems: readonly Problem[]): Problem[] {
  const files = [...new Set(problems.map(({ file }) => file))];
  const rank = ({ file }: Problem): number => files.indexOf(file);
  return problems.toSorted((a, b) => rank(a) - rank(b) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}
