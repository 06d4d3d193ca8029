import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { builtInRules } from '../src/catalogue/index.js';

interface Source {
  readonly source: string;
  readonly sentences: number;
  readonly advice: readonly {
    readonly at: readonly number[];
    readonly says: string;
    readonly rules?: readonly string[];
    readonly strength?: string;
    readonly reason?: string;
  }[];
}

const sources = parse(readFileSync(new URL('../rules/_advice.yml', import.meta.url), 'utf8')) as readonly Source[];
/** The rules of advice. Those of safety stand on standards and carry out no advice. */
const rules = builtInRules().filter(({ category }) => category !== 'safety');
const ids = rules.map(({ id }) => id);
/** Rules that stand on the practice of the trade and not on a sentence of the sources. */
const WITHOUT_SOURCE = ['missing-attachment'];

describe.each(sources)('the advice of $source', ({ source, sentences, advice }) => {
  it('is complete: each sentence has a rule, a strength, or a reason why no text can show it', () => {
    const covered = new Set(advice.flatMap(({ at }) => at));
    expect([...covered].sort((a, b) => a - b)).toEqual(Array.from({ length: sentences }, (_, index) => index + 1));
    for (const { says, rules = [], strength, reason } of advice)
      expect([says, rules.length > 0 || Boolean(strength ?? reason)]).toEqual([says, true]);
  });

  it('is what the rules say they carry out', () => {
    for (const rule of rules)
      for (const id of rule.advice.filter((one) => one.startsWith(`${source}.`)))
        expect(advice.flatMap(({ at }) => at.map((n) => `${source}.${n}`))).toContain(id);
  });
});

describe('the rules of the advice', () => {
  const named = new Set(sources.flatMap(({ advice }) => advice.flatMap(({ rules = [] }) => rules)));

  it('are there', () => {
    expect([...named].filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('are all of them', () => {
    expect(ids.filter((id) => !named.has(id) && !WITHOUT_SOURCE.includes(id))).toEqual([]);
  });
});
