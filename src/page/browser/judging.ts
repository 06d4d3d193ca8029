import type { Problem } from '../../text/problem.js';
import type { Ask, Judge, Judged } from '../exchange/ask.js';

/** Milliseconds without a keystroke after which is judged: less than one notices, more than lies between two keys of a fast writer. */
const PAUSE = 40;

/** Has the page's draft judged whenever it has changed: the newest state alone counts, and what comes late is dropped. */
export class Judging {
  #version = 0;
  #due = false;
  #working: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param ask what is to be judged now; undefined for nothing
   * @param show is given what came of it and what was asked; undefined where there was nothing to judge
   */
  constructor(
    private readonly judge: Judge,
    private readonly ask: () => Ask | undefined,
    private readonly show: (answer: Judged | Problem | undefined, ask: Ask | undefined) => void,
  ) {}

  /** Something has changed. */
  changed(): void {
    this.#version += 1;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.now(), PAUSE);
  }

  /** Judges at once, or as soon as what is being judged has been answered: one at a time, so that a slow draft does not heap up behind itself. */
  async now(): Promise<void> {
    clearTimeout(this.#timer);
    this.#due = true;
    this.#working ??= this.#work();
    await this.#working;
  }

  async #work(): Promise<void> {
    // It may have nothing to wait for, and would end before it is known to be at work.
    await Promise.resolve();
    while (this.#due) {
      this.#due = false;
      const version = this.#version;
      const ask = this.ask();
      const answer = ask && (await this.judge.judge(ask).catch(crashed));
      if (version === this.#version) this.show(answer, ask);
    }
    this.#working = undefined;
  }
}

function crashed(error: unknown): Problem {
  return { code: 'crashed', message: `replylint failed on this draft (${String(error)}); please report it` };
}
