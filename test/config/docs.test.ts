import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { profiles } from '../../src/config/profiles/index.js';
import { load, removeProjects, shown } from './project.js';

afterAll(removeProjects);

const page = readFileSync(new URL('../../docs/configuration.md', import.meta.url), 'utf8');
const schema = JSON.parse(readFileSync(new URL('../../schema/replylintrc.schema.json', import.meta.url), 'utf8'));
const blocks = [...page.matchAll(/^```(\w+)( broken)?\n([^]*?)^```$/gm)].map(([, language, broken, text]) => ({
  language,
  broken: broken !== undefined,
  text,
}));
const section = (title: string) => page.split(`## ${title}\n`)[1].split('\n## ')[0];
const firstColumn = (title: string) => [...section(title).matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name);

describe('docs/configuration.md', () => {
  test('the examples are valid', async () => {
    const good = blocks.filter(({ language, broken }) => language === 'yaml' && !broken);
    expect(good.length).toBeGreaterThan(0);
    for (const { text } of good) {
      const { problems } = await load({ '.replylintrc.yaml': text, 'team.yaml': '', 'house-rules/own.yml': '' });
      expect(problems.map(shown)).toEqual([]);
    }
  });

  test('the example of mistakes gives what the page says', async () => {
    const broken = blocks.find((block) => block.broken);
    const said = blocks.find(({ language }) => language === 'text');
    const { problems } = await load({ '.replylintrc.yaml': broken?.text });
    expect(problems.map((problem) => `${shown(problem)}\n`).join('')).toBe(said?.text);
  });

  test('every key and profile is in it, and no other', () => {
    expect(firstColumn('Keys').toSorted()).toEqual(Object.keys(schema.properties).toSorted());
    expect(firstColumn('Profiles').toSorted()).toEqual(Object.keys(profiles).toSorted());
  });
});
