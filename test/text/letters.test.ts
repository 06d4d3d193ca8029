import { expect, it } from 'vitest';
import { canBeginName, isCapital, isLetter } from '../../src/text/letters.js';

it('letters and capitals are what Unicode says they are, over the whole basic plane', () => {
  const wrong: string[] = [];
  for (let code = 0; code < 0x10000; code += 1) {
    const sign = String.fromCharCode(code);
    if (isLetter(sign, 0) !== /\p{L}/u.test(sign)) wrong.push(`letter ${code.toString(16)}`);
    if (isCapital(sign, 0) !== /[\p{Lu}\p{Lt}]/u.test(sign)) wrong.push(`capital ${code.toString(16)}`);
    if (canBeginName(sign, 0) !== (code < 128 ? /[A-Z]/ : /[\p{Lu}\p{Lt}\p{Lo}]/u).test(sign)) wrong.push(`name ${code.toString(16)}`);
  }
  expect(wrong).toEqual([]);
});

it('there is no letter outside the text', () => {
  expect([isLetter('', 0), isLetter('a', 1), isLetter('a', -1), isCapital('', 0)]).toEqual([false, false, false, false]);
});
