import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';
import { expect, it } from 'vitest';
// @ts-expect-error: the build is plain JavaScript
import { withLazyPatterns } from '../../build/lazy-patterns.mjs';

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
  const late: string = withLazyPatterns(source);
  expect(late).not.toMatch(/^const/m);
  const [made, given] = [run(late), run(source)];
  for (let i = 0; i < 4; i += 1) expect(made.next('two words')).toEqual(given.next('two words'));
  expect(made.quoted('/`;')).toEqual(given.quoted('/`;'));
});

it.each([
  ['a text', "const said = 'a SIGNED copy';"],
  ['a pattern', 'const said = /BEGIN SIGNED/;'],
  ['a property', 'const said = (copy: { SIGNED: string }) => copy.SIGNED;'],
  ['a property that is named as its value is', 'const said = { SIGNED };'],
])('a pattern whose name stands in %s is left alone', (_, other) => {
  const source = `const SIGNED = /signed/i;\n${other}\nexport const is = (text: string) => SIGNED.test(text) && said;`;
  expect(withLazyPatterns(source)).toBe(source);
});

it('most patterns of the sources are made late', () => {
  const late = ['src', 'rules'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.generated.ts'))
      .map((file) => [readFileSync(join(root, folder, file), 'utf8'), withLazyPatterns(readFileSync(join(root, folder, file), 'utf8'))]),
  );
  for (const [source, code] of late) expect(code.split('\n').length).toBe(source.split('\n').length);
  expect(late.flatMap(([, code]) => code.match(/^let \w+\$made/gm) ?? []).length).toBeGreaterThan(100);
});
