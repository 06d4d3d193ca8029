import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { makeFolder } from '../files/make-folder.js';
import { notWritten, writeWhole } from '../files/write.js';
import type { FoundFile } from '../files/expand.js';
import type { DraftReport, Problem } from '../index.js';
import { failures } from '../report/build.js';

/**
 * Where results are kept unless the user says otherwise: in the user's own cache folder, by project. Never in the project: whoever wrote its files would
 * then say what was said of them.
 */
export function defaultCacheFolder(root: string, env: NodeJS.ProcessEnv = process.env): string {
  const own = process.platform === 'win32' ? env.LOCALAPPDATA : env.XDG_CACHE_HOME;
  // The XDG specification ignores paths that are not absolute.
  const base = own && isAbsolute(own) ? own : join(homedir(), '.cache');
  return join(base, 'replylint', hash(root).slice(0, 16));
}

/** Records of sources that are gone are cleared away when there are many more records than sources, and they are this old. */
const OLD = 30 * 24 * 60 * 60 * 1000;

/**
 * What was said of files before: a record for each, with a key made of everything that the judgement rests on. A record that cannot be read is as good as
 * none. Only files that could be judged are kept.
 */
export class ResultCache {
  #failure: Problem | undefined;
  #used = 0;

  /** @param folder absolute */
  constructor(private readonly folder: string) {}

  /** What was said of the file when the key was the same. */
  read(file: FoundFile, key: string): readonly DraftReport[] | undefined {
    this.#used += 1;
    try {
      const record = JSON.parse(readFileSync(this.#record(file), 'utf8')) as { key?: unknown; reports?: unknown } | null;
      return record?.key === key && Array.isArray(record.reports) ? (record.reports as DraftReport[]) : undefined;
    } catch {
      return undefined;
    }
  }

  /** Keeps what was said of the file. */
  write(file: FoundFile, key: string, outcomes: readonly (DraftReport | Problem)[]): void {
    if (outcomes.some((one) => 'code' in one || failures(one.problems).length > 0)) return;
    this.#failure ??= this.#make() ?? writeWhole(this.folder, this.#record(file), JSON.stringify({ key, reports: outcomes }));
  }

  /** Records hold the drafts that they speak of: nobody else reads them. */
  #make(): Problem | undefined {
    try {
      makeFolder(this.folder, 0o700);
      return undefined;
    } catch (error) {
      return notWritten(this.folder, error);
    }
  }

  /** Clears away what is of no use any longer; tells what kept the cache from being written. */
  end(): Problem | undefined {
    try {
      const names = readdirSync(this.folder).filter((name) => /^[0-9a-f]{40}\.json$/.test(name));
      const now = Date.now();
      if (names.length > 2 * this.#used + 100)
        for (const path of names.map((name) => join(this.folder, name)))
          if (now - statSync(path).mtimeMs > OLD) rmSync(path, { force: true });
    } catch {
      // There is no folder: nothing was kept.
    }
    return this.#failure && { ...this.#failure, message: `the cache ${this.#failure.message}`, severity: 'warning' };
  }

  #record({ path }: FoundFile): string {
    return join(this.folder, `${hash(path).slice(0, 40)}.json`);
  }
}

/** SHA-256 of texts and bytes, each told apart from the next. */
export function hash(...parts: readonly (string | Uint8Array)[]): string {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(`${part.length}\0`).update(part);
  return sum.digest('hex');
}
