import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { ImapFlow } from 'imapflow';
import { freePorts } from '../ports.js';

/** Whether Debian's Dovecot (dovecot-imapd) is there to be tried against, and openssl to make it a certificate. */
export const hasDovecot = [
  ['dovecot', '--version'],
  ['openssl', 'version'],
].every(([name = '', arg = '']) => spawnSync(name, [arg]).status === 0);

export const PASSWORD = 'correct horse battery staple';

/** Root may not read mail, so another user does; anybody else is that user. */
const user = process.getuid?.() === 0 ? 'nobody' : userInfo().username;

/**
 * Runs Dovecot in a group of its own until standard input ends, which it does however the tests end; then ends its first process and whatever that leaves: sessions
 * outlive it by ten seconds and more.
 */
const RUN = 'dovecot -F -c "$1" & read -r _; kill $!; wait $!; kill 0';

/** A Dovecot of its own: a folder below the temp folder, a free port of this machine. */
export class Dovecot {
  readonly folder = mkdtempSync(join(tmpdir(), 'replylint-dovecot-'));
  port = 0;
  tlsPort = 0;
  #process: ChildProcess | undefined;
  readonly #clients: ImapFlow[] = [];

  /** @param extra lines of configuration */
  async start(extra = ''): Promise<void> {
    if (this.port === 0) [this.port = 0, this.tlsPort = 0] = await freePorts(2);
    const { folder } = this;
    const [certificate, key] = [join(folder, 'certificate.pem'), join(folder, 'key.pem')];
    const request = [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-days',
      '2',
      '-subj',
      '/CN=localhost',
      '-addext',
      'subjectAltName=DNS:localhost',
    ];
    if (!readdirSync(folder).includes('key.pem'))
      execFileSync('openssl', [...request, '-keyout', key, '-out', certificate], { stdio: 'ignore' });
    for (const name of ['run', 'state', 'mail']) mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, 'dovecot.conf'), this.#configuration(certificate, key, extra));
    writeFileSync(join(folder, 'users'), `maya:{PLAIN}${PASSWORD}\n`);
    chmodSync(folder, 0o755);
    execFileSync('chown', ['-R', user, join(folder, 'mail')]);
    this.#process = spawn('sh', ['-c', RUN, 'sh', join(folder, 'dovecot.conf')], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
    await until(() => {
      if (existsSync(join(folder, 'log')) && this.log().includes(' master: Fatal: ')) throw new Error(this.log());
      return answers(this.port);
    });
  }

  #configuration(certificate: string, key: string, extra: string): string {
    const { folder, port, tlsPort } = this;
    const group = execFileSync('id', ['-gn', user], { encoding: 'utf8' }).trim();
    return `base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
ssl = yes
ssl_cert = <${certificate}
ssl_key = <${key}
disable_plaintext_auth = no
default_internal_user = ${user}
default_internal_group = ${group}
default_login_user = ${user}
first_valid_uid = 1
mail_location = maildir:${folder}/mail/%u
auth_mechanisms = plain login
passdb {
  driver = passwd-file
  args = ${folder}/users
}
userdb {
  driver = static
  args = uid=${user} gid=${group} home=${folder}/mail/%u
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = ${tlsPort}
  }
}
service anvil {
  chroot =
}
namespace inbox {
  inbox = yes
  separator = /
  mailbox Entw&APw-rfe {
    auto = no
  }
  mailbox Drafts {
    special_use = \\Drafts
    auto = subscribe
  }
}
${extra}`;
  }

  /** Ends it with every process that it has started: while one is left, sessions go on, and the next Dovecot that is started here may wait for it. */
  async stop(): Promise<void> {
    for (const client of this.#clients.splice(0)) client.close();
    const child = this.#process;
    this.#process = undefined;
    if (!child) return;
    child.stdin?.end();
    const patience = Date.now() + 5000;
    await until(() => !signal(child.pid, Date.now() < patience ? 0 : 'SIGKILL'));
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  log(): string {
    return readFileSync(join(this.folder, 'log'), 'utf8');
  }

  /** A mail program. */
  async client(login = 'maya'): Promise<ImapFlow> {
    const auth = { user: login, pass: PASSWORD };
    const client = new ImapFlow({
      host: '127.0.0.1',
      port: this.port,
      secure: false,
      doSTARTTLS: false,
      auth,
      logger: false,
      disableAutoIdle: true,
    });
    client.on('error', () => {});
    await client.connect();
    this.#clients.push(client);
    return client;
  }
}

/** Whether there is a process left in a group that could be sent a signal. */
function signal(group: number | undefined, name: NodeJS.Signals | 0): boolean {
  if (group === undefined) return false;
  try {
    return process.kill(-group, name);
  } catch {
    return false;
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('data', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(false));
  });
}

/** Waits until something holds; the test's own time limit ends it. */
export async function until<T>(condition: () => T | Promise<T>): Promise<T> {
  for (;;) {
    const result = await condition();
    if (result) return result;
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}
