import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DiagnosticSeverity, DiagnosticTag, type Diagnostic, type Range } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Problem, Severity, Span } from '../index.js';
import { isFinding, type FindingMark, type Mark, type ProblemMark } from './marks.js';
import { uriOf } from './paths.js';

const LEVELS: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  suggestion: DiagnosticSeverity.Information,
};
const SOURCE = 'replylint';

/** How many an editor is sent of one document. VS Code shows no more, and all of a large library would be sent again at every keystroke. */
const MOST_SHOWN = 1000;

/** The marks of a document as an editor shows them, in their order: the gravest where there are too many, and how many are left out. */
export function diagnosticsOf(marks: readonly Mark[], document: TextDocument): Diagnostic[] {
  if (marks.length <= MOST_SHOWN) return marks.map((mark) => diagnosticOf(mark, document));
  let room = MOST_SHOWN;
  const chosen = new Set<Mark>();
  for (const level of [DiagnosticSeverity.Error, DiagnosticSeverity.Warning, DiagnosticSeverity.Information])
    for (const mark of marks)
      if (levelOf(mark) === level && room > 0) {
        chosen.add(mark);
        room -= 1;
      }
  const left = marks.length - MOST_SHOWN;
  const message = `${left} more of replylint's findings are not shown, the mildest; \`replylint check\` shows them all.`;
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const note = { range, severity: DiagnosticSeverity.Information, code: 'more-findings', source: SOURCE, message };
  return [note, ...marks.filter((mark) => chosen.has(mark)).map((mark) => diagnosticOf(mark, document))];
}

/** A mark as an editor shows it. */
export function diagnosticOf(mark: Mark, document: TextDocument): Diagnostic {
  return isFinding(mark) ? findingDiagnostic(mark, document) : problemDiagnostic(mark, document);
}

function levelOf(mark: Mark): DiagnosticSeverity {
  if (isFinding(mark)) return LEVELS[mark.finding.severity];
  return mark.problem.severity === 'warning' ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error;
}

function findingDiagnostic({ at, finding, related }: FindingMark, document: TextDocument): Diagnostic {
  const { rule, severity, message, suggest, fixes } = finding;
  const href = pageOf(rule);
  const makeable = fixes.filter(({ edits }) => edits.length > 0);
  return {
    range: rangeOf(at, document),
    severity: LEVELS[severity],
    code: rule,
    ...(href !== undefined && { codeDescription: { href } }),
    source: SOURCE,
    message: suggest === '' ? message : `${message} ${suggest}`,
    ...(related.length > 0 && {
      relatedInformation: related.map((one) => ({
        location: { uri: document.uri, range: rangeOf(one.at, document) },
        message: one.message,
      })),
    }),
    ...(makeable.length > 0 && { data: { fixes: makeable.map(({ label, safety }) => ({ label, safety })) } }),
  };
}

function problemDiagnostic({ at, problem }: ProblemMark, document: TextDocument): Diagnostic {
  return { ...problemFacts(problem), range: rangeOf(at, document) };
}

/** A problem without its range. */
export function problemFacts({ code, message, severity }: Problem): Omit<Diagnostic, 'range'> {
  return {
    severity: severity === 'warning' ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error,
    code,
    source: SOURCE,
    message,
    ...(code === 'unused-suppression' && { tags: [DiagnosticTag.Unnecessary] }),
    ...(code === 'renamed-rule' && { tags: [DiagnosticTag.Deprecated] }),
  };
}

export function rangeOf({ start, end }: Span, document: TextDocument): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

/** A place in a file, as a range that reaches to the end of its line. */
export function rangeAt({ line = 1, column = 1 }: Problem): Range {
  return { start: { line: line - 1, character: column - 1 }, end: { line: line - 1, character: 2 ** 31 - 1 } };
}

/** Pages of rules, as they are installed; those of a team have none. */
const pages = new Map<string, string | undefined>();

/** The address of a rule's page. */
export function pageOf(rule: string): string | undefined {
  if (!pages.has(rule)) {
    const page = join(packageFolder(), 'rules', rule, 'README.md');
    pages.set(rule, existsSync(page) ? uriOf(page) : inLibraryPage(rule));
  }
  return pages.get(rule);
}

/** Rules about whole libraries stand together on one page. */
function inLibraryPage(rule: string): string | undefined {
  const page = join(packageFolder(), 'docs/libraries.md');
  const isThere = existsSync(page) && readFileSync(page, 'utf8').includes(`\n### ${rule}\n`);
  return isThere ? `${uriOf(page)}#${rule}` : undefined;
}

let folder: string | undefined;

/** Where the package is installed. */
function packageFolder(): string {
  if (folder !== undefined) return folder;
  let at = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(at, 'package.json')) && dirname(at) !== at) at = dirname(at);
  return (folder = at);
}
