import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextBuilder, type Built, type Look } from '../../src/parse/builder.js';
import { isPlainProse, layProse } from '../../src/parse/markdown-prose.js';
import { readMarkdown } from '../../src/parse/markdown-tree.js';
import { defaultLimits } from '../../src/parse/source.js';

const LOOK: Look = { style: {}, setting: 'text', pasted: false, block: 'paragraph', role: undefined };

function prose(text: string): Built {
  const builder = new TextBuilder();
  layProse(builder, text, 0, LOOK);
  return builder.build();
}

async function remark(text: string): Promise<Built> {
  const built = await readMarkdown(text, 0, true, LOOK, defaultLimits);
  if ('code' in built) throw new Error(built.message);
  return built;
}

/** Everything that Markdown or GFM may give a meaning, and what lies next to it. */
const SIGNS =
  'word|Dear Tom,|A|x1|1.|12)|- |-|--|---|===|=|+ |* |*|_|__|a_b|`|~|~~|[|]|(|)|[a]|[a]: b|!|![|<|>|<b>|<!--|&|&amp;|&amp|&#65;|&copy;|AT&T|\\|\\*|#|# |##x|:|:-|\\||\\|-|--\\|--| |  |    |\t|\n|\n\n|\r\n|\r|\u00a0|\u2028|\f|\u0000|é|🙂|http://a.example|www.a.example|a@b.example|. |? |…|'
    .split(/(?<!\\)\|/)
    .map((sign) => sign.replace('\\|', '|'));

test('what is called plain prose is what remark finds plain: same text, same blocks, same origin', async () => {
  let plain = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...SIGNS), { maxLength: 14 }), async (signs) => {
      const text = signs.join('');
      if (!isPlainProse(text)) return;
      plain += 1;
      const ours = prose(text);
      const theirs = await remark(text);
      expect(ours.text).toBe(theirs.text);
      expect(ours.blocks).toEqual(theirs.blocks);
      expect(theirs.marked).toEqual([]);
      for (const { span } of ours.blocks) expect(ours.origin.source(span)).toEqual(theirs.origin.source(span));
    }),
    { numRuns: 3000 },
  );
  expect(plain).toBeGreaterThan(200);
});

test('ordinary letters are plain prose, Markdown is not', () => {
  expect(
    isPlainProse('Dear Ms Rossi,\n\nThank you for ringing (twice!) about order 12-34 & the £5 fee: I’m sorry.\n\nBest wishes,\nAnn\n'),
  ).toBe(true);
  const marked = [
    '# a',
    '- a',
    '1. a',
    '> a',
    '    a',
    'a\n---',
    'a\n===',
    'a **b**',
    '`a`',
    '[a](b)',
    'a\\\nb',
    '<b>',
    '&amp;',
    '~~a~~',
    'a|b\n-|-',
    '```',
  ];
  expect(marked.filter(isPlainProse)).toEqual([]);
});
