import { plain } from '../config/index.js';
import { isProblem } from '../index.js';
import { withDeadline } from '../workspace/deadline.js';
import type { Workspace } from '../workspace/workspace.js';
import type { Judge } from './exchange/ask.js';
import { mend } from './exchange/mend.js';
import { open } from './exchange/open.js';
import { titlesOf } from './exchange/titles.js';

/** Judges for the page with the project's configuration, rules and plugins. */
export function createWorkspaceJudge(workspace: Workspace): Judge {
  const { limits } = plain(workspace.settingsFor());
  const judge: Judge['judge'] = async (ask) => {
    const outcome = await workspace.lint({ ...ask, name: 'draft' });
    return isProblem(outcome) ? outcome : { report: outcome, titles: titlesOf(outcome, workspace.rules) };
  };
  return {
    judge,
    open: (brought) => withDeadline(brought.name, limits.milliseconds, open(brought, limits)),
    mend: (wanted) => withDeadline('draft', limits.milliseconds, mend(wanted, judge, limits)),
  };
}
