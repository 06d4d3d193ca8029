import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsedConfig, withAllowed } from '../../src/config/amend.js';
import type { ConfigText } from '../../src/config/find.js';

const ALLOWED = { phrase: 'touch base', reason: 'House style.' };
const yaml = (text: string): ConfigText => ({ path: '/x/.replylintrc.yaml', text, format: 'yaml' });
const json = (text: string, key?: string): ConfigText => ({ path: '/x/.replylintrc.json', text, format: 'json', ...(key && { key }) });

describe('a phrase comes into YAML, and all else stays as it is written', () => {
  it.each([
    ['an empty file', '', 'vocabulary:\n  - phrase: touch base\n    reason: House style.\n'],
    ['comments alone', '# ours\n', '# ours\nvocabulary:\n  - phrase: touch base\n    reason: House style.\n'],
    [
      'no vocabulary yet',
      '# ours\nagent:   Ada # signs\n',
      '# ours\nagent:   Ada # signs\nvocabulary:\n  - phrase: touch base\n    reason: House style.\n',
    ],
    ['no line end at the end', 'agent: Ada', 'agent: Ada\nvocabulary:\n  - phrase: touch base\n    reason: House style.\n'],
    [
      'a list, and more behind it',
      'vocabulary:\n    - phrase: kindly # yes\n      reason: Old.\n    # the end\n\nagent: Ada\n',
      'vocabulary:\n    - phrase: kindly # yes\n      reason: Old.\n    - phrase: touch base\n      reason: House style.\n    # the end\n\nagent: Ada\n',
    ],
    [
      'a list that is not indented',
      'vocabulary:\n- phrase: kindly\n  reason: Old.\nagent: Ada\n',
      'vocabulary:\n- phrase: kindly\n  reason: Old.\n- phrase: touch base\n  reason: House style.\nagent: Ada\n',
    ],
    [
      'a list in brackets',
      'vocabulary: [{ phrase: kindly, reason: Old. }] # all\n',
      'vocabulary: [{ phrase: kindly, reason: Old. }, { phrase: "touch base", reason: "House style." }] # all\n',
    ],
    ['an empty list', 'vocabulary: []\nagent: Ada\n', 'vocabulary: [{ phrase: "touch base", reason: "House style." }]\nagent: Ada\n'],
    [
      'a key with nothing behind it',
      'vocabulary: # none yet\nagent: Ada\n',
      'vocabulary: # none yet\n  - phrase: touch base\n    reason: House style.\nagent: Ada\n',
    ],
    [
      'Windows line ends',
      'agent: Ada\r\nvocabulary:\r\n  - phrase: kindly\r\n    reason: Old.\r\n',
      'agent: Ada\r\nvocabulary:\r\n  - phrase: kindly\r\n    reason: Old.\r\n  - phrase: touch base\r\n    reason: House style.\r\n',
    ],
  ])('%s', async (_, before, after) => {
    expect(await withAllowed(yaml(before), ALLOWED)).toBe(after);
  });
});

describe('the same in JSON', () => {
  it.each([
    ['an empty map', '{}', undefined, '{ "vocabulary": [{ "phrase": "touch base", "reason": "House style." }] }'],
    [
      'no vocabulary yet',
      '{\n  "agent": "Ada"\n}\n',
      undefined,
      '{\n  "agent": "Ada",\n  "vocabulary": [{ "phrase": "touch base", "reason": "House style." }]\n}\n',
    ],
    [
      'a list with an item a line',
      '{\n  "vocabulary": [\n    { "phrase": "kindly", "reason": "Old." }\n  ]\n}\n',
      undefined,
      '{\n  "vocabulary": [\n    { "phrase": "kindly", "reason": "Old." },\n    { "phrase": "touch base", "reason": "House style." }\n  ]\n}\n',
    ],
    [
      'package.json',
      '{\n  "name": "x",\n  "replylint": { "agent": "Ada" },\n  "private": true\n}\n',
      'replylint',
      '{\n  "name": "x",\n  "replylint": { "agent": "Ada", "vocabulary": [{ "phrase": "touch base", "reason": "House style." }] },\n  "private": true\n}\n',
    ],
  ])('%s', async (_, before, key, after) => {
    expect(await withAllowed(json(before, key), ALLOWED)).toBe(after);
  });
});

it('what comes in is what was said, whatever signs it holds', async () => {
  const words = fc
    .string({ unit: 'binary', minLength: 1, maxLength: 30 })
    .filter((text) => text.trim() !== '' && !/[\ud800-\udfff]/.test(text));
  await fc.assert(
    fc.asyncProperty(words, words, fc.boolean(), async (phrase, reason, rules) => {
      const allowed = { phrase, reason, ...(rules && { rules: ['officialese'] }) };
      for (const file of [yaml('agent: Ada\n'), yaml('vocabulary: []\n'), json('{ "agent": "Ada" }')]) {
        const text = await withAllowed(file, allowed);
        expect(await parsedConfig({ ...file, text: text! }, '/x')).toMatchObject({ vocabulary: [allowed] });
      }
    }),
    { numRuns: 100 },
  );
});
