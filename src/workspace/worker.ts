import { parentPort, workerData } from 'node:worker_threads';
import { runMap } from '../text/run-map.js';
import type { FoundFile } from '../files/expand.js';
import type { DraftReport, Problem } from '../index.js';
import type { Task } from './isolate.js';
import type { LibraryTask, Question } from './library-apart.js';
import type { PoolTask } from './pool.js';
import { createWorkspace } from './workspace.js';

function send(message: unknown): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads has no origin
  parentPort?.postMessage(message);
}

/** Judges the one draft that this thread was made for, and answers with plain data. What it throws reaches the other side as an error. */
async function answer({ options, input, runs, path }: Task): Promise<void> {
  const workspace = await createWorkspace(options, { apart: false });
  send(await workspace.lint(runs ? { ...input, toBytes: runMap(runs) } : input, path));
}

/** Judges the entries of a library that it is asked about, until it is ended. */
async function answerForEntries({ options, path, library, runs, context }: LibraryTask): Promise<void> {
  const workspace = await createWorkspace(options, { apart: false });
  const { name: file, format, content } = library;
  const held = await workspace.libraryFile({ file, format, path }, { content, toBytes: runs && runMap(runs) });
  const { entryReader } = await import('./library.js');
  const look = await entryReader(held, context);
  parentPort?.on('message', (question: Question) => void look(question).then(send));
  send('ready');
}

/** Judges the files that it is sent, one after the other, until it is ended. */
async function serve({ options, context }: PoolTask): Promise<void> {
  const ready = createWorkspace(options);
  let last: Promise<unknown> = ready;
  parentPort?.on('message', ({ id, file }: { id: number; file: FoundFile }) => {
    last = last.then(async () => {
      const outcomes: (DraftReport | Problem)[] = [];
      for await (const outcome of (await ready).lintFile(file, context)) outcomes.push(outcome);
      send(JSON.stringify({ id, outcomes }));
    });
  });
}

const task = workerData as Task | LibraryTask | PoolTask;
if ('pool' in task) void serve(task);
else void ('library' in task ? answerForEntries(task) : answer(task));
