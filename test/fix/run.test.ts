import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Remark, Rule } from '../../src/rule/rule.js';
import { makeRule } from '../engine/make.js';
import { fix, replacing } from './harness.js';

describe('fixing', () => {
  it('makes safe fixes only, unless asked; a suggestion never', async () => {
    const offering = (safety: 'unsafe' | 'suggestion'): Rule =>
      makeRule(safety, (draft): Remark[] => {
        const start = draft.text.indexOf(safety);
        const span = { start, end: start + safety.length };
        return start < 0 ? [] : [{ span, fixes: [{ label: 'x', safety, edits: [{ kind: 'text', span, text: 'done' }] }] }];
      });
    const rules = [offering('unsafe'), offering('suggestion'), replacing('plonk', 'safe')];
    expect((await fix('plonk unsafe suggestion', 'text', rules)).text).toBe('safe unsafe suggestion');
    expect((await fix('plonk unsafe suggestion', 'text', rules, { unsafe: true })).text).toBe('safe done suggestion');
  });

  it('goes on until nothing is left: a fix may make room for another', async () => {
    const { text, applied } = await fix('We plonk.', 'text', [replacing('plonk', 'plank'), replacing('plank', 'plunk')]);
    expect(text).toBe('We plonk.');
    expect(applied).toEqual([]);
    const nested = await fix('We ((plonk)).', 'text', [replacing('plonk', 'x'), replacing(String.raw`\(x\)`, 'x')]);
    expect(nested.text).toBe('We ((plonk)).');
  });

  it('of two fixes that meet, the second waits and is judged anew', async () => {
    const { text, applied } = await fix('abcd', 'text', [replacing('abc', 'x'), replacing('bcd', 'y')]);
    expect(text).toBe('xd');
    expect(applied.map(({ rule }) => rule)).toEqual(['no-abc']);
  });

  it('leaves out a fix that would bring a finding, and makes the others', async () => {
    const rules = [replacing('plonk', 'plunk'), makeRule('no-plunk', 'plunk'), replacing('wibble', 'fine')];
    const { text, offered } = await fix('One plonk. A wibble. One more plonk.', 'text', rules);
    expect(text).toBe('One plonk. A fine. One more plonk.');
    expect(offered.map(({ rule, reason }) => [rule, reason])).toEqual([
      ['no-plonk', 'it would bring a finding of no-plunk'],
      ['no-plonk', 'it would bring a finding of no-plunk'],
    ]);
  });

  it('brings out what the fixed finding stood for, and fixes that too', async () => {
    const hidden = replacing('wibble wobble', 'fine', { yieldsTo: [{ to: 'no-plonk', where: 'message' }] });
    expect((await fix('A plonk. A wibble wobble.', 'text', [replacing('plonk', 'ok'), hidden])).text).toBe('A ok. A fine.');
  });

  it('tries again what could not be made before the others were', async () => {
    // The second word may go only when the first one is right.
    const late = makeRule('late', (draft): Remark[] => {
      const start = draft.text.indexOf('wobble');
      const span = { start, end: start + 6 };
      return start < 0 ? [] : [{ span, fixes: [{ label: 'x', safety: 'safe', edits: [{ kind: 'text', span, text: 'web' }] }] }];
    });
    const picky = makeRule('picky', (draft): Remark[] =>
      draft.text.includes('web') && draft.text.includes('plonk') ? [{ span: { start: 0, end: 1 } }] : [],
    );
    const rules = [late, picky, replacing('plonk', 'fine')];
    const once = await fix('A wobbleplonk.', 'text', rules);
    expect(once.text).toBe('A webfine.');
    expect((await fix(once.bytes, 'text', rules)).applied).toEqual([]);
  });

  it('ends where two rules chase each other', async () => {
    const { applied, offered } = await fix('ping', 'text', [replacing('ping', 'pong'), replacing('pong', 'ping')]);
    expect(applied).toEqual([]);
    expect(offered).toHaveLength(1);
  });

  it('twice changes nothing more, and adds no finding', async () => {
    const word = fc.constantFrom('plonk', 'wibble', 'abc', 'bcd', 'fine', '. ', '\n');
    const by = fc.constantFrom('', 'ok', 'plonk', 'wibble', 'a', 'bcd bcd');
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 12 }), by, by, async (words, one, other) => {
        const rules = [replacing('plonk', one), replacing('wibble', other), replacing('abc', 'ab'), makeRule('no-bb', 'bb')];
        const first = await fix(`x ${words.join(' ')}`, 'text', rules);
        const second = await fix(first.bytes, 'text', rules);
        expect(second.applied).toEqual([]);
        expect(second.text).toBe(first.text);
        for (const { id } of rules) {
          const found = (report: typeof first.first.report): number => report.findings.filter(({ rule }) => rule === id).length;
          expect(found(first.last.report)).toBeLessThanOrEqual(found(first.first.report));
        }
      }),
      { numRuns: 150 },
    );
  });
});
