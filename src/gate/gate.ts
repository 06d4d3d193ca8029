import { isProblem, type Context, type DraftReport, type Problem } from '../index.js';
import { plain } from '../config/index.js';
import { decodeDraft } from '../files/read.js';
import { failures } from '../report/build.js';
import { createWorkspace, type Workspace, type WorkspaceOptions } from '../workspace/workspace.js';
import { firstToken, headerFields, valuesOf, type Field } from './fields.js';
import { findOverride, withoutOwnFields, type Override } from './override.js';
import { isCalendarAnswer, whyNoDraft, whyUntouched, type Outgoing } from './untouched.js';

/** What findings and problems call the mail: it is in no file. */
const NAME = 'mail';

/** Bytes of a mail that are read where no setting says otherwise, attachments included: what large providers take at most. */
const MAIL_BYTES = 50 * 1024 * 1024;

export interface GateOptions {
  readonly workspace: WorkspaceOptions;
  /** Only mail from these addresses is judged, `@shop.example` standing for all of a domain; from all where there are none. */
  readonly from?: readonly string[];
  /** Only answers to a mail are judged. */
  readonly onlyReplies?: boolean;
  /** Mail that cannot be judged passes. */
  readonly failOpen?: boolean;
  /** Take the header fields that speak to the linter out of what passes. */
  readonly strip?: boolean;
  /** The reason why whatever is held is sent anyway, from the environment. */
  readonly override?: string;
}

/** What becomes of a mail, and why. */
export type Decision = { readonly messageId?: string } & (
  | { readonly outcome: 'passed'; readonly report: DraftReport }
  /** Found wanting, and sent on the writer's word. */
  | { readonly outcome: 'overridden'; readonly report: DraftReport; readonly override: Override }
  /** `hint`: what the writer of an override has forgotten. */
  | { readonly outcome: 'held'; readonly report: DraftReport; readonly hint?: string }
  /** Nobody's draft; it goes on. */
  | { readonly outcome: 'untouched'; readonly why: string }
  /** It could not be judged. */
  | { readonly outcome: 'failed'; readonly problem: Problem; readonly open: boolean }
);

/** Whether a mail goes on. */
export function passesOn(decision: Decision): boolean {
  return decision.outcome !== 'held' && (decision.outcome !== 'failed' || decision.open);
}

/** Judges mails that are about to be sent. The one decision behind every door. */
export class Gate {
  #roomy?: Promise<Workspace>;

  constructor(
    readonly workspace: Workspace,
    readonly options: GateOptions,
  ) {}

  /** The bytes of a mail that the gate reads. */
  get mostBytes(): number {
    const { value, origin } = this.workspace.settingsFor().limits.fileBytes;
    return 'default' in origin ? Math.max(value, MAIL_BYTES) : value;
  }

  async decide(mail: Outgoing): Promise<Decision> {
    const fields = headerFields(mail.bytes);
    const messageId = valuesOf(fields, 'message-id').at(0);
    return { ...(messageId && { messageId }), ...(await this.#decide(mail, fields)) };
  }

  /** The bytes to send of a mail that passes. */
  sent({ bytes }: Outgoing): Uint8Array {
    return this.options.strip ? withoutOwnFields(bytes, headerFields(bytes)) : bytes;
  }

  /** The decision about a mail that could not be read, or not in time. */
  failed(problem: Problem): Decision {
    return { outcome: 'failed', problem, open: this.options.failOpen === true };
  }

  async #decide(mail: Outgoing, fields: readonly Field[]): Promise<Decision> {
    const why = whyUntouched(mail, fields) ?? this.#whyNotMeant(fields);
    if (why !== undefined) return { outcome: 'untouched', why };
    try {
      const workspace = await this.#workspaceFor(mail.bytes);
      if (await isCalendarAnswer(mail, fields, plain(workspace.settingsFor()).limits))
        return { outcome: 'untouched', why: 'a calendar answers an invitation' };
      return this.#settled(await judge(mail, fields, workspace), fields);
    } catch (error) {
      if (this.options.workspace.debug) throw error;
      const what = (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, 200);
      return this.failed({
        code: 'crashed',
        file: NAME,
        message: `replylint failed on it (${what}); please report this; --debug shows more`,
      });
    }
  }

  #settled(judged: DraftReport | Problem, fields: readonly Field[]): Decision {
    const override = findOverride(fields, this.options.override);
    if (isProblem(judged)) {
      return judged.code === 'empty' ? { outcome: 'untouched', why: 'it holds no text' } : this.failed(judged);
    }
    const why = whyNoDraft(judged);
    if (why !== undefined) return { outcome: 'untouched', why };
    const [failure] = failures(judged.problems);
    if (!judged.pass) {
      if (typeof override === 'object') return { outcome: 'overridden', report: judged, override };
      return { outcome: 'held', report: judged, ...(override && { hint: 'X-Replylint: send-anyway needs a reason behind it' }) };
    }
    return failure ? this.failed(failure) : { outcome: 'passed', report: judged };
  }

  /** Why a mail is not among those that this gate was set up for. */
  #whyNotMeant(fields: readonly Field[]): string | undefined {
    const { from = [], onlyReplies } = this.options;
    if (onlyReplies && !isReply(fields)) return 'it answers no mail';
    if (from.length === 0) return undefined;
    const senders = valuesOf(fields, 'from').flatMap((value) => value.toLowerCase().match(/[^\s<>()[\],;:"]+@[^\s<>()[\],;:"]+/g) ?? []);
    const meant = from.map((address) => address.toLowerCase());
    const isMeant = senders.some((sender) => meant.some((one) => (one.startsWith('@') ? sender.endsWith(one) : sender === one)));
    return isMeant ? undefined : 'it comes from another address';
  }

  async #workspaceFor(bytes: Uint8Array): Promise<Workspace> {
    const { value } = this.workspace.settingsFor().limits.fileBytes;
    if (bytes.length <= value || value >= this.mostBytes) return this.workspace;
    const { flags } = this.options.workspace;
    const limits = { ...flags?.limits, fileBytes: this.mostBytes };
    this.#roomy ??= createWorkspace({ ...this.options.workspace, flags: { ...flags, limits } });
    return this.#roomy;
  }
}

/** Finds the configuration, and holds all ready; what is wrong with it is in `gate.workspace.problems`. */
export async function openGate(options: GateOptions): Promise<Gate> {
  return new Gate(await createWorkspace(options.workspace), options);
}

/** Whether a mail says that it answers another one. */
function isReply(fields: readonly Field[]): boolean {
  return fields.some(({ name, value }) => (name === 'in-reply-to' || name === 'references') && firstToken(value) !== '');
}

/** Judges a mail. One that answers nothing and quotes nothing was begun by us: nobody has to be thanked for it, and no question waits. */
async function judge({ bytes }: Outgoing, fields: readonly Field[], workspace: Workspace): Promise<DraftReport | Problem> {
  const read = decodeDraft(NAME, bytes, 'eml');
  if ('code' in read) return read;
  const lint = (context: Context): Promise<DraftReport | Problem> =>
    workspace.lint({ ...context, draft: read.content, format: 'eml', name: NAME });
  const judged = await lint({});
  if (isProblem(judged) || judged.pass || isReply(fields) || judged.segments.some(({ role }) => role === 'quoted')) return judged;
  return lint({ kind: 'proactive' });
}
