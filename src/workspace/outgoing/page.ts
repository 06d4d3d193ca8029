import { buildReport } from '../../report/build.js';
import { pretty } from '../../report/pretty.js';
import type { DraftReport } from '../../report/report.js';
import { plainStyler } from '../../report/styler.js';
import type { Workspace } from '../workspace.js';

/** The report on one mail for the person who wrote it: plain text of 80 columns. `quiet`: only what keeps it from being sent. */
export function pageOf(report: DraftReport, workspace: Workspace, quiet = false): Promise<string> {
  const { failOn = 'error' } = workspace.options;
  const gates = { minScore: workspace.settingsFor().pass.value, maxWarnings: null, failOn, minPassShare: null };
  return pretty(buildReport([report], { problems: [], gates, tool: '', rules: workspace.rules }), {
    columns: 80,
    styler: plainStyler,
    quiet,
  });
}
