import { fstatSync, statSync } from 'node:fs';
import { problemLine } from '../report/problem-line.js';
import { Outlet } from './outlet.js';
import type { Terminal } from './terminal.js';

/** The terminal of this process. The streams of `process` are touched only where they are needed: loading them takes time. */
export function processTerminal(version: string): Terminal {
  const out = new Outlet(1, () => process.stdout);
  const problems = new Outlet(2, () => process.stderr);
  let stop: AbortController | undefined;
  return {
    version,
    cwd: process.cwd(),
    env: process.env,
    get interactive() {
      return mayBeScreen(0) && process.stdin.isTTY === true;
    },
    get width() {
      return columnsOf(process.env.COLUMNS) ?? (mayBeScreen(1) ? process.stdout.columns : undefined) ?? 80;
    },
    get screen() {
      return mayBeScreen(1) && process.stdout.isTTY === true;
    },
    get input() {
      return stop ? until(stop.signal, process.stdin) : process.stdin;
    },
    out(text) {
      out.write(text);
    },
    aside(text) {
      problems.write(text);
    },
    drained() {
      return out.drained();
    },
    progress(line) {
      if (!mayBeScreen(2) || process.stderr.isTTY !== true) return false;
      problems.write(line === undefined ? '\r\u001b[K' : `\r\u001b[K${line.slice(0, (process.stderr.columns || 80) - 1)}`);
      return true;
    },
    stopped() {
      const stopping = (stop ??= new AbortController());
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
        process.removeAllListeners(signal);
        process.once(signal, () => stopping.abort());
      }
      return stopping.signal;
    },
    problem(problem) {
      problems.write(`${problemLine({ ...problem, file: problem.file ?? 'replylint' })}\n`);
    },
  };
}

/** A stream that ends when the signal comes. */
async function* until(signal: AbortSignal, stream: NodeJS.ReadStream): AsyncGenerator<Uint8Array> {
  signal.addEventListener('abort', () => stream.destroy(), { once: true });
  try {
    yield* stream as AsyncIterable<Uint8Array>;
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** What COLUMNS says of the width, which wins over what the screen says: whoever sets it means it. */
function columnsOf(said: string | undefined): number | undefined {
  const columns = /^\d{1,4}$/.test(said ?? '') ? Number(said) : 0;
  return columns > 0 ? columns : undefined;
}

/** `devNull` of node:os, whose other functions a start would wait for. */
const NULL_DEVICE = process.platform === 'win32' ? '\\\\.\\nul' : '/dev/null';

/** Terminals are character devices; pipes and files, which programs are given, are not, and the null device is no terminal. */
function mayBeScreen(descriptor: number): boolean {
  try {
    const stat = fstatSync(descriptor);
    return stat.isCharacterDevice() && stat.rdev !== statSync(NULL_DEVICE).rdev;
  } catch {
    // Closed: `replylint >&-`.
    return false;
  }
}
