import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { NOTE } from '../report/note.js';
import { didYouMean } from '../text/nearest.js';
import type { AllowOptions } from './allow.js';
import type { BaselineOptions } from './baseline.js';
import { commandNames } from './commands.js';
import { Exit, type ExitCode } from './exit.js';
import type { InitOptions } from './init.js';
import type { MeasureOptions } from './measure.js';
import {
  addBaselineOptions,
  collected,
  addCheckOptions,
  addConfigOptions,
  addFixOptions,
  oneOf,
  type CheckOptions,
  type ConfigOptions,
} from './options.js';
import type { SuppressionsOptions } from './suppressions.js';
import type { PreviewOptions } from './preview.js';
import type { Terminal } from './terminal.js';
import type { TrustOptions } from './trust.js';

const EXAMPLES = `
Commands:
  init                    write a configuration, the entry for pre-commit and the file for CI
  [check] [paths...]      judge drafts: files, folders, globs, or - for standard input
  fix <file>              go through the fixes of a file one by one
  batch                   judge one JSON record a line, answer one a line
  suppressions [paths...] list what drafts suppress and why; take out what is not needed
  baseline <command>      accept what there is, so that only what is new counts: create, update, prune, check
  allow <phrase>          allow a phrase here from now on, with the reason why
  preview <file#id>       an entry of a library as its customer gets it
  explain <rule>          why a rule is there, with examples, and how to silence it
  rules                   list the rules
  measure <file>          how often each rule is right about labelled replies
  trust [folder]          let the code that a project's configuration names run from now on
  rule test <file>        run the examples of a rule
  rule new <id>           write a rule of your own to begin with
  rule rename <old> <new> give a rule another id

Examples:
  $ replylint reply.eml
  $ replylint --customer complaint.txt --kind complaint reply.txt
  $ replylint --as template --min-score 90 "macros/**/*.md"
  $ replylint --stdin --stdin-filename reply.md < reply.md
  $ replylint --rule missing-thanks:suggestion --format json --output-file report.json drafts
  $ replylint --diff drafts
  $ replylint explain blame-shifting

Exit codes: 0 may be sent, 1 should not be sent as it is, 2 something could not be judged.
${NOTE}`;

/** What commander throws when it has shown what was asked for. */
const SHOWN = new Set(['commander.help', 'commander.helpDisplayed', 'commander.version']);

/**
 * Runs one command line (without node and script) and says what to exit with.
 * What each command does is loaded when it is called, so that asking for one does not pay for the others.
 */
export async function runProgram(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = Exit.sendable;
  // Commander shows its help for a mistake too, and then as if it were an error.
  let complained = false;
  const program = build(
    terminal,
    (result) => {
      code = result;
    },
    () => {
      complained = true;
    },
  );
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (SHOWN.has(error.code) && !complained) return Exit.sendable;
    if (SHOWN.has(error.code)) {
      terminal.problem({ code: 'usage', message: unknownCommand(args, program) });
      return Exit.unjudged;
    }
    terminal.problem({ code: 'usage', message: oneLine(error.message) + nextStep(error, args) });
    return Exit.unjudged;
  }
}

function build(terminal: Terminal, done: (code: ExitCode) => void, complain: () => void): Command {
  const program = new Command('replylint')
    .description('Judges a reply to a customer before it is sent, and says what to write instead.')
    .usage('[check] [options] [paths or globs...]')
    .argument('[paths...]')
    .version(terminal.version, '-v, --version', 'show the version')
    .helpOption('-h, --help', 'show this help')
    .helpCommand(true)
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({ writeOut: (text) => terminal.out(text), writeErr: complain })
    .configureHelp({ visibleCommands: () => [], visibleArguments: () => [] })
    .addHelpText('after', EXAMPLES);
  addCheckOptions(program).action(async (paths: string[], options: CheckOptions) => {
    const named = paths[0] === 'check' ? paths.slice(1) : paths;
    if (named.length === 0 && !options.stdin && options.printConfig === undefined && terminal.interactive) {
      terminal.out(program.helpInformation() + EXAMPLES.trimEnd() + '\n');
      done(Exit.unjudged);
      return;
    }
    const { check } = await import('./check.js');
    done(await check(named, options, terminal));
  });

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
    .addOption(new Option('-f, --format <format>', 'pretty or json').default('pretty').argParser(oneOf(['pretty', 'json'] as const)))
    .action(async (file: string, options: MeasureOptions) => {
      const { measure } = await import('./measure.js');
      done(await measure(file, options, terminal));
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
  return program;
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
  return command.option('-c, --config <file>', 'take the configuration from this file').option('--no-config', 'use no configuration file');
}

/** What commander answers with its help alone: `rule` without a command of its own, `help` for a command that is not there. */
function unknownCommand([first, second]: readonly string[], program: Command): string {
  if (first === 'help') return `there is no command "${second}"${didYouMean(second, commandNames) || '; `replylint --help` lists them'}`;
  const names = program.commands.find((command) => command.name() === first)?.commands.map((command) => command.name()) ?? [];
  return `${first} needs one of ${names.join(', ')}; \`replylint help ${first}\` says what they do`;
}

/** Where to read on, for mistakes that commander only names. */
function nextStep({ code, message }: CommanderError, [first = '']: readonly string[]): string {
  if (!/^commander\.(?:unknownOption|missingArgument|optionMissingArgument|missingMandatoryOptionValue|excessArguments)$/.test(code))
    return '';
  if (/Did you mean/.test(message)) return '';
  return `; \`replylint ${commandNames.includes(first) && first !== 'check' ? `help ${first}` : '--help'}\` shows what there is`;
}

/** Commander's message on one line: `unknown option '--fromat'; did you mean --format?` */
function oneLine(message: string): string {
  return message
    .replace(/^error: /, '')
    .replace(/\n\(Did you mean (.+?)\?\)/s, (_, names: string) => `; did you mean ${names.replace(/^one of /, '')}?`)
    .replace(/\.?\s*\n+\s*/g, '; ')
    .trim();
}
