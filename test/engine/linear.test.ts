import { expect, it } from 'vitest';
import { lint } from '../../src/index.js';

/** Pieces that begin something a rule or a parser looks for; again and again they once made some of them look back over the whole text, which the runner's limit would show. */
const pieces = [
  '}}',
  '{{',
  '[',
  '(1/2) ',
  '" ',
  '_',
  'a',
  'Hi,\n',
  'On ',
  'I am sorry if ',
  'thank you ',
  'you should have ',
  'due to ',
  'our courier ',
  '> ',
];

it.each(pieces)('answers a text of %j again and again', async (piece) => {
  const draft = piece.repeat(Math.ceil(120_000 / piece.length));
  expect(await lint({ draft })).toHaveProperty('id');
});
