import { unfinished } from '../workspace/deadline.js';
import { version } from '../workspace/version.generated.js';
import { Exit, TRY_AGAIN } from './exit.js';
import { runProgram } from './program.js';
import { processTerminal } from './process-terminal.js';

/**
 * Runs the command line of this process. Sets the exit code and lets the process end by itself, so that all output arrives.
 * Whatever goes wrong ends as one line: only `--debug` shows a stack.
 */
export function main(args: readonly string[] = process.argv.slice(2)): void {
  const terminal = processTerminal(version);
  const debug = args.includes('--debug') || args.includes('--replylint-debug');
  const failed = args[0] === 'sendmail' ? TRY_AGAIN : Exit.unjudged;
  let answered = false;
  // Until an answer is there, none is the worst answer: a process that ends early must not pass for a clean draft.
  process.exitCode = failed;

  const bug = (error: unknown): void => {
    answered = true;
    process.exitCode = failed;
    const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    terminal.problem({
      code: 'bug',
      message: `this is a bug in replylint (${what.slice(0, 200)}); please report it with what you ran; --debug shows more`,
    });
    if (debug && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  };
  process.on('uncaughtException', bug);
  process.on('beforeExit', () => {
    // Nothing is left to do or to be written, and taking the heap apart takes longer than ending.
    if (answered) process.exit();
    answered = true;
    const files = unfinished().join(', ') || 'the run';
    terminal.problem({ code: 'unfinished', message: `${files}: never answered; nothing was judged after it` });
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => process.exit(signal === 'SIGINT' ? Exit.interrupted : 143));
  }

  runProgram(args, terminal).then((code) => {
    // A bug that came from elsewhere (a timer, a stream) keeps its exit code.
    if (!answered) process.exitCode = code;
    answered = true;
  }, bug);
}
