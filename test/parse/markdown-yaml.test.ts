import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSimpleYaml, readYaml } from '../../src/parse/markdown-yaml.js';

const VALUES =
  'complaint|Ms O\'Brien|late refund (coat)|[refund, delay]|[a]|[]|[a, , b]|"a: b"|""|\'a\'|true|[null]|No|~|5|1e3|2026-01-01|a: b|a #b|a#b|# c|- a|&x a|*x|!t a|{a: b}|> a|@a|%a|a\tb|a, b|x@y.example|é|a\\b|["a, b", c]|.inf|?|a:|"a" b'.split(
    '|',
  );
const odd = fc.tuple(
  fc.constantFrom('title', 'tags', 'kind', 'x-y', '_z', 'true', '', ' a', 'a b', '-', '1'),
  fc.constantFrom(': ', ':', ':  ', ':\t', ' : '),
  fc.constantFrom(...VALUES),
);
const usual = fc.tuple(fc.constantFrom('title', 'tags', 'kind', 'to', 'layout'), fc.constant(': '), fc.constantFrom(...VALUES));
const line = fc.oneof({ weight: 3, arbitrary: usual }, odd);

test('what is read as simple front matter says the same to a YAML parser', async () => {
  let simple = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 3 }), fc.constantFrom('\n', '\r\n', ' \n', '\n\n'), async (parts, eol) => {
      const yaml = parts.map((part) => part.join('') + eol).join('');
      const entries = readSimpleYaml(yaml);
      if (!entries) return;
      simple += 1;
      expect(entries).toEqual(await readYaml(yaml, 100));
    }),
    { numRuns: 3000 },
  );
  expect(simple).toBeGreaterThan(100);
});

test('usual front matter needs no YAML parser', () => {
  expect(
    readSimpleYaml('title: Late refund\ntags: [refund, delay]\ncustomer_name: Ms O\'Brien\nsubject: "Re: your coat"\n# note\n'),
  ).toHaveLength(4);
  expect(readSimpleYaml('tags:\n  - a\n')).toBeUndefined();
});
