import { existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { errorCode } from '../files/failure.js';
import type { Problem, Report } from '../index.js';
import { stylerFor, wantsColour } from './colours.js';
import type { CheckOptions } from './options.js';
import type { Terminal } from './terminal.js';

/** Writes the report where the options say; tells what kept it from being written. */
export async function deliver(report: Report, options: CheckOptions, terminal: Terminal): Promise<readonly Problem[]> {
  const toScreen = options.outputFile === undefined;
  const text = await rendered(report, options, toScreen, terminal);
  if (options.outputFile === undefined) {
    terminal.out(text);
    return [];
  }
  const failure = writeWhole(options.outputFile, resolve(terminal.cwd, options.outputFile), text);
  return failure ? [failure] : [];
}

async function rendered(report: Report, options: CheckOptions, toScreen: boolean, terminal: Terminal): Promise<string> {
  if (options.format === 'json') return (await import('../report/json.js')).json(report);
  const { pretty } = await import('../report/pretty.js');
  const styler = await stylerFor(wantsColour(options.color, toScreen && terminal.screen, terminal.env));
  return pretty(report, { columns: toScreen ? terminal.width : undefined, styler, quiet: options.quiet });
}

/** Writes beside the file and renames, so that whoever reads it sees the old report or the new one, never half of one. A pipe or device is written to. */
function writeWhole(file: string, path: string, text: string): Problem | undefined {
  const beside = `${path}.${process.pid}.tmp`;
  try {
    if (isSpecial(path)) {
      writeFileSync(path, text);
      return undefined;
    }
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(beside, text);
    renameSync(beside, path);
    return undefined;
  } catch (error) {
    if (existsSync(beside)) rmSync(beside);
    return {
      code: 'not-written',
      file,
      message: `the report could not be written (${errorCode(error)}); check the folder of --output-file`,
    };
  }
}

function isSpecial(path: string): boolean {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat !== undefined && !stat.isFile();
}
