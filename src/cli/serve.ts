import { inert } from '../report/inert.js';
import { count } from '../report/count.js';
import { createWorkspace, type Workspace } from '../workspace/workspace.js';
import { Exit, type ExitCode } from './exit.js';
import type { ConfigOptions } from './options.js';
import { openInBrowser } from './open-in-browser.js';
import { refused, workspaceOptions } from './settings.js';
import type { Terminal } from './terminal.js';
import { untilStopped } from './until-stopped.js';

/** The options of `serve`, as commander hands them over. */
export interface ServeOptions extends ConfigOptions {
  readonly port?: number;
  readonly open?: boolean;
  readonly export?: string;
}

/** Serves the page on which replies are written, until it is stopped; or writes it as files. */
export async function serve(options: ServeOptions, terminal: Terminal): Promise<ExitCode> {
  if (options.export !== undefined && (options.port !== undefined || options.open)) {
    const message = `--export writes files and serves nothing, so ${options.open ? '--open' : '--port'} means nothing with it; leave one of them out`;
    terminal.problem({ code: 'usage', message });
    return Exit.unjudged;
  }
  const renew = (): Promise<Workspace> => createWorkspace(workspaceOptions(options, terminal));
  const workspace = await renew();
  if (refused(workspace, terminal)) return Exit.unjudged;
  const { exportPage, servePage } = await import('../page/index.js');
  if (options.export !== undefined) {
    const made = exportPage(workspace, options.export, terminal.version);
    if ('code' in made) {
      terminal.problem(made);
      return Exit.unjudged;
    }
    terminal.out(
      `Wrote ${count(made.files.length, 'file')} to ${inert(options.export)}: open index.html, or put the folder on any web server.\n`,
    );
    if (made.without.length > 0)
      terminal.aside(
        `Without ${made.without.map(inert).join(', ')}: only the built-in rules go with the page; \`replylint serve\` has all of them.\n`,
      );
    return Exit.sendable;
  }
  const page = await servePage(workspace, { port: options.port ?? 0, version: terminal.version, renew });
  if ('code' in page) {
    terminal.problem(page);
    return Exit.unjudged;
  }
  const stopped = untilStopped();
  terminal.out(`${page.address}\n`);
  terminal.aside('Open this address in a browser on this computer; Ctrl-C stops it.\n');
  if (options.open && !(await openInBrowser(page.address))) terminal.aside('No browser could be started: open the address yourself.\n');
  await stopped;
  await page.close();
  return Exit.sendable;
}
