import { relative, resolve, sep } from 'node:path';
import { appendText, isSameFile, WholeFile } from '../files/write.js';
import type { DraftReport, Problem, Report } from '../index.js';
import { renderInPieces } from '../report/render.js';
import { stylerFor, wantsColour } from './colours.js';
import type { CheckOptions } from './options.js';
import type { Target } from './targets.js';
import type { Terminal } from './terminal.js';

/** A report that is written while the drafts are judged. */
interface Stream {
  draft(draft: DraftReport): string;
  end(report: Report): string;
}

/** Takes what is judged to where the options want it. */
export interface Delivery {
  /** Whether the drafts must be kept until the end. */
  readonly keeps: boolean;
  /** Takes a draft as soon as it is judged. False: nobody reads any longer. */
  add(draft: DraftReport): Promise<boolean>;
  /** Writes the reports; tells what kept one from being written. */
  end(report: Report): Promise<readonly Problem[]>;
}

/** @param root folder that paths in reports for other tools are relative to */
export async function createDelivery(
  targets: readonly Target[],
  options: CheckOptions,
  root: string,
  terminal: Terminal,
): Promise<Delivery> {
  const streaming = targets.filter(({ format }) => format === 'ndjson');
  const streams = await Promise.all(streaming.map((target) => openStream(target, terminal)));
  const judged = new Set<string>();
  return {
    keeps: streaming.length < targets.length || options.compare !== undefined,
    async add(draft) {
      judged.add(draft.file);
      for (const { stream, write } of streams) write(stream.draft(draft));
      return streams.length === 0 || terminal.drained();
    },
    async end(report) {
      const read = [...judged, ...othersRead(report, options)].map((file) => resolve(terminal.cwd, file));
      const problems: Problem[] = [];
      const done = (problem: Problem | undefined): unknown => problem && problems.push(problem);
      for (const { stream, write, close } of streams) {
        write(stream.end(report));
        done(close(read));
      }
      for (const target of targets) {
        if (target.format === 'ndjson') continue;
        const pieces = await rendered(report, target, options, root, terminal);
        if (target.file !== undefined) done(written(target.file, pieces, read, terminal.cwd));
        else for (const piece of pieces) terminal.out(piece);
        if (target.format === 'github') done(await summarised(report, terminal));
      }
      return problems;
    },
  };
}

async function openStream({ file }: Target, terminal: Terminal) {
  const { NdjsonStream } = await import('../report/ndjson.js');
  const stream: Stream = new NdjsonStream();
  if (file === undefined) return { stream, write: (text: string) => terminal.out(text), close: () => undefined };
  const whole = new WholeFile(file, resolve(terminal.cwd, file));
  return {
    stream,
    write: (text: string) => whole.write(text),
    close: (read: readonly string[]) => {
      const refused = refusal(file, whole.path, read);
      if (refused) whole.discard();
      return refused ?? whole.end();
    },
  };
}

async function rendered(
  report: Report,
  { format, file }: Target,
  options: CheckOptions,
  root: string,
  terminal: Terminal,
): Promise<Iterable<string>> {
  const toScreen = file === undefined;
  return renderInPieces(format, report, {
    pathOf: (name) => pathUnder(root, resolve(terminal.cwd, name)),
    columns: toScreen && (terminal.screen || terminal.env.COLUMNS) ? terminal.width : undefined,
    styler: await stylerFor(format === 'pretty' && wantsColour(options.color, toScreen && terminal.screen, terminal.env)),
    quiet: options.quiet,
  });
}

function written(file: string, pieces: Iterable<string>, read: readonly string[], cwd: string): Problem | undefined {
  const path = resolve(cwd, file);
  const refused = refusal(file, path, read);
  if (refused) return refused;
  const whole = new WholeFile(file, path);
  for (const piece of pieces) whole.write(piece);
  return whole.end();
}

/** Writing over what was read to come to the report would lose somebody's draft. */
function refusal(file: string, path: string, read: readonly string[]): Problem | undefined {
  return read.some((input) => isSameFile(path, input))
    ? { code: 'not-written', file, message: 'it is a file that was read; give the report a name of its own' }
    : undefined;
}

function othersRead({ problems }: Report, { customer, config, compare }: CheckOptions): readonly string[] {
  return [...problems.map(({ file }) => file), customer, config, compare].filter((file) => typeof file === 'string');
}

/** The summary of the job, which GitHub shows as a page: it is added to, because other steps write there too. */
async function summarised(report: Report, { env, cwd }: Terminal): Promise<Problem | undefined> {
  const file = env.GITHUB_STEP_SUMMARY;
  if (!file) return undefined;
  const { markdown, SUMMARY_UNITS } = await import('../report/markdown.js');
  return appendText(file, resolve(cwd, file), markdown(report, SUMMARY_UNITS));
}

function pathUnder(root: string, path: string): string {
  const steps = relative(root, path).split(sep);
  return steps[0] === '..' || steps.some((step) => step === '' || step.includes(':\\'))
    ? (path.split(sep).at(-1) ?? path)
    : steps.join('/');
}
