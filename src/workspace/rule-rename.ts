import { existsSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { basename, dirname, extname, join, relative, sep } from 'node:path';
import { loadConfig, type Config } from '../config/index.js';
import { systemFailure } from '../files/failure.js';
import { leadsOut, ledOut } from '../files/inside.js';
import { writeInside } from '../files/write.js';
import { formerIds, isRuleId } from '../rule/former-ids.js';
import { addRedirect, renameInPages, renameInReadme, renameInRule } from '../rule/rename.js';
import { didYouMean } from '../text/nearest.js';
import type { Problem } from '../text/problem.js';
import { mentionsOf, renameInSetting } from './mentions.js';
import { builtInFolder } from './own-folder.js';
import { badId } from './rule-new.js';
import { loadRules, type LoadedRules } from './rules.js';

/** What a renaming did. */
export interface Renamed {
  /** Files that were changed, by the names they have now, as they are shown. */
  readonly changed: readonly string[];
  /** The file or folder of the rule, when it moved, as it is shown. */
  readonly moved?: { readonly from: string; readonly to: string };
  /** Files that still name the old id. */
  readonly mentions: readonly string[];
  readonly builtIn: boolean;
}

/** What is to be done: new texts by absolute path, and a file or folder that moves once they are written. */
interface Plan {
  readonly root: string;
  readonly texts: Map<string, string>;
  /** What would have to be changed, and leads out of the project. */
  readonly outside: string[];
  move?: { readonly from: string; readonly to: string };
}

/**
 * Gives a rule another id: in its own file, in the name of its file or folder, and where the other rules of the project name it. The old id leads to the new
 * one from then on. A rule of the user's own remembers it itself (`renamed-from`); a built-in one, in the project of replylint, in `rules/_renamed.yml`.
 */
export async function renameRule(old: string, now: string, cwd: string): Promise<Renamed | readonly Problem[]> {
  const config = await loadConfig({ cwd });
  const loaded = await loadRules(config);
  const ours = builtInFolder(config.root);
  const builtIn = ours !== undefined && isRuleId(old) && existsSync(join(ours, old, 'rule.yml'));
  const wrong = badId(now) ?? unusable(old, now, builtIn, loaded, config, ours);
  if (wrong) return [wrong];
  const broken = [...config.problems, ...loaded.problems];
  if (broken.length > 0 && !builtIn) return broken;
  const plan = builtIn ? await planBuiltIn(ours, config, old, now) : await planOwn(loaded, config, old, now);
  if (plan.outside.length > 0)
    return plan.outside.map((path) => ledOut(relative(cwd, path), 'copy what it leads to into the project, or take the link away'));
  if (plan.move && existsSync(plan.move.to))
    return [{ code: 'exists', file: relative(cwd, plan.move.to), message: 'is there already; take another name, or remove it first' }];
  const failure = carryOut(plan, cwd);
  if (failure) return [failure];
  const { move } = plan;
  const today = (path: string): string =>
    move && (path === move.from || path.startsWith(move.from + sep)) ? move.to + path.slice(move.from.length) : path;
  return {
    changed: [...plan.texts.keys()].map((path) => relative(cwd, today(path))).sort(),
    ...(move && { moved: { from: relative(cwd, move.from), to: relative(cwd, move.to) } }),
    mentions: mentionsOf(old, config, builtIn).map((path) => relative(cwd, path)),
    builtIn,
  };
}

function unusable(
  old: string,
  now: string,
  builtIn: boolean,
  { rules, files, problems }: LoadedRules,
  config: Config,
  ours: string | undefined,
): Problem | undefined {
  const no = (message: string): Problem => ({ code: 'usage', message });
  const former = formerIds(rules);
  if (!builtIn && !files.has(old)) {
    if (former.has(old)) return no(`${old} was renamed already: it is now called ${former.get(old)}`);
    if (rules.some(({ id }) => id === old)) return no(`${old} is a built-in rule; only rules of your own can be renamed`);
    const hint = didYouMean(old, files.keys()) || '; rules of your own are those that rulePaths of the configuration names';
    return config.problems[0] ?? problems[0] ?? no(`there is no rule "${old}" of your own${hint}`);
  }
  if (old === now) return no(`the rule is called ${old} already`);
  if (former.has(now) && former.get(now) !== old)
    return no(`${now} is a former name of the rule ${former.get(now)} and still leads to it; take another name`);
  if (rules.some(({ id }) => id === now) || (ours && existsSync(join(ours, now, 'rule.yml'))))
    return no(`there is a rule ${now} already; take another name`);
  return undefined;
}

async function planBuiltIn(folder: string, { root }: Config, old: string, now: string): Promise<Plan> {
  const plan: Plan = { root, texts: new Map(), outside: [], move: { from: join(folder, old), to: join(folder, now) } };
  for (const { name } of readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    await change(plan, join(folder, name, 'rule.yml'), (text) => renameInRule(text, old, now, false));
    await change(plan, join(folder, name, 'README.md'), (text) => renameInReadme(text, old, now));
  }
  for (const page of ['_advice.yml', '_accuracy.yml']) await change(plan, join(folder, page), (text) => renameInPages(text, old, now));
  const redirects = join(folder, '_renamed.yml');
  plan.texts.set(redirects, await addRedirect(existsSync(redirects) ? readFileSync(redirects, 'utf8') : '', old, now));
  return plan;
}

async function planOwn({ files }: LoadedRules, config: Config, old: string, now: string): Promise<Plan> {
  const plan: Plan = { root: config.root, texts: new Map(), outside: [] };
  for (const [id, path] of files) {
    await change(plan, path, (text) => renameInRule(text, old, now, id === old));
    await change(plan, join(dirname(path), 'README.md'), (text) => renameInReadme(text, old, now));
  }
  const move = moveOf(files.get(old)!, old, now);
  const settings = config.rulePaths.filter(({ value }) => move && (value === move.from || value.startsWith(move.from + sep)));
  const texts = new Map<string, string>();
  for (const { origin } of settings) {
    if (!('file' in origin)) continue;
    const text = renameInSetting(texts.get(origin.file) ?? readFileSync(origin.file, 'utf8'), origin, old, now);
    // A setting that is written in a way of its own keeps its file where it is.
    if (text === undefined) return plan;
    texts.set(origin.file, text);
  }
  for (const [path, text] of texts) plan.texts.set(path, text);
  return { ...plan, move };
}

/** `old.yml`, or the folder `old` with its `rule.yml`. */
function moveOf(path: string, old: string, now: string): Plan['move'] {
  const extension = extname(path);
  if (basename(path) === old + extension) return { from: path, to: join(dirname(path), now + extension) };
  const folder = dirname(path);
  return basename(path, extension) === 'rule' && basename(folder) === old ? { from: folder, to: join(dirname(folder), now) } : undefined;
}

async function change(plan: Plan, path: string, rewrite: (text: string) => string | Promise<string>): Promise<void> {
  if (plan.texts.has(path) || plan.outside.includes(path) || !existsSync(path)) return;
  if (leadsOut(path, plan.root)) return void plan.outside.push(path);
  const text = readFileSync(path, 'utf8');
  const changed = await rewrite(text);
  if (changed !== text) plan.texts.set(path, changed);
}

function carryOut({ root, texts, move }: Plan, cwd: string): Problem | undefined {
  for (const [path, text] of texts) {
    const failure = writeInside(relative(cwd, path), path, root, text);
    if (failure) return failure;
  }
  if (!move) return undefined;
  try {
    renameSync(move.from, move.to);
    return undefined;
  } catch (error) {
    return systemFailure(relative(cwd, move.from), error);
  }
}
