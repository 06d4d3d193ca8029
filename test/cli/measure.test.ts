import { afterAll, beforeAll, expect, it } from 'vitest';
import { CLEAN, FLAWED, Project } from './project.js';

const labelled = [
  { id: 1, draft: FLAWED, context: { kind: 'complaint' }, expect: [{ rule: 'no-plonk', quote: 'Plonkety plonk' }] },
  { id: 2, draft: CLEAN, context: { clean: true }, expect: [], must_not: [{ rule: 'no-plonk' }] },
  { id: 3, draft: FLAWED, expect: [{ rule: 'no-wibble', quote: null }], rules: ['no-wibble', 'no-plonk'] },
];

let project: Project;
beforeAll(() => {
  project = new Project({
    'labelled.jsonl': labelled.map((record) => `${JSON.stringify(record)}\n`).join(''),
    'broken.jsonl': `{\n${JSON.stringify({ id: 4, draft: CLEAN, expect: [{ rule: 'no-plonk', quote: 'not there' }] })}\n${JSON.stringify(labelled[1])}\n`,
    'empty.jsonl': '\n',
  });
});
afterAll(() => project.remove());

it('says how often each rule was right', async () => {
  const { code, out } = await project.run(['measure', 'labelled.jsonl']);
  expect(code).toBe(0);
  expect(out).toMatch(/^rule +hit +missed +wrong +precision +recall +F1$/m);
  expect(out).toMatch(/^no-plonk +1 +0 +1 +0\.50 +1\.00 +0\.67$/m);
  expect(out).toMatch(/^no-wibble +0 +1 +0 +- +0\.00 +-$/m);
  expect(out).toContain('3 replies\n1 of 1 clean drafts passed\n0 of 1 bans were broken');
});

it('answers machines with JSON', async () => {
  const { out } = await project.run(['measure', '--format', 'json', 'labelled.jsonl']);
  expect(JSON.parse(out)).toMatchObject({
    version: 1,
    drafts: 3,
    rules: { 'no-plonk': { hit: 1, wrong: 1, precision: 0.5 } },
    all: { missed: 1 },
  });
});

it.each([
  [['--min-precision', '0.4'], 0, ''],
  [['--min-precision', '0.9'], 1, 'no-plonk: precision 0.50 is under 0.9'],
  [['--min-recall', '0.9'], 1, 'no-wibble: recall 0.00 is under 0.9'],
  [['--min-recall', '90'], 2, 'must be a number from 0 to 1'],
])('holds a team to its marks: %j', async (args, code, message) => {
  const result = await project.run(['measure', ...args, 'labelled.jsonl']);
  expect(result.code).toBe(code);
  expect(result.err).toContain(message);
});

it('tells what it could not read, line by line, and counts the rest', async () => {
  const { code, out, err } = await project.run(['measure', 'broken.jsonl']);
  expect(code).toBe(2);
  expect(err).toMatch(/^broken\.jsonl:1: not valid JSON/m);
  expect(err).toMatch(/^broken\.jsonl:2: .*the quote of no-plonk does not stand in the draft/m);
  expect(out).toContain('1 reply');
});

it.each([
  ['nowhere.jsonl', 'there is no such file'],
  ['empty.jsonl', 'holds no record'],
])('exits 2 with one line: %s', async (file, message) => {
  const { code, err } = await project.run(['measure', file]);
  expect(code).toBe(2);
  expect(err.trim().split('\n')).toHaveLength(1);
  expect(err).toContain(message);
});

it.each([
  ['expect', { expect: [{ rule: 'no-plank', quote: null }] }],
  ['must_not', { expect: [], must_not: [{ rule: 'no-plank' }] }],
  ['rules', { expect: [], rules: ['no-wibble', 'no-plank'] }],
])('tells of a rule that there is not: %s', async (key, labels) => {
  project.put({ 'unknown.jsonl': `${JSON.stringify(labelled[1])}\n${JSON.stringify({ id: 'R-7', draft: CLEAN, ...labels })}\n` });
  const { code, out, err } = await project.run(['measure', 'unknown.jsonl']);
  expect(code).toBe(2);
  expect(err.trim()).toBe(`unknown.jsonl:2: record R-7: "${key}": there is no rule "no-plank"; did you mean no-plonk?`);
  expect(out).toContain('1 reply');
});
