import { MarkupKind, type MarkupContent } from 'vscode-languageserver/node';
import { code, cut, prose } from '../report/markdown-text.js';
import { inert } from '../report/inert.js';
import { explainRule } from '../workspace/explain.js';
import type { Workspace } from '../workspace/workspace.js';
import { pageOf } from './diagnostics.js';
import type { FindingMark } from './marks.js';

/** Of the page of a rule what helps while one writes. */
const SECTIONS = ['Why', 'How often it is right', 'Bad', 'Good'];
/** Letters of the customer's words, and of an example. */
const QUOTE = 300;

/** What is found in one place, each with the page of its rule. */
export function hoverOf(marks: readonly FindingMark[], workspace: Workspace, markdown: boolean): MarkupContent {
  const value = marks
    .map((mark) => (markdown ? inMarkdown(mark, workspace) : inPlainText(mark, workspace)))
    .join(markdown ? '\n\n---\n\n' : '\n\n');
  return { kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText, value };
}

function inMarkdown({ finding }: FindingMark, workspace: Workspace): string {
  const { rule, message, suggest, related } = finding;
  const page = explainRule(workspace, rule);
  const href = pageOf(rule);
  const name = href === undefined ? code(rule) : `[${code(rule)}](${href})`;
  const lines = [`**${prose(message)}** ${name}${'code' in page ? '' : ` (${prose(page.facts)})`}`];
  if (suggest !== '') lines.push(`**Write instead**: ${prose(suggest)}`);
  for (const { in: side, quote, note } of related)
    lines.push(`${side === 'customer' ? 'They said' : 'See'} ${code(cut(quote, QUOTE))}: ${prose(note)}`);
  if ('code' in page) return lines.join('\n\n');
  for (const { title, texts } of page.sections)
    if (SECTIONS.includes(title)) lines.push(`**${title}**: ${texts.map((text) => prose(cut(text, QUOTE * 2))).join(' ')}`);
  return lines.join('\n\n');
}

function inPlainText({ finding }: FindingMark, workspace: Workspace): string {
  const page = explainRule(workspace, finding.rule);
  const lines = [`${finding.message} (${finding.rule})`, finding.suggest];
  if (!('code' in page))
    for (const { title, texts } of page.sections) if (SECTIONS.includes(title)) lines.push(`${title}: ${texts.join(' ')}`);
  return lines
    .filter((line) => line !== '')
    .map((line) => inert(line.replaceAll('\n', ' ')))
    .join('\n');
}
