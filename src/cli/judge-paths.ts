import { isProblem, type DraftReport, type Problem } from '../index.js';
import { failures } from '../report/build.js';
import type { Workspace } from '../workspace/workspace.js';

/** Judges every draft that the paths lead to (the current folder when there are none), and answers what could not be judged. */
export async function judgePaths(workspace: Workspace, paths: readonly string[], take: (draft: DraftReport) => void): Promise<Problem[]> {
  const found = await workspace.find(paths.length === 0 ? ['.'] : paths);
  const problems = [...found.problems];
  await workspace.survey(found);
  for (const file of found.files)
    for await (const outcome of workspace.lintFile(file))
      if (isProblem(outcome)) problems.push(outcome);
      else {
        problems.push(...failures(outcome.problems));
        take(outcome);
      }
  return problems;
}
