import type { Problem } from '../index.js';
import type { ReportFormat } from '../report/formats.js';
import type { CheckOptions } from './options.js';
import type { Terminal } from './terminal.js';

/** A report that was asked for, and the file it goes to; standard output without one. */
export interface Target {
  readonly format: ReportFormat;
  readonly file?: string;
}

/** Formats that may stand on standard output beside another: the runner picks its commands out of what people read. */
const FOR_THE_LOG: readonly ReportFormat[] = ['pretty', 'github'];

/**
 * The reports that a run is to make. Without `--format` that is the one for people; on GitHub, whose runner says so, annotations beside it.
 * `--output-file` is the file of the one report that has none of its own.
 */
export function targetsOf({ format, outputFile }: CheckOptions, env: Terminal['env']): readonly Target[] | Problem {
  const asked = format ?? byDefault(outputFile, env);
  const open = asked.filter((target) => target.file === undefined);
  if (outputFile !== undefined && open.length !== 1) {
    const why = open.length === 0 ? 'every report has a file already' : `${open.length} reports would go to it`;
    return usage(`--output-file ${outputFile}: ${why}; write each as --format ${(open[0] ?? asked[0]).format}=FILE`);
  }
  const targets = asked.map((target) => (target.file === undefined && outputFile !== undefined ? { ...target, file: outputFile } : target));
  const shown = new Set(targets.filter(({ file }) => file === undefined).map((target) => target.format));
  if (shown.size > 1 && [...shown].some((name) => !FOR_THE_LOG.includes(name)))
    return usage(`--format: ${[...shown].join(' and ')} would run into each other on standard output; write one as ${[...shown][1]}=FILE`);
  const twice = targets.find(({ file, format: name }) =>
    targets.some((other) => file !== undefined && other.file === file && other.format !== name),
  );
  if (twice) return usage(`--format: two reports would be written to ${twice.file}; give each a file of its own`);
  return targets.filter(({ format: name, file }, at) => at === targets.findIndex((one) => one.format === name && one.file === file));
}

function byDefault(outputFile: string | undefined, env: Terminal['env']): readonly Target[] {
  return env.GITHUB_ACTIONS === 'true' && outputFile === undefined ? [{ format: 'pretty' }, { format: 'github' }] : [{ format: 'pretty' }];
}

function usage(message: string): Problem {
  return { code: 'usage', message };
}
