import { describe, expect, it } from 'vitest';
import { createLinter, isProblem, lint, type DraftReport, type Input, type LintOptions } from '../../src/index.js';
import { makeRule } from '../engine/make.js';

const rules = [
  makeRule('blames', 'Dave forgot', { severity: 'error', weight: 22, gate: 'critical', category: 'ownership' }),
  makeRule('vague', 'soon', { weight: 8, category: 'timeliness' }),
];
const TEXT =
  'Hi Maria,\n\nThank you for writing about the kettle. Dave forgot to send it.\nIt will be with you soon.\n\nBest wishes\nAna\n';

function report(input: Partial<Input> = {}, options?: LintOptions): DraftReport {
  const outcome = createLinter(rules, options).lintText({ draft: TEXT, ...input });
  if (isProblem(outcome)) throw new Error(outcome.message);
  return outcome;
}

describe('the report on one draft', () => {
  it('scores, and says where each finding stands', () => {
    const result = report({ name: 'kettle.txt' });
    expect(result).toMatchObject({ id: 'kettle.txt', file: 'kettle.txt', score: 64, points: 70, grade: 'D', pass: false });
    expect(result.gate).toEqual({ class: 'critical', rule: 'blames', cap: 64 });
    const [first] = result.findings;
    expect(TEXT.slice(first.source?.start, first.source?.end)).toBe('Dave forgot');
    expect(first.excerpt.slice(first.mark?.start, first.mark?.end)).toBe('Dave forgot');
    expect(first.excerpt).toBe('Thank you for writing about the kettle. Dave forgot to send it.');
    expect(first.place).toMatchObject({ file: 'kettle.txt', line: 3, column: 41 });
  });

  it.each<[string, LintOptions, boolean]>([
    ['a warning alone', { levels: { blames: 'off' } }, true],
    ['a warning, where warnings fail', { levels: { blames: 'off' }, gates: { failOn: 'warning' } }, false],
    ['a score below the mark', { levels: { blames: 'off' }, gates: { minScore: 93 } }, false],
    ['an error in a low mark', { gates: { minScore: 10 } }, false],
    ['an error where nothing fails', { gates: { minScore: 10, failOn: 'never' } }, true],
  ])('passes or not: %s', (_, options, pass) => {
    expect(report({}, options).pass).toBe(pass);
  });

  it('is the same with and without waiting', async () => {
    const linter = createLinter(rules);
    const input = { draft: new TextEncoder().encode(TEXT), name: 'a' };
    expect(await linter.lint(input)).toEqual(linter.lintText(input));
  });

  it('is the same twice', () => {
    expect(report()).toEqual(report());
  });

  it('shows the part around the words where a line has no end', () => {
    const [first] = report({ draft: `${'word '.repeat(200_000)}Dave forgot it. ${'word '.repeat(2000)}` }).findings;
    expect(first.excerpt.length).toBeLessThan(2000);
    expect(first.excerpt.slice(first.mark?.start, first.mark?.end)).toBe('Dave forgot');
  });
});

describe('lint', () => {
  it('takes a text, or a text with what is known of it', async () => {
    const alone = await lint('Thank you for your kind words.');
    expect(alone).toMatchObject({ file: 'draft', kind: { source: expect.stringMatching(/inferred|unknown/) } });
    expect(await lint({ draft: '<p>Thank you for your kind words.</p>', format: 'html', kind: 'thanks', name: 'a.html' })).toMatchObject({
      file: 'a.html',
      kind: { value: 'thanks', source: 'given' },
    });
    expect(await lint('  ')).toMatchObject({ code: 'empty' });
  });
});

describe('what cannot be judged', () => {
  it.each<[string, Input['draft'], string]>([
    ['nothing to read', ' \n\n', 'empty'],
    ['bytes that are no text', new Uint8Array([0xff, 0xfe, 0x80, 0x00]), 'bad-charset'],
  ])('%s', async (_, draft, code) => {
    const linter = createLinter(rules);
    expect(await linter.lint({ draft, name: 'x.txt' })).toMatchObject({ code, file: 'x.txt' });
    expect(linter.lintText({ draft, name: 'x.txt' })).toMatchObject({ code });
  });

  it('names the limit that was met', () => {
    expect(createLinter(rules, { limits: { draftUnits: 10 } }).lintText({ draft: TEXT })).toMatchObject({
      code: 'too-large',
      message: expect.stringContaining('draftUnits'),
    });
  });
});
