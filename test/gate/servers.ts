import { connect, type Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { openGate, type GateOptions } from '../../src/gate/gate.js';
import { listen, type Listening, type ServerOptions } from '../../src/gate/smtp/server.js';

const HOST = '127.0.0.1';

/** A mail that the next server took. */
export interface Taken {
  readonly from: string;
  readonly parameters: Record<string, unknown>;
  readonly to: readonly string[];
  readonly mail: Buffer;
}

/** The error that an SMTP server says with a code. */
export function no(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode });
}

/** The next server: keeps what it takes. */
export class NextServer {
  readonly taken: Taken[] = [];
  readonly #server: SMTPServer;
  readonly #waiting: (() => void)[] = [];
  readonly #leaving: (() => void)[] = [];
  /** Set: the answer to the mail that comes next. */
  answer?: Error;
  /** Called when the first words of a mail come. */
  onArrival?: (() => void) | undefined;
  port = 0;

  constructor(options: SMTPServerOptions = {}) {
    this.#server = new SMTPServer({
      disabledCommands: ['STARTTLS'],
      authOptional: true,
      disableReverseLookup: true,
      logger: false,
      onData: (stream, { envelope }, done) => {
        const chunks: Buffer[] = [];
        stream.once('data', () => this.onArrival?.());
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          if (this.answer) return done(this.answer);
          const { mailFrom, rcptTo } = envelope;
          this.taken.push({
            from: mailFrom ? mailFrom.address : '',
            parameters: { ...(mailFrom && mailFrom.args) },
            to: rcptTo.map(({ address }) => address),
            mail: Buffer.concat(chunks),
          });
          for (const wake of this.#waiting.splice(0)) wake();
          return done(null, '2.0.0 Ok: kept as 4D2');
        });
      },
      onClose: () => {
        for (const wake of this.#leaving.splice(0)) wake();
      },
      ...options,
    });
    this.#server.on('error', () => {});
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, HOST, resolve));
    const address = this.#server.server.address();
    this.port = typeof address === 'object' && address ? address.port : 0;
    return this;
  }

  /** Waits until it has taken so many mails. */
  async until(count: number): Promise<readonly Taken[]> {
    while (this.taken.length < count) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return this.taken;
  }

  /** Waits until the next client has gone. */
  untilClosed(): Promise<void> {
    return new Promise((resolve) => this.#leaving.push(resolve));
  }

  /** Hangs up on all clients. */
  hangUpAll(): void {
    for (const connection of this.#server.connections as Set<{ close(): void }>) connection.close();
  }

  stop(): Promise<void> {
    this.hangUpAll();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }
}

export interface Reply {
  readonly code: number;
  readonly lines: readonly string[];
}

/** A client that says what it is told to, and nothing else. */
export class RawClient {
  #buffer = '';
  #waiting: (() => void)[] = [];
  #closed = false;

  private constructor(private readonly socket: Socket) {
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => {
      this.#buffer += chunk.toString('latin1');
      this.#wake();
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      this.#closed = true;
      this.#wake();
    });
  }

  /** Connects, and reads the greeting. */
  static async connect(port: number): Promise<RawClient> {
    const socket = connect(port, HOST);
    const client = new RawClient(socket);
    await client.reply();
    return client;
  }

  /** Connects and says EHLO. */
  static async greeted(port: number): Promise<RawClient> {
    const client = await RawClient.connect(port);
    await client.say('EHLO client.example');
    return client;
  }

  write(bytes: string | Uint8Array): void {
    this.socket.write(bytes);
  }

  async say(line: string): Promise<Reply> {
    this.write(`${line}\r\n`);
    return this.reply();
  }

  /** Says lines one after the other and answers the codes. */
  async codes(...lines: string[]): Promise<number[]> {
    const codes: number[] = [];
    for (const line of lines) codes.push((await this.say(line)).code);
    return codes;
  }

  /** Sends a mail behind DATA, dots doubled; `mail` ends with CRLF. */
  async data(mail: string | Uint8Array): Promise<Reply> {
    const ready = await this.say('DATA');
    if (ready.code !== 354) return ready;
    const text = Buffer.from(mail)
      .toString('latin1')
      .replaceAll(/(^|\r\n)\./g, '$1..');
    this.write(Buffer.from(`${text}.\r\n`, 'latin1'));
    return this.reply();
  }

  /** Sends a whole mail; answers what is said to it, or the first refusal before. */
  async send(mail: string | Uint8Array, from = 'maya@shop.example', to: readonly string[] = ['ada@example.com']): Promise<Reply> {
    for (const line of [`MAIL FROM:<${from}>`, ...to.map((one) => `RCPT TO:<${one}>`)]) {
      const reply = await this.say(line);
      if (reply.code >= 400) return reply;
    }
    return this.data(mail);
  }

  async reply(): Promise<Reply> {
    for (;;) {
      const whole = /^(?:\d{3}-[^\n]*\r\n)*\d{3}(?: [^\n]*)?\r\n/.exec(this.#buffer)?.[0];
      if (whole !== undefined) {
        this.#buffer = this.#buffer.slice(whole.length);
        const lines = whole.trimEnd().split('\r\n');
        return { code: Number(lines[0].slice(0, 3)), lines: lines.map((line) => line.slice(4)) };
      }
      if (this.#closed) return { code: 0, lines: ['closed'] };
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  /** Resolves when the server has hung up. */
  async closed(): Promise<void> {
    while (!this.#closed) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  hangUp(): void {
    this.socket.destroy();
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }
}

/** A gate before a next server, in this process. */
export async function gateBefore(
  next: { readonly port: number },
  options: Partial<GateOptions> = {},
  server: Partial<ServerOptions> = {},
): Promise<Listening & { readonly port: number; readonly said: string[] }> {
  const gate = await openGate({ workspace: { config: false }, ...options });
  const said: string[] = [];
  const relay = { host: HOST, port: next.port, tls: 'none' as const };
  const listening = await listen({ gate, listen: { host: HOST, port: 0 }, relay, say: (line) => said.push(line), ...server });
  if ('code' in listening) throw new Error(listening.message);
  return { ...listening, port: listening.endpoint.port, said };
}
