import { InvalidArgumentError, Option, type Command } from 'commander';
import { limitNames } from '../config/limit-names.js';
import { channels, isIsoDate, kinds, modes } from '../draft/choices.js';
import type { Channel, Kind, Mode } from '../draft/draft.js';
import { dialects } from '../config/dialects.js';
import { fileFormats, type FileFormat } from '../files/format.js';
import { formatNames } from '../report/formats.js';
import type { Limits } from '../parse/source.js';
import type { Gates } from '../report/report.js';
import { didYouMean } from '../text/nearest.js';
import type { Target } from './targets.js';

/** Options that every command which judges has. */
export interface ConfigOptions {
  /** `--config FILE`; false for `--no-config`. */
  readonly config?: string | false;
  readonly rule?: readonly string[];
  readonly as?: Mode;
  readonly dialect?: string;
  readonly minScore?: number;
  readonly failOn?: Gates['failOn'];
  readonly limit?: Partial<Limits>;
  /** Run the project's code this once. */
  readonly trust?: boolean;
  readonly debug?: boolean;
}

/** The options of `check`, as commander hands them over. */
export interface CheckOptions extends ConfigOptions {
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
  /** The names that prettier and biome give it. */
  readonly stdinFilepath?: string;
  readonly stdinFilePath?: string;
  readonly inputFormat?: FileFormat;
  readonly customer?: string;
  readonly customerName?: string;
  readonly kind?: Kind;
  readonly channel?: Channel;
  readonly to?: string;
  readonly received?: string;
  readonly sent?: string;
  readonly format?: readonly Target[];
  readonly outputFile?: string;
  readonly compare?: string;
  readonly color?: boolean;
  readonly quiet?: boolean;
  readonly maxWarnings?: number;
  readonly minPassShare?: number;
  readonly printConfig?: string;
  readonly warnIgnored?: boolean;
  /** False: suppressions in drafts are passed over. */
  readonly inlineConfig?: boolean;
  readonly fix?: boolean;
  readonly fixUnsafe?: boolean;
  readonly fixRule?: readonly string[];
  readonly diff?: boolean;
  readonly baseline?: string;
  readonly since?: string;
  readonly cache?: boolean;
  readonly cacheLocation?: string;
  readonly concurrency?: number | 'auto' | 'off';
  /** False: no line that tells how far it is. */
  readonly progress?: boolean;
}

/** The file name that stands for standard input, by whichever of its options it was given. */
export function inputName({ stdinFilename, stdinFilepath, stdinFilePath }: CheckOptions): string | undefined {
  return stdinFilename ?? stdinFilepath ?? stdinFilePath;
}

/** Whether a draft comes from standard input: it is asked for, or has a name and no path stands beside it. */
export function readsInput(paths: readonly string[], options: CheckOptions): boolean {
  return options.stdin === true || paths.includes('-') || (paths.length === 0 && inputName(options) !== undefined);
}

const FAIL_ON: readonly Gates['failOn'][] = ['error', 'warning', 'suggestion', 'never'];

/** Takes one of a few words; a slip is answered with the nearest. */
export function oneOf<T extends string>(choices: readonly T[]): (value: string) => T {
  return (value) => {
    const choice = choices.find((one) => one === value);
    if (choice === undefined) throw new InvalidArgumentError(`It must be one of ${choices.join(', ')}${didYouMean(value, choices)}`);
    return choice;
  };
}

/** Takes a whole number within bounds. */
export function wholeNumber(least: number, most: number): (value: string) => number {
  return (value) => {
    const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
    if (number >= least && number <= most) return number;
    throw new InvalidArgumentError(`It must be a whole number ${most === Infinity ? 'from 0' : `from ${least} to ${most}`}`);
  };
}

function isoDate(value: string): string {
  if (!isIsoDate(value)) throw new InvalidArgumentError('It must be an ISO 8601 date such as 2026-11-22 or 2026-11-22T09:30:00Z');
  return value;
}

/** Per cent of something. A share such as 0.95 is a slip that would let everything pass. */
function percent(value: string): number {
  const number = /^\d{1,3}(?:\.\d+)?%?$/.test(value) ? Number.parseFloat(value) : Number.NaN;
  if (number > 0 && number < 1) throw new InvalidArgumentError('It is counted in per cent: write 95 for 95 of 100');
  if (number >= 0 && number <= 100) return number;
  throw new InvalidArgumentError('It must be a number from 0 to 100');
}

/** `sarif` or `sarif=out.sarif`, behind those that were asked for before. */
function target(value: string, before: readonly Target[] = []): readonly Target[] {
  const [, name, file] = /^([^=]*)(?:=(.*))?$/s.exec(value)!;
  if (file === '') throw new InvalidArgumentError(`Name the file behind the sign: ${name}=report.txt`);
  return [...before, { format: oneOf(formatNames)(name), ...(file !== undefined && { file }) }];
}

function threads(value: string): number | 'auto' | 'off' {
  if (value === 'auto' || value === 'off') return value;
  if (/^[1-9]\d?$/.test(value)) return Number(value);
  throw new InvalidArgumentError('It must be auto, off or a number of threads from 1 to 99');
}

/** Each value of an option that may be given more than once. */
export function collected(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

/** `milliseconds=10000`, added to the limits that were given before it. */
function limit(value: string, before: Partial<Limits> = {}): Partial<Limits> {
  const names: readonly string[] = limitNames;
  const [, name = value, number] = /^(\w+)=([1-9]\d{0,11})$/.exec(value) ?? [];
  if (number === undefined && names.includes(/^\w*/.exec(value)?.[0] ?? ''))
    throw new InvalidArgumentError('It must be a whole number above 0, as in milliseconds=10000');
  if (number === undefined || !names.includes(name))
    throw new InvalidArgumentError(`It must be name=number, the name one of ${names.join(', ')}${didYouMean(name, names)}`);
  return { ...before, [name]: Number(number) };
}

/** Adds the options of {@link ConfigOptions}. */
export function addConfigOptions(command: Command): Command {
  return command
    .option('-c, --config <file>', 'take the configuration from this file')
    .option('--no-config', 'use no configuration file')
    .option('--rule <id:level>', 'set one rule to off, suggestion, warning or error (repeatable)', collected)
    .addOption(new Option('--as <mode>', 'judge as a draft about to be sent, or as a template').argParser(oneOf(modes)))
    .addOption(
      new Option('--dialect <name>', 'the help desk whose merge fields templates hold: zendesk, freshdesk, …').argParser(oneOf(dialects)),
    )
    .addOption(new Option('--min-score <n>', 'score that a draft needs to pass (default 80)').argParser(wholeNumber(0, 100)))
    .addOption(
      new Option('--fail-on <level>', `level of finding that fails a draft: ${FAIL_ON.join(', ')} (default error)`).argParser(
        oneOf(FAIL_ON),
      ),
    )
    .option('--limit <name=n>', 'set one bound on the input, such as milliseconds=10000 (repeatable)', limit)
    .option('--trust', 'run the code that the configuration names (plugins, a JavaScript configuration) this once')
    .addOption(new Option('--debug', 'show the stack of an internal error').hideHelp());
}

/** Adds the options of {@link CheckOptions}. */
export function addCheckOptions(command: Command): Command {
  command
    .option('--stdin', 'read the draft from standard input (or name - as the path)')
    .option('--stdin-filename <path>', 'file name that stands for standard input: its format, its overrides')
    .addOption(new Option('--stdin-filepath <path>').hideHelp())
    .addOption(new Option('--stdin-file-path <path>').hideHelp());
  addDraftOptions(command);
  return command
    .option('--fix', 'make the safe fixes, and report what is left')
    .option('--fix-unsafe', 'make those too that may change the meaning')
    .option('--fix-rule <id>', 'make the fixes of this rule only (repeatable)', collected)
    .option('--diff', 'show what the fixes would change, and change nothing')
    .addOption(new Option('--max-warnings <n>', 'fail when there are more warnings than this').argParser(wholeNumber(0, Infinity)))
    .addOption(
      new Option('--min-pass-share <n>', 'pass when this many per cent of the drafts do, and none has a blocker').argParser(percent),
    )
    .addOption(
      new Option('-f, --format <format>', `${formatNames.join(', ')}; FORMAT=FILE writes a file; repeatable (default pretty)`).argParser(
        target,
      ),
    )
    .option('-o, --output-file <file>', 'write the report to a file; makes the folders that lead to it')
    .option('--compare <report>', 'say what has changed since this JSON report')
    .option('--color', 'use colours (also: FORCE_COLOR)')
    .option('--no-color', 'use no colours (also: NO_COLOR)')
    .option('-q, --quiet', 'show only what keeps a draft from being sent')
    .option('--no-warn-ignored', 'say nothing of named files that the configuration leaves out')
    .option('--baseline <file>', 'count only what is not in this baseline (see `replylint baseline`)')
    .option('--since <revision>', 'judge only drafts that have changed since this git revision (main...: since it was left)')
    .option('--cache', 'do not judge again what has not changed')
    .option('--cache-location <folder>', 'where to keep what was said (default: your own cache folder)')
    .addOption(new Option('--concurrency <n>', 'threads for many drafts: a number, auto (default) or off').argParser(threads))
    .option('--no-progress', 'no line on the terminal that tells how far it is')
    .option('--no-inline-config', 'judge as if no draft held a suppression')
    .option('--print-config <file>', 'show the settings for a file, each with who set it');
}

/** Adds the options of `fix`, which takes one file and asks. */
export function addFixOptions(command: Command): Command {
  return addDraftOptions(command)
    .option('--fix-rule <id>', 'go through the fixes of this rule only (repeatable)', collected)
    .option('--color', 'use colours (also: FORCE_COLOR)')
    .option('--no-color', 'use no colours (also: NO_COLOR)');
}

/** Adds what may be known of the drafts that are judged, and the options of {@link ConfigOptions}. */
function addDraftOptions(command: Command): Command {
  command
    .addOption(
      new Option('--input-format <format>', `${fileFormats.join(', ')}; otherwise the extension decides`).argParser(oneOf(fileFormats)),
    )
    .option('--customer <file>', 'the message that the draft answers')
    .option('--customer-name <name>', "the customer's name")
    .addOption(new Option('--kind <kind>', `what their message is: ${kinds.join(', ')}`).argParser(oneOf(kinds)))
    .addOption(new Option('--channel <channel>', `how the draft goes out: ${channels.join(', ')}`).argParser(oneOf(channels)))
    .option('--to <address>', 'who the draft goes to')
    .addOption(new Option('--received <date>', "when the customer's message came (ISO 8601)").argParser(isoDate))
    .addOption(new Option('--sent <date>', 'when the draft goes out (ISO 8601)').argParser(isoDate));
  return addConfigOptions(command);
}

/** Adds what the commands of `baseline` take. */
export function addBaselineOptions(command: Command, name: 'create' | 'update' | 'prune' | 'check'): Command {
  command
    .argument('[paths...]', 'files, folders, globs (default: the current folder)')
    .addOption(new Option('--baseline <file>', 'the file').default('.replylint-baseline.json'));
  if (name === 'check')
    return command.addOption(new Option('-f, --format <format>', 'pretty or json').default('pretty').argParser(oneOf(['pretty', 'json'])));
  if (name === 'prune') return command;
  return command
    .addOption(new Option('--expires <date>', 'accept what is new until the end of this day, such as 2026-12-31').argParser(day))
    .option('--owner <name>', 'who puts right what is new (otherwise the entry itself or CODEOWNERS says)')
    .option('--reason <text>', 'why what is new is accepted');
}

function day(value: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || !isIsoDate(value)) throw new InvalidArgumentError('It must be a day such as 2026-12-31');
  return value;
}
