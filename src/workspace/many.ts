import { readFileSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { Expanded, FoundFile } from '../files/expand.js';
import type { Context, DraftReport, Problem } from '../index.js';
import { hash, ResultCache } from './cache.js';
import { stamps } from './fingerprint.js';
import { Pool } from './pool.js';
import type { Workspace } from './workspace.js';

type Outcome = DraftReport | Problem;

export interface ManyOptions {
  /** Folder in which results are kept (absolute); without it none are. */
  readonly cache?: string;
  /** `auto`: as many as there are processors for, where there is enough work for each. */
  readonly threads: number | 'auto' | 'off';
}

/** Bytes of drafts for which a thread is worth its start: until it runs well it takes as long as this thread takes for half of them. */
const WORTH = 2 * 1024 * 1024;
const MOST_THREADS = 8;

/** How many threads to judge the files with; 1 for this one alone. */
function threadsFor(wanted: ManyOptions['threads'], files: readonly FoundFile[]): number {
  if (wanted === 'off') return 1;
  if (wanted !== 'auto') return Math.max(1, Math.min(wanted, files.length));
  const most = Math.min(availableParallelism() - 1, MOST_THREADS);
  if (most <= 1) return 1;
  const bytes = files.reduce((sum, { path }) => sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0), 0);
  return Math.max(1, Math.min(most, files.length, Math.floor(bytes / WORTH)));
}

/**
 * Judges files in their order, those that were judged before by what was said then, and drafts about to be sent in several threads. Libraries and
 * templates are judged in this thread: what is said of one of their entries rests on all of them.
 * @param tell takes what else there is to know
 */
export async function* judgeMany(
  workspace: Workspace,
  found: Expanded,
  context: Context,
  { cache: folder, threads: wanted }: ManyOptions,
  tell: (note: Problem) => void,
): AsyncGenerator<Outcome> {
  const cache = folder === undefined ? undefined : new ResultCache(folder);
  const keys = cache ? keysOf(workspace, found, context) : undefined;
  const known = new Map<FoundFile, readonly Outcome[]>();
  for (const file of cache ? found.files : []) {
    const key = keys?.get(file);
    const before = key === undefined ? undefined : cache?.read(file, key);
    if (before) known.set(file, before);
  }
  const fresh = found.files.filter((file) => !known.has(file));
  if (fresh.some((file) => workspace.isTemplate(file))) await workspace.survey(found);
  const apart = fresh.filter((file) => !workspace.isTemplate(file));
  const threads = threadsFor(wanted, apart);
  const pool = threads > 1 ? new Pool(threads, { pool: true, options: workspace.forThreads(), context }) : undefined;
  const given = new Map<FoundFile, Promise<readonly Outcome[]>>();
  let next = 0;
  try {
    for (const file of found.files) {
      while (pool && next < apart.length && given.size < pool.room) {
        const answer = pool.judge(apart[next]);
        // It is waited for below, in its turn.
        answer.catch(() => {});
        given.set(apart[next], answer);
        next += 1;
      }
      const before = known.get(file);
      const key = before ? undefined : keys?.get(file);
      const outcomes: Outcome[] = [];
      for await (const outcome of before ?? (await given.get(file)) ?? workspace.lintFile(file, context)) {
        if (key !== undefined) outcomes.push(outcome);
        yield outcome;
      }
      given.delete(file);
      known.delete(file);
      if (key !== undefined) cache?.write(file, key, outcomes);
    }
  } finally {
    await pool?.end();
    const failure = cache?.end();
    if (failure) tell(failure);
  }
}

/** The key of each file: all that the judgement of it rests on. A file that cannot be read has none. */
function keysOf(workspace: Workspace, found: Expanded, context: Context): Map<FoundFile, string> {
  const sums = new Map<FoundFile, string>();
  for (const file of [...found.files, ...(found.beside ?? [])]) {
    try {
      sums.set(file, hash(file.file, file.format, readFileSync(file.path)));
    } catch {
      // Why is told when it is judged.
    }
  }
  const library = hash(...[...sums].filter(([file]) => workspace.isTemplate(file)).map(([, sum]) => sum));
  const known = JSON.stringify(context);
  const stampFor = stamps(workspace);
  const keys = new Map<FoundFile, string>();
  for (const [file, sum] of sums) {
    const isTemplate = workspace.isTemplate(file);
    // Which entries have changed since a revision, its name does not tell.
    if (isTemplate && workspace.options.since !== undefined) continue;
    keys.set(file, hash(sum, known, stampFor(file.path), isTemplate ? library : ''));
  }
  return keys;
}
