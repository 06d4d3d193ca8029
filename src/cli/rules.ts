import { inert, inertJson } from '../report/inert.js';
import { listedRules } from '../workspace/list-rules.js';
import { createWorkspace } from '../workspace/workspace.js';
import { Exit, type ExitCode } from './exit.js';
import type { ConfigOptions } from './options.js';
import { wrap } from './layout.js';
import { refused, workspaceOptions } from './settings.js';
import type { Terminal } from './terminal.js';

/** Lists the rules, the user's own among them, with the level that the configuration gives each. */
export async function listRules(options: ConfigOptions & { readonly format: 'pretty' | 'json' }, terminal: Terminal): Promise<ExitCode> {
  const workspace = await createWorkspace({ ...workspaceOptions(options, terminal), libraryRules: true });
  if (refused(workspace, terminal)) return Exit.unjudged;
  const rows = listedRules(workspace);
  if (options.format === 'json') {
    terminal.out(`${inertJson(JSON.stringify(rows, null, 2))}\n`);
    return Exit.sendable;
  }
  const widest = Math.max(0, ...rows.map(({ id }) => id.length));
  const lines: string[] = [];
  let category = '';
  for (const row of rows) {
    if (row.category !== category) lines.push(...(category === '' ? [] : ['']), row.category);
    category = row.category;
    const start = `  ${row.id.padEnd(widest)}  ${row.level.padEnd(10)}  ${String(row.weight).padStart(4)}  `;
    lines.push(...withTitle(start, inert(row.title), terminal.screen ? terminal.width : Infinity));
  }
  terminal.out(`${lines.join('\n')}\n\n${rows.length} rules. replylint explain RULE says more about one.\n`);
  return Exit.sendable;
}

/** The title behind the columns, or on lines of its own where the screen is too narrow for both. A pipe gets one line a rule. */
function withTitle(start: string, title: string, width: number): readonly string[] {
  return start.length + title.length <= width ? [start + title] : [start.trimEnd(), ...wrap(title, width, '      ')];
}
