import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/engine/finding.js';
import { computeScore } from '../../src/score/compute.js';
import { without } from '../../src/score/next.js';
import type { Score } from '../../src/score/score.js';
import { finding, ruleIds } from './finding.js';

const anyRule = fc.constantFrom(...ruleIds);
const plain = fc.tuple(anyRule, fc.boolean(), fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined })).map(([rule, low, weight]) => {
  const made = finding(rule, { confidence: low ? 'low' : 'high' });
  return weight === undefined ? made : { ...made, weight };
});
const reported = fc.tuple(plain, fc.array(plain, { maxLength: 2 }), fc.boolean()).map(([one, hidden, nested]) => {
  if (nested && hidden.length === 2) return { ...one, standsFor: [{ ...hidden[0], standsFor: [hidden[1]] }] };
  return { ...one, standsFor: hidden };
});
const few = fc.array(reported, { maxLength: 5 });
const many = fc.array(plain, { maxLength: 60 });
const words = fc.integer({ min: 0, max: 2000 });

function score(findings: readonly Finding[], count: number): Score {
  return computeScore({ findings, words: count, categories: [] });
}

describe('the score, whatever the findings', () => {
  it('books every lost point to a finding, and each to a category', () => {
    fc.assert(
      fc.property(fc.oneof(few, many), words, (findings, count) => {
        const result = score(findings, count);
        const lost = result.findings.reduce((sum, one) => sum + one.lost, 0);
        const booked = result.categories.reduce((sum, one) => sum + one.lost, 0);
        expect(lost).toBeCloseTo(100 - result.points, 8);
        expect(booked).toBeCloseTo(lost, 8);
        for (const one of result.categories) expect(one.lost).toBeLessThanOrEqual(one.cap + 1e-3);
        expect(Number.isInteger(result.score) && result.score >= 0 && result.score <= 100).toBe(true);
      }),
    );
  });

  it('is not lowered by removing any one finding', () => {
    fc.assert(
      fc.property(fc.array(plain, { minLength: 1, maxLength: 20 }), words, fc.nat(), (findings, count, pick) => {
        const fewer = findings.filter((_, index) => index !== pick % findings.length);
        const [before, after] = [score(findings, count), score(fewer, count)];
        expect(after.score).toBeGreaterThanOrEqual(before.score);
        expect(after.points).toBeGreaterThanOrEqual(before.points);
      }),
      { numRuns: 500 },
    );
  });

  it('is not lowered by putting a whole rule right, with what is then reported', () => {
    fc.assert(
      fc.property(few, words, anyRule, (findings, count, rule) => {
        const target = findings[0]?.rule ?? rule;
        expect(score(without(findings, new Set([target])), count).score).toBeGreaterThanOrEqual(score(findings, count).score);
      }),
      { numRuns: 500 },
    );
  });

  it('is not lowered by deleting a phrase that hid other findings: precedence never pays', () => {
    fc.assert(
      fc.property(fc.array(reported, { minLength: 1, maxLength: 5 }), words, fc.nat(), (findings, count, pick) => {
        const gone = pick % findings.length;
        const surfaced = findings.flatMap((one, index) => (index === gone ? one.standsFor : [one]));
        const [before, after] = [score(findings, count), score(surfaced, count)];
        expect(after.points).toBeGreaterThanOrEqual(before.points);
        expect(after.score).toBeGreaterThanOrEqual(before.score);
      }),
      { numRuns: 500 },
    );
  });

  it('promises with the next fix what the fix brings', () => {
    fc.assert(
      fc.property(few, words, (findings, count) => {
        const result = score(findings, count);
        if (findings.length === 0) {
          expect(result.next).toBeNull();
          return;
        }
        const fixed = score(without(findings, new Set(result.next?.rules)), count);
        expect(fixed.score).toBe(result.next?.score);
        expect(fixed.score).toBeGreaterThan(result.score);
      }),
    );
  });
});
