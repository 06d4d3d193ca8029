import { applyChanges, type Change } from '../fix/change.js';
import { findFrontMatter } from '../parse/markdown-meta.js';
import { open } from '../workspace/library-entries.js';
import { judge, type Live, type Judgement } from './judge.js';
import { isFinding, type FindingMark } from './marks.js';

/** What stands for the reason until somebody writes it. */
const REASON = 'say why';

/** Whether a format has a place for a suppression that nobody who gets the reply will see. */
export function canSuppress({ file, folder, text }: Judgement): boolean {
  const isTemplate = folder.workspace.isTemplate(file);
  if (file.format === 'library') return /\.(?:ya?ml|json)$/i.test(file.file);
  if (file.format === 'eml' || file.format === 'markdown') return true;
  return isTemplate && (file.format === 'html' || (file.format === 'text' && findFrontMatter(text) !== undefined));
}

/**
 * What makes of a document one in which a finding is suppressed where it stands. Each way is tried: it is taken when the finding is then silenced and
 * nothing else has changed. Undefined where there is none.
 */
export async function suppression(mark: FindingMark, before: Judgement, live: Live): Promise<readonly Change[] | undefined> {
  for (const change of await waysTo(mark, before)) {
    const text = applyChanges(before.text, [change]);
    const after = await judge(before.file, text, before.folder, live.fork(), () => false);
    if (after && isSilenced(mark, before, after)) return [change];
  }
  return undefined;
}

async function waysTo({ at, finding: { rule }, draft }: FindingMark, { file, text, folder }: Judgement): Promise<Change[]> {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const insert = (start: number, words: string): Change => ({ start, end: start, text: words });
  const said = `${rule} -- ${REASON}`;
  const line = text.lastIndexOf('\n', at.start - 1) + 1;
  if (file.format === 'eml') {
    const end = /^\r?$/m.exec(text)?.index;
    return end === undefined ? [] : [insert(end, `X-Replylint-Disable: ${said}${eol}`)];
  }
  if (file.format === 'library') {
    const opened = await open(await folder.workspace.libraryFile(file, { content: text }));
    const start = 'code' in opened ? undefined : opened.library.entries.find(({ entry }) => entry.id === draft.entry?.id)?.start;
    return start === undefined ? [] : besideEntry(text, start, said, eol, insert);
  }
  const ways: Change[] = [];
  const comment = `<!-- replylint-disable-next-line ${said} -->`;
  if (folder.workspace.isTemplate(file) && file.format === 'html') ways.push(insert(line, comment + eol));
  if (folder.workspace.isTemplate(file) && file.format === 'markdown')
    ways.push(insert(startOfBlock(text, line), comment + eol + eol), insert(line, comment + eol));
  const front = findFrontMatter(text);
  if (front && !/^replylint[-_]disable:/m.test(front.yaml))
    ways.push(insert(front.start + front.yaml.length, `replylint-disable: ${said}${eol}`));
  else if (!front && file.format === 'markdown') ways.push(insert(0, ['---', `replylint-disable: ${said}`, '---', '', ''].join(eol)));
  return ways;
}

/** A comment above the entry, or a field in it. */
function besideEntry(text: string, start: number, said: string, eol: string, insert: (start: number, words: string) => Change): Change[] {
  const line = text.lastIndexOf('\n', start - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(line, line + 1000))?.[0] ?? '';
  if (text[start] !== '{') return [insert(line, `${indent}# replylint-disable-next-line ${said}${eol}`)];
  const field = `"replylint-disable": ${JSON.stringify(said)},`;
  const gap = /^\{(\s*)/.exec(text.slice(start, start + 1000))?.[1] ?? '';
  return [insert(start + 1 + gap.length, gap.includes('\n') ? `${field}${gap}` : `${field} `)];
}

/** The line after the nearest blank one above. */
function startOfBlock(text: string, line: number): number {
  let at = line;
  while (at > 0) {
    const before = text.lastIndexOf('\n', at - 2) + 1;
    if (text.slice(before, at).trim() === '') break;
    at = before;
  }
  return at;
}

/** The rule speaks once less of the draft, and nothing else is said of the document than before. */
function isSilenced({ finding, draft }: FindingMark, before: Judgement, after: Judgement): boolean {
  const counts = new Map<string, number>();
  const key = (id: string, rule: string): string => `${id}\n${rule}`;
  for (const mark of before.marks) {
    const name = isFinding(mark) ? key(mark.draft.id, mark.finding.rule) : mark.problem.code;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const wanted = key(draft.id, finding.rule);
  const was = counts.get(wanted) ?? 0;
  for (const mark of after.marks) {
    const name = isFinding(mark) ? key(mark.draft.id, mark.finding.rule) : mark.problem.code;
    const left = (counts.get(name) ?? 0) - 1;
    if (left < 0) return false;
    counts.set(name, left);
  }
  return (counts.get(wanted) ?? 0) > 0 && was > 0;
}
