import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtInRules } from '../src/catalogue/index.js';
import { runExamples } from '../src/rule/examples.js';
import { ownExamples, readExamples } from '../src/rule/read-examples.js';
import { exampleLint } from '../src/workspace/example-lint.js';

const FLAGGED = 6;
const SILENT = 8;
/** How many sentences of advice each source has; `S1.29` is the 29th of the second. */
const ADVICE: Readonly<Record<string, number>> = { S0: 33, S1: 37, S2: 29, S3: 79, S4: 27 };

const folder = new URL('../rules/', import.meta.url);
const folders = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_') && existsSync(new URL(`${entry.name}/rule.yml`, folder)))
  .map((entry) => entry.name);
const rules = builtInRules();
const ids = rules.map((rule) => rule.id);

it('every rule folder is in the catalogue', () => {
  expect(ids).toEqual(folders.sort());
});

describe.each(rules.map((rule) => ({ id: rule.id, rule })))('$id', ({ id, rule }) => {
  const path = new URL(`${id}/README.md`, folder);
  const readme = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const { examples, failures } = readExamples(readme);

  it('has a README that says what it flags and why', () => {
    const sections = [...readme.matchAll(/^## (.*)$/gm)].map(([, title]) => title);
    expect(sections).toEqual(expect.arrayContaining(['What it flags', 'Why', 'Examples', 'Fine']));
    expect(readme.startsWith(`# ${id}\n`)).toBe(true);
  });

  it(`shows at least ${FLAGGED} drafts that it flags and ${SILENT} that it leaves alone`, () => {
    expect(failures).toEqual([]);
    expect(examples.filter(({ fine, marks }) => !fine && marks.length > 0).length).toBeGreaterThanOrEqual(FLAGGED);
    expect(examples.filter(({ fine }) => fine).length).toBeGreaterThanOrEqual(SILENT);
  });

  it('says what is wrong, why, what to write, and whose advice that is', () => {
    for (const text of [rule.title, rule.message, rule.why, rule.suggest]) expect(text).not.toBe('');
    // The rules of safety stand on standards, not on the sentences of advice.
    expect((rule.category === 'safety' ? rule.sources : rule.advice).length).toBeGreaterThan(0);
    for (const advice of rule.advice) {
      const [, source, sentence] = /^(S\d)\.(\d+)$/.exec(advice) ?? [];
      expect(Number(sentence), `${advice} names no sentence of advice`).toBeGreaterThan(0);
      expect(Number(sentence), `${advice} names no sentence of advice`).toBeLessThanOrEqual(ADVICE[source] ?? 0);
    }
  });

  it('gives way only to rules and variants that there are', () => {
    for (const { to, variants } of rule.yieldsTo) {
      const other = rules.find((each) => each.id === to);
      expect(ids).toContain(to);
      for (const variant of variants ?? []) expect(Object.keys(other?.variants ?? {})).toContain(variant);
    }
  });

  it('shows a bad and a good example, which hold', async () => {
    expect(rule.examples.bad.length).toBeGreaterThan(0);
    expect(rule.examples.good.length).toBeGreaterThan(0);
    const own = ownExamples(rule);
    expect(own.failures).toEqual([]);
    expect(await runExamples(own.examples, exampleLint(rules, id))).toEqual([]);
  });

  it('marks in its examples what their carets stand under, and nothing else', async () => {
    expect(await runExamples(examples, exampleLint(rules, id))).toEqual([]);
  });
});
