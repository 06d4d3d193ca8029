import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { builtInRules } from '../catalogue/index.js';
import { findRoot } from '../config/find.js';
import { leadsOut, ledOut } from '../files/inside.js';
import { readText } from '../files/read.js';
import { writeWhole } from '../files/write.js';
import { defaultLimits } from '../parse/source.js';
import { runExamples, updateExamples } from '../rule/examples.js';
import { ownExamples, readExamples } from '../rule/read-examples.js';
import type { Rule } from '../rule/rule.js';
import type { Problem } from '../text/problem.js';
import { exampleLint } from './example-lint.js';
import { readRule } from './rules.js';

/** What came of running a rule's examples. */
export interface ExampleRun {
  readonly rule: string;
  readonly examples: number;
  /** How many of them hold. */
  readonly held: number;
  /** Those that do not hold, each with its place. */
  readonly failures: readonly Problem[];
}

/** A rule with the files that hold its examples, as they are shown and as absolute paths. */
interface RuleFolder {
  readonly rule: Rule;
  readonly yaml: string;
  readonly readme?: { readonly file: string; readonly path: string };
}

/**
 * Runs the examples of a rule as drafts of a user's would be judged, with the built-in rules on: those in its YAML file, and those in the README
 * beside a `rule.yml`.
 * @param path a rule file, the folder of a rule, or its README
 * @param update write the carets that the rule earns now into the README first
 */
export async function testExamples(path: string, cwd: string, update = false): Promise<ExampleRun | readonly Problem[]> {
  const opened = await open(resolve(cwd, path), cwd);
  if (!('rule' in opened)) return opened;
  const { rule, yaml, readme } = opened;
  const lint = exampleLint([...builtInRules().filter(({ id }) => id !== rule.id), rule], rule.id);
  const own = ownExamples(rule);
  const short = [...own.failures, ...(await runExamples(own.examples, lint))];
  const failures: Problem[] = short.map(({ line, message }) => ({
    code: 'example',
    file: yaml,
    message: `${nameOf(line, rule)}: ${message}`,
  }));
  let examples = own.examples.length + own.failures.length;
  let failed = new Set(short.map(({ line }) => line)).size;
  if (readme) {
    let text = readText(readme.file, defaultLimits.fileBytes, readme.path);
    if (typeof text !== 'string') return [text];
    if (update) {
      const updated = await updateExamples(text, lint);
      const failure = updated === text ? undefined : writeWhole(readme.file, readme.path, updated);
      if (failure) return [failure];
      text = updated;
    }
    const read = readExamples(text);
    examples += read.examples.length + read.failures.length;
    const long = [...read.failures, ...(await runExamples(read.examples, lint))];
    failed += new Set(long.map(({ line }) => line)).size;
    failures.push(...long.map(({ line, message }) => ({ code: 'example', file: readme.file, line, message })));
  }
  if (examples === 0) return [{ code: 'no-examples', file: yaml, message: 'has no examples; write some under examples: bad and good' }];
  return { rule: rule.id, examples, held: examples - failed, failures };
}

/** Own examples are numbered, the bad ones first. */
function nameOf(number: number, { examples: { bad } }: Rule): string {
  return number <= bad.length ? `bad example ${number}` : `good example ${number - bad.length}`;
}

async function open(path: string, cwd: string): Promise<RuleFolder | readonly Problem[]> {
  const stat = statSync(path, { throwIfNoEntry: false });
  const folder = stat?.isDirectory() ? path : dirname(path);
  const yaml = stat?.isDirectory() || /\.md$/i.test(path) ? join(folder, 'rule.yml') : path;
  const file = relative(cwd, yaml);
  if (!existsSync(yaml)) return [{ code: 'missing', file, message: 'no such file; name the YAML file of a rule, or its folder' }];
  const readme = join(folder, 'README.md');
  const hasReadme = basename(yaml) === 'rule.yml' && existsSync(readme);
  const root = findRoot(cwd);
  const outside = [yaml, ...(hasReadme ? [readme] : [])].filter((one) => leadsOut(one, root));
  if (outside.length > 0) return outside.map((one) => ledOut(relative(cwd, one), 'copy what it leads to into the project'));
  // A check.ts is compiled into the catalogue; the YAML beside it says only half.
  const compiled = existsSync(join(folder, 'check.ts')) ? builtInRules().find(({ id }) => id === basename(folder)) : undefined;
  const rule = compiled ?? (await readRule(file, yaml));
  if (!('id' in rule)) return rule;
  return { rule, yaml: file, ...(hasReadme && { readme: { file: relative(cwd, readme), path: readme } }) };
}
