import { expect, it } from 'vitest';
import { compilePhrases, parsePhrase } from '../../src/match/index.js';

it.each([
  ['(a|b', 'a "(" has no ")"'],
  ['a) b', 'a ")" has no "("'],
  ['a|b', 'put alternatives in brackets: (a|b)'],
  ['a (|b)', 'an alternative is empty; write (a|b)? for words that may be left out'],
  ['word? please', '"?" may only follow a bracket: (word)?'],
  ['please ^ note', '"^" may only begin a phrase'],
  ['$ note', '"$" may only end a phrase'],
  ['... note', 'a gap "..." needs words on both sides'],
  ['note (a)? ...', 'a gap "..." needs words on both sides'],
  ['a ... b ... c ... d ... e', 'it holds more than 3 gaps'],
  ['a ... (x)? ... b', 'two gaps follow each other'],
  ['(a)?', 'it can match no word at all'],
  ['', 'it can match no word at all'],
  ['a & b', '"&" holds no word'],
  ['@numberz', 'there is no word list @numberz; did you mean numbers?'],
  ['you <Send> it', '"<Send>" is no verb: write its dictionary form in lower case, such as <send>'],
  ['we <grizzle>', 'the verb <grizzle> is not in the verb table; write its forms: (grizzle|grizzles|grizzled|grizzling)'],
])('%s: %s', (text, message) => {
  expect(parsePhrase(text)).toEqual({ error: message });
});

it('a bad phrase is told with its place in the list; the others still work', () => {
  const { index, problems } = compilePhrases([{ text: 'prior to' }, { text: '(oops' }, { text: 'please note' }]);
  expect(problems).toEqual([{ index: 1, message: 'a "(" has no ")"' }]);
  expect(Object.keys(index.firsts)).toEqual(['prior', 'please']);
});
