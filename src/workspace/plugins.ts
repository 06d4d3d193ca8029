import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Config, Origin } from '../config/index.js';
import { define } from '../rule/define.js';
import type { Check, Rule } from '../rule/rule.js';
import type { Problem } from '../text/problem.js';
import { importModule } from '../trust/import-module.js';
import { isPath, moduleEntry } from '../trust/module-entry.js';
import type { Trust } from '../trust/trust.js';

export interface LoadedPlugin {
  /** As the configuration names it. */
  readonly name: string;
  /** The module it begins with: absolute. */
  readonly entry: string;
  readonly rules: readonly Rule[];
}

/** What keeps one plugin from being used. */
type Complain = (message: string, code?: string) => void;

/** Runs the plugins that the configuration names, where they are trusted, and answers their rules. Never throws for what they do. */
export async function loadPlugins(config: Config, trust: Trust, problems: Problem[]): Promise<LoadedPlugin[]> {
  const loaded: LoadedPlugin[] = [];
  for (const { value: name, base, origin } of config.plugins) {
    const complain: Complain = (message, code = 'bad-plugin') => {
      problems.push({ code, ...placeOf(origin, config.cwd), message: `plugins: ${name} ${message}` });
    };
    const entry = moduleEntry(name, base, config.root, besideUs());
    if (entry === undefined)
      complain(isPath(name) ? 'is no file; check the path' : `is not installed; run \`npm install --save-dev ${name}\``);
    else {
      const refusal = refusalOf(entry, trust);
      if (refusal !== undefined) complain(refusal, 'untrusted');
      else {
        const rules = await rulesOf(entry, complain, problems, relative(config.cwd, entry));
        if (rules) loaded.push({ name, entry, rules });
      }
    }
  }
  return loaded;
}

/** TypeScript has to be translated before it is run; that is its author's work. */
function refusalOf(entry: string, trust: Trust): string | undefined {
  if (/\.[cm]?tsx?$/i.test(entry)) return 'is TypeScript, which is not run; name the JavaScript that is made of it';
  return trust.refuses(entry);
}

async function rulesOf(entry: string, complain: Complain, problems: Problem[], shown: string): Promise<Rule[] | undefined> {
  let module: Record<string, unknown>;
  try {
    module = Object(await importModule(pathToFileURL(entry).href)) as Record<string, unknown>;
  } catch (error) {
    complain(`could not be run (${said(error)})`);
    return undefined;
  }
  const plugin = Object(module.default ?? module) as { rules?: unknown };
  if (!Array.isArray(plugin.rules)) {
    complain('exports no list of rules; write `export default { rules: [define(…)] }`');
    return undefined;
  }
  const rules: Rule[] = [];
  for (const [i, given] of plugin.rules.entries()) {
    const rule = isRule(given) ? given : defined(given);
    if (isRule(rule)) rules.push(rule);
    // What `define` answers where the data of a rule are wrong.
    else if (Array.isArray(rule) && rule.every(isProblem))
      problems.push(...rule.map((problem) => ({ ...problem, file: problem.file ?? shown })));
    else complain(`brings something at rules[${i}] that is no rule; make it with \`define\` of replylint/rule`);
  }
  return rules;
}

/** A rule that is written as data, its check among them: such a plugin need not import anything. */
function defined(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const { check, ...data } = value as { readonly check?: unknown };
  return check === undefined || typeof check === 'function' ? define(data, check as Check | undefined) : value;
}

function isRule(value: unknown): value is Rule {
  const { id, check, message, phrases, modes, kinds, scope, yieldsTo, variants, severity } = Object(value) as Partial<
    Record<keyof Rule, unknown>
  >;
  const lists = [phrases, modes, kinds, scope, yieldsTo].every(Array.isArray);
  return (
    [id, message, severity].every((one) => typeof one === 'string') && typeof check === 'function' && lists && typeof variants === 'object'
  );
}

function isProblem(value: unknown): value is Problem {
  const { code, message } = Object(value) as Partial<Problem>;
  return typeof code === 'string' && typeof message === 'string';
}

function said(error: unknown): string {
  return (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).split('\n', 1)[0].slice(0, 200);
}

function placeOf(origin: Origin, cwd: string): Partial<Problem> {
  return 'file' in origin ? { file: relative(cwd, origin.file), line: origin.line, column: origin.column } : {};
}

/** The `node_modules` that replylint itself is installed in, where it is: a hook's plugins stand there. */
function besideUs(): string[] {
  const parts = dirname(fileURLToPath(import.meta.url)).split(sep);
  const at = parts.lastIndexOf('node_modules');
  return at < 0 ? [] : [resolve(sep, join(...parts.slice(0, at + 1)))];
}
