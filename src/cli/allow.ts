import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { relative, resolve } from 'node:path';
import { configFile, parsedConfig, withAllowed } from '../config/amend.js';
import type { ConfigText } from '../config/find.js';
import { replaceContent } from '../files/replace.js';
import { writeWhole } from '../files/write.js';
import type { AllowedPhrase, Problem } from '../index.js';
import { inert } from '../report/inert.js';
import { faultOfPhrase } from '../workspace/phrases.js';
import { createWorkspace } from '../workspace/workspace.js';
import { didYouMean } from '../text/nearest.js';
import { Exit, type ExitCode } from './exit.js';
import type { Terminal } from './terminal.js';

export interface AllowOptions {
  readonly reason: string;
  readonly rule?: readonly string[];
  readonly config?: string;
  readonly trust?: boolean;
}

const NEW_FILE = '.replylintrc.yaml';

/** Adds a phrase to the vocabulary of the configuration: rules about wording leave it alone from then on. */
export async function allow(phrase: string, options: AllowOptions, terminal: Terminal): Promise<ExitCode> {
  const fail = (problem: Omit<Problem, 'code'>): ExitCode => {
    terminal.problem({ code: 'usage', ...problem });
    return Exit.unjudged;
  };
  const { reason, rule: rules } = options;
  if (phrase.trim() === '' || reason.trim() === '') return fail({ message: 'a phrase and the reason why it is allowed are needed' });
  const fault = faultOfPhrase(phrase);
  if (fault !== undefined) return fail({ message: `"${phrase}" is no phrase: ${fault}; docs/phrases.md tells what signs mean` });

  const workspace = await createWorkspace({ cwd: terminal.cwd, config: options.config, trust: options.trust });
  for (const problem of workspace.problems) terminal.problem(problem);
  if (workspace.problems.length > 0) return Exit.unjudged;
  const ids = workspace.rules.map(({ id }) => id);
  const unknown = rules?.find((id) => !ids.includes(id));
  if (unknown !== undefined)
    return fail({ message: `there is no rule "${unknown}"${didYouMean(unknown, ids) || '; `replylint rules` lists them'}` });
  const known = workspace.settingsFor().vocabulary.find(({ value }) => value.phrase === phrase && isDeepStrictEqual(value.rules, rules));
  if (known) return fail({ message: `"${phrase}" is allowed already: ${known.value.reason}` });

  const allowed: AllowedPhrase = { phrase, reason, ...(rules && { rules }) };
  const found = configFile(terminal.cwd, options.config);
  if (found && 'code' in found) return fail(found);
  if (found?.format === 'code')
    return fail({ file: relative(terminal.cwd, found.path), message: 'is code; add the phrase to its vocabulary by hand' });
  const file = found ?? { path: resolve(workspace.config.root, NEW_FILE), text: '', format: 'yaml' as const };
  const shown = relative(terminal.cwd, file.path);
  const amended = await withAllowed(file, allowed);
  const before = found ? await parsedConfig(found, terminal.cwd) : {};
  const after = amended === undefined ? undefined : await parsedConfig({ ...file, text: amended }, terminal.cwd);
  // What was written must say what was there and the phrase, and nothing else.
  if (amended === undefined || !isDeepStrictEqual(after, withPhrase(before, allowed)))
    return fail({ file: shown, message: `is written in a way of its own; add this to its vocabulary by hand: ${JSON.stringify(allowed)}` });
  const lost = found ? changed(found, shown, workspace.config.root, amended) : writeWhole(shown, file.path, amended);
  if (lost) return fail(lost);
  terminal.out(
    `${inert(shown)}: ${found ? '' : 'made, and '}${inert(JSON.stringify(phrase))} is allowed${rules ? ` in ${rules.join(', ')}` : ''}.\n`,
  );
  return Exit.sendable;
}

/** Puts the new text in the place of the old one; a byte order mark, which is no text, stays. */
function changed({ path, text }: ConfigText, file: string, root: string, amended: string): Problem | undefined {
  const mark = readFileSync(path)[0] === 0xef ? '\ufeff' : '';
  return replaceContent({ file, path, root, before: Buffer.from(mark + text), after: Buffer.from(mark + amended) });
}

function withPhrase(data: unknown, allowed: AllowedPhrase): unknown {
  const { vocabulary, ...rest } = Object(data) as { vocabulary?: readonly unknown[] | null };
  return { ...rest, vocabulary: [...(vocabulary ?? []), allowed] };
}
