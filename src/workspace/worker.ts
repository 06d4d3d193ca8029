import { parentPort, workerData } from 'node:worker_threads';
import { runMap } from '../text/run-map.js';
import type { Task } from './isolate.js';
import { createWorkspace } from './workspace.js';

/** Judges the one draft that this thread was made for, and answers with plain data. What it throws reaches the other side as an error. */
async function answer({ options, input, runs, path }: Task): Promise<void> {
  const workspace = await createWorkspace(options, { apart: false });
  const outcome = await workspace.lint(runs ? { ...input, toBytes: runMap(runs) } : input, path);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads has no origin
  parentPort?.postMessage(outcome);
}

void answer(workerData as Task);
