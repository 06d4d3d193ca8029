import type { ImapFlow } from 'imapflow';
import { inert } from '../report/inert.js';
import { connect, disconnect, failureOf, lost as gone, type Account, type Failure } from './connection.js';
import { Drafts, type Count, type Watch } from './round.js';

export type { Account } from './connection.js';
export type { Count, Watch } from './round.js';

/** Seconds between two tries to connect: from the first to the last, doubled each time. */
const FIRST_WAIT = 1;
const LONGEST_WAIT = 60;
/** A server that starts or ends may say that it knows nobody. Where all has worked before, it is believed when it has said so as often as this. */
const BELIEVED = 4;
/** Where IDLE ends though nothing has come, the server is asked as often as this. */
const POLL_SECONDS = 30;
/**
 * A server may miss what comes in the moment in which IDLE begins: Dovecot tells changes of a folder by their second. After a round that something has called for, it
 * is therefore asked once more, when that second is over.
 */
const SECOND_LOOK_SECONDS = 2;

/** Judges what is in the folder now. */
export async function judgeOnce(account: Account, watch: Watch, stop: AbortSignal): Promise<Count | Failure> {
  const client = await connect(account, mostBytes(watch), stop);
  if ('code' in client) return client;
  try {
    for (;;) {
      const drafts = await Drafts.open(client, watch);
      if ('code' in drafts) return drafts;
      if (await drafts.round(stop)) return drafts.count;
    }
  } catch (error) {
    return asFailure(error, account, client);
  } finally {
    await disconnect(client);
  }
}

/** Judges what is in the folder and what comes into it, until it is stopped. Only what somebody must put right ends it before. */
export async function watchDrafts(account: Account, watch: Watch, stop: AbortSignal): Promise<Failure | undefined> {
  let wait = FIRST_WAIT;
  let lost: boolean | undefined;
  let refusals = 0;
  while (!stop.aborted) {
    const failure = await session(account, watch, stop, (path) => {
      watch.say(`${lost ? 'watching again' : 'watching'}: ${inert(path)} on ${account.address.shown}`);
      wait = FIRST_WAIT;
      lost = false;
      refusals = 0;
    });
    if (!failure || stop.aborted) return undefined;
    // What never worked is told at once; what did work is waited for.
    if (failure.lasting) refusals += 1;
    if (lost === undefined || refusals >= BELIEVED) return failure;
    if (!lost) watch.problem({ ...failure, message: `${failure.message}; trying again` });
    lost = true;
    await sleep(wait, stop);
    wait = Math.min(wait * 2, LONGEST_WAIT);
  }
  return undefined;
}

/** One connection, from its beginning to its end; undefined when it was stopped. */
async function session(account: Account, watch: Watch, stop: AbortSignal, begun: (path: string) => void): Promise<Failure | undefined> {
  const client = await connect(account, mostBytes(watch), stop);
  if ('code' in client) return client;
  const bell = new Bell(client, stop);
  try {
    for (;;) {
      const drafts = await Drafts.open(client, watch);
      if ('code' in drafts) return drafts;
      begun(drafts.path);
      let same = true;
      let called = true;
      while (same) {
        bell.quiet();
        same = await drafts.round(stop);
        if (stop.aborted) return undefined;
        if (same) called = await bell.rung(called ? SECOND_LOOK_SECONDS : undefined);
        if (stop.aborted) return undefined;
        if (!client.usable) throw gone();
      }
    }
  } catch (error) {
    return asFailure(error, account, client);
  } finally {
    bell.remove();
    await disconnect(client);
  }
}

const EVENTS = ['exists', 'expunge', 'flags', 'close'] as const;

/** Rings when something has changed in the folder, when the connection is gone, and when we are told to stop. */
class Bell {
  #rang = false;
  #wake?: () => void;
  readonly #ring = (): void => {
    this.#rang = true;
    this.#wake?.();
  };

  constructor(
    private readonly client: ImapFlow,
    private readonly stop: AbortSignal,
  ) {
    for (const event of EVENTS) client.on(event, this.#ring);
    stop.addEventListener('abort', this.#ring);
  }

  quiet(): void {
    this.#rang = false;
  }

  /**
   * Waits until it has rung since it was quiet, or for some seconds. The command that follows ends the IDLE.
   * @returns whether it has rung
   */
  async rung(seconds?: number): Promise<boolean> {
    if (this.#rang || this.stop.aborted) return true;
    const ended = new AbortController();
    const ring = new Promise<void>((resolve) => (this.#wake = resolve));
    const idle = this.client.idle().then(() => sleep(POLL_SECONDS, ended.signal));
    await Promise.race([ring, idle, ...(seconds === undefined ? [] : [sleep(seconds, ended.signal)])]);
    ended.abort();
    idle.catch(() => {});
    return this.#rang;
  }

  remove(): void {
    for (const event of EVENTS) this.client.off(event, this.#ring);
    this.stop.removeEventListener('abort', this.#ring);
  }
}

function mostBytes({ setup }: Watch): number {
  return setup.working.settingsFor().limits.fileBytes.value;
}

/** What comes from the server or the way to it is a failure to tell; anything else is a bug. */
function asFailure(error: unknown, account: Account, client: ImapFlow): Failure {
  if (!(error instanceof Error) || (client.usable && !('code' in error) && !('responseStatus' in error))) throw error;
  return failureOf(error, account);
}

function sleep(seconds: number, until: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (until.aborted) return resolve();
    const done = (): void => {
      clearTimeout(timer);
      until.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, seconds * 1000);
    until.addEventListener('abort', done);
  });
}
