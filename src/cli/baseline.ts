import { existsSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { codeOwners } from '../files/code-owners.js';
import type { Problem } from '../index.js';
import { inert, inertJson } from '../report/inert.js';
import { accepting, isExpired, isOf, pathFrom, readBaseline, writeBaseline, type Accepted } from '../workspace/baseline.js';
import { createWorkspace } from '../workspace/workspace.js';
import { Exit, type ExitCode } from './exit.js';
import { judgePaths } from './judge-paths.js';
import type { ConfigOptions } from './options.js';
import { refused, workspaceOptions } from './settings.js';
import type { Terminal } from './terminal.js';

/** The options of the commands of `baseline`, as commander hands them over. */
export interface BaselineOptions extends ConfigOptions {
  readonly baseline: string;
  readonly format?: 'pretty' | 'json';
  readonly expires?: string;
  readonly owner?: string;
  readonly reason?: string;
}

/** What a baseline file says, set against what is found now. */
interface Compared {
  /** In both. */
  readonly known: readonly Accepted[];
  readonly fresh: readonly Accepted[];
  /** In the file, of drafts that were judged (or are no longer there), and no longer found. */
  readonly gone: readonly Accepted[];
  /** In the file, of drafts that were not judged this time. */
  readonly elsewhere: readonly Accepted[];
}

/** Runs `baseline create`, `update`, `prune` or `check`. */
export async function runBaseline(
  command: 'create' | 'update' | 'prune' | 'check',
  paths: readonly string[],
  options: BaselineOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { baseline: file, expires, owner, reason } = options;
  const path = resolve(terminal.cwd, file);
  const fail = (problem: Problem): ExitCode => {
    terminal.problem(problem);
    return Exit.unjudged;
  };
  if (command === 'create' && existsSync(path))
    return fail({ code: 'usage', file, message: 'is there already; `replylint baseline update` brings it up to date' });
  const old = command === 'create' ? { findings: [] } : readBaseline(file, terminal.cwd);
  if ('code' in old) return fail(old);

  // What is found is found without the baseline.
  const workspace = await createWorkspace(workspaceOptions({ ...options, baseline: undefined }, terminal));
  if (refused(workspace, terminal)) return Exit.unjudged;
  const { root } = workspace.config;
  const owners = await codeOwners(root);
  const pathOf = pathFrom(path, terminal.cwd);
  const accept = accepting(pathOf, (shown) => owners(relative(root, resolve(terminal.cwd, shown)).split(sep).join('/')));
  const found: Accepted[] = [];
  const files = new Set<string>();
  const problems = await judgePaths(workspace, paths, (draft) => {
    files.add(pathOf(draft.file));
    found.push(...accept(draft));
  });
  for (const problem of problems) terminal.problem(problem);

  const compared = compare(old.findings, found, files, dirname(path));
  const { known, fresh, gone, elsewhere } = compared;
  const code = problems.length > 0 ? Exit.unjudged : Exit.sendable;
  if (command === 'check') {
    const now = new Date().toISOString();
    const expired = [...known, ...elsewhere].filter((one) => isExpired(one, now));
    terminal.out(options.format === 'json' ? asJson(compared, expired) : page(compared, expired));
    if (code !== Exit.sendable) return code;
    return fresh.length + gone.length + expired.length > 0 ? Exit.notSendable : Exit.sendable;
  }
  const added = command === 'prune' ? [] : fresh.map((one): Accepted => ({ ...one, owner: owner ?? one.owner, expires, reason }));
  const kept = [...known, ...elsewhere, ...added];
  const lost = writeBaseline(file, path, kept);
  if (lost) return fail(lost);
  const parts = command === 'create' ? [] : [...(command === 'update' ? [`${fresh.length} new`] : []), `${gone.length} gone`];
  const drafts = new Set(kept.map(({ draft }) => draft)).size;
  terminal.out(`${inert(file)}: ${[...parts, `${kept.length} accepted in ${drafts} ${drafts === 1 ? 'draft' : 'drafts'}`].join(', ')}.\n`);
  terminal.out(byOwner(kept, []));
  return code;
}

function compare(old: readonly Accepted[], found: readonly Accepted[], files: ReadonlySet<string>, folder: string): Compared {
  const now = new Map(found.map((one) => [one.fingerprint, one]));
  const before = new Set(old.map(({ fingerprint }) => fingerprint));
  const rest = old.filter(({ fingerprint }) => !now.has(fingerprint));
  const isThere = ({ draft }: Accepted): boolean => {
    for (let at = draft.length; at >= 0; at = draft.lastIndexOf('#', at - 1)) {
      if (existsSync(resolve(folder, draft.slice(0, at)))) return true;
      if (at === 0) break;
    }
    return false;
  };
  const elsewhere = rest.filter((one) => !isOf(one, files) && isThere(one));
  const gone = rest.filter((one) => !elsewhere.includes(one));
  return {
    // Where it stands and who owns it may have changed; what people have written stays.
    known: old.filter(({ fingerprint }) => now.has(fingerprint)).map((one) => ({ ...now.get(one.fingerprint)!, ...one })),
    fresh: found.filter(({ fingerprint }) => !before.has(fingerprint)),
    gone,
    elsewhere,
  };
}

function page({ known, fresh, gone, elsewhere }: Compared, expired: readonly Accepted[]): string {
  const told = (what: string) => (one: Accepted) => `${what}: ${one.draft}  ${one.rule}  “${one.text}”`;
  const lines = [...fresh.map(told('new')), ...gone.map(told('gone')), ...expired.map((one) => told(`expired ${one.expires}`)(one))];
  const total = `${known.length + elsewhere.length} known, ${fresh.length} new, ${gone.length} gone, ${expired.length} expired.`;
  return [...lines, total].map((line) => `${inert(line)}\n`).join('') + byOwner([...known, ...elsewhere], expired);
}

/** How many entries each owner has, most first; nothing where nobody owns any. */
function byOwner(all: readonly Accepted[], expired: readonly Accepted[]): string {
  const counts = ownerCounts(all);
  if (![...counts.keys()].some((owner) => owner !== null)) return '';
  const late = ownerCounts(expired);
  return [...counts]
    .toSorted((a, b) => b[1] - a[1] || (String(a[0]) < String(b[0]) ? -1 : 1))
    .map(([owner, count]) => {
      const expiredToo = late.get(owner) ?? 0;
      return `${String(count).padStart(6)}  ${inert(owner ?? 'nobody')}${expiredToo > 0 ? ` (${expiredToo} expired)` : ''}\n`;
    })
    .join('');
}

function ownerCounts(all: readonly Accepted[]): Map<string | null, number> {
  const counts = new Map<string | null, number>();
  for (const { owner = null } of all) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  return counts;
}

function asJson({ known, fresh, gone, elsewhere }: Compared, expired: readonly Accepted[]): string {
  const owners = [...ownerCounts([...known, ...elsewhere])].map(([owner, count]) => ({ owner, count }));
  return `${inertJson(JSON.stringify({ known: known.length + elsewhere.length, new: fresh, gone, expired, owners }, null, 2))}\n`;
}
