import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineIndex } from '../../src/text/line-index.js';
import { chain, RunBuilder, shifted } from '../../src/text/run-map.js';
import { mapOf } from './runs.js';

describe('run map', () => {
  it('maps a unit run inside and at both ends', () => {
    const map = mapOf([{ text: 0, length: 5, source: 10, sourceLength: 5 }]);
    expect(map.source({ start: 1, end: 4 })).toEqual({ start: 11, end: 14 });
    expect(map.source({ start: 0, end: 5 })).toEqual({ start: 10, end: 15 });
    expect(map.source({ start: 5, end: 5 })).toEqual({ start: 15, end: 15 });
  });

  it('maps a run of unequal lengths only as a whole', () => {
    // "a&amp;b" shows "a&b".
    const map = mapOf([
      { text: 0, length: 1, source: 0, sourceLength: 1 },
      { text: 1, length: 1, source: 1, sourceLength: 5 },
      { text: 2, length: 1, source: 6, sourceLength: 1 },
    ]);
    expect(map.source({ start: 1, end: 2 })).toEqual({ start: 1, end: 6 });
    expect(map.source({ start: 0, end: 3 })).toEqual({ start: 0, end: 7 });
    const pair = mapOf([{ text: 0, length: 2, source: 0, sourceLength: 9 }]);
    expect(pair.source({ start: 0, end: 1 })).toBeUndefined();
    expect(pair.source({ start: 0, end: 2 })).toEqual({ start: 0, end: 9 });
  });

  it('does not map inside a run of equal lengths that is one step', () => {
    const map = mapOf([{ text: 0, length: 4, source: 0, sourceLength: 4, step: 4 }]);
    expect(map.source({ start: 1, end: 4 })).toBeUndefined();
    expect(map.source({ start: 0, end: 4 })).toEqual({ start: 0, end: 4 });
  });

  it('maps at the steps of a run only', () => {
    const map = mapOf([{ text: 0, length: 6, source: 100, sourceLength: 8, step: 3 }]);
    expect(map.source({ start: 3, end: 6 })).toEqual({ start: 104, end: 108 });
    expect(map.source({ start: 1, end: 6 })).toBeUndefined();
    expect(map.nearest(4)).toBe(104);
  });

  it('spans source that decodes to nothing, but leaves it out at the edges', () => {
    // "late=\r\nly" in quoted-printable.
    const map = mapOf([
      { text: 0, length: 4, source: 0, sourceLength: 4 },
      { text: 4, length: 2, source: 7, sourceLength: 2 },
    ]);
    expect(map.source({ start: 2, end: 6 })).toEqual({ start: 2, end: 9 });
    expect(map.source({ start: 0, end: 4 })).toEqual({ start: 0, end: 4 });
    expect(map.source({ start: 4, end: 6 })).toEqual({ start: 7, end: 9 });
  });

  it('has no exact origin for text that no run covers, and still names the nearest place', () => {
    const map = mapOf([
      { text: 0, length: 2, source: 0, sourceLength: 2 },
      { text: 5, length: 2, source: 9, sourceLength: 2 },
    ]);
    expect(map.source({ start: 1, end: 6 })).toBeUndefined();
    expect(map.source({ start: 3, end: 4 })).toBeUndefined();
    expect(map.source({ start: 7, end: 9 })).toBeUndefined();
    expect(map.nearest(3)).toBe(2);
    expect(map.nearest(99)).toBe(11);
    expect(mapOf([]).nearest(4)).toBe(0);
    expect(mapOf([]).source({ start: 0, end: 0 })).toBeUndefined();
  });

  it('joins runs only where they go on, and gives the same answers for it', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ length: fc.integer({ min: 1, max: 4 }), gap: fc.constantFrom(0, 0, 2) })), (pieces) => {
        const builder = new RunBuilder();
        const origin: number[] = [];
        let source = 0;
        for (const { length, gap } of pieces) {
          source += gap;
          builder.add(origin.length, length, source, length, 1);
          for (let i = 0; i < length; i += 1) origin.push(source + i);
          source += length;
        }
        const map = builder.build();
        for (let start = 0; start < origin.length; start += 1) {
          for (let end = start + 1; end <= origin.length; end += 1) {
            expect(map.source({ start, end })).toEqual({ start: origin[start], end: origin[end - 1] + 1 });
          }
        }
      }),
    );
  });

  it('chains: exact where both are', () => {
    const upper = mapOf([{ text: 0, length: 2, source: 0, sourceLength: 4, step: 1 }]);
    expect(chain(upper, shifted(50)).source({ start: 1, end: 2 })).toEqual({ start: 52, end: 54 });
    expect(chain(upper, mapOf([{ text: 0, length: 3, source: 0, sourceLength: 4 }])).source({ start: 0, end: 1 })).toBeUndefined();
    expect(chain(upper, shifted(50)).nearest(1)).toBe(52);
  });
});

describe('line index', () => {
  it.each([
    ['a\nb\nc', 4, 3],
    ['a\r\nb', 2, 1],
    ['a\r\nb', 3, 2],
    ['a\rb', 2, 2],
    ['', 0, 1],
    ['a\n', 2, 2],
  ])('%j at %i is line %i', (text, offset, line) => {
    expect(lineIndex(text).at(offset).line).toBe(line);
    expect(lineIndex(new TextEncoder().encode(text)).at(offset).line).toBe(line);
  });
});
