import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { builtInRules } from '../catalogue/index.js';
import { plain } from '../config/index.js';
import { codeFiles } from '../trust/code-files.js';
import { hashOf } from '../trust/store.js';
import { hash } from './cache.js';
import { readBaseline } from './baseline.js';
import { version } from './version.generated.js';
import type { Workspace } from './workspace.js';

/**
 * Makes a stamp for a file (absolute path) that changes whenever anything does that its judgement rests on besides what it holds: its settings, the rules,
 * the baseline, the day, the version and the build of the program.
 */
export function stamps(workspace: Workspace): (path: string) => string {
  const { failOn, obeySuppressions, baseline, now = new Date().toISOString() } = workspace.options;
  const known = baseline === undefined ? '' : JSON.stringify(readBaseline(baseline, workspace.cwd));
  const built = `${version} ${statSync(fileURLToPath(import.meta.url)).mtimeMs}`;
  const all = hash(built, rulesStamp(workspace), known, JSON.stringify([failOn, obeySuppressions]), now.slice(0, 10));
  const bySettings = new Map<unknown, string>();
  return (path) => {
    const effective = workspace.settingsFor(path);
    const stamp = bySettings.get(effective) ?? hash(all, JSON.stringify(plain(effective)));
    bySettings.set(effective, stamp);
    return stamp;
  };
}

/** Rules of the team's own: their data, their checks, and the files of the plugins that bring them. */
function rulesStamp({ rules, plugins }: Workspace): string {
  const shipped = new Set(builtInRules());
  const own = rules
    .filter((rule) => !shipped.has(rule))
    .map(({ phraseIndex: _index, check, ...rest }) => JSON.stringify([rest, String(check)]));
  const code = plugins.flatMap((entry) => codeFiles(entry)).map((path) => `${path} ${hashOf(path)}`);
  return hash(...own, ...code);
}
