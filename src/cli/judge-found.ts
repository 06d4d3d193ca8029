import { resolve } from 'node:path';
import type { Expanded } from '../files/expand.js';
import type { Context, DraftReport, Problem } from '../index.js';
import { defaultCacheFolder } from '../workspace/cache.js';
import { judgeMany } from '../workspace/many.js';
import type { Workspace } from '../workspace/workspace.js';
import type { CheckOptions } from './options.js';
import type { Terminal } from './terminal.js';

/** Milliseconds of work before it is told how far it is, and between two tellings. */
const PATIENCE = 2000;
const PAUSE = 100;

/** Judges many files: with what is known of them from before, in several threads, and with a line on the terminal that tells how far it is. */
export async function* judgeFound(
  workspace: Workspace,
  found: Expanded,
  context: Context,
  { cache, cacheLocation, concurrency = 'auto', progress, format, outputFile }: CheckOptions,
  terminal: Terminal,
): AsyncGenerator<DraftReport | Problem> {
  const folder = cacheLocation === undefined ? defaultCacheFolder(workspace.config.root) : resolve(terminal.cwd, cacheLocation);
  const options = { threads: concurrency, ...(cache && { cache: folder }) };
  const begun = performance.now();
  let told = begun + PATIENCE - PAUSE;
  // A report that is written while drafts are judged shows by itself how far it is.
  const streams = outputFile === undefined && format?.some((target) => target.format === 'ndjson' && target.file === undefined);
  let shown = progress !== false && !terminal.env.CI && !streams;
  let wasShown = false;
  let drafts = 0;
  const files = new Set<string>();
  try {
    for await (const outcome of judgeMany(workspace, found, context, options, (note) => terminal.problem(note))) {
      drafts += 1;
      if (outcome.file !== undefined) files.add(outcome.file);
      const now = performance.now();
      if (shown && now - told >= PAUSE) {
        told = now;
        const more = drafts > files.size ? `, ${drafts} drafts` : '';
        shown = terminal.progress(`${files.size} of ${found.files.length} files judged${more} …`);
        wasShown ||= shown;
      }
      yield outcome;
    }
  } finally {
    if (wasShown) terminal.progress(undefined);
  }
}
