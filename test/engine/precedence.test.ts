import { describe, expect, it } from 'vitest';
import { judge } from '../../src/engine/judge.js';
import { createRuleSet } from '../../src/engine/ruleset.js';
import type { Draft } from '../../src/draft/draft.js';
import type { Remark, Rule, Yield } from '../../src/rule/rule.js';
import { at, makeDraft, makeRule } from './make.js';

const draft = makeDraft([
  ['salutation', 'Dear [NAME],\n'],
  ['body', 'You failed to read the terms. We are sorry to hear that.\n'],
]);

function shown(...rules: Rule[]) {
  const { findings } = judge(draft, createRuleSet(rules));
  return findings.map((one) => [one.rule, one.standsFor.map((other) => other.rule)]);
}

const whole = (): Remark[] => [{ span: null }];
const yieldsTo = (to: string, where: Yield['where'], variants?: string[]) => ({ yieldsTo: [{ to, where, variants }] });

describe('one fault, one finding', () => {
  it.each<[string, string, Yield['where'], boolean]>([
    ['failed to read', 'You failed', 'span', true],
    ['the terms', 'You failed', 'span', false],
    ['the terms', 'You failed', 'sentence', true],
    ['sorry to hear', 'You failed', 'sentence', false],
    ['sorry to hear', 'You failed', 'message', true],
  ])('"%s" yields to "%s" by %s: %s', (own, other, where, silent) => {
    const result = shown(makeRule('a', own, yieldsTo('b', where)), makeRule('b', other));
    if (silent) expect(result).toEqual([['b', ['a']]]);
    else expect(result).toHaveLength(2);
  });

  it('what is about the whole message yields to what stands in the salutation', () => {
    expect(shown(makeRule('no-name', whole, yieldsTo('hole', 'salutation')), makeRule('hole', 'NAME'))).toEqual([['hole', ['no-name']]]);
    expect(shown(makeRule('no-name', whole, yieldsTo('hole', 'salutation')), makeRule('hole', 'terms'))).toHaveLength(2);
  });

  it('only to the variants that are named', () => {
    const speak = (variant: string) => makeRule('b', (of: Draft) => [{ span: at(of, 'sorry to hear'), variant }]);
    const silent = makeRule('a', whole, yieldsTo('b', 'message', ['feelings']));
    expect(shown(silent, speak('feelings'))).toEqual([['b', ['a']]]);
    expect(shown(silent, speak('undercut'))).toHaveLength(2);
  });

  it('a rule that yields to itself keeps the variant that speaks', () => {
    const both = (of: Draft): Remark[] => [{ span: at(of, 'the terms'), variant: 'phrase' }, { span: null }];
    const result = judge(draft, createRuleSet([makeRule('door', both, yieldsTo('door', 'message', ['phrase']))])).findings;
    expect(result.map((one) => one.variant)).toEqual(['phrase']);
  });

  it('a chain ends in the one that is shown, which stands for all', () => {
    const result = shown(
      makeRule('a', whole, yieldsTo('b', 'message')),
      makeRule('b', whole, yieldsTo('c', 'message')),
      makeRule('c', 'terms'),
    );
    expect(result).toEqual([['c', ['b']]]);
  });

  it('two that yield to each other do not both fall silent', () => {
    expect(shown(makeRule('a', 'terms', yieldsTo('b', 'span')), makeRule('b', 'the terms', yieldsTo('a', 'span')))).toHaveLength(1);
  });

  it('a rule that is off silences nobody', () => {
    const rules = [makeRule('a', 'terms', yieldsTo('b', 'span')), makeRule('b', 'the terms')];
    expect(judge(draft, createRuleSet(rules, { levels: { b: 'off' } })).findings.map((one) => one.rule)).toEqual(['a']);
  });
});
