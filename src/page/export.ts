import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { plain } from '../config/index.js';
import { writeWhole } from '../files/write.js';
import { builtInRules, type LintOptions } from '../index.js';
import type { Problem } from '../text/problem.js';
import type { Workspace } from '../workspace/workspace.js';
import { aboutOf } from './about.js';
import { all, readAsset, readLicences } from './assets.js';

/** What an export came to. */
export interface Exported {
  /** The files written, in the folder. */
  readonly files: readonly string[];
  /** Ids of rules that the page cannot have: they are the project's own code, or files beside it. */
  readonly without: readonly string[];
}

/** Writes the page as files that need no server: the built-in rules with the project's settings, which are data, judge in the browser. */
export function exportPage(workspace: Workspace, folder: string, version: string): Exported | Problem {
  const there = join(resolve(workspace.cwd, folder), 'index.html');
  if (existsSync(there) && !readFileSync(there, 'utf8').includes(MARK)) {
    const message = 'there is a page in this folder that is not one of replylint; name another folder';
    return { code: 'usage', file: join(folder, 'index.html'), message };
  }
  const known = new Set(builtInRules().map(({ id }) => id));
  const alone = JSON.stringify({ about: aboutOf(workspace, version), settings: settingsOf(workspace, known) });
  const texts = new Map<string, string>(all.map((asset) => [asset, readAsset(asset)]));
  // A script element ends at `</script`, wherever that stands in it.
  const data = `<script type="application/json" ${MARK}>${alone.replaceAll('<', '\\u003c')}</script>`;
  texts.set(
    'index.html',
    readAsset('index.html').replace('<!-- alone -->', () => data),
  );
  texts.set('licences.txt', readLicences());
  for (const [name, text] of texts) {
    const problem = writeWhole(join(folder, name), resolve(workspace.cwd, folder, name), text);
    if (problem) return problem;
  }
  const own = workspace.rules.filter(({ id, modes }) => !known.has(id) && modes.includes('draft'));
  return { files: [...texts.keys()], without: own.map(({ id }) => id) };
}

/** By this the page knows that it stands alone, and an export that it was one before. */
const MARK = 'id="alone"';

/** The settings of text that is in no file, as the core takes them. */
function settingsOf(workspace: Workspace, known: ReadonlySet<string>): LintOptions {
  const { levels, options, weights, pass, organisation, settings, vocabulary, suppressions, limits } = plain(workspace.settingsFor());
  const ofKnown = <T>(all: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(all).filter(([id]) => known.has(id)));
  return {
    levels: ofKnown(levels),
    options: ofKnown(options),
    weights: ofKnown(weights),
    organisation,
    settings,
    vocabulary,
    suppressions,
    limits,
    gates: { minScore: pass, failOn: workspace.options.failOn ?? 'error' },
  };
}
