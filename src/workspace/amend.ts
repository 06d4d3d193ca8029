import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { configFile, parsedConfig, withAllowed, withRuleOff } from '../config/amend.js';
import type { ConfigText } from '../config/find.js';
import { replaceContent } from '../files/replace.js';
import { writeWhole } from '../files/write.js';
import type { AllowedPhrase, Problem } from '../index.js';
import { faultOfPhrase } from '../rule/phrase-fault.js';
import { didYouMean } from '../text/nearest.js';
import type { Workspace } from './workspace.js';

/** The configuration after it was written. */
export interface Amended {
  /** As it is shown. */
  readonly file: string;
  /** There was none before. */
  readonly isNew: boolean;
}

const NEW_FILE = '.replylintrc.yaml';

/** Adds a phrase to the vocabulary of a project's configuration: rules about wording leave it alone from then on. Answers why it was not done. */
export async function allowPhrase(allowed: AllowedPhrase, workspace: Workspace): Promise<Amended | Problem> {
  const { phrase, reason, rules } = allowed;
  const wrong = (message: string): Problem => ({ code: 'usage', message });
  if (phrase.trim() === '' || reason.trim() === '') return wrong('a phrase and the reason why it is allowed are needed');
  const fault = faultOfPhrase(phrase);
  if (fault !== undefined) return wrong(`"${phrase}" is no phrase: ${fault}; docs/phrases.md tells what signs mean`);
  const [problem] = workspace.problems;
  if (problem) return problem;
  const ids = workspace.rules.map(({ id }) => id);
  const unknown = rules?.find((id) => !ids.includes(id));
  if (unknown !== undefined) return wrong(`there is no rule "${unknown}"${didYouMean(unknown, ids) || '; `replylint rules` lists them'}`);
  const known = workspace.settingsFor().vocabulary.find(({ value }) => value.phrase === phrase && isDeepStrictEqual(value.rules, rules));
  if (known) return wrong(`"${phrase}" is allowed already: ${known.value.reason}`);
  return amend(workspace, {
    text: (file) => withAllowed(file, allowed),
    data: ({ vocabulary, ...rest }) => ({
      ...rest,
      vocabulary: [...((vocabulary as readonly unknown[] | null | undefined) ?? []), allowed],
    }),
    byHand: `the phrase to its vocabulary by hand`,
    toWrite: `this to its vocabulary by hand: ${JSON.stringify(allowed)}`,
  });
}

/** Turns a rule off in a project's configuration. Answers why it was not done. */
export async function turnRuleOff(rule: string, workspace: Workspace): Promise<Amended | Problem> {
  const [problem] = workspace.problems;
  if (problem) return problem;
  return amend(workspace, {
    text: (file) => withRuleOff(file, rule),
    data: ({ rules, ...rest }) => {
      const said = Object(rules) as Readonly<Record<string, unknown>>;
      const [, ...options] = Array.isArray(said[rule]) ? said[rule] : [];
      return { ...rest, rules: { ...said, [rule]: options.length > 0 || Array.isArray(said[rule]) ? ['off', ...options] : 'off' } };
    },
    byHand: `"${rule}: off" to its rules by hand`,
    toWrite: `this to its rules by hand: ${rule}: off`,
  });
}

interface Amendment {
  readonly text: (file: ConfigText) => Promise<string | undefined>;
  /** What the data must be afterwards. */
  readonly data: (before: Readonly<Record<string, unknown>>) => unknown;
  /** What to add where the configuration is code. */
  readonly byHand: string;
  /** What to add where there is no safe place for it. */
  readonly toWrite: string;
}

async function amend({ cwd, config, options }: Workspace, { text, data, byHand, toWrite }: Amendment): Promise<Amended | Problem> {
  const found = configFile(cwd, options.config === false ? undefined : options.config);
  if (found && 'code' in found) return found;
  if (found?.format === 'code') return { code: 'usage', file: relative(cwd, found.path), message: `is code; add ${byHand}` };
  const file = found ?? { path: resolve(config.root, NEW_FILE), text: '', format: 'yaml' as const };
  const shown = relative(cwd, file.path);
  const amended = await text(file);
  const before = found ? await parsedConfig(found, cwd) : {};
  const after = amended === undefined ? undefined : await parsedConfig({ ...file, text: amended }, cwd);
  // What was written must say what was there and what was added, and nothing else.
  if (amended === undefined || !isDeepStrictEqual(after, data(Object(before) as Readonly<Record<string, unknown>>)))
    return { code: 'usage', file: shown, message: `is written in a way of its own; add ${toWrite}` };
  return (found ? changed(found, shown, config.root, amended) : writeWhole(shown, file.path, amended)) ?? { file: shown, isNew: !found };
}

/** Puts the new text in the place of the old one; a byte order mark, which is no text, stays. */
function changed({ path, text }: ConfigText, file: string, root: string, amended: string): Problem | undefined {
  const mark = readFileSync(path)[0] === 0xef ? '\ufeff' : '';
  return replaceContent({ file, path, root, before: Buffer.from(mark + text), after: Buffer.from(mark + amended) });
}
