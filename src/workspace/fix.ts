import { plain } from '../config/index.js';
import type { FoundFile } from '../files/expand.js';
import type { FileFormat } from '../files/format.js';
import { decodeDraft, readBytes } from '../files/read.js';
import { replaceContent } from '../files/replace.js';
import { fixAll, isJudged, unifiedDiff, type Judged, type Read, type State, Walk, type Wanted } from '../fix/index.js';
import type { FixRecord, OfferedFix } from '../report/report.js';
import type { Context, DraftReport, Problem } from '../index.js';
import { decodeCharset, isValid } from '../text/charset.js';
import { openDrafts } from './open-drafts.js';
import type { Workspace } from './workspace.js';

export type { Choice, Step, Walk, Wanted } from '../fix/index.js';

/** Bytes to be fixed: those of a file, or of standard input under the name that was given for it. */
export interface Fixable {
  /** As it is shown. */
  readonly file: string;
  /** Which settings hold for it. */
  readonly path?: string;
  readonly format: FileFormat;
  readonly bytes: Uint8Array;
}

/** A file before or after it was fixed. */
export interface FixState {
  readonly bytes: Uint8Array;
  /** What is to be said of each draft in it. */
  readonly reports: readonly (DraftReport | Problem)[];
  /** The file's text as a diff shows it. */
  readonly shown: string;
}

/** What came of fixing one file. */
export interface FixOutcome {
  readonly first: FixState;
  readonly last: FixState;
  readonly applied: readonly FixRecord[];
  readonly offered: readonly OfferedFix[];
}

/** The bytes of a file that is to be fixed. */
export function readFixable({ file, path, format }: FoundFile, workspace: Workspace): Fixable | Problem {
  const bytes = readBytes(file, workspace.settingsFor(path).limits.fileBytes.value, path);
  return bytes instanceof Uint8Array ? { file, path, format, bytes } : bytes;
}

/** Makes the wanted fixes; writes nothing. */
export async function fixBytes(source: Fixable, wanted: Wanted, context: Context, workspace: Workspace): Promise<FixOutcome | Problem> {
  const outcome = await fixAll(source.bytes, wanted, readerFor(source, context, workspace));
  return 'code' in outcome ? outcome : { ...outcome, first: fixState(outcome.first, source), last: fixState(outcome.last, source) };
}

function fixState({ bytes, drafts }: State, { file, format }: Fixable): FixState {
  const coded = drafts.find((draft) => isJudged(draft) && draft.opened.isCoded) as Judged | undefined;
  return {
    bytes,
    reports: reportsOf({ bytes, drafts }),
    shown: coded ? coded.opened.text : textOf(bytes, file, format),
  };
}

/** The lines of a file. Those of a mail, whose parts may each have a charset of their own, are read as UTF-8 where they can be. */
function textOf(bytes: Uint8Array, file: string, format: FileFormat): string {
  const read = decodeDraft(file, bytes, format);
  if ('code' in read) return '';
  return typeof read.content === 'string' ? read.content : decodeCharset(bytes, isValid(bytes, 'utf-8') ? 'utf-8' : 'windows-1252').text;
}

/** Begins to go through the fixes of a file; writes nothing. */
export function beginWalk(
  source: Fixable,
  rules: ReadonlySet<string> | undefined,
  context: Context,
  workspace: Workspace,
): Promise<Walk | Problem> {
  return Walk.begin(source.bytes, readerFor(source, context, workspace), rules);
}

/** What is to be said of each draft of a file. */
export function reportsOf({ drafts }: State): readonly (DraftReport | Problem)[] {
  return drafts.map((draft) => (isJudged(draft) ? draft.report : draft));
}

/** What reads and judges the bytes of one file, before and after each fix. */
export function readerFor({ file, path, format }: Fixable, context: Context, workspace: Workspace): Read {
  const settings = plain(workspace.settingsFor(path));
  return async (bytes) => {
    const content = decodeDraft(file, bytes, format);
    if ('code' in content) return content;
    const opened = await openDrafts(file, format, bytes, content, settings);
    if ('code' in opened) return opened;
    const drafts: (Judged | Problem)[] = [];
    for await (const report of workspace.lintRead({ file, path, format }, content, context))
      drafts.push('code' in report ? report : { opened: opened(report.id), report });
    return drafts;
  };
}

/** Writes what came of fixing a file; answers why it was not written. */
export function writeFixed(
  { file, path }: FoundFile,
  { first, last }: { readonly first: Pick<State, 'bytes'>; readonly last: Pick<State, 'bytes'> },
  workspace: Workspace,
): Problem | undefined {
  if (first.bytes === last.bytes) return undefined;
  return replaceContent({ file, path, root: workspace.config.root, before: first.bytes, after: last.bytes });
}

/** What fixing changes, as a unified diff of the file's text. `shown` makes a line fit to be printed. */
export function diffOf({ file }: Fixable, { first, last }: FixOutcome, shown: (line: string) => string): string {
  return unifiedDiff(file, first.shown, last.shown, shown);
}
