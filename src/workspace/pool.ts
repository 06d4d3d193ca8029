import { Worker } from 'node:worker_threads';
import type { FoundFile } from '../files/expand.js';
import type { Context, DraftReport, Problem } from '../index.js';
import { workerFile } from './isolate.js';
import type { WorkspaceOptions } from './workspace.js';

type Outcomes = readonly (DraftReport | Problem)[];

/** What the threads of a pool are given. */
export interface PoolTask {
  readonly pool: true;
  /** With an absolute `cwd` and a fixed `now`, so that each answers what this thread would. */
  readonly options: WorkspaceOptions;
  readonly context: Context;
}

/** Files that a thread is given ahead of what it has answered, so that it never waits. */
const AHEAD = 4;

interface Waiting {
  resolve(outcomes: Outcomes): void;
  reject(error: unknown): void;
}

/** Threads that judge files, each with a workspace of its own. */
export class Pool {
  readonly #workers: readonly Worker[];
  readonly #waiting = new Map<number, Waiting>();
  #next = 0;

  constructor(threads: number, task: PoolTask) {
    this.#workers = Array.from({ length: threads }, () => {
      const worker = new Worker(workerFile(), {
        workerData: task,
        execArgv: [],
        stdout: true,
        stderr: true,
        resourceLimits: { maxYoungGenerationSizeMb: 64 },
      });
      // Text is handed over in a third of the time that objects take.
      worker.on('message', (answer: string) => {
        const { id, outcomes } = JSON.parse(answer) as { readonly id: number; readonly outcomes: Outcomes };
        this.#waiting.get(id)?.resolve(outcomes);
        this.#waiting.delete(id);
      });
      worker.on('error', (error) => this.#fail(error));
      return worker;
    });
  }

  /** How many files may be given before the first of them is taken back. */
  get room(): number {
    return this.#workers.length * AHEAD;
  }

  judge(file: FoundFile): Promise<Outcomes> {
    const id = this.#next;
    this.#next += 1;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads has no origin
      this.#workers[id % this.#workers.length].postMessage({ id, file });
    });
  }

  async end(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }

  #fail(error: unknown): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
