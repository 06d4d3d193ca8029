import { problemLine } from '../report/problem-line.js';
import type { Terminal } from './terminal.js';

/** The terminal of this process. A reader that goes away (`| head`) is no fault: what is written after that goes nowhere. */
export function processTerminal(version: string): Terminal {
  const { stdout, stderr } = process;
  let closed = false;
  const gone = (error: Error & { code?: string }): void => {
    if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') throw error;
    closed = true;
  };
  stdout.on('error', gone);
  stderr.on('error', gone);
  return {
    version,
    cwd: process.cwd(),
    env: process.env,
    interactive: process.stdin.isTTY === true,
    get width() {
      return stdout.columns ?? 80;
    },
    screen: stdout.isTTY === true,
    get input() {
      return process.stdin;
    },
    out(text) {
      if (!closed && text !== '') stdout.write(text);
    },
    async drained() {
      if (!closed && stdout.writableNeedDrain)
        await new Promise<void>((resolve) => {
          stdout.once('drain', resolve);
          stdout.once('close', resolve);
          stdout.once('error', () => resolve());
        });
      return !closed;
    },
    problem(problem) {
      stderr.write(`${problemLine({ ...problem, file: problem.file ?? 'replylint' })}\n`);
    },
  };
}
