import { InvalidArgumentError, Option, type Command } from 'commander';
import type { ExitCode } from './exit.js';
import type { AllowOptions } from './allow.js';
import type { BaselineOptions } from './baseline.js';
import type { InitOptions } from './init.js';
import type { MeasureOptions } from './measure.js';
import type { SuppressionsOptions } from './suppressions.js';
import type { PreviewOptions } from './preview.js';
import type { ServeOptions } from './serve.js';
import type { TrustOptions } from './trust.js';
import type { GateCommandFlags } from './gate.js';
import { addGateOptions } from './gate-options.js';
import { sendmailCommand } from './sendmail.js';
import {
  addBaselineOptions,
  collected,
  addConfigOptions,
  addFixOptions,
  oneOf,
  wholeNumber,
  type CheckOptions,
  type ConfigOptions,
} from './options.js';
import { addWatchImapOptions, watchImap, type WatchImapOptions } from './watch-imap.js';
import type { Terminal } from './terminal.js';

/** Adds every command but `check`. What each does is loaded when it is called. */
export function addSubcommands(program: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  addFixOptions(subcommand(program, 'fix', 'go through the fixes of a file one by one, and ask before each'))
    .argument('<file>')
    .action(async (file: string, options: CheckOptions) => {
      const { walkFixes } = await import('./fix-walk.js');
      done(await walkFixes(file, options, terminal));
    });

  addConfigOptions(subcommand(program, 'batch', 'judge one JSON record a line from standard input, answer one a line'))
    .option('--gate', 'exit 1 when a draft fails')
    .action(async (options: ConfigOptions & { gate?: boolean }) => {
      const { batch } = await import('./batch/batch.js');
      done(await batch(options, terminal));
    });

  addConfigOptions(
    subcommand(program, 'mcp', 'let an assistant have its replies judged (Model Context Protocol over standard input and output)'),
  ).action(async (options: ConfigOptions) => {
    const { mcp } = await import('./mcp.js');
    done(await mcp(options, terminal));
  });

  addWatchImapOptions(subcommand(program, 'watch-imap', 'mark the drafts in an IMAP folder: what should not be sent as it is')).action(
    async (options: WatchImapOptions) => done(await watchImap(options, terminal)),
  );

  addConfigOptions(subcommand(program, 'suppressions', 'list what drafts suppress and why'))
    .argument('[paths...]', 'files, folders, globs (default: the current folder)')
    .option('--remove-unused', 'take those that silence nothing out of the files')
    .addOption(new Option('-f, --format <format>', 'pretty or json').default('pretty').argParser(oneOf(['pretty', 'json'] as const)))
    .action(async (paths: string[], options: SuppressionsOptions) => {
      const { suppressions } = await import('./suppressions.js');
      done(await suppressions(paths, options, terminal));
    });

  const baseline = subcommand(program, 'baseline', 'accept the findings there are, so that only new ones count').enablePositionalOptions();
  for (const [name, does] of [
    ['create', 'accept every finding there is'],
    ['update', 'accept what is new, and take out what no longer occurs'],
    ['prune', 'take out what no longer occurs, and accept nothing new'],
    ['check', 'say what is new, gone and expired, and who owns the rest; exit 1 when the file is not up to date'],
  ] as const)
    addBaselineOptions(addConfigOptions(subcommand(baseline, name, does)), name).action(
      async (paths: string[], options: BaselineOptions) => {
        const { runBaseline } = await import('./baseline.js');
        done(await runBaseline(name, paths, options, terminal));
      },
    );

  addConfigOptions(subcommand(program, 'preview', 'show an entry of a library with sample values and with nothing in its merge fields'))
    .argument('<file#id>', 'a library and the id of an entry, or a template that is a file of its own')
    .addOption(new Option('-f, --format <format>', 'pretty or json').default('pretty').argParser(oneOf(['pretty', 'json'] as const)))
    .option('--color', 'use colours (also: FORCE_COLOR)')
    .option('--no-color', 'use no colours (also: NO_COLOR)')
    .action(async (name: string, options: PreviewOptions) => {
      const { preview } = await import('./preview.js');
      done(await preview(name, options, terminal));
    });

  subcommand(program, 'lsp', 'judge drafts and libraries in an editor while they are written (Language Server Protocol)')
    .option('--stdio', 'speak over standard input and output, as it does anyway')
    .addOption(new Option('--clientProcessId <pid>', 'end when this process does').hideHelp())
    .action(async () => {
      const { serve } = await import('../lsp/serve.js');
      await serve(terminal.version, terminal.cwd);
    });

  withConfigFile(subcommand(program, 'explain', 'why a rule is there, with examples, and how to silence it'))
    .argument('<rule>')
    .action(async (rule: string, options: ConfigOptions) => {
      const { explain } = await import('./explain.js');
      done(await explain(rule, options, terminal));
    });

  withConfigFile(subcommand(program, 'rules', 'list the rules'))
    .addOption(new Option('-f, --format <format>', 'pretty or json').default('pretty').argParser(oneOf(['pretty', 'json'] as const)))
    .action(async (options: ConfigOptions & { format: 'pretty' | 'json' }) => {
      const { listRules } = await import('./rules.js');
      done(await listRules(options, terminal));
    });

  addConfigOptions(subcommand(program, 'measure', 'how often each rule is right about replies that people have labelled'))
    .argument('<file>', 'labelled replies, one JSON record a line')
    .option('--no-kind', 'judge as if no record said what kind of message it answers')
    .option('--min-precision <share>', 'exit 1 when a rule, or all together, are right less often than this (0 to 1)', shareOf)
    .option('--min-recall <share>', 'exit 1 when a rule, or all together, find less than this of what is labelled (0 to 1)', shareOf)
    .option(
      '--show <rule>',
      'show the records behind the figures of a rule, or of all: what it missed, what it found wrongly (repeatable)',
      collected,
    )
    .addOption(new Option('-f, --format <format>', 'pretty or json').default('pretty').argParser(oneOf(['pretty', 'json'] as const)))
    .action(async (file: string, options: MeasureOptions) => {
      const { measure } = await import('./measure.js');
      done(await measure(file, options, terminal));
    });

  addConfigOptions(subcommand(program, 'serve', 'a page on this computer on which replies are written and judged'))
    .addOption(
      new Option('--port <n>', 'the port of 127.0.0.1 to serve it on (default: one that is free)').argParser(wholeNumber(1, 65_535)),
    )
    .option('--open', 'open the page in the browser')
    .option('--export <dir>', 'write the page as files that need no server')
    .action(async (options: ServeOptions) => {
      const { serve } = await import('./serve.js');
      done(await serve(options, terminal));
    });

  subcommand(program, 'init', 'write a configuration, the entry for pre-commit and the file for CI')
    .option('-y, --yes', 'do not ask')
    .action(async (options: InitOptions) => {
      const { init } = await import('./init.js');
      done(await init(options, terminal));
    });

  subcommand(program, 'allow', "add a phrase to the configuration's vocabulary, so that rules about wording leave it alone")
    .argument('<phrase>', 'the words, in the language of docs/phrases.md')
    .requiredOption('--reason <text>', 'why it is allowed')
    .option('--rule <id>', 'allow it in this rule only (repeatable)', collected)
    .option('-c, --config <file>', 'write to this configuration file')
    .option('--trust', 'run the code that the configuration names this once')
    .action(async (phrase: string, options: AllowOptions) => {
      const { allow } = await import('./allow.js');
      done(await allow(phrase, options, terminal));
    });

  subcommand(program, 'trust', "let the code that a project's configuration names run from now on, as it stands")
    .argument('[folder]', 'the project (default: the current folder)')
    .option('-c, --config <file>', 'take the configuration from this file')
    .option('--list', 'show the folders that are trusted')
    .option('--remove', 'trust it no longer')
    .action(async (folder: string | undefined, options: TrustOptions) => {
      const { trust } = await import('./trust.js');
      done(await trust(folder, options, terminal));
    });

  // Only its help is asked for here: how it is called is no matter for commander.
  sendmailCommand(subcommand(program, 'sendmail', 'stand in for sendmail: judge the mail on standard input, and hand it to the real one'));

  addGateOptions(
    addConfigOptions(subcommand(program, 'gate', 'judge mail on its way to a mail server: an SMTP server that passes on what may be sent')),
  )
    .requiredOption('--listen <address:port>', 'where mail programs send to, such as 127.0.0.1:2525')
    .requiredOption('--relay <server:port>', 'the mail server that sends what passes, such as mail.example.com:587')
    .addOption(
      new Option('--relay-tls <mode>', 'tls, starttls or none (default: tls for port 465, none for this machine, else starttls)').argParser(
        oneOf(['tls', 'starttls', 'none'] as const),
      ),
    )
    .option(
      '--credentials <file>',
      'a file with lines user: … and password: … for that server (or: REPLYLINT_RELAY_USER, REPLYLINT_RELAY_PASSWORD)',
    )
    .option('--received', 'add a Received field; else no byte of the mail changes')
    .option('--allow-remote', 'listen on an address that other machines reach')
    .action(async (options: GateCommandFlags) => {
      const { runGate } = await import('./gate.js');
      done(await runGate(options, terminal));
    });

  const rule = subcommand(program, 'rule', 'work on rules of your own').enablePositionalOptions();
  subcommand(rule, 'test', "run a rule's examples")
    .argument('<file>', 'a rule file (.yml), or the folder or README of a rule')
    .option('--update', 'write the spans that the rule marks now into the examples')
    .action(async (file: string, options: { update?: boolean }) => {
      const { testRule } = await import('./rule-test.js');
      done(await testRule(file, options, terminal));
    });
  subcommand(rule, 'new', 'write a rule to begin with: one YAML file')
    .argument('<id>', 'its name: small letters and digits, parted by hyphens')
    .option('--dir <dir>', 'where to (default: the current folder)')
    .option('--readme', 'write a folder with rule.yml and a README of examples instead')
    .action(async (id: string, options: { dir?: string; readme?: boolean }) => {
      const { createRule } = await import('./rule-new.js');
      done(await createRule(id, options, terminal));
    });
  subcommand(rule, 'rename', 'give a rule another id; what names the old one still works, and says so')
    .argument('<old>', 'the id of a rule of your own')
    .argument('<new>', 'the id it gets')
    .action(async (old: string, now: string) => {
      const { renameRuleTo } = await import('./rule-rename.js');
      done(await renameRuleTo(old, now, terminal));
    });
}

/** A share from 0 to 1. */
function shareOf(value: string): number {
  const share = Number(value);
  if (value.trim() === '' || !(share >= 0 && share <= 1)) throw new InvalidArgumentError('It must be a number from 0 to 1, such as 0.9.');
  return share;
}

function subcommand(parent: Command, name: string, description: string): Command {
  // What `command()` makes inherits the settings of its parent: errors are thrown, not printed.
  return parent.command(name).description(description).helpOption('-h, --help', 'show this help').configureHelp({});
}

function withConfigFile(command: Command): Command {
  return command
    .option('-c, --config <file>', 'take the configuration from this file')
    .option('--no-config', 'use no configuration file')
    .option('--trust', 'run the code that the configuration names this once');
}
