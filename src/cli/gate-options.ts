import type { Command } from 'commander';
import type { GateOptions } from '../gate/gate.js';
import { collected, type ConfigOptions } from './options.js';
import { workspaceOptions } from './settings.js';
import type { Terminal } from './terminal.js';

/** Options of every door of the gate, as commander hands them over. */
export interface GateFlags extends ConfigOptions {
  readonly failOpen?: boolean;
  readonly log?: string;
  readonly onlyFrom?: readonly string[];
  readonly notTo?: readonly string[];
  readonly onlyReplies?: boolean;
  readonly stripHeaders?: boolean;
}

/** Adds the options of {@link GateFlags} that are the gate's own. */
export function addGateOptions(command: Command): Command {
  return command
    .option('--only-from <address>', 'judge only mail from this address, or from all of @domain (repeatable)', collected)
    .option('--not-to <address>', 'leave mail alone that goes to this address, or to @domain, and to no other (repeatable)', collected)
    .option('--only-replies', 'judge only mail that answers another (In-Reply-To, References)')
    .option('--fail-open', 'let mail pass that cannot be judged (also: REPLYLINT_FAIL_OPEN=1)')
    .option('--log <file>', 'add a line about each mail to this file; never its words (also: REPLYLINT_LOG)')
    .option('--strip-headers', 'take X-Replylint and X-Replylint-Disable out of what is sent; else every byte stays');
}

/** What flags and environment say to the gate. A flag wins. */
export function gateOptions(flags: GateFlags, terminal: Terminal): GateOptions & { readonly log?: string } {
  const { env } = terminal;
  const config = flags.config ?? (env.REPLYLINT_CONFIG || undefined);
  return {
    workspace: workspaceOptions({ ...flags, config }, terminal),
    from: flags.onlyFrom,
    notTo: flags.notTo,
    onlyReplies: flags.onlyReplies,
    failOpen: flags.failOpen ?? /^(?:1|true|yes)$/i.test(env.REPLYLINT_FAIL_OPEN ?? ''),
    strip: flags.stripHeaders,
    override: env.REPLYLINT_OVERRIDE || undefined,
    log: flags.log ?? (env.REPLYLINT_LOG || undefined),
  };
}
