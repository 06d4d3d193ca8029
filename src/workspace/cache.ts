import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../files/write.js';
import type { FoundFile } from '../files/expand.js';
import type { DraftReport, Problem } from '../index.js';
import { failures } from '../report/build.js';

/** Where results are kept unless the user says otherwise: where tools of Node keep theirs, or beside the project's own files. */
export function defaultCacheFolder(root: string): string {
  return existsSync(join(root, 'node_modules')) ? join(root, 'node_modules/.cache/replylint') : join(root, '.replylintcache');
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
    this.#failure ??= writeWhole(this.folder, this.#record(file), JSON.stringify({ key, reports: outcomes }));
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
