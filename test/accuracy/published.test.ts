import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { accuracy } from '../../src/catalogue/accuracy.generated.js';
import { builtInRules } from '../../src/catalogue/index.js';

const { rules } = parse(readFileSync(new URL('../../rules/_accuracy.yml', import.meta.url), 'utf8')) as {
  rules: Record<string, { wrong: string }>;
};

it('publishes figures for built-in rules only', () => {
  const ids = new Set(builtInRules().map(({ id }) => id));
  expect(Object.keys(accuracy).filter((id) => !ids.has(id))).toEqual([]);
});

it('says of each measured rule what it still gets wrong', () => {
  expect(Object.entries(rules).filter(([, { wrong }]) => wrong === undefined)).toEqual([]);
});
