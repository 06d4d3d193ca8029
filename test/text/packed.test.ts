import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookUp, pack, packDictionary, textAt } from '../../src/text/packed.js';

const plain = fc.string().map((text) => text.replace(/[\t\n]/g, ' '));

describe('packed texts', () => {
  it('come out as they went in', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (texts) => {
        const packed = pack(texts);
        expect(texts.map((_, i) => textAt(packed, i))).toEqual(texts);
      }),
    );
  });

  it('reach as far as a million characters, and are refused beyond', () => {
    const far = pack(['x'.repeat(1_000_000), 'last']);
    expect(textAt(far, 1)).toBe('last');
    expect(() => pack(['x'.repeat(1_100_000)])).toThrow(/more than 4 digits/);
  });
});

describe('a packed dictionary', () => {
  it('holds its entries and nothing else', () => {
    fc.assert(
      fc.property(fc.dictionary(plain, plain), fc.array(plain), (entries, others) => {
        const packed = packDictionary(Object.entries(entries));
        for (const [key, value] of Object.entries(entries)) expect(lookUp(packed, key)).toBe(value);
        for (const other of others) if (!Object.hasOwn(entries, other)) expect(lookUp(packed, other)).toBeUndefined();
      }),
    );
  });

  it('takes no entry that would end another', () => {
    expect(() => packDictionary([['a\tb', 'c']])).toThrow(/tab/);
    expect(() => packDictionary([['a', 'b\nc']])).toThrow(/line feed/);
  });
});
