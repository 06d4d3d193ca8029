import { Command, CommanderError } from 'commander';
import { NOTE } from '../report/note.js';
import { didYouMean } from '../text/nearest.js';
import { commandNames } from './commands.js';
import { Exit, type ExitCode } from './exit.js';
import { addCheckOptions, readsInput, type CheckOptions } from './options.js';
import type { Terminal } from './terminal.js';

const EXAMPLES = `
Commands:
  init                    write a configuration, the entry for pre-commit and the file for CI
  [check] [paths...]      judge drafts: files, folders, globs, or - for standard input
  fix <file>              go through the fixes of a file one by one
  batch                   judge one JSON record a line, answer one a line
  suppressions [paths...] list what drafts suppress and why; take out what is not needed
  baseline <command>      accept what there is, so that only what is new counts: create, update, prune, check
  allow <phrase>          allow a phrase here from now on, with the reason why
  serve                   a page on this computer on which replies are written and judged
  preview <file#id>       an entry of a library as its customer gets it
  explain <rule>          why a rule is there, with examples, and how to silence it
  rules                   list the rules
  measure <file>          how often each rule is right about labelled replies
  lsp                     judge drafts and libraries in an editor while they are written
  watch-imap              mark the drafts in an IMAP folder
  mcp                     let an assistant have its replies judged
  trust [folder]          let the code that a project's configuration names run from now on
  rule test <file>        run the examples of a rule
  rule new <id>           write a rule of your own to begin with
  rule rename <old> <new> give a rule another id
  sendmail [arguments]    stand in for sendmail: judge a mail, and hand it to the real one
  gate                    the same as an SMTP server between mail program and mail server

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
export async function runProgram(args: readonly string[], terminal: Terminal): Promise<number> {
  if (args[0] === 'sendmail') return (await import('./sendmail.js')).standIn(args.slice(1), terminal);
  let code: ExitCode = Exit.sendable;
  // Commander shows its help for a mistake too, and then as if it were an error.
  let complained = false;
  const done = (result: ExitCode): void => {
    code = result;
  };
  const program = build(terminal, done, () => {
    complained = true;
  });
  // Commands are made only for those who may have named one: each costs a plain run time.
  if (args.some((arg) => arg !== 'check' && commandNames.includes(arg)))
    (await import('./subcommands.js')).addSubcommands(program, terminal, done);
  try {
    // What `check` takes is the help of the program itself.
    const asked = args[0] === 'help' && args[1] === 'check' ? ['--help'] : args;
    await program.parseAsync([...asked], { from: 'user' });
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
    if (named.length === 0 && !readsInput(named, options) && options.printConfig === undefined && terminal.interactive) {
      terminal.out(program.helpInformation() + EXAMPLES.trimEnd() + '\n');
      done(Exit.unjudged);
      return;
    }
    const { check } = await import('./check.js');
    done(await check(named, options, terminal));
  });

  return program;
}

/** What commander answers with its help alone: `rule` without a command of its own, `help` for a command that is not there. */
function unknownCommand([first, second]: readonly string[], program: Command): string {
  if (first === 'help') return `there is no command "${second}"${didYouMean(second, commandNames) || '; `replylint --help` lists them'}`;
  const names = program.commands.find((command) => command.name() === first)?.commands.map((command) => command.name()) ?? [];
  return `${first} needs one of ${names.join(', ')}; \`replylint help ${first}\` says what they do`;
}

/** Where to read on, for mistakes that commander only names. */
function nextStep({ code, message }: CommanderError, [first = '']: readonly string[]): string {
  if (
    !/^commander\.(?:unknownOption|missingArgument|optionMissingArgument|missingMandatoryOptionValue|excessArguments|unknownCommand)$/.test(
      code,
    )
  )
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
    .trim()
    .replace(/\.$/, '');
}
