import type { Severity } from '../rule/rule.js';
import { caretRows } from './caret.js';
import { inert } from './inert.js';
import type { Page } from './page.js';
import { quoted } from './quoted.js';
import { isPlaced } from './placed.js';
import type { ReportedFinding } from './report.js';
import { wrap } from './wrap.js';

/** Columns of the labels `Why`, `Write`, … */
const LABEL = 9;
const INDENT = '  ';

/**
 * One finding in full: where, the words, what is wrong, what the customer said, why it matters, what to write instead.
 * @param cost what it took, and what its category has lost so far
 * @param above the finding of the same rule that was shown just before: what it said already is not said again
 */
export function findingBlock(finding: ReportedFinding, cost: string, above: ReportedFinding | undefined, page: Page): string[] {
  const { styler, ruler, columns } = page;
  const lines = heading(finding, cost, page);
  if (finding.mark) {
    for (const { parts, carets } of caretRows(finding.excerpt, finding.mark, columns - INDENT.length, ruler)) {
      lines.push(`${INDENT}${parts[0]}${styler.strong(parts[1])}${parts[2]}`);
      if (carets) lines.push(`${INDENT}${tint(finding.severity, page)(carets)}`);
    }
  }
  if (finding.message !== above?.message)
    lines.push(...wrap(inert(finding.message), columns - INDENT.length, ruler).map((line) => INDENT + styler.strong(line)));
  for (const { in: side, quote, note } of finding.related) {
    const said = quoted(quote, 160, ruler) + (note ? ` (${inert(note)})` : '');
    lines.push(...labelled(side === 'customer' ? 'They said' : 'See also', said, page));
  }
  if (finding.why && finding.why !== above?.why) lines.push(...labelled('Why', inert(finding.why), page));
  if (finding.suggest && finding.suggest !== above?.suggest) lines.push(...labelled('Instead', inert(finding.suggest), page, styler.good));
  for (const note of notesOf(finding)) lines.push(...labelled('Note', note, page));
  return lines;
}

function heading(finding: ReportedFinding, cost: string, page: Page): string[] {
  const { styler, ruler, columns } = page;
  const place = inert(placeOf(finding));
  const rule = inert(finding.rule);
  const start = `${tint(finding.severity, page)(finding.severity)} ${styler.strong(place)}`;
  const long = finding.severity.length + 1 + ruler.width(place) + 2 + ruler.width(rule) + 2 + cost.length > columns;
  return long
    ? [start, ...wrap(`${rule} ${cost}`, columns - INDENT.length, ruler).map((line) => INDENT + styler.dim(line))]
    : [`${start}  ${rule}  ${styler.dim(cost)}`];
}

/** `reply.eml:3:18`, with the MIME part and the line in it where there is one. */
function placeOf(finding: ReportedFinding): string {
  const { place } = finding;
  const inner = place.part === undefined ? '' : ` (part ${place.part}${place.partLine === undefined ? '' : `, line ${place.partLine}`})`;
  return isPlaced(finding) ? `${place.file}:${place.line}:${place.column}${inner}` : `${place.file}: whole message`;
}

/** The colour of a severity. */
export function tint(severity: Severity, { styler }: Page): (text: string) => string {
  return (text) => styler[severity](text);
}

function labelled(label: string, text: string, { styler, ruler, columns }: Page, style = (line: string): string => line): string[] {
  const lines = wrap(text, Math.max(12, columns - INDENT.length - LABEL - 1), ruler);
  return lines.map((line, at) => `${INDENT}${styler.dim((at === 0 ? label : '').padEnd(LABEL))} ${style(line)}`);
}

function notesOf(finding: ReportedFinding): string[] {
  const notes: string[] = [];
  const others = [...new Set(finding.standsFor.map((other) => other.rule))];
  if (others.length > 0) notes.push(`it stands for ${others.map(inert).join(', ')} too: one fault, one finding`);
  if (finding.confidence === 'low')
    notes.push('the kind of message was inferred from the reply alone, so this costs half and holds nothing');
  if (finding.defaultWeight !== undefined)
    notes.push(`weight ${round(finding.weight)} by configuration, ${round(finding.defaultWeight)} by default`);
  return notes;
}

function round(weight: number): string {
  return String(Math.round(weight * 100) / 100);
}
