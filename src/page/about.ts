import { relative } from 'node:path';
import { plain } from '../config/index.js';
import type { Workspace } from '../workspace/workspace.js';
import type { About } from './exchange/ask.js';

/** What the page says of how it judges. */
export function aboutOf(workspace: Workspace, version: string): About {
  const files = workspace.config.files.map((file) => relative(workspace.cwd, file) || file);
  return {
    version,
    minScore: plain(workspace.settingsFor()).pass,
    ...(files.length > 0 && { configuration: files.join(', ') }),
  };
}
