import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';
import { expect, it } from 'vitest';
// @ts-expect-error: the build is plain JavaScript
import { withComparisons } from '../../build/word-patterns.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What the bundles make of a test of a word against `list`. */
function comparing(list: string): (word: string | undefined) => boolean {
  return exported(withComparisons(`export default (word: string) => /^(?:${list})$/.test(word);`));
}

function exported(source: string): (word: string | undefined) => boolean {
  const { code } = transformSync(source, { loader: 'ts', format: 'cjs' });
  const module = { exports: {} as { default: (word: string | undefined) => boolean } };
  new Function('module', 'exports', code)(module, module.exports);
  return module.exports.default;
}

it('the comparisons of the bundles answer as the patterns of the sources do, for every list of words there is', () => {
  const sources = ['src', 'rules'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => join(root, folder, file)),
  );
  const lists = new Set(
    sources.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\/\^\(\?:([a-z0-9&' |?-]+)\)\$\/u?(?:\.test\(|;$)/gm)].map(([, list]) => list),
    ),
  );
  expect(lists.size).toBeGreaterThan(100);
  for (const list of lists) {
    const pattern = new RegExp(`^(?:${list})$`);
    const compared = comparing(list);
    const words = list
      .split('|')
      .flatMap((each) => [each, each.replace('?', ''), each.replace(/.\?/, ''), `${each}s`, each.slice(1), `${each}\n`]);
    for (const word of [...words, '', undefined]) expect([list, word, compared(word)]).toEqual([list, word, pattern.test(word as string)]);
  }
});

it('a list of words under a name is compared with too, where it is only asked', () => {
  const asked = 'const MONEY =\n  /^(?:refund|credits?)$/u;\nexport const is = (word: string) => MONEY.test(word) || !MONEY.test(word);';
  const compared: string = withComparisons(asked);
  expect(compared).not.toContain('MONEY');
  expect(compared.split('\n').slice(0, 3).at(-1)).toContain('export const is');
  const shown = `${asked}\nexport const text = MONEY.source;`;
  expect(withComparisons(shown)).toBe(shown);
});

it.each([
  ["new Set('refund credit'.split(' '))", 'credit'],
  ["new Set(\n  (\n    'refund ' +\n    'credit'\n  ).split(' '),\n)", 'refund'],
  ["new Set(\n  'refund credit-note'.split(\n    ' ',\n  ),\n)", 'credit-note'],
])('a set of few words is compared with, where it is only asked: %s', (set, word) => {
  const asked = `const MONEY = ${set};\nexport default (word: string) => MONEY.has(word);`;
  const compared: string = withComparisons(asked);
  expect(compared).not.toContain('MONEY');
  expect(compared.split('\n')[asked.split('\n').length - 1]).toContain('export default');
  const is = exported(compared);
  for (const each of [word, `${word}s`, '', undefined]) expect([each, is(each)]).toEqual([each, each === word]);
  const walked = `${asked}\nexport const words = [...MONEY];`;
  expect(withComparisons(walked)).toBe(walked);
});

it('a long set stays one', () => {
  const words = Array.from({ length: 200 }, (_, i) => `word${i}`).join(' ');
  const source = `const MANY = new Set('${words}'.split(' '));\nexport default (word: string) => MANY.has(word);`;
  expect(withComparisons(source)).toBe(source);
});

it('what is no list of whole words stays a pattern', () => {
  for (const source of ['/^(?:a|b+)$/.test(x)', '/^(?:a|b)$/i.test(x)', '/(?:a|b)$/.test(x)', '/^(?:a|[bc])$/.test(x)'])
    expect(withComparisons(source)).toBe(source);
});
