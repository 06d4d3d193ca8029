import { Worker } from 'node:worker_threads';
import type { DraftReport, Input, Problem } from '../index.js';
import type { PackedRuns } from '../text/run-map.js';
import { late } from './deadline.js';
import type { WorkspaceOptions } from './workspace.js';

/** Where the build put the worker, seen from the bundle that holds this module. */
declare const WORKER_FILE: string | undefined;

/** Megabytes of JavaScript values that judging one draft may take. The bytes of the file come on top. */
const MEMORY = 400;

/** What a thread makes the same workspace from. */
export interface ThreadSetup {
  /** With an absolute `cwd` and a fixed `now`, so that the worker answers what this thread would. */
  readonly options: WorkspaceOptions;
  /** The file whose settings hold. */
  readonly path?: string;
}

/** What a worker is given: everything that can be copied. */
export interface Task extends ThreadSetup {
  readonly input: Omit<Input, 'toBytes'>;
  /** What `input.toBytes` is made of. */
  readonly runs?: PackedRuns;
}

/** The module that threads begin with. */
export function workerFile(): URL {
  return new URL(typeof WORKER_FILE === 'string' ? WORKER_FILE : '../../dist/worker.js', import.meta.url);
}

/** A thread that can be stopped, and that may take no more memory than there is for one draft. */
export function startApart(workerData: object): Worker {
  return new Worker(workerFile(), {
    workerData,
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY },
  });
}

/** The next message of a thread, or what is wrong with `file` when none comes within `milliseconds` or the memory is used up: the thread is then of no more use. */
export async function nextOf<T>(worker: Worker, file: string | undefined, milliseconds: number): Promise<T | Problem> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise<T | Problem>((resolve, reject) => {
      timer = setTimeout(() => resolve(late(file, milliseconds)), milliseconds);
      worker.once('message', resolve);
      worker.once('error', (error: Error & { code?: string }) => {
        if (error.code === 'ERR_WORKER_OUT_OF_MEMORY')
          resolve({ code: 'too-complex', file, message: `needs more than ${MEMORY} MB of memory to be judged; split it, or leave it out` });
        else reject(error);
      });
      worker.once('exit', () => reject(new Error('the worker ended without an answer')));
    });
  } finally {
    clearTimeout(timer);
    for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
  }
}

/** Judges a draft in a thread of its own, which is stopped when it takes longer than `milliseconds` or more memory than there is for one draft. */
export async function judgeApart(task: Task, milliseconds: number): Promise<DraftReport | Problem> {
  const worker = startApart(task);
  try {
    return await nextOf<DraftReport>(worker, task.input.name, milliseconds);
  } finally {
    await worker.terminate();
  }
}
