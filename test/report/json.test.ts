import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import type { Remark } from '../../src/rule/rule.js';
import { json } from '../../src/report/json.js';
import { makeRule } from '../engine/make.js';
import { attacks, isRaw, isRunnerCommand } from './hostile.js';
import { draftReport, report, rules } from './make-report.js';

const validate = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true }).compile(
  JSON.parse(readFileSync(new URL('../../schema/report.schema.json', import.meta.url), 'utf8')) as object,
);

const rich = makeRule(
  'rich',
  (): Remark[] => [
    {
      span: { start: 0, end: 2 },
      variant: 'third',
      confidence: 'low',
      fixes: [
        { label: 'say it', safety: 'safe', edits: [{ kind: 'text', span: { start: 0, end: 2 }, text: 'Dear' }] },
        { label: 'drop it', safety: 'suggestion', edits: [{ kind: 'style', span: { start: 0, end: 2 }, drop: ['font'] }] },
      ],
    },
    { span: null, anchor: { start: 3, end: 8 } },
  ],
  { yieldsTo: [{ to: 'no-time', where: 'message', variants: ['never'] }] },
);
const yielding = makeRule('yielding', () => [{ span: null }], {
  weight: 12,
  category: 'empathy',
  yieldsTo: [{ to: 'no-time', where: 'message' }],
});

const MADE = { rule: 'a', label: 'write b', safety: 'safe', line: 3, column: 1, before: 'a', after: 'b' } as const;

const cases = {
  'a failing draft': report([draftReport({ customer: 'Where is my kettle?' })]),
  'a draft with all that a finding can carry': report([draftReport({}, { weights: { rich: 3 } }, [...rules, rich, yielding])]),
  'a fine draft': report([draftReport({}, {}, [])]),
  'a rule that crashed': report([
    draftReport({}, {}, [
      makeRule('bad', () => {
        throw new Error('x');
      }),
    ]),
  ]),
  'several drafts, one without an answer': report([draftReport(), draftReport()], { maxWarnings: 3, failOn: 'never' }, [
    { code: 'unreadable', message: 'gone', file: 'x.txt', line: 1 },
  ]),
  'fixes that were made, and one that was not': {
    ...report([draftReport({}, {}, [])]),
    fixed: [{ file: 'x.txt', applied: [MADE], offered: [{ ...MADE, reason: 'it would bring a finding of c' }] }],
  },
  'nothing at all': report([]),
};

describe('the JSON report', () => {
  it.each(Object.entries(cases))('fits its schema: %s', (_, made) => {
    validate(JSON.parse(json(made)));
    expect(validate.errors).toBeNull();
  });

  it('the schema tells a wrong report from a right one', () => {
    const data = JSON.parse(json(cases['a failing draft'])) as { drafts: { findings: { lost: unknown }[] }[] };
    data.drafts[0].findings[0].lost = 'much';
    expect(validate(data)).toBe(false);
  });

  it('says its version, and that it judges a text', () => {
    expect(JSON.parse(json(cases['a fine draft']))).toMatchObject({
      version: 1,
      tool: { name: 'replylint', version: '1.2.3' },
      note: expect.stringContaining('never the person'),
    });
  });

  it('losses add up, and hidden findings are named', () => {
    const [draft] = JSON.parse(json(cases['a draft with all that a finding can carry'])).drafts as {
      points: number;
      findings: { rule: string; lost: number; standsFor: string[] }[];
    }[];
    expect(draft.findings.reduce((sum, one) => sum + one.lost, 0)).toBeCloseTo(100 - draft.points, 8);
    expect(draft.findings.find((one) => one.rule === 'no-time')?.standsFor).toEqual(['yielding']);
  });

  it('nothing from a draft acts on a terminal or a CI runner', () => {
    for (const text of attacks) {
      const draft = `${text}\n${text} Dave in Accounts forgot ${text}\n`;
      const made = report([draftReport({ draft, name: text })], {}, [{ code: 'x', message: text, file: text }]);
      const out = json(made);
      expect(out.split('\n').filter((line) => isRaw(line) || isRunnerCommand(line))).toEqual([]);
      expect((JSON.parse(out) as typeof made).drafts[0].file).toBe(text);
    }
  });
});
