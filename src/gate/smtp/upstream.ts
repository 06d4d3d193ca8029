import type { Transform } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import XOAuth2 from 'nodemailer/lib/xoauth2';
import type { Credentials } from '../../files/credentials.js';
import type { Problem } from '../../text/problem.js';
import { showEndpoint, type Endpoint } from './endpoint.js';
import { readReply, Refusal, type Reply } from './reply.js';

/** How the way to the upstream server is kept from eyes: from the first byte (port 465), after STARTTLS or not at all, or not (loopback). */
export type TlsMode = 'tls' | 'starttls' | 'none';

/** The server that mail is passed on to. */
export interface Relay extends Endpoint {
  readonly tls: TlsMode;
  /** Asked anew for each connection: a token may have been renewed meanwhile. */
  readonly login?: () => Credentials | Problem;
}

/** Milliseconds to wait for a connection and a greeting, and for a reply: RFC 5321 §4.5.3.2 grants the end of a mail ten minutes. */
const CONNECT = 30_000;
const REPLY = 600_000;
/** The same after QUIT, when nothing is to be lost any more. */
const FAREWELL = 5000;

/**
 * Members of nodemailer's connection that are used beside its own methods: its `send()` asks for all recipients and sends the mail in one go, and here each
 * recipient has to be answered before the mail is there. The version is pinned; the tests of the gate fail when one goes.
 */
interface Wire {
  readonly _supportedExtensions: readonly string[];
  readonly _responseActions: ((response: string) => void)[];
  _sendCommand(line: string): void;
  _createSendStream(done: (error: (Error & { response?: string }) | null, response?: string) => void): Transform;
}

/** A connection to the upstream server, on which one transaction follows the other. */
export class Upstream {
  #lost?: Error;
  #fail: (error: Error) => void = () => {};

  private constructor(
    private readonly connection: SMTPConnection,
    private readonly relay: Relay,
  ) {
    connection.on('error', (error: Error) => this.#end(error));
    connection.on('end', () => this.#end(new Error('connection closed')));
  }

  /** Connects and logs in; throws a {@link Refusal} that can be passed on where that fails. */
  static async connect(relay: Relay): Promise<Upstream> {
    const { host, port, tls, login } = relay;
    const connection = new SMTPConnection({
      host,
      port,
      secure: tls === 'tls',
      requireTLS: tls === 'starttls',
      ignoreTLS: tls === 'none',
      connectionTimeout: CONNECT,
      greetingTimeout: CONNECT,
      socketTimeout: REPLY,
      allowInternalNetworkInterfaces: true,
    });
    const upstream = new Upstream(connection, relay);
    await upstream.#until((done) => connection.connect((error) => done(error)));
    // The end of a mail is a write of its own, which would wait 40 ms for the answer to the one before.
    if (connection._socket) connection._socket.setNoDelay(true);
    if (login) await upstream.#logIn(login());
    return upstream;
  }

  async #logIn(login: Credentials | Problem): Promise<void> {
    await this.#until((done) => {
      if ('code' in login) return done(new Error('the credentials cannot be read'));
      const { user } = login;
      const how =
        'token' in login ? { method: 'XOAUTH2', oauth2: new XOAuth2({ user, accessToken: login.token }) } : { pass: login.password };
      // What the server says to it may repeat what it was told.
      return this.connection.login({ user, ...how }, (error) => done(error && new Error('it refuses our login')));
    });
  }

  /** Whether it can still be used. */
  get isOpen(): boolean {
    return this.#lost === undefined;
  }

  /** Whether the server has announced an extension: `8BITMIME`, `SMTPUTF8`, `SIZE`. */
  supports(extension: string): boolean {
    return this.#wire._supportedExtensions.includes(extension);
  }

  /** Sends a command and answers what the server says. */
  async say(line: string): Promise<Reply> {
    let response = '';
    await this.#until((done) => {
      this.#wire._responseActions.push((said) => {
        response = said;
        done();
      });
      this.#wire._sendCommand(line);
    });
    return readReply(response);
  }

  /** Sends a mail for the recipients that were accepted. Dots are doubled, and bare line ends become CRLF: SMTP has no others. */
  async send(mail: Uint8Array): Promise<Reply> {
    const ready = await this.say('DATA');
    if (ready.code !== 354) return ready;
    let reply: Reply | undefined;
    await this.#until((done) => {
      const stream = this.#wire._createSendStream((error, response) => {
        reply = readReply(error?.response ?? response ?? '');
        done(error?.response === undefined ? error : undefined);
      });
      stream.end(mail);
    });
    return reply ?? this.#unreachable(new Error('no reply'));
  }

  /** Takes leave, and hangs up on a server that says nothing to it. A transaction that is open is given up. */
  leave(): void {
    if (!this.isOpen) return;
    this.connection.quit();
    setTimeout(() => this.connection.close(), FAREWELL).unref();
  }

  get #wire(): Wire {
    return this.connection as unknown as Wire;
  }

  async #until(start: (done: (error?: Error | null) => void) => void): Promise<void> {
    try {
      if (this.#lost) throw this.#lost;
      await new Promise<void>((resolve, reject) => {
        this.#fail = reject;
        start((error) => (error ? reject(error) : resolve()));
      });
    } catch (error) {
      this.connection.close();
      throw new Refusal(this.#unreachable(error as Error));
    }
  }

  /** What the client is told of a server that cannot be talked to: whatever went wrong, it may try again. */
  #unreachable(error: Error): Reply {
    return { code: 451, text: `4.4.1 replylint cannot pass mail on to ${showEndpoint(this.relay)}: ${error.message}` };
  }

  #end(error: Error): void {
    this.#lost ??= error;
    this.#fail(error);
  }
}
