import { ImapFlow } from 'imapflow';
import { inert } from '../report/inert.js';
import type { Problem } from '../text/problem.js';
import type { Address } from './address.js';
import type { Credentials } from './credentials.js';

/** A server and who asks it. */
export interface Account {
  readonly address: Address;
  readonly credentials: Credentials;
}

/** What can be waited out is tried again; what cannot needs somebody to change something. */
export interface Failure extends Problem {
  readonly lasting: boolean;
}

const CONNECT_MS = 30_000;
/** IDLE is begun anew after this time, and a server without it is asked as often. */
const IDLE_MS = 2 * 60_000;
/** What a server may send besides a draft: the rest of the answer that holds it. */
const AROUND_DRAFT = 1024 * 1024;

/**
 * Connects and logs in.
 * @param mostBytes of one draft; a server that sends more is hung up on
 * @param stop ends a connection that is not there yet
 */
export async function connect(account: Account, mostBytes: number, stop: AbortSignal): Promise<ImapFlow | Failure> {
  const { address, credentials } = account;
  const client = new ImapFlow({
    host: address.host,
    port: address.port,
    secure: address.encryption === 'tls',
    ...(address.encryption !== 'tls' && { doSTARTTLS: address.encryption === 'starttls' }),
    auth: { user: credentials.user, ...('token' in credentials ? { accessToken: credentials.token } : { pass: credentials.password }) },
    clientInfo: { name: 'replylint' },
    // Its log would hold what is said to the server, and what the drafts say.
    logger: false,
    disableAutoIdle: true,
    maxIdleTime: IDLE_MS,
    connectionTimeout: CONNECT_MS,
    maxLiteralSize: mostBytes + AROUND_DRAFT,
    maxResponseSize: mostBytes + 2 * AROUND_DRAFT,
  });
  // Whatever goes wrong later is seen by the command that it keeps from being done, or by the end of the connection.
  client.on('error', () => {});
  const hangUp = (): void => client.close();
  stop.addEventListener('abort', hangUp);
  try {
    await client.connect();
    if (address.encryption === 'none' || client.secureConnection) return client;
    throw Object.assign(new Error('it says that it knows us already'), { tlsFailed: true });
  } catch (error) {
    client.close();
    return failureOf(error, account);
  } finally {
    stop.removeEventListener('abort', hangUp);
  }
}

/** Ends the session; a server that does not answer is left. */
export async function disconnect(client: ImapFlow): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<void>((resolve) => (timer = setTimeout(resolve, 2000)));
  await Promise.race([client.logout().catch(() => {}), patience]);
  clearTimeout(timer);
  client.close();
}

interface ImapError extends Error {
  readonly code?: string;
  readonly authenticationFailed?: boolean;
  readonly tlsFailed?: boolean;
  readonly responseText?: string;
  /** The code in brackets before it (RFC 5530). */
  readonly serverResponseCode?: string;
  /** What the server answered a command with, other than OK. */
  readonly responseStatus?: string;
}

/** Codes of errors that say that the connection has gone. */
const GONE = /^(?:NoConnection|EConnectionClosed|StateLogout|ECONNRESET|EPIPE|ETIMEOUT)$/;

/** Codes of a refusal to log in that say nothing about who asks. */
const NOT_NOW = /^(?:UNAVAILABLE|INUSE|LIMIT|SERVERBUG)$/;

/** The error of a command that could not be given any more. */
export function lost(): Error {
  return Object.assign(new Error('the connection was lost'), { code: 'NoConnection' });
}

/** Why the server refused a command, fit to be shown; undefined where it did not. */
export function refusalOf(error: unknown): string | undefined {
  const { responseStatus, responseText, message } = error as ImapError;
  return responseStatus === undefined ? undefined : shown(responseText || message);
}

/** Errors of TLS that say that nobody we trust vouches for the server. */
const UNTRUSTED = /^(?:DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_|CERT_|ERR_TLS_CERT_)/;

/** What a failed command or connection is for the user: one line, without a secret. */
export function failureOf(error: unknown, { address, credentials }: Account): Failure {
  const { message, code = '', authenticationFailed, tlsFailed, responseText, responseStatus, serverResponseCode = '' } = error as ImapError;
  const said = scrubbed(responseText || message, credentials);
  const failure = (text: string, lasting: boolean, name = 'imap'): Failure => ({ code: name, file: address.shown, message: text, lasting });
  if (authenticationFailed && NOT_NOW.test(serverResponseCode)) return failure(`lets nobody log in for now (${said})`, false);
  // A connection that ends while we log in counts as a failure to log in, too.
  if (authenticationFailed && responseStatus !== undefined)
    return failure(
      `does not take the user and the password (${said}); look at the credentials, and whether it lets programs log in`,
      true,
      'credentials',
    );
  if (UNTRUSTED.test(code))
    return failure(`nobody vouches for its certificate (${code}); for an authority of your own set NODE_EXTRA_CA_CERTS=FILE`, true, 'tls');
  if (code === 'ERR_SSL_WRONG_VERSION_NUMBER' || code === 'ERR_SSL_PACKET_LENGTH_TOO_LONG')
    return failure('speaks no TLS on this port; use the port of IMAPS (993), or imap:// for STARTTLS', true, 'tls');
  if (tlsFailed || /STARTTLS/.test(message))
    return failure(`offers no encryption that can be used (${said}); use imaps://, or --plain where the way there is safe`, true, 'tls');
  if (code === 'LiteralTooLarge' || code === 'ResponseTooLarge')
    return failure('sent more than it had announced; the connection was ended', false);
  if (GONE.test(code)) return failure('the connection was lost', false);
  if (responseStatus !== undefined) return failure(`refused what was asked of it (${said})`, false);
  const reason = /^[A-Z][A-Z_]+$/.test(code) ? code : said;
  return failure(`cannot be reached, or does not answer (${reason}); look at --server, and whether it runs`, false);
}

/** A text of the server, which may give back what it was told. */
function scrubbed(text: string, credentials: Credentials): string {
  const secret = 'token' in credentials ? credentials.token : credentials.password;
  const told = [secret, ...encodings(credentials.user, secret)].reduce((left, form) => left.replaceAll(form, '***'), text);
  return shown(told);
}

function shown(text: string): string {
  return inert(text.replaceAll(/\s+/g, ' ').slice(0, 200));
}

/** As SASL sends it: PLAIN, LOGIN, XOAUTH2. */
function encodings(user: string, secret: string): readonly string[] {
  const forms = [
    `\0${user}\0${secret}`,
    secret,
    `user=${user}\u0001auth=Bearer ${secret}\u0001\u0001`,
    `"${secret.replaceAll(/["\\]/g, String.raw`\$&`)}"`,
  ];
  return forms.map((form, at) => (at === 3 ? form.slice(1, -1) : Buffer.from(form).toString('base64')));
}
