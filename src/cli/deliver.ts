import { resolve } from 'node:path';
import { isSameFile, writeWhole } from '../files/write.js';
import type { Problem, Report } from '../index.js';
import { stylerFor, wantsColour } from './colours.js';
import type { CheckOptions } from './options.js';
import type { Terminal } from './terminal.js';

/** Writes the report where the options say; tells what kept it from being written. */
export async function deliver(report: Report, options: CheckOptions, terminal: Terminal): Promise<readonly Problem[]> {
  const file = options.outputFile;
  const text = await rendered(report, options, file === undefined, terminal);
  if (file === undefined) {
    terminal.out(text);
    return [];
  }
  const path = resolve(terminal.cwd, file);
  if (inputsOf(report, options).some((input) => isSameFile(path, resolve(terminal.cwd, input))))
    return [{ code: 'not-written', file, message: '--output-file names a file that was read; give the report a name of its own' }];
  const failure = writeWhole(file, path, text);
  return failure ? [failure] : [];
}

/** What was read to come to the report: writing over it would lose somebody's draft. */
function inputsOf(report: Report, { customer, config }: CheckOptions): readonly string[] {
  const named = [...report.drafts, ...report.problems].flatMap(({ file }) => file ?? []);
  return [...named, ...(customer === undefined ? [] : [customer]), ...(typeof config === 'string' ? [config] : [])];
}

async function rendered(report: Report, options: CheckOptions, toScreen: boolean, terminal: Terminal): Promise<string> {
  if (options.format === 'json') return (await import('../report/json.js')).json(report);
  // Nothing was judged: the problems say all there is to say.
  if (report.drafts.length === 0) return '';
  const { pretty } = await import('../report/pretty.js');
  const styler = await stylerFor(wantsColour(options.color, toScreen && terminal.screen, terminal.env));
  return pretty(report, { columns: toScreen ? terminal.width : undefined, styler, quiet: options.quiet });
}
