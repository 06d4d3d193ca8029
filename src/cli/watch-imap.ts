import type { Command } from 'commander';
import { createWorkspace } from '../workspace/workspace.js';
import { Exit, type ExitCode } from './exit.js';
import { addConfigOptions, type ConfigOptions } from './options.js';
import { refused, workspaceOptions } from './settings.js';
import { tellOfChange } from './tell-of-change.js';
import type { Terminal } from './terminal.js';

export interface WatchImapOptions extends ConfigOptions {
  readonly server?: string;
  readonly credentials?: string;
  readonly folder?: string;
  readonly keyword?: string;
  /** True: beside the drafts. */
  readonly note?: string | true;
  readonly once?: boolean;
  readonly plain?: boolean;
}

/** Adds the options of {@link WatchImapOptions}. */
export function addWatchImapOptions(command: Command): Command {
  command
    .option('--server <address>', 'imaps://mail.example.com, or imap:// for STARTTLS (also: REPLYLINT_IMAP_SERVER)')
    .option('--credentials <file>', 'a file with user: … and password: … (or token: …) that nobody else may read')
    .option('--folder <name>', 'the folder of drafts (default: the one that the server marks as such)')
    .option('--keyword <name>', 'what the keywords begin with (default $Replylint: $ReplylintHeld, $ReplylintPass)')
    .option('--note [folder]', 'leave the report on a draft that is held as a note beside it, or in this folder')
    .option('--once', 'judge the drafts that are there, and stop')
    .option('--plain', 'do without encryption to another machine');
  return addConfigOptions(command).addHelpText('after', HELP);
}

const HELP = `
User and password come from --credentials, or from the environment: REPLYLINT_IMAP_USER and
REPLYLINT_IMAP_PASSWORD, or REPLYLINT_IMAP_TOKEN for OAuth 2.
Exit codes: 0 stopped, or with --once all may be sent; 1 with --once, a draft should not be sent as
it is; 2 something could not be judged, or the server cannot be worked with.`;

/** Watches an IMAP folder of drafts and marks each. */
export async function watchImap(options: WatchImapOptions, terminal: Terminal): Promise<ExitCode> {
  const { prepare } = await import('../drafts-folder/prepare.js');
  const prepared = prepare({ ...options, server: options.server ?? terminal.env.REPLYLINT_IMAP_SERVER }, terminal.env, terminal.cwd);
  if ('code' in prepared) {
    terminal.problem(prepared);
    return Exit.unjudged;
  }
  const workspace = await createWorkspace(workspaceOptions(options, terminal));
  if (refused(workspace, terminal)) return Exit.unjudged;
  const [{ judgeOnce, watchDrafts }, { FollowedWorkspace }] = await Promise.all([
    import('../drafts-folder/watch.js'),
    import('../workspace/followed.js'),
  ]);
  const { account, keywords } = prepared;
  const watch = {
    setup: new FollowedWorkspace(workspace, tellOfChange(terminal)),
    keywords,
    folder: options.folder,
    ...(options.note !== undefined && { notes: options.note === true ? {} : { folder: options.note } }),
    say: (line: string) => terminal.out(`${line}\n`),
    problem: terminal.problem,
  };
  const stop = terminal.stopped();
  const ended = options.once ? await judgeOnce(account, watch, stop) : await watchDrafts(account, watch, stop);
  if (!ended) return Exit.sendable;
  if ('code' in ended) {
    terminal.problem(ended);
    return Exit.unjudged;
  }
  return ended.failed > 0 || stop.aborted ? Exit.unjudged : ended.held > 0 ? Exit.notSendable : Exit.sendable;
}
