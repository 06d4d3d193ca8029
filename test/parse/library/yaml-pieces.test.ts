import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isFault } from '../../../src/parse/library/fault.js';
import type { Value } from '../../../src/parse/library/value.js';
import { YamlMemory } from '../../../src/parse/library/yaml-pieces.js';
import { readYaml, type YamlFile } from '../../../src/parse/library/yaml.js';
import { defaultLimits } from '../../../src/parse/source.js';

const LIST = `# the team's own
- id: late
  title: Late
  body: |
    Hello,

    it is *late*.

# between two
- id: lamp
  title: "A \\"lamp\\"" # behind
  body: >-
    folded
    text

    more
- {id: flow, body: 'it''s here'}
- id: keep
  tags: [a, b]
  body: |+
    kept

- plain words
  over two lines
`;
const BELOW = `version: 1\nreplies:\n${LIST.replaceAll(/^(?=.)/gm, '  ')}`;
const FLUSH = `replies:\n${LIST}`;

/** All that a value says, with the way of each letter back to the file. */
function said(value: Value): unknown {
  const at = [value.start, value.end];
  if (value.kind === 'text') {
    const { text, map } = value.read();
    // Where nothing is written there is no letter to lead back.
    if (text === '') return [at, text];
    return [at, text, Array.from({ length: text.length + 1 }, (_, i) => map.nearest(i)), map.source({ start: 0, end: text.length })];
  }
  if (value.kind === 'plain') return [at, value.value, value.source];
  return [at, value.kind === 'list' ? value.items.map(said) : [...value.fields].map(([key, inner]) => [key, said(inner)])];
}

function whole(file: YamlFile): unknown {
  return [said(file.value), file.comments.toSorted((a, b) => a.start - b.start)];
}

async function same(memory: YamlMemory, text: string): Promise<void> {
  const [now, anew] = [await memory.read(text, defaultLimits), await readYaml(text, defaultLimits)];
  if (isFault(anew)) expect(now).toEqual(anew);
  else expect(isFault(now) ? now : whole(now)).toEqual(whole(anew));
}

const WORDS = [
  '\n', '\n\n', ' ', '  ', '    ', '- ', '\n- ', '\n  - ', '\n- id: x\n  body: y\n', ': ', '#', ' # c\n', '"', "'", '|', '>', '&a ', '*a', '<<: ', '{', '}', '[',
  ']', ',', '---\n', '...\n', '\t', '\r\n', '?', '!', '%', 'key: v\n', '\nlast: 1\n', '😀', '\\', '- - a\n', '\n#\n', '~',
]; // prettier-ignore

it.each([
  ['a list', LIST],
  ['a list below a key', BELOW],
  ['a list below a key, as far left as the key', FLUSH],
  ['a list with Windows line ends', LIST.replaceAll('\n', '\r\n')],
])('%s that is written on says what it says when it is read anew, wherever and whatever one types', async (_, text) => {
  const typed = fc.record({ at: fc.nat(), gone: fc.integer({ min: 0, max: 12 }), words: fc.constantFrom('', ...WORDS) });
  await fc.assert(
    fc.asyncProperty(fc.array(typed, { minLength: 1, maxLength: 8 }), async (edits) => {
      const memory = new YamlMemory();
      let now = text;
      await same(memory, now);
      for (const { at, gone, words } of edits) {
        const from = at % (now.length + 1);
        now = now.slice(0, from) + words + now.slice(from + gone);
        await same(memory, now);
      }
    }),
    { numRuns: 200, seed: 20261122 },
  );
});
