import type { ImapFlow } from 'imapflow';
import { tooLarge } from '../files/read.js';
import { failures } from '../report/build.js';
import { inert } from '../report/inert.js';
import type { DraftReport } from '../report/report.js';
import type { Problem } from '../text/problem.js';
import { headerFields } from '../workspace/outgoing/fields.js';
import { judgeOutgoing, type Judged } from '../workspace/outgoing/judge.js';
import { pageOf } from '../workspace/outgoing/page.js';
import type { FollowedWorkspace } from '../workspace/followed.js';
import { lost, refusalOf, type Failure } from './connection.js';
import { findFolder, openFolder } from './folder.js';
import type { Keywords } from './keywords.js';
import { listFrom, setKeywords, type Listed } from './list.js';
import { noteOn, type Note } from './note.js';
import { settleNotes } from './notes.js';

/** What is watched, and how. */
export interface Watch {
  readonly setup: FollowedWorkspace;
  readonly keywords: Keywords;
  /** The folder of drafts; the one that the server marks as such unless given. */
  readonly folder?: string;
  /** Leave notes: in this folder, or beside the drafts. */
  readonly notes?: { readonly folder?: string };
  /** Tells what was done. */
  say(line: string): void;
  problem(problem: Problem): void;
}

/** How many drafts passed, were held, and how often something could not be judged or done. */
export interface Count {
  passed: number;
  held: number;
  failed: number;
}

/**
 * The drafts of one folder over one connection. What is known of a draft holds as long as its UID: a changed draft is another message. It is kept in memory alone;
 * whoever starts anew judges anew.
 */
export class Drafts {
  readonly count: Count = { passed: 0, held: 0, failed: 0 };
  #next = 1;
  /** Where notes are asked for: drafts that were looked at and may still be there, each with the note that it needs. */
  readonly #known = new Map<number, Note | undefined>();
  #notesAreDue = true;

  private constructor(
    readonly path: string,
    private readonly client: ImapFlow,
    private readonly uidValidity: bigint,
    private readonly watch: Watch,
    /** Where notes go, where they are asked for. */
    private readonly notesPath?: string,
  ) {}

  /** Finds and opens the folder. */
  static async open(client: ImapFlow, watch: Watch): Promise<Drafts | Failure> {
    const path = await findFolder(client, watch.folder);
    if (typeof path !== 'string') return path;
    const notes = watch.notes && (await openFolder(client, await notesFolder(client, path, watch.notes), Object.values(watch.keywords)));
    if (notes && 'code' in notes) return notes;
    const { held, pass } = watch.keywords;
    const folder = await openFolder(client, path, [held, pass]);
    return 'code' in folder ? folder : new Drafts(folder.path, client, folder.uidValidity, watch, notes?.path);
  }

  /**
   * Judges what has come, and brings the notes up to date.
   * @returns false when the folder was made anew, so that nothing is known of it any longer
   */
  async round(stop: AbortSignal): Promise<boolean> {
    await this.watch.setup.look();
    for (const message of await listFrom(this.client, this.#next)) {
      if (stop.aborted) return true;
      if (!message.note) await this.#look(message);
      this.#next = Math.max(this.#next, message.uid + 1);
    }
    if (this.notesPath === undefined) return true;
    await this.#forgetGone();
    if (!this.#notesAreDue) return true;
    this.#notesAreDue = false;
    return this.#settle(this.notesPath);
  }

  async #forgetGone(): Promise<void> {
    const found = await this.client.search({ deleted: false }, { uid: true });
    if (!found) throw lost();
    const there = new Set(found);
    for (const [uid, note] of this.#known) {
      if (there.has(uid)) continue;
      this.#known.delete(uid);
      this.#notesAreDue ||= note !== undefined;
    }
  }

  async #settle(path: string): Promise<boolean> {
    const { client, watch } = this;
    const apart = path !== this.path;
    if (apart) await client.mailboxOpen(path);
    const wanted = [...this.#known.values()].filter((note) => note !== undefined);
    const problem = await settleNotes(client, path, wanted, watch.keywords);
    if (problem) {
      this.count.failed += 1;
      watch.problem({ ...problem, file: inert(path) });
    }
    return !apart || (await client.mailboxOpen(this.path)).uidValidity === this.uidValidity;
  }

  async #look(message: Listed): Promise<void> {
    const { client, watch } = this;
    const judged = await this.#judge(message);
    // It was taken away while it was read.
    if (!judged) return;
    const { keyword, line, problem } = this.#verdict(judged, `${inert(this.path)}#${message.uid}`);
    if (problem) watch.problem(problem);
    if (!(await setKeywords(client, message, keyword, watch.keywords))) {
      if (!client.usable) throw lost();
      this.count.failed += 1;
      watch.problem({
        code: 'imap',
        file: `${inert(this.path)}#${message.uid}`,
        message: 'the server would not change its keywords; it may be gone',
      });
      return;
    }
    if (line !== undefined) watch.say(line);
    const note =
      watch.notes && keyword === watch.keywords.held && 'report' in judged ? await this.#noteOn(message, judged.report) : undefined;
    this.#known.set(message.uid, note);
    this.#notesAreDue ||= note !== undefined;
  }

  async #judge(message: Listed): Promise<Judged | undefined> {
    const { client, watch } = this;
    const most = watch.setup.working.settingsFor().limits.fileBytes.value;
    if (message.size > most) return { problem: tooLarge('mail', most) };
    const fetched = await fetchSource(client, message.uid);
    if (!fetched) return undefined;
    if ('code' in fetched) return { problem: fetched };
    return judgeOutgoing({ bytes: fetched }, headerFields(fetched), watch.setup.working);
  }

  /** What a draft is marked with, and what is said of it. Our own failure marks nothing. */
  #verdict(judged: Judged, name: string): { readonly keyword?: string; readonly line?: string; readonly problem?: Problem } {
    const { held, pass } = this.watch.keywords;
    if ('untouched' in judged) return { line: `${name}: left alone, ${judged.untouched}` };
    const failure = 'problem' in judged ? judged.problem : failures(judged.report.problems).at(0);
    if (failure && !('report' in judged && !judged.report.pass)) {
      this.count.failed += 1;
      return { problem: { ...failure, file: name } };
    }
    const { report } = judged as Extract<Judged, { report: DraftReport }>;
    const rules = [...new Set(report.findings.map(({ rule }) => inert(rule)))].join(', ');
    this.count[report.pass ? 'passed' : 'held'] += 1;
    const keyword = report.pass ? pass : held;
    return { keyword, line: `${name}: ${verdictOf(report)}, ${keyword}${rules === '' ? '' : ` (${rules})`}` };
  }

  async #noteOn(message: Listed, report: DraftReport): Promise<Note> {
    const page = await pageOf(report, this.watch.setup.working);
    return noteOn(message, `${this.uidValidity}.${message.uid}`, verdictOf(report), page);
  }
}

function verdictOf({ score, grade }: DraftReport): string {
  return `${score}/100 ${grade}`;
}

/** The bytes of a message; undefined where it is gone, a problem where the server keeps it back: that costs this one alone. */
async function fetchSource(client: ImapFlow, uid: number): Promise<Buffer | Problem | undefined> {
  try {
    const fetched = await client.fetchOne(String(uid), { source: true }, { uid: true });
    return fetched ? fetched.source : undefined;
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === undefined || !client.usable) throw error;
    return { code: 'imap', message: `the server does not hand it over (${refusal})` };
  }
}

/** The folder of the notes, which is made where there is none of that name. */
async function notesFolder(client: ImapFlow, drafts: string, { folder }: NonNullable<Watch['notes']>): Promise<string> {
  return folder === undefined ? drafts : (await client.mailboxCreate(folder)).path;
}
