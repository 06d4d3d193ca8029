import { statSync } from 'node:fs';
import { relative } from 'node:path';
import { builtInRules } from '../catalogue/index.js';
import type { Config, Origin } from '../config/index.js';
import { readText } from '../files/read.js';
import { systemFailure } from '../files/failure.js';
import { isWithin, leadsOut, ledOut } from '../files/inside.js';
import { walk } from '../files/walk.js';
import { defaultLimits } from '../parse/source.js';
import { formerIds, renamedMessage } from '../rule/former-ids.js';
import type { Rule } from '../rule/rule.js';
import type { Problem } from '../text/problem.js';
import type { Trust } from '../trust/trust.js';
import { append } from '../text/append.js';

export interface LoadedRules {
  readonly rules: readonly Rule[];
  /** Where the user's own stand (absolute), by id. */
  readonly files: ReadonlyMap<string, string>;
  /** Rules that give way to another by a former id of it. */
  readonly notes: readonly Problem[];
  /** Absolute paths of the modules that plugins begin with. */
  readonly plugins: readonly string[];
  /** What keeps a rule of the user's own from being used. */
  readonly problems: readonly Problem[];
}

/** The built-in rules and the user's own: those that `rulePaths` names, each a YAML file or a folder of them, and those that plugins bring. */
export async function loadRules(config: Config, trust?: Trust): Promise<LoadedRules> {
  const builtIn = builtInRules();
  if (config.rulePaths.length + config.plugins.length === 0)
    return { rules: builtIn, files: new Map(), plugins: [], notes: [], problems: [] };
  const taken = new Map(builtIn.map((rule) => [rule.id, 'a built-in rule']));
  const own: Rule[] = [];
  const found = new Map<string, string>();
  const problems: Problem[] = [];
  const plugins: string[] = [];
  for (const { value, origin } of config.rulePaths) {
    const files = ruleFiles(value, config, origin);
    if ('code' in files) problems.push(files);
    else
      for (const path of files) {
        const file = relative(config.cwd, path);
        const read = await readRule(file, path);
        const other = 'id' in read && taken.get(read.id);
        if (!('id' in read)) append(problems, read);
        else if (other) problems.push({ code: 'bad-rule', file, message: `its id, ${read.id}, is that of ${other}; give it another` });
        else {
          own.push(read);
          found.set(read.id, path);
          taken.set(read.id, file);
        }
      }
  }
  if (config.plugins.length > 0) {
    const [{ loadPlugins }, { storedTrust }] = await Promise.all([import('./plugins.js'), import('../trust/trust.js')]);
    for (const { name, entry, rules } of await loadPlugins(config, trust ?? storedTrust(config.root), problems)) {
      plugins.push(entry);
      for (const rule of rules) {
        const other = taken.get(rule.id);
        if (other)
          problems.push({
            code: 'bad-rule',
            message: `plugins: ${name}: the id of its rule ${rule.id} is that of ${other}; one of them must go`,
          });
        else {
          own.push(rule);
          taken.set(rule.id, `the plugin ${name}`);
        }
      }
    }
  }
  const notes: Problem[] = [];
  const former = formerIds([...builtIn, ...own]);
  const shownOrigin = (id: string): string | undefined => (found.has(id) ? relative(config.cwd, found.get(id)!) : undefined);
  const settled = own.map((rule) => yieldingToday(rule, former, shownOrigin(rule.id), notes));
  return { rules: [...builtIn, ...settled], files: found, plugins, notes, problems };
}

/** The rule, giving way to the rules of today where it names them by former ids. */
function yieldingToday(rule: Rule, former: ReadonlyMap<string, string>, file: string | undefined, notes: Problem[]): Rule {
  if (!rule.yieldsTo.some(({ to }) => former.has(to))) return rule;
  const yieldsTo = rule.yieldsTo.map((one) => {
    const now = former.get(one.to);
    if (now === undefined) return one;
    notes.push({ code: 'renamed-rule', file, message: `yields-to: ${renamedMessage(one.to, now)}` });
    return { ...one, to: now };
  });
  return Object.freeze({ ...rule, yieldsTo });
}

/** Reads one rule of the user's own. `path` is read, `file` is shown. */
export async function readRule(file: string, path: string): Promise<Rule | readonly Problem[]> {
  const { loadRule } = await import('../rule/load.js');
  const yaml = readText(file, defaultLimits.fileBytes, path);
  return typeof yaml === 'string' ? loadRule(yaml, file) : [yaml];
}

/** The rule files that one entry of `rulePaths` leads to. */
function ruleFiles(path: string, { cwd, root }: Config, origin: Origin): readonly string[] | Problem {
  const shown = relative(cwd, path);
  const place = 'file' in origin ? { file: relative(cwd, origin.file), line: origin.line, column: origin.column } : {};
  const wrong = (message: string): Problem => ({ code: 'bad-config', ...place, message: `rulePaths: ${shown}: ${message}` });
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return wrong('no such file or folder; check the path');
  if (!stat.isDirectory()) return [path];
  const files: string[] = [];
  // A configuration that the user has named stands with its rules wherever it stands.
  const home = isWithin(path, root) ? root : path;
  for (const met of walk(path)) {
    if (met.kind === 'failed') return wrong(systemFailure(shown, met.error).message);
    const isRule = met.kind === 'file' && /\.ya?ml$/i.test(met.path);
    if ((isRule || met.kind === 'linked-folder') && leadsOut(met.path, home))
      return ledOut(relative(cwd, met.path), 'copy what it leads to into the project');
    if (isRule) files.push(met.path);
  }
  return files.length > 0 ? files.sort() : wrong('no rule in this folder (.yml, .yaml)');
}
