import { spawn } from 'node:child_process';
import { errorCode } from '../../files/failure.js';
import type { Problem } from '../../text/problem.js';
import { LOOP_VARIABLE } from './find-sendmail.js';

/** How the real sendmail ended: the code that it exits with, or the signal that ended it. */
export type Ended = { readonly status: number } | { readonly signal: NodeJS.Signals };

const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;

/**
 * Runs the real sendmail with the arguments that were meant for it, and waits for its end. Whatever signal reaches this process goes on to it: it alone knows
 * whether the mail is sent.
 * @param input descriptor that it reads the mail from; our own standard input where none is given
 */
export function passOn(program: string, argv: readonly string[], input: number | 'inherit'): Promise<Ended | Problem> {
  return new Promise((settle) => {
    const forward = (signal: NodeJS.Signals): void => {
      child.kill(signal);
    };
    for (const signal of FORWARDED) {
      const others = process.rawListeners(signal) as NodeJS.SignalsListener[];
      // Without any listener between the old ones and this, a signal that comes right now would be lost.
      process.on(signal, forward);
      for (const other of others) process.removeListener(signal, other);
    }
    const child = spawn(program, argv, { stdio: [input, 'inherit', 'inherit'], env: { ...process.env, [LOOP_VARIABLE]: '1' } });
    child.on('error', (error) =>
      settle({ code: 'no-sendmail', message: `${program} could not be started (${errorCode(error)}); name another with --replylint-to` }),
    );
    child.on('close', (status, signal) => {
      for (const one of FORWARDED) process.removeListener(one, forward);
      settle(signal === null ? { status: status ?? 0 } : { signal });
    });
  });
}
