import { availableParallelism, hostname } from 'node:os';
import { SMTPServer, type SMTPServerAddress, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { Problem } from '../../text/problem.js';
import { errorCode } from '../../files/failure.js';
import type { Gate } from '../gate.js';
import { failureLine, heldLine } from '../held.js';
import { inert } from '../../report/inert.js';
import { journal } from '../journal.js';
import { showEndpoint, type Endpoint } from './endpoint.js';
import { Passage, type MailParameters } from './passage.js';
import { isYes, Refusal, type Reply } from './reply.js';
import { receivedField } from './received.js';
import { Turnstile } from './turnstile.js';
import type { Relay } from './upstream.js';

export interface ServerOptions {
  readonly gate: Gate;
  readonly listen: Endpoint;
  readonly relay: Relay;
  /** Add a Received field before the mail. */
  readonly received?: boolean;
  readonly log?: string;
  /** Writes one line to standard error. */
  readonly say: (line: string) => void;
}

/** A gate that listens. */
export interface Listening {
  /** With the port that it has got where it was to take any. */
  readonly endpoint: Endpoint;
  /** Takes no more clients, finishes the mails that are on their way, and resolves when all is closed. */
  stop(): Promise<void>;
}

/** Clients at once; each may hold a whole mail in memory. */
const MOST_CLIENTS = 50;
/** Milliseconds that a client may be quiet: RFC 5321 §4.5.3.2.7. */
const PATIENCE = 300_000;
/** Octets of a reply without its code and line end (RFC 5321 §4.5.3.1.5), less the enhanced code. */
const REPLY_TEXT = 500;

/** The gate as an SMTP server: what it accepts, the next server has accepted before. */
export async function listen({ gate, listen: at, relay, received, log, say }: ServerOptions): Promise<Listening | Problem> {
  const passages = new Map<string, Passage>();
  const busy = new Set<string>();
  // A large mail is judged in a thread of its own, which may take much memory.
  const turnstile = new Turnstile(availableParallelism());
  let stopping = false;

  const passageOf = ({ id }: SMTPServerSession): Passage => {
    let passage = passages.get(id);
    if (!passage) passages.set(id, (passage = new Passage(relay)));
    return passage;
  };

  /** Answers a command when the work for it is done. What is no refusal is a fault of ours: it is told, and the client may try again. */
  const settle = async <T>(work: Promise<T>, answer: (error?: Error | null, value?: T) => void): Promise<void> => {
    try {
      answer(null, await work);
    } catch (error) {
      if (error instanceof Refusal) return answer(error);
      const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      say(`replylint: ${inert(`this is a bug in replylint (${what.slice(0, 200)}); please report it`)}`);
      answer(new Refusal({ code: 451, text: '4.3.0 replylint failed; send the mail again' }));
    }
  };

  const receive = async (stream: SMTPServerDataStream, session: SMTPServerSession): Promise<string> => {
    const passage = passageOf(session);
    const bytes = await collect(stream, gate.mostBytes);
    if (!bytes) {
      await passage.giveUp();
      throw new Refusal({ code: 552, text: `5.3.4 the mail is over the limit of ${gate.mostBytes} bytes` });
    }
    const { mailFrom, rcptTo } = session.envelope;
    const mail = { bytes, sender: mailFrom ? mailFrom.address : '', recipients: rcptTo.map(({ address }) => address) };
    const decision = await turnstile.through(() => gate.decide(mail));
    journal(decision, { door: 'smtp', cwd: gate.workspace.cwd, file: log, say });
    const refused = refusalOf(decision);
    if (refused) {
      await passage.giveUp();
      throw new Refusal(refused);
    }
    const sent = gate.sent({ bytes });
    const reply = await passage.send(received ? Buffer.concat([receivedField(session, hostname(), new Date()), sent]) : sent);
    if (!isYes(reply)) throw new Refusal(reply);
    return reply.text;
  };

  const server = new SMTPServer({
    name: hostname(),
    banner: 'replylint',
    size: gate.mostBytes,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    maxClients: MOST_CLIENTS,
    socketTimeout: PATIENCE,
    closeTimeout: 2 * PATIENCE,
    onMailFrom: (address, session, answer) => settle(passageOf(session).begin(address.address, parametersOf(address)), answer),
    onRcptTo: (address, session, answer) => settle(passageOf(session).add(address.address), answer),
    onData: (stream, session, answer) => {
      busy.add(session.id);
      void settle(receive(stream, session), (error, text) => {
        busy.delete(session.id);
        answer(error, text);
        if (stopping) setImmediate(() => dismiss(server, busy));
      });
    },
    onClose: (session) => {
      passages.get(session.id)?.leave();
      passages.delete(session.id);
    },
  });
  const opened = await open(server, at);
  if ('code' in opened) return opened;
  return {
    endpoint: opened,
    stop: () =>
      new Promise((resolve) => {
        stopping = true;
        server.close(() => resolve());
        dismiss(server, busy);
      }),
  };
}

function refusalOf(decision: Awaited<ReturnType<Gate['decide']>>): Reply | undefined {
  if (decision.outcome === 'held') return { code: 550, text: `5.7.1 ${heldLine(decision, REPLY_TEXT)}` };
  if (decision.outcome === 'failed' && !decision.open) return { code: 451, text: `4.3.0 ${failureLine(decision.problem, REPLY_TEXT)}` };
  return undefined;
}

/** Sends away the clients that have no mail on its way. */
function dismiss(server: SMTPServer, busy: ReadonlySet<string>): void {
  for (const connection of server.connections as Set<{ session: SMTPServerSession; send(code: number, text: string): void }>)
    if (!busy.has(connection.session.id)) connection.send(421, 'Server shutting down');
}

function open(server: SMTPServer, { host, port }: Endpoint): Promise<Endpoint | Problem> {
  return new Promise((resolve) => {
    const refuse = (error: Error): void => {
      const code = errorCode(error);
      const advice =
        code === 'EADDRINUSE' ? 'another program listens there; take another port' : `the system says ${code}; take another address`;
      resolve({ code: 'not-listening', message: `cannot listen on ${showEndpoint({ host, port })}: ${advice}` });
    };
    // Once it listens, what goes wrong is one client's connection, which ends alone.
    server.on('error', refuse);
    server.listen(port, host, () => {
      const address = server.server.address();
      resolve({ host, port: typeof address === 'object' && address ? address.port : port });
    });
  });
}

/** All of a mail; undefined for one over the limit, of which the rest is passed over. */
async function collect(stream: SMTPServerDataStream, most: number): Promise<Uint8Array | undefined> {
  let chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > most) chunks = [];
      else chunks.push(chunk);
    }
  } catch {
    throw new Refusal({ code: 451, text: '4.4.2 the client has hung up' });
  }
  return size > most ? undefined : Buffer.concat(chunks);
}

function parametersOf({ args }: SMTPServerAddress): MailParameters {
  return (args || {}) as MailParameters;
}
