import { afterAll, beforeAll, expect, it } from 'vitest';
import { accuracy } from '../../src/catalogue/accuracy.generated.js';
import { Project } from './project.js';

let project: Project;
beforeAll(() => {
  project = new Project();
});
afterAll(() => project.remove());

it.for<[string, (precision: number, cases: number) => boolean, boolean]>([
  ['says so where a rule is often wrong', (precision: number, cases: number): boolean => precision < 0.8 && cases >= 5, true],
  ['says nothing of it where a rule is right', (precision: number, cases: number): boolean => precision > 0.9 && cases >= 5, false],
])('%s', async ([, wanted, warned], { skip }) => {
  const [id] = Object.entries(accuracy).find(([, { precision, cases }]) => precision !== null && wanted(precision, cases)) ?? [];
  if (id === undefined) return skip('no rule that was measured is like that');
  const { code, out } = await project.run(['explain', id, '--no-config']);
  expect(code).toBe(0);
  expect(out).toMatch(/precision \d\.\d\d, recall \d\.\d\d, on\s+\d+\s+labelled\s+cases/);
  expect(/read them\s+with care/.test(out)).toBe(warned);
});
