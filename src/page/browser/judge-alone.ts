/* oxlint-disable unicorn/require-post-message-target-origin -- a worker has no origin to name */
import type { LintOptions } from '../../index.js';
import type { Problem } from '../../text/problem.js';
import type { Judge } from '../exchange/ask.js';
import type { Call } from './judge-here.js';

const SCRIPT = 'judge.js';
/** Milliseconds that one draft may take. */
const DEADLINE = 5000;

/** The judge of a page that stands for itself: in a worker, or in the page where the browser allows no worker (a page that was opened as a file). */
export async function judgeAlone(settings: LintOptions): Promise<Judge> {
  return location.protocol === 'file:' ? judgeInPage(settings) : judgeInWorker(settings);
}

async function judgeInPage(settings: LintOptions): Promise<Judge> {
  await new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = SCRIPT;
    script.addEventListener('load', resolve);
    script.addEventListener('error', () => reject(new Error(`${SCRIPT} could not be loaded`)));
    document.head.append(script);
  });
  return (globalThis as unknown as { replylintJudge: (settings: LintOptions) => Judge }).replylintJudge(settings);
}

function judgeInWorker(settings: LintOptions): Judge {
  const waiting = new Map<number, (answer: unknown) => void>();
  let last = 0;
  let worker = begin();

  function begin(): Worker {
    const made = new Worker(SCRIPT);
    made.addEventListener('message', ({ data: { id, answer } }: MessageEvent<{ id: number; answer: unknown }>) => {
      waiting.get(id)?.(answer);
      waiting.delete(id);
    });
    made.postMessage({ settings } satisfies Call);
    return made;
  }

  /** A draft that takes too long is given up, and all that wait behind it: the next one gets a worker of its own. */
  function giveUp(): void {
    const late: Problem = { code: 'deadline', message: `gave no answer within ${DEADLINE} ms; it is broken or too complex` };
    worker.terminate();
    worker = begin();
    for (const answer of waiting.values()) answer(late);
    waiting.clear();
  }

  function ask<T>(method: keyof Judge, given: unknown): Promise<T> {
    const id = (last += 1);
    return new Promise((resolve) => {
      const timer = setTimeout(giveUp, DEADLINE);
      waiting.set(id, (answer) => {
        clearTimeout(timer);
        resolve(answer as T);
      });
      worker.postMessage({ id, method, given } as Call);
    });
  }

  return { judge: (given) => ask('judge', given), open: (given) => ask('open', given), mend: (given) => ask('mend', given) };
}
