import { realpathSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { Command, CommanderError } from 'commander';
import type { Ended } from '../gate/sendmail/pass-on.js';
import { addGateOptions, gateOptions, type GateFlags } from './gate-options.js';
import { addConfigOptions } from './options.js';
import { Exit, TRY_AGAIN } from './exit.js';
import { problemLine } from '../report/problem-line.js';
import type { Terminal } from './terminal.js';

/** What begins an argument that is ours and not sendmail's. */
const OURS = '--replylint-';

interface SendmailFlags extends GateFlags {
  readonly to?: string;
}

/** The command with its options; they are given as `--replylint-NAME=VALUE` among sendmail's own. */
export function sendmailCommand(command: Command): Command {
  command
    .usage('[--replylint-option[=value] ...] [sendmail options] [recipients]')
    .allowExcessArguments()
    .option('--to <program>', 'the real sendmail (also: REPLYLINT_SENDMAIL; default: the first on the path, or in /usr/sbin)');
  addGateOptions(addConfigOptions(command));
  return command
    .configureHelp({
      optionTerm: ({ flags }) =>
        flags
          .replace(/^-\w, (?=--)/, '')
          .replace(/^--(?!help)/, OURS)
          .replace(' <', '=<'),
    })
    .addHelpText('after', SENDMAIL_HELP);
}

const SENDMAIL_HELP = `
Arguments that do not begin with --replylint- go to the real sendmail as they stand, and so does the mail.
Exit codes: those of the real sendmail; 65 the mail is held, 75 it could not be judged or sent.`;

/** Stands in for sendmail. Arguments are taken apart here, because commander would move sendmail's about. */
export async function standIn(args: readonly string[], terminal: Terminal): Promise<number> {
  const end = args.includes('--') ? args.indexOf('--') : args.length;
  const isOurs = (arg: string, at: number): boolean => at < end && arg.startsWith(OURS);
  const ours = args.filter(isOurs).map((arg) => `--${arg.slice(OURS.length)}`);
  const argv = args.filter((arg, at) => !isOurs(arg, at));
  const command = sendmailCommand(new Command('replylint sendmail').exitOverride()).configureOutput({
    writeOut: (text) => terminal.out(text),
    writeErr: () => {},
  });
  let flags: SendmailFlags;
  try {
    flags = command.parse(argv.length === 1 && argv[0] === '--help' ? ['--help'] : ours, { from: 'user' }).opts();
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return Exit.sendable;
    const said = error.message
      .replace(/^error: /, '')
      .replaceAll(/(?<=')--?(?=\w)/g, OURS)
      .replaceAll(/\s*\n\s*/g, '; ');
    terminal.aside(`${problemLine({ code: 'usage', file: 'replylint', message: `${said} (replylint sendmail --help)` })}\n`);
    return TRY_AGAIN;
  }
  const { sendmail } = await import('../gate/sendmail/sendmail.js');
  return endAs(
    await sendmail({
      ...gateOptions(flags, terminal),
      argv,
      program: flags.to ?? (terminal.env.REPLYLINT_SENDMAIL || undefined),
      own: ownFiles(),
      cwd: terminal.cwd,
      env: terminal.env,
      input: terminal.input,
      aside: (text) => terminal.aside(text),
    }),
  );
}

/** Ends as the real sendmail did: by its exit code, or by the signal that ended it; where that one is ignored here, with the code that a shell gives it. */
function endAs(ended: Ended): number {
  if ('status' in ended) return ended.status;
  process.removeAllListeners(ended.signal);
  process.kill(process.pid, ended.signal);
  return 128 + constants.signals[ended.signal];
}

/** The files by which this command is called, whatever links lead to them. */
function ownFiles(): readonly string[] {
  const folder = dirname(realpathSync(process.argv[1] ?? '.'));
  return [process.argv[1] ?? '', join(folder, 'replylint.cjs'), join(folder, 'replylint-sendmail.cjs')];
}
