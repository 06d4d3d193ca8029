import type { Workspace, WorkspaceOptions } from '../workspace/workspace.js';
import type { ConfigOptions } from './options.js';
import type { Terminal } from './terminal.js';

/** What the flags of a command say to the workspace. */
export function workspaceOptions(
  options: ConfigOptions & { readonly inlineConfig?: boolean; readonly baseline?: string; readonly since?: string },
  terminal: Terminal,
): WorkspaceOptions {
  return {
    cwd: terminal.cwd,
    config: options.config,
    failOn: options.failOn,
    trust: options.trust,
    debug: options.debug,
    obeySuppressions: options.inlineConfig,
    baseline: options.baseline,
    since: options.since,
    flags: { rules: options.rule, minScore: options.minScore, as: options.as, dialect: options.dialect, limits: options.limit },
  };
}

/** Whether the workspace cannot be worked with; says why, and what else there is to know. */
export function refused({ problems, notes }: Workspace, terminal: Terminal): boolean {
  for (const problem of [...notes, ...problems]) terminal.problem(problem);
  return problems.length > 0;
}
