import type { ImapFlow } from 'imapflow';
import { CLEAN, FLAWED, type Project, type Result } from '../cli/project.js';
import { PASSWORD, until } from './dovecot.js';

/** The sources of drafts, as a mail program writes them. */
export function draft(text: string, id = `${Math.random()}`.slice(2), header = ''): string {
  const head = `From: Maya <care@kettles.example>\nTo: Adaeze Okafor <adaeze@mail.example>\nSubject: =?utf-8?q?Your_kettle_=C2=A3?=\n`;
  const rest = `Message-ID: <${id}@kettles.example>\n${header}MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n${text}`;
  return (head + rest).replaceAll('\n', '\r\n');
}

export const clean = (id?: string): string => draft(CLEAN, id);
export const flawed = (id?: string): string => draft(FLAWED, id);

export interface Seen {
  readonly uid: number;
  /** Without those that servers set by themselves. */
  readonly flags: readonly string[];
  readonly source: string;
}

/** What is in a folder now, for a mail program; nothing where there is no such folder. */
export async function look(client: ImapFlow, folder = 'Drafts'): Promise<readonly Seen[]> {
  if (client.mailbox && client.mailbox.path === folder) await client.noop();
  else if (!(await client.mailboxOpen(folder).catch(() => false))) return [];
  const found = await client.fetchAll('1:*', { uid: true, flags: true, source: true }, { uid: true });
  return found.map(({ uid, flags = new Set(), source }) => ({
    uid,
    flags: [...flags].filter((flag) => flag !== '\\Recent').toSorted(),
    source: String(source),
  }));
}

export const ACCOUNT = { REPLYLINT_IMAP_USER: 'maya', REPLYLINT_IMAP_PASSWORD: PASSWORD } as const;

/** `replylint watch-imap`, while it runs. */
export class Watcher {
  out = '';
  err = '';
  readonly #child;
  readonly ended: Promise<Result>;

  constructor(project: Project, args: readonly string[], env: Readonly<Record<string, string>> = ACCOUNT) {
    this.#child = project.start(['watch-imap', ...args], env);
    this.#child.stdout?.on('data', (chunk: Buffer) => (this.out += chunk.toString()));
    this.#child.stderr?.on('data', (chunk: Buffer) => (this.err += chunk.toString()));
    this.ended = new Promise((resolve) => this.#child.on('close', (code) => resolve({ code, out: this.out, err: this.err })));
  }

  /** Waits until it has said something, on standard output or standard error. */
  async said(text: RegExp, times = 1): Promise<void> {
    await until(() => {
      this.mustRun();
      return [...(this.out + this.err).matchAll(new RegExp(text, `${text.flags}g`))].length >= times;
    });
  }

  /** Nothing that is waited for will happen once it has ended by itself. */
  mustRun(): void {
    if (this.#child.exitCode !== null) throw new Error(`ended with ${this.#child.exitCode}: ${this.out}${this.err}`);
  }

  stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<Result> {
    this.#child.kill(signal);
    return this.ended;
  }
}
