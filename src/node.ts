import { buildReport, DEFAULT_GATES } from './report/build.js';
import { isProblem, type Context, type DraftReport, type Gates, type Problem, type Report } from './index.js';
import { version } from './workspace/version.generated.js';
import { createWorkspace, type WorkspaceOptions } from './workspace/workspace.js';

export * from './index.js';
export { createWorkspace, type Workspace, type WorkspaceOptions } from './workspace/workspace.js';

/** How to judge files: where the configuration is, and what all the drafts have in common. */
export interface FileOptions extends WorkspaceOptions {
  /** What is known of the draft besides its file. */
  readonly context?: Context;
  /** Of all drafts together; null, the default, for any number. */
  readonly maxWarnings?: Gates['maxWarnings'];
  /** Per cent of the drafts that must pass; null, the default, for all. */
  readonly minPassShare?: Gates['minPassShare'];
}

/**
 * Judges one file, with the configuration that holds for it. What keeps it from being judged (the file, or a mistake in the configuration)
 * is answered as a problem.
 *
 * ```ts
 * const outcome = await lintFile('reply.eml', { context: { kind: 'complaint' } });
 * console.log(isProblem(outcome) ? outcome.message : outcome.score);
 * ```
 */
export async function lintFile(path: string, options: FileOptions = {}): Promise<DraftReport | Problem> {
  const { drafts, problems } = await lintFiles([path], options);
  if (drafts.length + problems.length > 1)
    return { code: 'usage', file: path, message: 'holds or leads to more than one draft; call lintFiles' };
  return (
    drafts[0] ?? problems[0] ?? { code: 'ignored', file: path, message: 'left out: an ignore pattern of the configuration matches it' }
  );
}

/**
 * Judges files, folders and globs, as `replylint check` does: what cannot be judged is among `problems`, the rest is judged all the same.
 * Throws only for bugs.
 */
export async function lintFiles(paths: readonly string[], options: FileOptions = {}): Promise<Report> {
  const workspace = await createWorkspace(options);
  const drafts: DraftReport[] = [];
  const problems: Problem[] = [...workspace.problems];
  if (problems.length === 0) {
    const found = await workspace.find(paths);
    for (const problem of found.problems) problems.push(problem);
    await workspace.survey(found);
    for (const file of found.files) {
      for await (const outcome of workspace.lintFile(file, options.context)) {
        if (isProblem(outcome)) problems.push(outcome);
        else drafts.push(outcome);
      }
    }
  }
  const gates: Gates = {
    minScore: workspace.settingsFor().pass.value,
    maxWarnings: options.maxWarnings ?? DEFAULT_GATES.maxWarnings,
    failOn: options.failOn ?? DEFAULT_GATES.failOn,
    minPassShare: options.minPassShare ?? DEFAULT_GATES.minPassShare,
  };
  return buildReport(drafts, { problems, gates, tool: version, rules: workspace.rules });
}
