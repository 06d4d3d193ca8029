import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { RULE_KEYS } from '../../src/rule/define.js';
import { runExamples } from '../../src/rule/examples.js';
import { loadRule } from '../../src/rule/load.js';
import { ownExamples, readExamples } from '../../src/rule/read-examples.js';
import type { Rule } from '../../src/rule/rule.js';
import { exampleLint } from '../../src/workspace/example-lint.js';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const guide = read('docs/writing-a-rule.md');
const load = async (yaml: string): Promise<Rule> => {
  const rule = await loadRule(yaml, 'rule.yml');
  if (!('id' in rule)) throw new Error(JSON.stringify(rule));
  return rule;
};

it('the rule that the guide begins with works as it stands', async () => {
  const rule = await load(/```yaml\n(id:.*?)```/s.exec(guide)?.[1] ?? '');
  const { examples, failures } = ownExamples(rule);
  expect(examples).toHaveLength(2);
  expect([...failures, ...(await runExamples(examples, exampleLint([rule], rule.id)))]).toEqual([]);
});

it('the guide explains every key, and no other', () => {
  const tables = guide.slice(guide.indexOf('## Keys'), guide.indexOf('When it speaks:'));
  const named = [...tables.matchAll(/^\| +((?:`[a-z-]+`(?:, )?)+)/gm)].flatMap(([, cell]) => cell.match(/[a-z-]+/g) ?? []);
  // The two that are shown rather than listed.
  expect([...named, 'when', 'unless'].sort()).toEqual([...RULE_KEYS].sort());
});

it('what `rule new` copies holds its own examples', async () => {
  const rule = await load(read('rules/_template/rule.yml'));
  const { examples, failures } = readExamples(read('rules/_template/README.md'));
  const own = ownExamples(rule);
  const failed = await runExamples([...examples, ...own.examples], exampleLint([rule], rule.id));
  expect([...failures, ...own.failures, ...failed]).toEqual([]);
  expect(examples).toHaveLength(2);
});

it('the guide shows the form that `rule new` writes', () => {
  const shown = /```yaml\n(id:.*?)```/s.exec(guide)?.[1] ?? '';
  const written = read('rules/_template/rule.yml');
  const block = (yaml: string, key: string): string => new RegExp(`^${key}:\\n(?: .*\\n)+`, 'm').exec(yaml)?.[0] ?? key;
  for (const key of ['phrases', 'examples']) expect(block(written, key)).toBe(block(shown, key));
});
