import { parentPort, workerData } from 'node:worker_threads';
import { runMap } from '../text/run-map.js';
import type { FoundFile } from '../files/expand.js';
import type { DraftReport, Problem } from '../index.js';
import type { Task } from './isolate.js';
import type { PoolTask } from './pool.js';
import { createWorkspace } from './workspace.js';

/** Judges the one draft that this thread was made for, and answers with plain data. What it throws reaches the other side as an error. */
async function answer({ options, input, runs, path }: Task): Promise<void> {
  const workspace = await createWorkspace(options, { apart: false });
  const outcome = await workspace.lint(runs ? { ...input, toBytes: runMap(runs) } : input, path);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads has no origin
  parentPort?.postMessage(outcome);
}

/** Judges the files that it is sent, one after the other, until it is ended. */
async function serve({ options, context }: PoolTask): Promise<void> {
  const ready = createWorkspace(options);
  let last: Promise<unknown> = ready;
  parentPort?.on('message', ({ id, file }: { id: number; file: FoundFile }) => {
    last = last.then(async () => {
      const outcomes: (DraftReport | Problem)[] = [];
      for await (const outcome of (await ready).lintFile(file, context)) outcomes.push(outcome);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads has no origin
      parentPort?.postMessage(JSON.stringify({ id, outcomes }));
    });
  });
}

const task = workerData as Task | PoolTask;
void ('pool' in task ? serve(task) : answer(task));
