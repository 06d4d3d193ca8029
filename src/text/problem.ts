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
