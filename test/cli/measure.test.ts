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

it('shows the records behind the figures of a rule', async () => {
  const { code, out } = await project.run(['measure', 'labelled.jsonl', '--show', 'no-plonk']);
  expect(code).toBe(0);
  expect(out).toMatch(/\nno-plonk\n {2}wrong {2}labelled\.jsonl:3 {2}record 3 {2}“Plonkety plonk”: This word is for tests\.\n$/);
});

it('shows those of all rules that have any, and of a rule that was named without', async () => {
  const all = await project.run(['measure', 'labelled.jsonl', '--show', 'all']);
  expect(all.out).toMatch(/\nno-wibble\n {2}missed labelled\.jsonl:3 {2}record 3 {2}the whole message\n$/);
  expect(all.out).toContain('\nno-plonk\n');
  expect(all.out).not.toContain('closed-door');
  const none = await project.run(['measure', 'labelled.jsonl', '--show', 'closed-door']);
  expect(none.out).toMatch(/\nclosed-door\n {2}nothing missed, nothing wrong\n$/);
});

it('hands the records behind the figures to machines', async () => {
  const { out } = await project.run(['measure', '--format', 'json', 'labelled.jsonl', '--show', 'no-wibble', '--show', 'no-plonk']);
  expect(JSON.parse(out).shown).toEqual({
    'no-plonk': { missed: [], wrong: [{ line: 3, id: 3, quote: 'Plonkety plonk', message: 'This word is for tests.' }] },
    'no-wibble': { missed: [{ line: 3, id: 3, quote: null }], wrong: [] },
  });
});

it('masks what no report may hold, also in the words of a label', async () => {
  const draft = CLEAN.replace('We have sent', 'Your card is 4111 1111 1111 1111. We have sent');
  const record = { id: 1, draft, expect: [{ rule: 'no-plonk', quote: 'Your card is 4111 1111 1111 1111' }] };
  project.put({ 'card.jsonl': JSON.stringify(record) });
  const { out } = await project.run(['measure', 'card.jsonl', '--show', 'all']);
  expect(out).toContain('missed card.jsonl:1');
  expect(out).not.toContain('4111 1111 1111');
});

it('does not know a rule of --show', async () => {
  const { code, out, err } = await project.run(['measure', 'labelled.jsonl', '--show', 'no-plank']);
  expect({ code, out, err }).toEqual({ code: 2, out: '', err: 'replylint: --show: no rule no-plank; did you mean no-plonk?\n' });
});

it('tells of a line that is JSON and no record, and takes a byte order mark', async () => {
  project.put({ 'marked.jsonl': `\ufeff${JSON.stringify(labelled[1])}\nnull\n[]\n` });
  const { code, out, err } = await project.run(['measure', 'marked.jsonl']);
  expect(code).toBe(2);
  expect(err).toMatch(/^marked\.jsonl:2: holds no record; write one JSON object a line\nmarked\.jsonl:3: .*\n$/);
  expect(out).toContain('1 reply');
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
