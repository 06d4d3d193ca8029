import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { readLabels } from '../../src/accuracy/labels.js';
import { Tally, type Outcome } from '../../src/accuracy/tally.js';
import { builtInRules } from '../../src/catalogue/index.js';
import { isProblem, lint } from '../../src/index.js';

/** Written and labelled from the definitions of the rules alone, before any of them was looked at; `replylint measure fixtures/safety.jsonl` takes it too. */
const records = readFileSync(new URL('../../fixtures/safety.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line));
const { rules: published } = parse(readFileSync(new URL('../../rules/_accuracy.yml', import.meta.url), 'utf8')) as {
  rules: Record<string, { sets?: { safety?: { hit: number; missed: number; wrong: number } } }>;
};
const measured = new Set([
  ...builtInRules()
    .filter(({ category }) => category === 'safety')
    .map(({ id }) => id),
  // Orders to whoever fills in a template are its matter.
  'template-residue',
]);

async function outcome(): Promise<Outcome> {
  const tally = new Tally();
  for (const record of records) {
    const { clean: _clean, ...context } = record.context ?? {};
    const report = await lint({ ...context, draft: record.draft, customer: record.customer, name: record.id, now: '2026-11-22T09:00:00Z' });
    const labels = readLabels(record, record.draft);
    if (isProblem(report) || typeof labels === 'string') throw new Error(`${record.id}: ${JSON.stringify(report)}`);
    const found = report.findings.filter(({ rule }) => measured.has(rule));
    tally.add(
      record.draft,
      labels,
      found.map(({ rule, severity, span, source }) => ({ rule, severity, at: span === null ? null : (source ?? null) })),
    );
  }
  return tally.outcome();
}

it('finds in the labelled set for safety what is published, and passes over all its near misses', async () => {
  const { rules, all } = await outcome();
  const figures = Object.fromEntries([...rules].map(([id, { hit, missed, wrong }]) => [id, { hit, missed, wrong }]));
  const told = Object.entries(published).flatMap(([id, { sets }]) => (sets?.safety ? [[id, sets.safety]] : []));
  expect(figures).toEqual(Object.fromEntries(told));
  expect(all.wrong).toBe(0);
}, 60_000);
