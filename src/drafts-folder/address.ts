import type { Problem } from '../text/problem.js';

/** Where the mail server is, and how to speak to it. */
export interface Address {
  readonly host: string;
  readonly port: number;
  /** `starttls`: nothing is said before the connection is encrypted. `none` only on this machine, or where it was asked for. */
  readonly encryption: 'tls' | 'starttls' | 'none';
  /** As people know it: `mail.example.com:993`. */
  readonly shown: string;
}

const usage = (message: string): Problem => ({ code: 'usage', message });

/**
 * Reads `imaps://mail.example.com`, `imap://mail.example.com:1143` (STARTTLS) or a name alone (`imaps`).
 * @param plain whether a connection to another machine may do without encryption
 */
export function readAddress(given: string, plain = false): Address | Problem {
  let url: URL;
  try {
    url = new URL(/^[a-z][a-z\d+.-]*:\/\//i.test(given) ? given : `imaps://${given}`);
  } catch {
    return usage('--server is no address; write imaps://mail.example.com, or imap://mail.example.com:143 for STARTTLS');
  }
  // What stands there may be a password, so it is not repeated.
  if (url.username || url.password)
    return usage('--server holds a user or a password; arguments can be read by others, so put them into the environment or --credentials');
  if (url.protocol !== 'imaps:' && url.protocol !== 'imap:')
    return usage(`--server cannot be ${url.protocol}//; write imaps:// or imap://`);
  if (!/^\/?$/.test(url.pathname) || url.search || url.hash)
    return usage('--server is an address without a path; name the folder with --folder');
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  if (host === '') return usage('--server names no machine; write imaps://mail.example.com');
  const secure = url.protocol === 'imaps:';
  if (secure && plain) return usage('--plain and imaps:// contradict each other; write imap:// for a connection without encryption');
  const port = url.port === '' ? (secure ? 993 : 143) : Number(url.port);
  const encryption = secure ? 'tls' : plain || isLoopback(host) ? 'none' : 'starttls';
  return { host, port, encryption, shown: `${url.hostname}:${port}` };
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}
