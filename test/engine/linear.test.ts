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

it.each(pieces)('four times as much of %j takes about four times as long, not sixteen', async (piece) => {
  const text = (length: number): string => piece.repeat(Math.ceil(length / piece.length));
  // What is compiled meanwhile, and a busy machine, must not tip the balance: the best of three counts, and the floor is high.
  await millisecondsFor(text(5_000));
  const best = async (length: number): Promise<number> => {
    const runs = [await millisecondsFor(text(length)), await millisecondsFor(text(length)), await millisecondsFor(text(length))];
    return Math.min(...runs);
  };
  const small = await best(15_000);
  const large = await best(60_000);
  expect(large).toBeLessThan(Math.max(250, small * 10));
});
