import { createWorkspace } from '../workspace/workspace.js';
import { Exit, type ExitCode } from './exit.js';
import type { ConfigOptions } from './options.js';
import { refused, workspaceOptions } from './settings.js';
import type { Terminal } from './terminal.js';

/** Serves an assistant over standard input and output until the input ends or it is stopped. */
export async function mcp(options: ConfigOptions, terminal: Terminal): Promise<ExitCode> {
  const workspace = await createWorkspace({ ...workspaceOptions(options, terminal), libraryRules: true });
  if (refused(workspace, terminal)) return Exit.unjudged;
  terminal.stopped();
  const { serve } = await import('../mcp/serve.js');
  const write = (text: string): Promise<boolean> => {
    terminal.out(text);
    return terminal.drained();
  };
  await serve(workspace, terminal.version, { input: terminal.input, write }, ({ message }) =>
    terminal.problem({ code: 'protocol', message }),
  );
  return Exit.sendable;
}
