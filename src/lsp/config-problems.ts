import { isAbsolute, resolve } from 'node:path';
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver/node';
import type { Problem } from '../index.js';
import { problemLine } from '../report/problem-line.js';
import { problemFacts, rangeAt } from './diagnostics.js';
import type { Folder } from './folders.js';
import { uriOf } from './paths.js';

/** What is wrong with configuration and rules, by the absolute path of the file that it is to be told in. */
export function problemsByFile(folder: Folder): Map<string, Diagnostic[]> {
  const { workspace } = folder;
  const found = new Map<string, Diagnostic[]>();
  const notes = workspace.notes.map((note): Problem => ({ severity: 'warning', ...note }));
  for (const problem of [...workspace.problems, ...notes]) {
    const path = fileOf(problem, folder);
    if (path !== undefined) found.set(path, [...(found.get(path) ?? []), { ...problemFacts(problem), range: rangeAt(problem) }]);
  }
  return found;
}

/** The same for one file (absolute path). */
export function problemsIn(path: string, folder: Folder): readonly Diagnostic[] {
  return problemsByFile(folder).get(path) ?? [];
}

/** What stands at the top of a document that is not judged, because the configuration cannot be worked with. */
export function refusalOf(problem: Problem, folder: Folder): Diagnostic {
  const path = fileOf(problem, folder);
  const start = { line: 0, character: 0 };
  const message = `replylint judges nothing here: ${problemLine(problem)}`;
  return {
    ...problemFacts(problem),
    severity: DiagnosticSeverity.Error,
    range: { start, end: start },
    message,
    ...(path !== undefined && {
      relatedInformation: [{ location: { uri: uriOf(path), range: rangeAt(problem) }, message: problem.message }],
    }),
  };
}

/** The file that a problem is to be told in: its own, else the configuration. */
function fileOf({ file }: Problem, { root, workspace }: Folder): string | undefined {
  if (file === undefined) return workspace.config.files[0];
  return isAbsolute(file) ? file : resolve(root, file);
}
