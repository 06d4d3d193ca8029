import { expect, it } from 'vitest';
import { lint } from '../../src/index.js';

/** Pieces that begin something a rule or a parser looks for; again and again they once made some of them look back over the whole text. */
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

async function millisecondsFor(text: string): Promise<number> {
  const start = performance.now();
  await lint({ draft: text });
  return performance.now() - start;
}

/** What is compiled meanwhile and a busy machine must not tip the balance: the best of up to three runs counts. */
async function best(text: string, enough: number): Promise<number> {
  let least = Infinity;
  for (let run = 0; run < 3 && least > enough; run += 1) least = Math.min(least, await millisecondsFor(text));
  return least;
}

it.each(pieces)('eight times as much of %j takes about eight times as long, not sixty-four', async (piece) => {
  const text = (length: number): string => piece.repeat(Math.ceil(length / piece.length));
  await millisecondsFor(text(5_000));
  const bound = Math.max(1000, 24 * (await best(text(15_000), 0)));
  expect(await best(text(120_000), bound)).toBeLessThan(bound);
});
