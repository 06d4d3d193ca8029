import { CodeActionKind, Command, type CodeAction, type TextEdit, type WorkspaceEdit } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ReportedFinding, Span } from '../index.js';
import { mendAll, mendOne, readerOf, type Change, type Mend } from '../workspace/mend.js';
import { diagnosticOf, rangeOf } from './diagnostics.js';
import { isLive, type Live, type Judgement } from './judge.js';
import { isFinding, type FindingMark } from './marks.js';
import { canSuppress, suppression } from './suppress.js';

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.replylint`;
export const ALLOW_PHRASE = 'replylint.allowPhrase';
export const TURN_RULE_OFF = 'replylint.turnRuleOff';

/** What stands in an action until its edit is worked out. */
export type Pending = { readonly uri: string; readonly version: number } & (
  | { readonly does: 'fix'; readonly mend: Mend }
  | { readonly does: 'suppress'; readonly draft: string; readonly rule: string; readonly at: Span }
  | { readonly does: 'fixAll' }
);

/** A document with what is said of it. */
export interface Shown {
  readonly document: TextDocument;
  readonly judgement: Judgement;
  readonly live: Live;
}

const NOTES: Readonly<Record<ReportedFinding['fixes'][number]['safety'], string>> = {
  safe: '',
  unsafe: ' (may change the meaning)',
  suggestion: ' (a suggestion: read it over)',
};

/** Units of text of a letter of twenty pages. */
const LONG = 100_000;

/** What can be done about a stretch of a document. Edits are left to {@link editOf}. @param only kinds of action that are asked for */
export function actionsFor({ document, judgement }: Shown, at: Span, only: readonly string[] | undefined): CodeAction[] {
  const { uri, version } = document;
  const wants = (kind: string): boolean => !only || only.some((one) => kind === one || kind.startsWith(`${one}.`));
  const actions: CodeAction[] = [];
  const add = (title: string, mark: FindingMark, more: Partial<CodeAction>): void => {
    actions.push({ title, kind: CodeActionKind.QuickFix, diagnostics: [diagnosticOf(mark, document)], ...more });
  };
  if (wants(CodeActionKind.QuickFix)) {
    const here = judgement.marks.filter((mark): mark is FindingMark => isFinding(mark) && meets(mark.at, at));
    for (const mark of here)
      for (const [n, { label, safety, edits }] of mark.finding.fixes.entries())
        if (edits.length > 0)
          add(label + NOTES[safety], mark, {
            ...(safety === 'safe' && mark.finding.fixes.findIndex((one) => one.safety === 'safe') === n && { isPreferred: true }),
            data: { uri, version, does: 'fix', mend: mendOf(mark, n) } satisfies Pending,
          });
    const taken = new Set<string>();
    const isNew = (title: string): boolean => !taken.has(title) && taken.add(title).size > 0;
    for (const mark of here) {
      const { rule, quote } = mark.finding;
      if (canSuppress(judgement) && isNew(`suppress ${rule} ${mark.draft.id} ${mark.at.start}`))
        add(`Suppress ${rule} here, with a reason`, mark, {
          data: { uri, version, does: 'suppress', draft: mark.draft.id, rule, at: mark.at } satisfies Pending,
        });
      const words = quote?.replaceAll(/\s+/g, ' ').trim() ?? '';
      if (isPhrase(words) && speaksOfWords(rule, judgement) && isNew(`allow ${words} ${rule}`))
        add(`Allow “${words}” from now on`, mark, {
          command: Command.create('Allow this phrase', ALLOW_PHRASE, { uri, phrase: words, rule }),
        });
      if (isNew(`off ${rule}`))
        add(`Turn ${rule} off in the configuration`, mark, {
          command: Command.create('Turn this rule off', TURN_RULE_OFF, { uri, rule }),
        });
    }
  }
  if (wants(FIX_ALL) && judgement.marks.some((mark) => isFinding(mark) && hasSafeFix(mark)))
    actions.push({
      title: 'Make all safe fixes of replylint',
      kind: FIX_ALL,
      data: { uri, version, does: 'fixAll' } satisfies Pending,
    });
  return actions;
}

/** The edit of an action; why there is none otherwise. */
export async function editOf(pending: Pending, { document, judgement, live }: Shown, changes: boolean): Promise<WorkspaceEdit | string> {
  if (pending.version !== document.version) return 'the text has changed since; ask again';
  const edits = await changesOf(pending, judgement, live);
  if (typeof edits === 'string') return edits;
  const textEdits = edits.map((change): TextEdit => ({ range: rangeOf(change, document), newText: change.text }));
  return changes
    ? { documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits: textEdits }] }
    : { changes: { [document.uri]: textEdits } };
}

async function changesOf(pending: Pending, judgement: Judgement, live: Live): Promise<readonly Change[] | string> {
  const { file, text, folder } = judgement;
  if (pending.does === 'suppress') {
    const isIt = (mark: FindingMark): boolean =>
      mark.draft.id === pending.draft && mark.finding.rule === pending.rule && mark.at.start === pending.at.start;
    const mark = judgement.marks.find((one): one is FindingMark => isFinding(one) && isIt(one));
    return (
      (mark && (await suppression(mark, judgement, live))) ?? 'there is no place for a suppression that silences this and nothing else'
    );
  }
  const open = { ...file, text };
  const touched =
    pending.does === 'fix'
      ? [pending.mend.draft]
      : judgement.marks.flatMap((mark) => (isFinding(mark) && hasSafeFix(mark) ? [mark.draft.id] : []));
  const entries = new Set(touched.flatMap((id) => [id, id.replace(/\/text\d*$/, '')]));
  const context = folder.settings.kind === undefined ? {} : { kind: folder.settings.kind };
  const read = readerOf(open, context, folder.workspace, isLive(file, folder) ? { at: live, touched: entries } : undefined);
  const mended = pending.does === 'fix' ? await mendOne(open, pending.mend, read) : await mendAll(open, read);
  if ('refused' in mended) return `not made: ${mended.refused}`;
  return 'code' in mended ? mended.message : mended;
}

/** Whether proving a fix may take long enough to be noticed. */
export function isSlow({ judgement: { file, text } }: Shown): boolean {
  return file.format === 'library' || text.length > LONG;
}

function mendOf({ finding: { rule, span, message }, draft }: FindingMark, fix: number): Mend {
  return { draft: draft.id, finding: { rule, span, message }, fix };
}

function hasSafeFix({ finding }: FindingMark): boolean {
  return finding.fixes.some(({ safety, edits }) => safety === 'safe' && edits.length > 0);
}

/** A cursor at the edge of a finding is on it. */
function meets(one: Span, other: Span): boolean {
  return one.start <= other.end && other.start <= one.end;
}

/** A few words with nothing in them that means something in a phrase. */
function isPhrase(words: string): boolean {
  return words.length <= 60 && /^[\p{L}\p{N}'’ -]+$/u.test(words) && /\p{L}/u.test(words);
}

/** A rule that goes by phrases; of any other there is nothing to allow. */
function speaksOfWords(rule: string, { folder }: Judgement): boolean {
  return folder.workspace.rules.some(({ id, phrases }) => id === rule && phrases.length > 0);
}
