import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as Library from '../../src/index.js';
import { Steps } from './steps.js';

// As it is shipped: what the test runner makes of the sources counts its own way.
const { lint } = (await import(new URL('../../dist/index.js', import.meta.url).href)) as typeof Library;

const SIZE = 20_000;
/** Twice the text may cost this many times the steps: linear work and a little for what grows with the logarithm. */
const MOST = 2.3;

const repeated =
  (unit: string) =>
  (size: number): string =>
    unit.repeat(Math.ceil(size / unit.length));

/** What has made linters slow: long, deep, empty, foreign; and what every rule of ours has to look at. */
const texts: Readonly<Record<string, (size: number) => string>> = {
  'one word': repeated('a'),
  'one number': repeated('7'),
  'one capital word': repeated('A'),
  sentences: repeated('We are sorry to hear that. '),
  'sentences on lines': repeated('We will look into it soon.\n'),
  paragraphs: repeated('Your parcel was lost by the courier.\n\n'),
  'one sentence': (size) => `${repeated('and we said that you should have ')(size)}.`,
  'quotes nested ever deeper': (size) => {
    let text = '';
    for (let depth = 1; text.length < size; depth = (depth % 1000) + 1) text += `${'>'.repeat(Math.min(depth, 40))} you said “so”\n`;
    return text;
  },
  'only punctuation': repeated('.,;:!?-()[]{}'),
  'exclamation marks': repeated('!'),
  'quotation marks': repeated('“we "'),
  'brackets that never end': repeated('['),
  'braces that never end': repeated('{{'),
  'merge fields': repeated('{{name}} '),
  'capital letters': repeated('WHY OH WHY '),
  'right to left': repeated('שלום '),
  'signs without width': repeated('a\u200b'),
  directions: repeated('\u202ea '),
  'letters of other alphabets': repeated('саsе '),
  emoji: repeated('👩‍👩‍👧 '),
  accents: repeated('e\u0301\u0301\u0301\u0301'),
  numbers: repeated('4111 '),
  'numbers of cards': repeated('4111 1111 1111 1111, '),
  'account numbers': repeated('DE89 3704 0044 0532 0130 00, '),
  addresses: repeated('https://staging.example.com/a '),
  names: repeated("Mrs Hartley's refund. "),
  salutations: repeated('Dear Tom,\n'),
  closings: repeated('Kind regards,\nAnn\n'),
  attributions: repeated('On 3 May Tom wrote:\n> a\n'),
  promises: repeated('I will call you on Monday. '),
  apologies: repeated('We are sorry if you feel that we were late, but '),
  blame: repeated('Dave in Accounts forgot it and you should have checked. '),
  questions: repeated('Why is it late? When will it come? '),
  notes: repeated('[internal] do not share with the customer. '),
  'line ends': repeated('\n'),
  blanks: repeated(' '),
  commas: repeated('a, '),
};

const steps = new Steps();
beforeAll(() => steps.start());
afterAll(() => steps.stop());

async function cost(draft: string): Promise<number> {
  const customer = 'Where is my order 48213? When will it come? Tom Beck';
  await steps.taken('/dist/');
  await lint({ draft: `Dear Tom,\n\n${draft}`, customer, kind: 'complaint' });
  return steps.taken('/dist/');
}

describe('twice the text takes twice the work', () => {
  it.each(Object.entries(texts))('%s', async (_, make) => {
    // What is made once, and kept, is made first.
    await cost(make(200));
    const once = await cost(make(SIZE));
    const twice = await cost(make(2 * SIZE));
    expect(twice / once).toBeLessThan(MOST);
  });
});
