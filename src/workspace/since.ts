import { readFileSync } from 'node:fs';
import type { Directive } from '../draft/draft.js';
import type { FoundFile } from '../files/expand.js';
import { readRevision } from '../files/git.js';
import { decodeDraft } from '../files/read.js';
import type { Problem } from '../index.js';
import type { LibraryEntry } from '../parse/library/index.js';
import { digest } from '../text/digest.js';

/** What has changed since a revision. */
export interface Since {
  /** Whether a file differs from what it was. A library is then looked at entry by entry. */
  isChanged(file: FoundFile): boolean;
  /** The text of a library as it was; undefined where it was not there, or held no text. */
  textBefore(path: string): Promise<string | undefined>;
}

/** Reads a revision of the repository that holds `cwd`; what keeps it from being read is a problem. */
export async function changedSince(ref: string, cwd: string): Promise<Since | Problem> {
  const revision = await readRevision(ref, cwd);
  if ('code' in revision) return revision;
  return {
    isChanged({ path }) {
      try {
        return !revision.isSame(path, readFileSync(path));
      } catch {
        // What cannot be read is told when it is read to be judged.
        return true;
      }
    },
    async textBefore(path) {
      const bytes = await revision.before(path);
      const read = bytes && decodeDraft(path, bytes, 'library');
      return read && !('code' in read) ? String(read.content) : undefined;
    },
  };
}

/** What an entry says and is, in short: its texts and what describes them. How often it was used is not its own doing, and where it stands does not matter. */
export function entryDigest({ entry, texts, notes }: LibraryEntry, directives: readonly Directive[]): string {
  const { usage: _usage, ...rest } = entry;
  const said = texts.map(({ value, format, variant }) => [format, variant, value.read().text]);
  return digest(JSON.stringify([rest, said, notes.map(({ text }) => text), directives.map(({ text }) => text)]));
}
