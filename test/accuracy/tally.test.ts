import { describe, expect, it } from 'vitest';
import { readLabels, type Labels } from '../../src/accuracy/labels.js';
import { Tally, type Found } from '../../src/accuracy/tally.js';

const DRAFT = 'Dave forgot it. We are sorry you feel that way.';
const blame: Found = { rule: 'blame-shifting', severity: 'error', at: { start: 0, end: 14 } };
const thanks: Found = { rule: 'missing-thanks', severity: 'warning', at: null };

function labels(fields: Record<string, unknown>): Labels {
  const read = readLabels(fields, DRAFT);
  if (typeof read === 'string') throw new Error(read);
  return read;
}

function outcome(fields: Record<string, unknown>, ...findings: Found[]) {
  const tally = new Tally();
  tally.add(DRAFT, labels(fields), findings);
  return tally.outcome();
}

describe('findings against labels', () => {
  it('counts what overlaps the quote as a hit, and what is unlisted as wrong', () => {
    const { rules, all } = outcome({ expect: [{ rule: 'blame-shifting', quote: 'Dave' }] }, blame, thanks);
    expect(rules.get('blame-shifting')).toMatchObject({ hit: 1, missed: 0, wrong: 0, precision: 1, recall: 1, f1: 1 });
    expect(rules.get('missing-thanks')).toMatchObject({ hit: 0, missed: 0, wrong: 1, precision: 0, recall: null });
    expect(all).toMatchObject({ hit: 1, wrong: 1, precision: 0.5 });
  });

  it('counts a label that nothing overlaps as missed', () => {
    expect(outcome({ expect: [{ rule: 'blame-shifting', quote: 'that way' }] }, blame).rules.get('blame-shifting')).toMatchObject({
      hit: 0,
      missed: 1,
      wrong: 1,
    });
  });

  it('lets an unlisted suggestion pass, and an optional label count neither way', () => {
    const { rules } = outcome({ expect: [{ rule: 'blame-shifting', quote: 'Dave', optional: true }] }, blame, {
      ...thanks,
      severity: 'suggestion',
    });
    expect(rules.size).toBe(0);
  });

  it('holds rules with complete labels to them, wherever the finding stands', () => {
    const { rules } = outcome(
      { expect: [{ rule: 'blame-shifting', quote: 'that way' }], rules: ['blame-shifting', 'missing-thanks'] },
      blame,
      thanks,
    );
    expect(rules.get('blame-shifting')?.hit).toBe(1);
    expect(rules.get('missing-thanks')?.wrong).toBe(1);
  });

  it('counts broken bans and clean drafts', () => {
    const result = outcome(
      { expect: [], must_not: [{ rule: 'blame-shifting', quote: 'Dave' }, { rule: 'moaning' }], context: { clean: true } },
      blame,
    );
    expect(result.mustNot).toEqual({ asserted: 2, violated: 1 });
    expect(result.clean).toEqual({ drafts: 1, passed: 0 });
  });

  it.each([
    [{ expect: [{ quote: 'Dave' }] }, /without a "rule"/],
    [{ expect: [{ rule: 'a', quote: 'nowhere' }] }, /does not stand in the draft/],
    [{}, /"expect" must be an array/],
  ])('says what is wrong with labels: %j', (fields, message) => {
    expect(readLabels(fields, DRAFT)).toMatch(message);
  });
});
