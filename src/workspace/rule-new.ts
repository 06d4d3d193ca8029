import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { loadConfig, type Config } from '../config/index.js';
import { writeInside } from '../files/write.js';
import { formerIds, isRuleId } from '../rule/former-ids.js';
import type { Problem } from '../text/problem.js';
import { builtInFolder } from './own-folder.js';
import { template } from './rule-template.generated.js';
import { loadRules } from './rules.js';

/** How a rule is scaffolded. */
export interface NewRuleOptions {
  /** Where to; the current folder by default, `rules/` in the project of replylint itself. */
  readonly dir?: string;
  /** A folder with `rule.yml` and a README of examples instead of one file. */
  readonly readme?: boolean;
}

/** What was written. */
export interface NewRule {
  /** As they are shown. The first is what `rule test` takes. */
  readonly files: readonly string[];
  /** It is one of the rules that ship with replylint. */
  readonly builtIn: boolean;
  /** What `rulePaths` of which configuration must name; absent where the rule is read already. */
  readonly setting?: { readonly file: string; readonly path: string };
}

/** Writes a rule of the template's form under a new id. Nothing that is there is written over. */
export async function newRule(id: string, cwd: string, { dir, readme = false }: NewRuleOptions = {}): Promise<NewRule | Problem> {
  const wrong = badId(id);
  if (wrong) return wrong;
  // What is wrong with the configuration is no hindrance: it may name the rule that is about to be written.
  const config = await loadConfig({ cwd });
  const taken = await idTaken(id, config);
  if (taken) return taken;
  const ours = builtInFolder(config.root);
  const builtIn = ours !== undefined && (dir === undefined || resolve(cwd, dir) === ours);
  const folder = resolve(cwd, builtIn ? ours : (dir ?? '.'));
  const paths = builtIn || readme ? [join(folder, id, 'rule.yml'), join(folder, id, 'README.md')] : [join(folder, `${id}.yml`)];
  const texts = [template.rule.replace(/^id: .*$/m, `id: ${id}`), template.readme.replace(/^# .*$/m, `# ${id}`)];
  const shown = paths.map((path) => relative(cwd, path));
  const there = paths.findIndex((path) => existsSync(path));
  if (there >= 0)
    return { code: 'exists', file: shown[there], message: 'is there already; give the rule another name, or remove it first' };
  for (const [i, path] of paths.entries()) {
    const failure = writeInside(shown[i], path, config.root, texts[i]);
    if (failure) return failure;
  }
  return {
    files: shown,
    builtIn,
    ...(!builtIn && !isLoaded(paths[0], config) && { setting: settingFor(readme ? dirname(paths[0]) : paths[0], config) }),
  };
}

function isLoaded(path: string, { rulePaths }: Config): boolean {
  return rulePaths.some(({ value }) => value === path || path.startsWith(value + sep));
}

function settingFor(path: string, { files: [file], cwd }: Config): NewRule['setting'] {
  return {
    file: file === undefined ? '.replylintrc.yaml' : relative(cwd, file),
    path: relative(file === undefined ? cwd : dirname(file), path),
  };
}

/** What is wrong with a text as the id of a rule. */
export function badId(id: string): Problem | undefined {
  if (isRuleId(id)) return undefined;
  const meant = id
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\.ya?ml$/, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replaceAll(' ', '-');
  const hint = isRuleId(meant) ? `; did you mean ${meant}?` : ', such as no-jargon';
  return { code: 'usage', message: `the id "${id}" must be small letters and digits, parted by hyphens${hint}` };
}

/** Who has an id already, or had it before. */
async function idTaken(id: string, config: Config): Promise<Problem | undefined> {
  const { rules, files } = await loadRules(config);
  const former = formerIds(rules).get(id);
  if (former !== undefined)
    return { code: 'usage', message: `${id} is a former name of the rule ${former} and still leads to it; take another name` };
  if (!rules.some((rule) => rule.id === id)) return undefined;
  const file = files.get(id);
  const whose = file === undefined ? 'a built-in rule' : `the rule in ${relative(config.cwd, file)}`;
  return { code: 'usage', message: `${id} is the name of ${whose}; take another name` };
}
