import type { Worker } from 'node:worker_threads';
import type { Context, DraftReport, Problem } from '../index.js';
import type { Note } from '../draft/entry.js';
import type { EntryInput } from '../library/entry-input.js';
import type { Surveyed } from '../library/judge-entry.js';
import { isWild } from '../parse/wild.js';
import type { PackedRuns } from '../text/run-map.js';
import { withDeadline } from './deadline.js';
import { nextOf, startApart, type ThreadSetup } from './isolate.js';
import type { LibraryFile } from './library-entries.js';

/** What a thread for entries of one file is given: it reads the file anew, since the way from an entry to its file is no data that can be copied. */
export interface LibraryTask extends ThreadSetup {
  readonly library: Pick<LibraryFile, 'name' | 'format' | 'content'>;
  /** What `toBytes` of the file is made of. */
  readonly runs?: PackedRuns;
  readonly context: Context;
}

/** What else is known of an entry when it is judged: what the survey found, and the help desk that its library seems to be of. */
export interface Known {
  readonly noted: readonly Note[];
  readonly dialect?: string;
}

/** What the thread is asked: a judgement where `lint` is there, else a first look. */
export interface Question {
  /** Place of the entry in its file, and of the text in the entry. */
  readonly entry: number;
  readonly text: number;
  readonly lint?: Known;
}

/** Which text of a file it is, and whether it may take long. */
export interface At extends Omit<Question, 'lint'> {
  readonly isWild: boolean;
}

/** Whether one of the texts of an entry may take long. */
export async function isWildEntry(inputs: readonly EntryInput[], { setup }: LibraryFile): Promise<boolean> {
  for (const { draft: content, format } of inputs) if (await isWild({ content, format }, setup.limits)) return true;
  return false;
}

/** An entry with all that is known of it. */
export function inContext(input: EntryInput, { noted, dialect }: Known): EntryInput {
  const entry = dialect === undefined ? input.entry : { ...input.entry, dialect };
  return { ...input, entry, noted };
}

/**
 * Where the entries of one file are looked at: here, or, when they may take long, in a thread that is stopped when they do. The thread keeps the file for
 * the next of them; after one that was stopped there is a new one.
 */
export class Desk {
  #worker: Worker | undefined;

  constructor(
    private readonly file: LibraryFile,
    private readonly context: Context,
  ) {}

  survey(input: EntryInput, { entry, text, isWild }: At): Promise<Surveyed | Problem> {
    const { linter, setup } = this.file;
    return isWild ? this.#ask({ entry, text }, input.id) : withDeadline(input.id, setup.limits.milliseconds, linter.survey(input));
  }

  lint(input: EntryInput, { entry, text, isWild }: At, lint: Known): Promise<DraftReport | Problem> {
    const { linter, setup } = this.file;
    return isWild
      ? this.#ask({ entry, text, lint }, input.id)
      : withDeadline(input.id, setup.limits.milliseconds, linter.lint(inContext(input, lint)));
  }

  /** Ends the thread, where there is one. */
  async end(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  async #ask<T extends object>(question: Question, id: string): Promise<T | Problem> {
    const { milliseconds } = this.file.setup.limits;
    let isUsable = false;
    try {
      if (!this.#worker) {
        this.#worker = startApart(this.#task());
        const ready = await nextOf<'ready'>(this.#worker, id, milliseconds);
        if (ready !== 'ready') return ready;
      }
      const next = nextOf<T>(this.#worker, id, milliseconds);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads has no origin
      this.#worker.postMessage(question);
      const answer = await next;
      isUsable = !('code' in answer) || (answer.code !== 'deadline' && answer.code !== 'too-complex');
      return answer;
    } finally {
      // Whatever kept it from answering keeps it busy.
      if (!isUsable) await this.end();
    }
  }

  #task(): LibraryTask {
    const { name, format, content, toBytes, thread } = this.file;
    if (!thread) throw new Error('no thread can be made here');
    return { ...thread, library: { name, format, content }, runs: toBytes?.runs?.(), context: this.context };
  }
}
