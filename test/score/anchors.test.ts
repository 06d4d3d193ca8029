import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/engine/finding.js';
import { computeScore } from '../../src/score/compute.js';
import { finding } from './finding.js';

function score(findings: readonly Finding[], words = 100) {
  return computeScore({ findings, words, categories: [] });
}

const times = (n: number, rule: string): Finding[] => Array.from({ length: n }, () => finding(rule));

// SCORE §7.
const anchors: readonly (readonly [string, readonly Finding[], number, number, number, string])[] = [
  ['nothing at warning or above', [], 100, 100, 100, 'A'],
  ['fault fully owned, nothing offered', [finding('missing-redress')], 100, 97.5, 98, 'A'],
  ['four stock phrases in 60 words', times(4, 'canned-phrase'), 60, 96.25, 96, 'A'],
  ['"Hi there" though the name is known', [finding('missing-customer-name')], 100, 92, 92, 'A'],
  ['complaint not thanked for', [finding('missing-thanks')], 100, 92, 92, 'A'],
  ['sympathy instead of empathy', [finding('sympathy-not-empathy')], 100, 89, 89, 'B'],
  ['role greeting, otherwise good', [finding('generic-greeting')], 100, 82, 79, 'C'],
  ['contradicts the customer twice', times(2, 'contradicting-customer'), 100, 77.5, 78, 'C'],
  ['one sentence blames a colleague', [finding('blame-shifting')], 100, 78, 64, 'D'],
  [
    '"not really our problem", otherwise plain',
    [finding('not-my-problem'), finding('missing-empathy'), finding('missing-next-step')],
    100,
    49,
    49,
    'F',
  ],
  ['exemplary text with [AMOUNT] and [DATE] left in', times(2, 'unfilled-placeholder'), 100, 75, 39, 'F'],
];

describe('anchors of the scorecard', () => {
  it.each(anchors)('%s', (_, findings, words, points, total, grade) => {
    expect(score(findings, words)).toMatchObject({ points, score: total, grade });
  });
});

describe('the explained examples', () => {
  it('two promises without a time and no thanks: 80, the promises are the next best fix', () => {
    const result = score([...times(2, 'promise-without-timeframe'), finding('missing-thanks')]);
    expect(result).toMatchObject({ score: 80, points: 80, grade: 'B', gate: null });
    expect(result.findings.map((one) => one.lost)).toEqual([8, 4, 8]);
    expect(result.categories.filter((one) => one.lost > 0)).toEqual([
      { id: 'acknowledgement', cap: 20, lost: 8, subscore: 60 },
      { id: 'timeliness', cap: 15, lost: 12, subscore: 20 },
    ]);
    expect(result.next).toEqual({ rules: ['promise-without-timeframe'], score: 92, grade: 'A' });
  });

  it('two placeholders: held at 39, both losses shrunk to the cap of their category', () => {
    const result = score(times(2, 'unfilled-placeholder'));
    expect(result.gate).toEqual({ class: 'blocker', rule: 'unfilled-placeholder', cap: 39 });
    expect(result.findings.reduce((sum, one) => sum + one.lost, 0)).toBe(25);
    expect(result.next).toEqual({ rules: ['unfilled-placeholder'], score: 100, grade: 'A' });
  });
});

describe('gates', () => {
  it.each([
    [['unfilled-placeholder', 'template-residue'], 29],
    [['unfilled-placeholder', 'template-residue', 'customer-name-mismatch'], 19],
    [['generic-greeting', 'contradicting-customer'], 67],
    [['non-apology', 'argumentative-tone'], 49],
  ])('different rules of a class lower the cap: %j', (rules, total) => {
    expect(score(rules.map((rule) => finding(rule))).score).toBe(total);
  });

  it('two findings of one rule are one rule', () => {
    const light = { weight: 1 };
    expect(score([finding('blame-shifting', light), finding('blame-shifting', light)]).score).toBe(64);
  });

  it('a rule made a warning holds nothing down, one made an error does', () => {
    expect(score([finding('blame-shifting', { severity: 'warning', gate: undefined })])).toMatchObject({ score: 78, gate: null });
    expect(score([finding('curt-tone', { severity: 'error', gate: 'error' })])).toMatchObject({ points: 97, score: 79 });
  });

  it('low confidence costs half and never holds', () => {
    expect(score([finding('blame-shifting', { confidence: 'low' })])).toMatchObject({ points: 89, score: 89, gate: null });
  });

  it('names no gate where the points are lower than the cap', () => {
    expect(score([finding('blame-shifting'), finding('missing-next-step'), finding('missing-empathy')]).gate).toBeNull();
  });
});

describe('caps', () => {
  it('suggestions together cost at most 8', () => {
    const rules = ['missing-redress', 'missing-prevention', 'overpromising', 'curt-tone', 'canned-phrase', 'officialese'];
    const result = score(rules.map((rule) => finding(rule)));
    expect(result.points).toBe(92);
    expect(result.findings.reduce((sum, one) => sum + one.lost, 0)).toBeCloseTo(8, 9);
  });

  it('density rules are counted per 120 words', () => {
    expect(score(times(2, 'canned-phrase'), 240).points).toBe(98);
    expect(score(times(2, 'canned-phrase'), 120).points).toBe(97);
  });

  it('any finding at all leaves at most 99', () => {
    expect(score([finding('curt-tone', { weight: 0 })]).score).toBe(99);
  });

  it('a category without a rule that applied is not scored', () => {
    const result = computeScore({ findings: [finding('curt-tone')], words: 50, categories: ['tone', 'honesty'] });
    const shown = Object.fromEntries(result.categories.map((one) => [one.id, one.subscore]));
    expect(shown).toMatchObject({ tone: 88, honesty: 100, mechanics: null });
  });
});

describe('the next best fix', () => {
  it('counts what would then be reported', () => {
    const hidden = finding('missing-empathy');
    const result = score([finding('sympathy-not-empathy', { standsFor: [hidden] }), finding('missing-thanks')]);
    expect(result.next).toMatchObject({ rules: ['missing-thanks'], score: 88 });
  });

  it('names several rules where no single one raises the score', () => {
    const hidden = finding('missing-empathy');
    const result = score([finding('sympathy-not-empathy', { standsFor: [hidden] })]);
    expect(result.next).toEqual({ rules: ['sympathy-not-empathy', 'missing-empathy'], score: 100, grade: 'A' });
  });

  it('takes the first in the text where two raise it alike', () => {
    const result = score([finding('missing-thanks'), finding('missing-customer-name')]);
    expect(result.next?.rules).toEqual(['missing-thanks']);
  });
});

describe('one fault, one finding', () => {
  it('costs the larger of its own loss and of those it stands for', () => {
    const empathy = finding('missing-empathy');
    expect(score([finding('sympathy-not-empathy', { standsFor: [empathy] })]).points).toBe(88);
    expect(score([finding('non-apology', { standsFor: [empathy] })]).points).toBe(82);
    expect(score([finding('canned-phrase', { standsFor: [empathy] })])).toMatchObject({ points: 88, findings: [{ lost: 12 }] });
  });

  it('is charged once where two findings stand for it', () => {
    const empathy = finding('missing-empathy');
    const phrase = () => finding('canned-phrase', { standsFor: [empathy] });
    expect(score([phrase(), phrase()]).points).toBe(86);
  });
});
