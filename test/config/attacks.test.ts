import { afterAll, describe, expect, test } from 'vitest';
import { load, removeProjects } from './project.js';

afterAll(removeProjects);

const many = (text: string, size: number) => text.repeat(Math.ceil(size / text.length));
const laughs = (width: number, depth: number) =>
  Array.from(
    { length: depth },
    (_, i) =>
      `a${i}: &a${i} [${Array(width)
        .fill(i === 0 ? 'lol' : `*a${i - 1}`)
        .join(', ')}]\n`,
  ).join('');

const attacks: [string, string, string][] = [
  ...[
    '! ',
    '!a ',
    '&a ',
    '*a ',
    '%a\n',
    '---\n',
    '- ',
    '? ',
    ': ',
    '[',
    '{',
    ']',
    '}',
    '[],',
    '{},',
    '[[],',
    '{a: ',
    '"\n',
    "'\n",
    '"',
    '|\n',
    '>\n',
    '- |\n',
    '#\n',
    '\t',
    '\r',
    '<<: ',
  ].flatMap((token): [string, string, string][] => [
    [`200 kB of ${JSON.stringify(token)}`, many(token, 200_000), 'yaml'],
    [`the same in a flow list: ${JSON.stringify(token)}`, `a: [${many(token, 200_000)}]`, 'yaml'],
    [`the same in a flow map: ${JSON.stringify(token)}`, `a: {${many(token, 200_000)}}`, 'yaml'],
  ]),
  ['a quote mark in a comment, then tags', `# it's\n${many('! ', 200_000)}`, 'yaml'],
  ['billion laughs', laughs(9, 12), 'yaml'],
  ['laughs with few aliases', laughs(2, 45), 'yaml'],
  ['merge bomb', `${laughs(5, 3)}b: {<<: [${Array(80).fill('{a: 1}').join(', ')}]}`, 'yaml'],
  ['an alias in itself', 'a: &a [*a]', 'yaml'],
  ['nested by indentation', Array.from({ length: 600 }, (_, i) => `${' '.repeat(i)}a:\n`).join(''), 'yaml'],
  ['many keys', Array.from({ length: 20_000 }, (_, i) => `k${i}: 1\n`).join(''), 'yaml'],
  ['many rules', `rules:\n${Array.from({ length: 20_000 }, (_, i) => ` k${i}: off\n`).join('')}`, 'yaml'],
  ['many wrong rules', `rules:\n${Array.from({ length: 40_000 }, (_, i) => ` k${i}: 3\n`).join('')}`, 'yaml'],
  ['many wrong holidays in overrides', `overrides: [${many('{files: 1, holidays: [1,2]},', 100_000)}]`, 'yaml'],
  ['many wrong extends', `extends: [${many('1,', 60_000)}]`, 'yaml'],
  ['JSON nested 100,000 deep', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'json'],
  ['JSON objects 5,000 deep', `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`, 'json'],
];

describe('hostile text is answered', () => {
  test.each(attacks)('%s', async (_, text, extension) => {
    const { problems } = await load({ [`.replylintrc.${extension}`]: text });
    for (const { message } of problems) expect(message).not.toMatch(/\n|RangeError|call stack/);
  });

  test.each([
    ['__proto__ in JSON', '.replylintrc.json', '{"rules": {"__proto__": {"polluted": true}}}', /the key "__proto__" is not allowed/],
    [
      '__proto__ in YAML',
      '.replylintrc.yaml',
      'rules:\n  a: [error, {"__proto__": {polluted: true}}]',
      /the key "__proto__" is not allowed/,
    ],
    ['__proto__ by merge', '.replylintrc.yaml', 'agent: Ada\n<<: {__proto__: {polluted: true}}', /the key "__proto__" is not allowed/],
    ['constructor as a key', '.replylintrc.yaml', 'constructor: {prototype: {polluted: true}}', /unknown key "constructor"/],
    ['too deep', '.replylintrc.json', `{"a": ${'['.repeat(150)}${']'.repeat(150)}}`, /nested deeper than 100 levels/],
    ['too many aliases', '.replylintrc.yaml', `a: &a 1\nb: [${Array(101).fill('*a').join(', ')}]`, /more than 100 aliases/],
    ['binary by tag', '.replylintrc.yaml', 'agent: !!binary aGVsbG8=', /is no plain text, number, list or map; remove the tag/],
  ])('%s is refused', async (_, name, text, message) => {
    const { problems } = await load({ [name]: text });
    expect(problems.map((problem) => problem.message).join('\n')).toMatch(message);
    expect(problems[0].line).toBeGreaterThan(0);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
