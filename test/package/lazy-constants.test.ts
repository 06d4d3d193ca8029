import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';
import { expect, it } from 'vitest';
// @ts-expect-error: the build is plain JavaScript
import { withLazyConstants } from '../../build/lazy-constants.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What a module exports. */
function run(source: string): Record<string, (text: string) => unknown> {
  const module = { exports: {} as Record<string, (text: string) => unknown> };
  new Function('module', 'exports', transformSync(source, { loader: 'ts', format: 'cjs' }).code)(module, module.exports);
  return module.exports;
}

it('a pattern that is made late is the same pattern each time', () => {
  const source = [
    'const WORD = /[a-z]+/g;',
    'const QUOTED = /["\\/]`;/;',
    'export const next = (text: string) => [WORD.exec(text)?.[0], WORD.lastIndex];',
    'export const quoted = (text: string) => [QUOTED].map((each) => each.test(text) && `${QUOTED.source}`);',
  ].join('\n');
  const late: string = withLazyConstants(source);
  expect(late).not.toMatch(/^const/m);
  const [made, given] = [run(late), run(source)];
  for (let i = 0; i < 4; i += 1) expect(made.next('two words')).toEqual(given.next('two words'));
  expect(made.quoted('/`;')).toEqual(given.quoted('/`;'));
});

it('a set of words that is made late is one set', () => {
  const source = [
    "const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));",
    "const THINGS = set('order ' + 'refund');",
    "const DEEDS = new Set('send pay'.split(' '));",
    "const SIGNS = new Set(['!', '?']);",
    "const LONG = new Set(\n  (\n    'one two ' +\n    'three'\n  ).split(' '),\n);",
    'export const all = (word: string) => [THINGS, DEEDS, SIGNS, LONG].map((each) => each.has(word));',
    'export const same = () => THINGS === THINGS;',
  ].join('\n');
  const late: string = withLazyConstants(source);
  expect(late.match(/^let \w+\$made/gm)).toHaveLength(4);
  const [made, given] = [run(late), run(source)];
  for (const word of ['order', 'refund', 'pay', '?', 'three', 'two', 'none']) expect(made.all(word)).toEqual(given.all(word));
  expect(made.same('')).toBe(true);
});

it('what a function of another meaning makes is no set of words', () => {
  const source =
    "const set = (words: string): ReadonlySet<string> => new Set(words.split(''));\nconst SIGNS = set('!?');\nexport const all = () => SIGNS;";
  expect(withLazyConstants(source)).toBe(source);
});

it.each([
  ['a text', "const said = 'a SIGNED copy';"],
  ['a pattern', 'const said = /BEGIN SIGNED/;'],
  ['a property', 'const said = (copy: { SIGNED: string }) => copy.SIGNED;'],
  ['a property that is named as its value is', 'const said = { SIGNED };'],
])('a pattern whose name stands in %s is left alone', (_, other) => {
  const source = `const SIGNED = /signed/i;\n${other}\nexport const is = (text: string) => SIGNED.test(text) && said;`;
  expect(withLazyConstants(source)).toBe(source);
});

it('most patterns and sets of the sources are made late', () => {
  const late = ['src', 'rules'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.generated.ts'))
      .map((file) => [readFileSync(join(root, folder, file), 'utf8'), withLazyConstants(readFileSync(join(root, folder, file), 'utf8'))]),
  );
  for (const [source, code] of late) expect(code.split('\n').length).toBe(source.split('\n').length);
  expect(late.flatMap(([, code]) => code.match(/^let \w+\$made/gm) ?? []).length).toBeGreaterThan(250);
});
