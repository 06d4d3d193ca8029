import type { Problem } from '../text/problem.js';

/** What a command may know of the world it runs in. */
export interface Terminal {
  readonly version: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** A person sits at standard input. */
  readonly interactive: boolean;
  /** Columns of the screen. */
  readonly width: number;
  /** Standard output is a screen that shows colours. */
  readonly screen: boolean;
  /** Writes findings and answers to standard output. */
  out(text: string | Uint8Array): void;
  /** Writes to standard error what has to make room for something else on standard output. */
  aside(text: string): void;
  /** Resolves when standard output can take more; false once nobody reads it any longer. */
  drained(): Promise<boolean>;
  /** Writes one problem, one line, to standard error. */
  problem(problem: Problem): void;
  /** Shows one line on standard error where that is a screen, in the place of the one before; undefined takes it away. False: it is no screen. */
  progress(line: string | undefined): boolean;
  /**
   * For a command that runs until it is stopped: from the call on, Ctrl-C, SIGTERM and SIGHUP do not end the process but abort what is returned, and
   * standard input ends. A second one ends the process at once.
   */
  stopped(): AbortSignal;
  /** Standard input, in chunks. */
  readonly input: AsyncIterable<Uint8Array>;
}
