import { afterAll, expect, test, vi } from 'vitest';
import { load, removeProjects, shown } from './project.js';

const loaded: string[] = [];
vi.mock('yaml', async (original) => (loaded.push('yaml'), original()));
vi.mock('cosmiconfig', async (original) => (loaded.push('cosmiconfig'), original()));
vi.mock('../../src/config/validate.generated.js', async (original) => (loaded.push('validator'), original()));

afterAll(removeProjects);

test('without a config file no parser and no validator is loaded', async () => {
  const { problems } = await load({ 'package.json': { name: 'x', devDependencies: { replylint: '1.0.0' } }, 'reply.md': 'Hi' });
  expect(problems).toEqual([]);
  expect(loaded).toEqual([]);
});

test('with one, they are', async () => {
  const { problems } = await load({ '.replylintrc.yaml': 'agnt: Ada' });
  expect(problems.map(shown)).toEqual(['.replylintrc.yaml:1:1 unknown key "agnt"; did you mean agent?']);
  expect(loaded.toSorted()).toEqual(['cosmiconfig', 'validator', 'yaml']);
});
