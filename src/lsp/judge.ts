import { tooLarge } from '../files/read.js';
import type { FileFormat } from '../files/format.js';
import type { Problem } from '../index.js';
import { lazy } from '../text/lazy.js';
import { lineIndex } from '../text/line-index.js';
import { LiveLibrary } from '../workspace/live-library.js';
import type { ReadFile } from '../workspace/workspace.js';
import type { Folder } from './folders.js';
import { marksOf, moved, problemMark, type Mark } from './marks.js';

/** What is said of a document at one moment. */
export interface Judgement {
  readonly marks: readonly Mark[];
  readonly file: ReadFile;
  readonly text: string;
  readonly folder: Folder;
}

/** A library that is open: what was said of its entries is kept. */
export type Live = LiveLibrary<readonly Mark[]>;

export function newLibrary(): Live {
  return new LiveLibrary((outcome, lines, text) => marksOf(outcome, text, lines()));
}

/** The document, as the workspace knows it. */
export function fileOf(path: string | undefined, shown: string, format: FileFormat): ReadFile {
  return { file: shown, path, format };
}

/** Whether a document holds templates, which are judged as a library that is being written. */
export function isLive(file: ReadFile, { workspace }: Folder): boolean {
  return file.format !== 'mbox' && workspace.isTemplate(file);
}

/** Judges a document; undefined when it changed meanwhile. Never throws for what it holds. */
export async function judge(
  file: ReadFile,
  text: string,
  folder: Folder,
  live: Live,
  isStale: () => boolean,
): Promise<Judgement | undefined> {
  const { workspace, settings } = folder;
  const answer = (marks: readonly Mark[]): Judgement => ({ marks, file, text, folder });
  const lines = lazy(() => lineIndex(text));
  const limit = workspace.settingsFor(file.path).limits.fileBytes.value;
  // A unit is at most three bytes.
  if (text.length * 3 > limit && Buffer.byteLength(text) > limit) return answer([problemMark(tooLarge(file.file, limit), text, lines())]);
  const context = settings.kind === undefined ? {} : { kind: settings.kind };
  const problems = (all: readonly Problem[]): Mark[] => all.map((problem) => problemMark(problem, text, lines()));
  if (isLive(file, folder)) {
    const said = await live.judge(await workspace.libraryFile(file, { content: text }), context, isStale);
    if (!said) return undefined;
    if ('code' in said) return answer(problems([said]));
    const marks = said.texts.flatMap(({ kept, moved: by }) => (by === 0 ? kept : kept.map((mark) => moved(mark, by))));
    return answer([...marks, ...problems(said.problems)]);
  }
  const marks: Mark[] = [];
  for await (const outcome of workspace.lintRead(file, { content: text }, context)) {
    if (isStale()) return undefined;
    marks.push(...marksOf(outcome, text, lines()));
  }
  return answer(marks);
}
