import { didYouMean } from '../text/nearest.js';
import type { Problem } from '../text/problem.js';
import { renamedMessage } from '../rule/former-ids.js';
import { faultOfPhrase } from '../rule/phrase-fault.js';
import type { Level } from '../rule/rule.js';
import { problemAt } from './origin.js';
import type { Config, Layer, RuleFacts } from './types.js';

const LISTED = '; `replylint rules` lists them';

/** The levels a rule can have. */
const levels: readonly Level[] = ['off', 'error', 'warning', 'suggestion'];

/**
 * Rule ids and options named in the files that no rule has. This waits until the user's own rules have been read, because they may be named too.
 */
export function checkRules(config: Config, rules: readonly RuleFacts[]): Problem[] {
  const known = new Map(rules.map((rule) => [rule.id, rule]));
  // A profile of ours may speak of a rule that this catalogue does not hold.
  return config.layers.filter((layer) => 'file' in layer.origin([])).flatMap((layer) => [...checkLayer(layer, known, config.cwd)]);
}

function* checkLayer({ said, origin }: Layer, known: ReadonlyMap<string, RuleFacts>, cwd: string): Generator<Problem> {
  const unknown = (id: string, ...path: (string | number)[]) =>
    problemAt(origin(path), cwd, `there is no rule "${id}"${didYouMean(id, known.keys()) || LISTED}`);

  for (const [id, entry] of Object.entries(said.rules ?? {})) {
    const rule = known.get(id);
    if (!rule) {
      yield unknown(id, 'rules', id);
      continue;
    }
    for (const [name, value] of Object.entries((typeof entry === 'string' ? undefined : entry[1]) ?? {})) {
      const at = origin(['rules', id, 1, name]);
      if (!Object.hasOwn(rule.options, name)) {
        const names = Object.keys(rule.options);
        const list = names.length === 0 ? 'it takes none' : `it takes ${names.join(', ')}`;
        yield problemAt(at, cwd, `rule ${id} has no option "${name}"; ${list}${didYouMean(name, names)}`);
      } else if (sort(value) !== sort(rule.options[name])) {
        yield problemAt(at, cwd, `option "${name}" of ${id} must be ${sort(rule.options[name])}, not ${sort(value)}`);
      }
    }
  }
  for (const id of Object.keys(said.score?.weights ?? {})) if (!known.has(id)) yield unknown(id, 'score', 'weights', id);
  for (const [i, entry] of (said.vocabulary ?? []).entries()) {
    const fault = faultOfPhrase(entry.phrase);
    if (fault !== undefined) {
      const message = `"${entry.phrase}" is no phrase: ${fault}; docs/phrases.md tells what signs mean`;
      yield problemAt(origin(['vocabulary', i, 'phrase']), cwd, message);
    }
    for (const [j, id] of (entry.rules ?? []).entries()) if (!known.has(id)) yield unknown(id, 'vocabulary', i, 'rules', j);
  }
}

function sort(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (value === null) return 'empty';
  return (
    { string: 'text', number: 'a number', boolean: 'true or false', object: 'a map of keys' }[typeof value as string] ?? 'something else'
  );
}

/** Reads what followed `--rule`: `id:level` each. `former` leads old ids to those of today; `notes` tells of each that was used. */
export function parseRuleFlags(
  flags: readonly string[],
  rules: readonly RuleFacts[],
  former: ReadonlyMap<string, string>,
): { levels: Record<string, Level>; problems: Problem[]; notes: Problem[] } {
  const found: Record<string, Level> = {};
  const problems: Problem[] = [];
  const notes: Problem[] = [];
  const bad = (message: string) => problems.push({ code: 'bad-config', message: `--rule: ${message}` });
  const ids = rules.map((rule) => rule.id);
  for (const flag of flags) {
    const [, given, level] = /^([^:]*):([^:]*)$/.exec(flag)?.map((part) => part.trim()) ?? [];
    const id = former.get(given) ?? given;
    if (id !== given) notes.push({ code: 'renamed-rule', message: `--rule: ${renamedMessage(given, id)}` });
    if (id === undefined)
      bad(`"${flag}" is not of the form id:level, such as ${ids.includes(flag) ? flag : (ids[0] ?? 'canned-phrase')}:off`);
    else if (!ids.includes(id)) bad(`there is no rule "${id}"${didYouMean(id, ids) || LISTED}`);
    else if (!levels.includes(level as Level)) bad(`"${level}" is no level; write one of ${levels.join(', ')}${didYouMean(level, levels)}`);
    else found[id] = level as Level;
  }
  return { levels: found, problems, notes };
}
