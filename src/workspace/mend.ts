import { plain } from '../config/index.js';
import type { FileFormat } from '../files/format.js';
import { decodeDraft } from '../files/read.js';
import { attempt, changesBetween, fixAll, isJudged, isRefusal, stateOf } from '../fix/index.js';
import type { Change, Judged, Opened, Read, Refusal, State } from '../fix/index.js';
import type { Context, DraftReport, Problem, ReportedFinding } from '../index.js';
import { readerFor } from './fix.js';
import type { LiveLibrary } from './live-library.js';
import { openDrafts, openEntries } from './open-drafts.js';
import type { Workspace } from './workspace.js';

export type { Change, Refusal } from '../fix/index.js';

/** A text that is open in an editor, whatever the file on disk holds. */
export interface OpenText {
  /** As it is shown. */
  readonly file: string;
  /** Which settings hold for it. */
  readonly path?: string;
  readonly format: FileFormat;
  readonly text: string;
}

/** One fix of a finding that was shown. */
export interface Mend {
  /** The id of the report. */
  readonly draft: string;
  readonly finding: Pick<ReportedFinding, 'rule' | 'span' | 'message'>;
  /** Which of its fixes. */
  readonly fix: number;
}

/**
 * What makes of a text one with the fix in it, proven as fixes of files are; why there is none otherwise. Of a suggestion, which its reader goes on to write,
 * only that the text reads as wanted.
 */
export async function mendOne(open: OpenText, mend: Mend, read: Read): Promise<readonly Change[] | Refusal | Problem> {
  const state = await stateOf(Buffer.from(open.text), read);
  if ('code' in state) return state;
  const draft = state.drafts.findIndex((one) => isJudged(one) && one.report.id === mend.draft);
  const judged = state.drafts[draft];
  const finding = isJudged(judged) ? judged.report.findings.find((one) => isSame(one, mend.finding)) : undefined;
  const fix = finding?.fixes[mend.fix];
  if (!finding || !fix) return { refused: 'the text has changed since' };
  const next = await attempt(state, [{ draft, finding, fix }], read, fix.safety === 'suggestion' ? 'read' : 'judged');
  return isRefusal(next) ? next : changesTo(next, open);
}

/** What makes of a text one with all safe fixes in it. */
export async function mendAll(open: OpenText, read: Read): Promise<readonly Change[] | Refusal | Problem> {
  const outcome = await fixAll(Buffer.from(open.text), { unsafe: false }, read);
  return 'code' in outcome ? outcome : changesTo(outcome.last, open);
}

function changesTo({ bytes }: State, { text }: OpenText): readonly Change[] | Refusal {
  try {
    return changesBetween(text, new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return { refused: 'its charset is not that of the editor' };
  }
}

/** What reads and judges an open text before and after a fix. What has judged it before need not judge all of it again. */
export function readerOf(
  { file, path, format }: OpenText,
  context: Context,
  workspace: Workspace,
  live?: { readonly at: LiveLibrary<unknown>; readonly touched: ReadonlySet<string> },
): Read {
  if (!live) return readerFor({ file, path, format, bytes: new Uint8Array() }, context, workspace);
  const settings = plain(workspace.settingsFor(path));
  const fork = live.at.fork();
  return async (bytes) => {
    const content = decodeDraft(file, bytes, format);
    if ('code' in content) return content;
    const opened =
      format === 'library'
        ? await openEntries(file, bytes, content, settings, (id) => live.touched.has(id))
        : await openDrafts(file, format, bytes, content, settings);
    if ('code' in opened) return opened;
    const answer = await fork.judge(await workspace.libraryFile({ file, path, format }, content), context, () => false);
    if (!answer || 'code' in answer) return answer ?? [];
    return answer.texts.map(({ outcome, written }): Judged | Problem =>
      'code' in outcome ? outcome : { report: outcome, opened: isTouched(outcome, live.touched) ? opened(outcome.id) : asWritten(written) },
    );
  };
}

/** Ids of texts and of entries: the second text of an entry is `file#entry/text`. */
function isTouched({ id }: DraftReport, touched: ReadonlySet<string>): boolean {
  return touched.has(id) || touched.has(id.replace(/\/text\d*$/, ''));
}

/** What nobody means to change: it must be written afterwards as it was before. */
function asWritten(written: readonly string[]): Opened {
  return {
    text: '',
    readings: [{ text: written.join('\0'), rich: false }],
    ways: 1,
    write: () => ({ refused: 'it is not open for change' }),
  };
}

function isSame(one: Mend['finding'], other: Mend['finding']): boolean {
  return (
    one.rule === other.rule && one.message === other.message && one.span?.start === other.span?.start && one.span?.end === other.span?.end
  );
}
