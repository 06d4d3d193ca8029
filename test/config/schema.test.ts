import { readdirSync, existsSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { profiles } from '../../src/config/profiles/index.js';
import { jsonSchema, type ListedRule } from '../../src/config/schema.js';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const committed = JSON.parse(read('schema/replylintrc.schema.json'));

const rules = readdirSync(new URL('../../rules', import.meta.url))
  .filter((id) => !id.startsWith('_') && existsSync(new URL(`../../rules/${id}/rule.yml`, import.meta.url)))
  .toSorted()
  .map((id) => ({ id, ...(parse(read(`rules/${id}/rule.yml`)) as { title: string; options?: Record<string, unknown> }) }));

describe('the published schema', () => {
  test('is the one that the source gives (npm run build writes it)', () => {
    const listed = rules.map(({ id, title }): ListedRule => ({ id, title }));
    const made = JSON.stringify(jsonSchema(listed, Object.keys(profiles)), (key, value) =>
      key === 'expected' && typeof value === 'string' ? undefined : value,
    );
    expect(committed).toEqual(JSON.parse(made));
  });

  test('is a draft-07 schema that describes every key', () => {
    expect(committed.$schema).toBe('http://json-schema.org/draft-07/schema#');
    expect(new Ajv().validateSchema(committed)).toBe(true);
    const silent = Object.entries<{ description?: string }>(committed.properties).filter(
      ([, value]) => !/\.$|\.\s/.test(value.description ?? ''),
    );
    expect(silent).toEqual([]);
  });

  test('every example in it is valid', () => {
    const valid = new Ajv({ strict: false }).compile(committed);
    for (const [key, { examples = [] }] of Object.entries<{ examples?: unknown[] }>(committed.properties)) {
      for (const example of examples) expect([key, valid({ [key]: example }), valid.errors]).toEqual([key, true, null]);
    }
  });

  test('offers every shipped rule', () => {
    expect(Object.keys(committed.properties.rules.properties)).toEqual(rules.map(({ id }) => id));
  });

  test.each([
    [{ rules: { 'curt-tone': 'loud' } }],
    [{ nonsense: 1 }],
    [{ vocabulary: [{ phrase: 'x' }] }],
    [{ overrides: [{ ignore: [] }] }],
  ])('refuses %j', (data) => {
    expect(new Ajv({ strict: false }).compile(committed)(data)).toBe(false);
  });
});

describe('profiles', () => {
  test.each(Object.entries(profiles))('%s has the form of a config', (_, said) => {
    const valid = new Ajv({ strict: false }).compile(committed);
    expect([valid(said), valid.errors]).toEqual([true, null]);
  });

  test('set only options that the rules have', () => {
    for (const [name, { rules: levels = {} }] of Object.entries(profiles)) {
      for (const { id, options = {} } of rules) {
        const [, set = {}] = typeof levels[id] === 'object' ? levels[id] : [];
        const missing = Object.keys(set).filter((option) => !Object.hasOwn(options, option));
        expect({ rule: id, profile: name, missing }).toEqual({ rule: id, profile: name, missing: [] });
      }
    }
  });
});
