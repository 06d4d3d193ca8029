import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Gap, splitWords } from '../../src/text/words.js';

const norms = (text: string): readonly string[] => splitWords(text).norm;

describe('words', () => {
  it('splits contractions into the words that rules speak of', () => {
    expect(norms("We won't, can't and don't; I'll")).toEqual(['we', 'will', 'not', 'can', 'not', 'and', 'do', 'not', 'i', 'will']);
    expect(norms('We dont know, you cannot')).toEqual(['we', 'do', 'not', 'know', 'you', 'can', 'not']);
    expect(norms('Dave’s mistake, O’Neill')).toEqual(['dave', "'s", 'mistake', "o'neill"]);
  });

  it('meets American spelling, zero-width signs and look-alike letters with one form', () => {
    expect(norms('apologize apologise organization size')).toEqual(['apologise', 'apologise', 'organisation', 'size']);
    expect(norms('cus\u200btomer cus\u00adtomer cust\u043emer')).toEqual(['customer', 'customer', 'customer']);
  });

  it('says what stands between words', () => {
    const words = splitWords('Dear Sir/Madam,\n\nwell-known (yes) — no.');
    expect(words.gap[2] & Gap.slash).toBeTruthy();
    expect(words.gap[3] & Gap.blankLine).toBeTruthy();
    expect(words.gap[3] & Gap.comma).toBeTruthy();
    expect(words.gap[4] & Gap.hyphen).toBeTruthy();
    expect(words.gap[6] & Gap.break).toBeTruthy();
    expect(words.gap[words.length] & Gap.stop).toBeTruthy();
  });

  it('keeps numbers whole and gives every word its own stretch, in order, on any text', () => {
    expect(norms('£12.50 and 1,000')).toEqual(['12.50', 'and', '1,000']);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const words = splitWords(text);
        for (let i = 0; i < words.length; i += 1) {
          expect(words.start[i]).toBeLessThan(words.end[i]);
          if (i > 0) expect(words.start[i]).toBeGreaterThanOrEqual(words.end[i - 1]);
        }
      }),
    );
  });
});
