import type { DraftReport, Problem } from '../index.js';
import { failures } from '../report/build.js';
import { headerFields, valuesOf, type Field } from '../workspace/outgoing/fields.js';
import { isReply, judgeOutgoing } from '../workspace/outgoing/judge.js';
import type { Outgoing } from '../workspace/outgoing/untouched.js';
import { FollowedWorkspace } from '../workspace/followed.js';
import { createWorkspace, type Workspace, type WorkspaceOptions } from '../workspace/workspace.js';
import { findOverride, withoutOwnFields, type Override } from './override.js';

/** Bytes of a mail that are read where no setting says otherwise, attachments included: what large providers take at most. */
const MAIL_BYTES = 50 * 1024 * 1024;

/** Time for a mail that is larger than files usually may be, of which most is attachments. 50 MB take two seconds on a machine with nothing else to do. */
const LARGE_MILLISECONDS = 20_000;

export interface GateOptions {
  readonly workspace: WorkspaceOptions;
  /** Only mail from these addresses is judged, `@shop.example` standing for all of a domain; from all where there are none. */
  readonly from?: readonly string[];
  /** Mail that goes to these addresses alone, written likewise, is not judged: that of colleagues. */
  readonly notTo?: readonly string[];
  /** Only answers to a mail are judged. */
  readonly onlyReplies?: boolean;
  /** Mail that cannot be judged passes. */
  readonly failOpen?: boolean;
  /** Take the header fields that speak to the linter out of what passes. */
  readonly strip?: boolean;
  /** The reason why whatever is held is sent anyway, from the environment. */
  readonly override?: string;
}

/** A mail and its envelope. */
export interface MailAtGate extends Outgoing {
  /** Whom the envelope names, as far as it is known. */
  readonly recipients?: readonly string[];
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
  /** It could not be judged. `open`: it is sent nevertheless, because that was asked for or on the writer's word. */
  | { readonly outcome: 'failed'; readonly problem: Problem; readonly open: boolean; readonly override?: Override }
);

/** Judges mails that are about to be sent. The one decision behind every door. */
export class Gate {
  #roomy?: { readonly for: Workspace; readonly workspace: Promise<Workspace> };

  constructor(
    private readonly followed: FollowedWorkspace,
    readonly options: GateOptions,
  ) {}

  /** What mails are judged by. It follows the configuration from one mail to the next. */
  get workspace(): Workspace {
    return this.followed.working;
  }

  /** The bytes of a mail that the gate reads. */
  get mostBytes(): number {
    const { value, origin } = this.workspace.settingsFor().limits.fileBytes;
    return 'default' in origin ? Math.max(value, MAIL_BYTES) : value;
  }

  async decide(mail: MailAtGate): Promise<Decision> {
    const fields = headerFields(mail.bytes);
    const messageId = valuesOf(fields, 'message-id').at(0);
    return { ...(messageId && { messageId }), ...(await this.#decide(mail, fields)) };
  }

  /** The bytes to send of a mail that passes. */
  sent({ bytes }: Outgoing): Uint8Array {
    return this.options.strip ? withoutOwnFields(bytes, headerFields(bytes)) : bytes;
  }

  /** The decision about a mail that could not be read, or not in time. */
  failed(problem: Problem, fields: readonly Field[] = []): Decision {
    const override = findOverride(fields, this.options.override);
    if (typeof override === 'object') return { outcome: 'failed', problem, open: true, override };
    return { outcome: 'failed', problem, open: this.options.failOpen === true };
  }

  async #decide(mail: MailAtGate, fields: readonly Field[]): Promise<Decision> {
    await this.followed.look();
    const why = this.#whyNotMeant(mail, fields);
    if (why !== undefined) return { outcome: 'untouched', why };
    const judged = await judgeOutgoing(mail, fields, await this.#workspaceFor(mail.bytes));
    if ('untouched' in judged) return { outcome: 'untouched', why: judged.untouched };
    return 'problem' in judged ? this.failed(judged.problem, fields) : this.#settled(judged.report, fields);
  }

  #settled(report: DraftReport, fields: readonly Field[]): Decision {
    const override = findOverride(fields, this.options.override);
    const problems = failures(report.problems);
    if (!report.pass || problems.some(isOfTheMail)) {
      if (typeof override === 'object') return { outcome: 'overridden', report, override };
      return { outcome: 'held', report, ...(override && { hint: 'X-Replylint: send-anyway needs a reason behind it' }) };
    }
    const [failed] = problems;
    return failed ? this.failed(failed, fields) : { outcome: 'passed', report };
  }

  /** Why a mail is not among those that this gate was set up for. */
  #whyNotMeant({ sender, recipients }: MailAtGate, fields: readonly Field[]): string | undefined {
    const { from = [], notTo = [], onlyReplies } = this.options;
    if (onlyReplies && !isReply(fields)) return 'it answers no mail';
    const named = addressesIn(valuesOf(fields, 'from'));
    const senders = named.length > 0 ? named : addressesIn([sender ?? '']);
    if (from.length > 0 && !senders.some((one) => isAmong(one, from))) return 'it comes from another address';
    const to = addressesIn([...['to', 'cc', 'bcc'].flatMap((name) => valuesOf(fields, name)), ...(recipients ?? [])]);
    if (to.length > 0 && to.every((one) => isAmong(one, notTo))) return 'it goes to colleagues alone';
    return undefined;
  }

  async #workspaceFor(bytes: Uint8Array): Promise<Workspace> {
    const { workspace, mostBytes } = this;
    const { value } = workspace.settingsFor().limits.fileBytes;
    if (bytes.length <= value || value >= mostBytes) return workspace;
    if (this.#roomy?.for !== workspace) {
      const { flags } = this.options.workspace;
      const limits = { milliseconds: LARGE_MILLISECONDS, ...flags?.limits, fileBytes: mostBytes };
      this.#roomy = { for: workspace, workspace: createWorkspace({ ...this.options.workspace, flags: { ...flags, limits } }) };
    }
    const roomy = await this.#roomy.workspace;
    // It is made from the files as they are now, which may be broken by now.
    return roomy.problems.length === 0 ? roomy : workspace;
  }
}

/** The addresses in headers, without names and comments, in lower case. */
function addressesIn(values: readonly string[]): readonly string[] {
  return values.flatMap((value) => value.toLowerCase().match(/[^\s<>()[\],;:"]+@[^\s<>()[\],;:"]+/g) ?? []);
}

/** Whether an address is one of those meant, of which `@shop.example` stands for all of a domain. */
function isAmong(address: string, meant: readonly string[]): boolean {
  return meant.some((one) => (one.startsWith('@') ? address.endsWith(one.toLowerCase()) : address === one.toLowerCase()));
}

/** Whether a problem is one that the mail's writer can mend: text that is not in the charset that it claims. Any other is ours. */
export function isOfTheMail({ code }: Problem): boolean {
  return code === 'bad-charset';
}

/**
 * Finds the configuration, and holds all ready; what is wrong with it is in `gate.workspace.problems`.
 * @param onChange is told of a configuration that has changed
 */
export async function openGate(options: GateOptions, onChange?: (latest: Workspace) => void): Promise<Gate> {
  return new Gate(new FollowedWorkspace(await createWorkspace(options.workspace), onChange), options);
}
