import { errorCode } from '../../files/failure.js';
import { tooLarge } from '../../files/read.js';
import { problemLine } from '../../report/problem-line.js';
import type { Problem } from '../../text/problem.js';
import { openGate, type Decision, type Gate, type GateOptions } from '../gate.js';
import { heldReport } from '../held.js';
import { journal } from '../journal.js';
import { readCall, type SendmailCall } from './arguments.js';
import { findSendmail, LOOP_VARIABLE } from './find-sendmail.js';
import { passOn, type Ended } from './pass-on.js';
import { Spool } from './spool.js';

/** What we exit with of our own: names and numbers of sysexits.h, which callers of sendmail know. */
const Sysexit = {
  /** The mail is held: its words should be changed. */
  dataError: 65,
  /** It could not be judged or sent; it may be tried again. */
  temporaryFailure: 75,
} as const;

export interface SendmailOptions extends GateOptions {
  /** The arguments meant for sendmail. */
  readonly argv: readonly string[];
  /** The real sendmail, where it is named. */
  readonly program?: string;
  /** Files of our own command. */
  readonly own: readonly string[];
  /** File for a line about each mail. */
  readonly log?: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly input: AsyncIterable<Uint8Array>;
  /** Writes to standard error. */
  readonly aside: (text: string) => void;
}

/** Stands in for sendmail: judges the mail on standard input and hands its bytes to the real one. Answers how to end. */
export async function sendmail(options: SendmailOptions): Promise<Ended> {
  const { argv, aside } = options;
  const call = readCall(argv);
  const program = realSendmail(options);
  const ended = await (call.submits ? submit(call, program, options) : handOver(program, argv, 'inherit'));
  if (!('code' in ended)) return ended;
  aside(`replylint: ${problemLine(ended)}\n`);
  return { status: Sysexit.temporaryFailure };
}

function realSendmail({ env, program, cwd, own }: SendmailOptions): string | Problem {
  if (env[LOOP_VARIABLE] === undefined) return findSendmail({ named: program, cwd, path: env.PATH, own });
  return { code: 'loop', message: 'the sendmail that replylint was told to use calls replylint; name the real one with --replylint-to' };
}

function handOver(program: string | Problem, argv: readonly string[], input: number | 'inherit'): Promise<Ended | Problem> {
  return typeof program === 'string' ? passOn(program, argv, input) : Promise.resolve(program);
}

/** Judges a mail before it is handed over. Whatever happens, the mail is read to its end: a caller that cannot write dies of it. */
async function submit(call: SendmailCall, program: string | Problem, options: SendmailOptions): Promise<Ended | Problem> {
  const { argv, aside, cwd, log, input } = options;
  const gate = await openGate(options);
  const taken = await take(input, gate.mostBytes);
  if ('code' in taken) return taken;
  const { spool, bytes } = taken;
  const decision = await decide(gate, bytes, call);
  journal(decision, { door: 'sendmail', cwd, file: log, say: (line) => aside(`${line}\n`) });
  if (decision.outcome === 'held') {
    aside(await heldReport(decision, gate));
    return { status: Sysexit.dataError };
  }
  if (decision.outcome === 'failed' && !decision.open) return decision.problem;
  const sent = bytes && gate.sent({ bytes });
  if (sent !== bytes && sent) {
    const problem = spool.replace(sent);
    if (problem) return problem;
  }
  return handOver(program, argv, spool.reading);
}

async function decide(gate: Gate, bytes: Uint8Array | undefined, { sender, recipients }: SendmailCall): Promise<Decision> {
  const [broken] = gate.workspace.problems;
  if (broken) return gate.failed(broken);
  return bytes
    ? gate.decide({ bytes, recipients, ...(sender !== undefined && { sender }) })
    : gate.failed(tooLarge('mail', gate.mostBytes));
}

/** Takes a mail to its end. `bytes` is undefined for one that is too large to be judged. */
async function take(input: AsyncIterable<Uint8Array>, most: number): Promise<{ spool: Spool; bytes: Uint8Array | undefined } | Problem> {
  const spool = Spool.open();
  let problem: Problem | undefined;
  let chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of input) {
      size += chunk.length;
      if (size > most) chunks = [];
      else chunks.push(chunk);
      if (!('code' in spool)) problem ??= spool.write(chunk);
    }
  } catch (error) {
    return { code: 'unreadable', message: `standard input cannot be read (${errorCode(error)}); a mail has to come on it` };
  }
  if ('code' in spool) return spool;
  return problem ?? { spool, bytes: size > most ? undefined : Buffer.concat(chunks) };
}
