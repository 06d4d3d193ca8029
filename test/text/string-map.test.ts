import { expect, it } from 'vitest';
import { shifted } from '../../src/text/run-map.js';
import { mapOf } from './runs.js';
import { stringMap } from '../../src/text/string-map.js';

it('counts lines and columns from one in the source', () => {
  const source = '---\r\ntitle: x\r\n---\r\nDear Ana,\r\n';
  const place = stringMap('a.md', source, shifted(20)).locate({ start: 5, end: 8 });
  expect(place).toEqual({ file: 'a.md', line: 4, column: 6, endLine: 4, endColumn: 9 });
});

it('gives bytes only where they are known exactly', () => {
  const map = stringMap(
    'a.txt',
    'é b',
    shifted(0),
    mapOf([
      { text: 0, length: 1, source: 0, sourceLength: 2 },
      { text: 1, length: 2, source: 2, sourceLength: 2 },
    ]),
  );
  expect(map.locate({ start: 0, end: 3 }).bytes).toEqual([0, 4]);
  expect(stringMap('a.txt', 'é b', shifted(0)).locate({ start: 0, end: 3 }).bytes).toBeUndefined();
});

it('points at the nearest line when the origin is not exact', () => {
  const map = stringMap('a.html', '<p>\nHi</p>', mapOf([{ text: 2, length: 2, source: 4, sourceLength: 2 }]));
  expect(map.source({ start: 0, end: 4 })).toBeUndefined();
  expect(map.locate({ start: 0, end: 4 })).toMatchObject({ line: 2, column: 1 });
});
