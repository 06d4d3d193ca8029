import { writeFileSync } from 'node:fs';
import type { Problem, Report } from '../index.js';
import type { CheckOptions } from './options.js';
import type { Terminal } from './terminal.js';

/** Writes the report where the options say; tells what kept it from being written. */
export async function deliver(report: Report, options: CheckOptions, terminal: Terminal): Promise<readonly Problem[]> {
  const text = `${JSON.stringify(report)}\n`;
  if (options.outputFile === undefined) {
    terminal.out(text);
    return [];
  }
  writeFileSync(options.outputFile, text);
  return [];
}
