import type { ReportedFinding, ReportedFix } from './report.js';

/** Words that are written alike in plain text, Markdown and HTML. */
const PLAIN_WORDS = /^[\p{L}\p{M}\p{N} ,.;:!?'’“”()-]*$/u;

/**
 * What could be written instead, where a viewer that knows nothing of mail parts, libraries or markup may write it as it stands: words on the line of
 * the finding. All other fixes are made by `--fix`.
 */
export function sarifFixes(finding: ReportedFinding, artifactLocation: object): object[] {
  const { place, source, fixes } = finding;
  const { part, pointer, line, endLine } = place;
  if (!source || part !== undefined || pointer !== undefined || line !== endLine) return [];
  return fixes.flatMap((fix) => {
    const replacements = replacementsOf(fix, finding);
    return replacements ? [{ description: { text: fix.label }, artifactChanges: [{ artifactLocation, replacements }] }] : [];
  });
}

function replacementsOf({ edits }: ReportedFix, { place: { line, column }, source }: ReportedFinding): object[] | undefined {
  const replacements: object[] = [];
  for (const edit of edits) {
    const at = edit.source;
    if (edit.kind !== 'text' || !at || !source || at.start < source.start || at.end > source.end || !PLAIN_WORDS.test(edit.text))
      return undefined;
    const columnOf = (offset: number): number => column + offset - source.start;
    replacements.push({
      deletedRegion: { startLine: line, startColumn: columnOf(at.start), endLine: line, endColumn: columnOf(at.end) },
      insertedContent: { text: edit.text },
    });
  }
  return replacements.length > 0 ? replacements : undefined;
}
