import { afterAll, describe, expect, test } from 'vitest';
import { readRecord } from '../../src/cli/batch/record.js';
import { isProblem, lint, type Format, type Problem } from '../../src/index.js';
import { readLibrary } from '../../src/parse/library/index.js';
import { loadRule } from '../../src/rule/load.js';
import { load, removeProjects } from '../config/project.js';
import { attacks } from './index.js';

/**
 * Every attack at a size that a parser without guards would already feel: what is quadratic at this size stays within the runner's limit only where it
 * is refused or made linear. `npm run bench:attacks` tries them at their full sizes, each in a process of its own.
 */
const SIZE = 100_000;

const CODES = new Set([
  'too-large',
  'too-complex',
  'unreadable',
  'binary',
  'empty',
  'bad-charset',
  'bad-config',
  'bad-rule',
  'bad-front-matter',
  'bad-library',
  'unknown-library',
  'too-many',
]);

/** One clear line each, none that says that something of ours broke, and nothing left in the prototypes. */
function expectClear(problems: readonly Problem[]): void {
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  for (const { code, message } of problems) {
    expect(CODES).toContain(code);
    expect(message).not.toMatch(/\n|RangeError|call stack|undefined|\[object/);
    // That of an unknown library lists every kind that there is.
    expect(message.length).toBeLessThan(code === 'unknown-library' ? 2000 : 400);
  }
}

async function judge(format: Format, draft: string | Uint8Array): Promise<void> {
  const outcome = await lint({ draft, format, name: 'hostile' });
  expectClear(isProblem(outcome) ? [outcome] : outcome.problems);
}

async function readAsLibrary(name: string, content: string): Promise<void> {
  const held = await readLibrary({ name, format: 'text', content });
  if ('code' in held) expectClear([held]);
}

afterAll(removeProjects);

test('there are as many as are promised', () => {
  const counted = Object.fromEntries(Object.entries(attacks).map(([target, list]) => [target, new Set(list.map(({ name }) => name)).size]));
  expect(counted).toEqual({ mail: 81, markdown: 52, html: 28, yaml: 31, json: 7 });
});

describe.each([
  ['mail', 'eml'],
  ['markdown', 'markdown'],
  ['html', 'html'],
] as const)('%s is judged, or refused in one line', (target, format) => {
  test.each(attacks[target].map((attack) => [attack.name, attack] as const))('%s', async (_, { make, full }) => {
    await judge(format, make(Math.min(SIZE, full)));
  });
});

describe('yaml is read, or refused in one line', () => {
  test.each(attacks.yaml.map((attack) => [attack.name, attack] as const))('%s', async (_, { make, full }) => {
    const text = String(make(Math.min(SIZE, full)));
    const { problems } = await load({ '.replylintrc.yaml': text });
    expect(problems.length).toBeGreaterThan(0);
    expectClear(problems);
    const rule = await loadRule(text, 'own.yml');
    if (!('id' in rule)) expectClear(rule);
    await judge('markdown', `---\n${text}\n---\nDear Tom, thank you for your letter.`);
    await readAsLibrary('macros.yaml', text);
  });
});

describe('json is read, or refused in one line', () => {
  test.each(attacks.json.map((attack) => [attack.name, attack] as const))('%s', async (_, { make, full }) => {
    const text = String(make(Math.min(SIZE, full)));
    expectClear((await load({ '.replylintrc.json': text })).problems);
    await readAsLibrary('macros.json', text);
    const bytes = Buffer.from(text.replaceAll('\n', ' '));
    const record = readRecord({ number: 1, bytes }, bytes.length);
    if (!record || !('code' in record)) throw new Error('taken for a record');
    expect(record.message).not.toMatch(/\n|RangeError|call stack/);
  });
});
