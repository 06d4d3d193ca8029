import { stampOf } from './stamp.js';
import { createWorkspace, type Workspace } from './workspace.js';

/**
 * A workspace that is made anew when what it was read from has changed: for programs that run for days. Code that was run stays as it was; only another start
 * reads it again.
 */
export class FollowedWorkspace {
  #latest: Workspace;
  #working: Workspace;
  #stamp: string;
  #looking?: Promise<void>;

  /** @param onChange is told of each that is made, whether it can be used or not */
  constructor(
    first: Workspace,
    private readonly onChange: (latest: Workspace) => void = () => {},
  ) {
    this.#latest = first;
    this.#working = first;
    this.#stamp = this.#stampNow();
  }

  /** What is there now; its problems say what is wrong with it. */
  get latest(): Workspace {
    return this.#latest;
  }

  /** The last one that nothing was wrong with; the first where there was none. */
  get working(): Workspace {
    return this.#working;
  }

  /** Looks whether anything has changed, and takes it up. */
  look(): Promise<void> {
    this.#looking ??= this.#look().finally(() => (this.#looking = undefined));
    return this.#looking;
  }

  async #look(): Promise<void> {
    if (this.#stampNow() === this.#stamp) return;
    this.#latest = await createWorkspace(this.#latest.options);
    if (this.#latest.problems.length === 0) this.#working = this.#latest;
    this.#stamp = this.#stampNow();
    this.onChange(this.#latest);
  }

  /** One that is broken may not know all files that it should be made of. */
  #stampNow(): string {
    return [...new Set([this.#latest, this.#working])].map(stampOf).join('\n\n');
  }
}
