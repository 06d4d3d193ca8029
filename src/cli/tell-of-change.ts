import type { Workspace } from '../workspace/workspace.js';
import type { Terminal } from './terminal.js';

/** Says in one line that a configuration has changed while a command runs, or why the former goes on to hold. */
export function tellOfChange(terminal: Terminal): (latest: Workspace) => void {
  return ({ problems: [first, ...more] }) => {
    if (!first) return terminal.problem({ code: 'reloaded', message: 'the configuration has changed; the new one holds from now on' });
    const others = more.length > 0 ? ` (and ${more.length} more)` : '';
    terminal.problem({ ...first, message: `${first.message}${others}; until it is put right, the configuration holds as it was before` });
  };
}
