import type { LintOptions } from '../../index.js';
import { createCoreJudge } from '../exchange/core-judge.js';
import type { Judge } from '../exchange/ask.js';

/** What a worker is sent: settings at first, then one call after the other. */
export type Call =
  | { readonly settings: LintOptions }
  | { [M in keyof Judge]: { readonly id: number; readonly method: M; readonly given: Parameters<Judge[M]>[0] } }[keyof Judge];

interface Scope {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { readonly data: Call }) => void): void;
  document?: unknown;
  /** Where a page that may have no worker (one that was opened as a file) finds the judge. */
  replylintJudge?: (settings: LintOptions) => Judge;
}

const scope = globalThis as unknown as Scope;
const make = (settings: LintOptions): Judge => createCoreJudge({ now: new Date().toISOString(), ...settings });

if (scope.document) scope.replylintJudge = make;
else {
  let judge: Judge | undefined;
  scope.addEventListener('message', ({ data }) => {
    if ('settings' in data) judge = make(data.settings);
    else if (judge) {
      const { id, method, given } = data;
      // oxlint-disable unicorn/require-post-message-target-origin -- a worker answers the page that made it
      const call = judge[method] as (given: unknown) => Promise<unknown>;
      call(given).then(
        (answer) => scope.postMessage({ id, answer }),
        (error: unknown) =>
          scope.postMessage({ id, answer: { code: 'crashed', message: `replylint failed on this draft (${String(error)})` } }),
      );
    }
  });
}
