import { describe, expect, it } from 'vitest';
import { isIsoDate } from '../../src/draft/choices.js';

describe('isIsoDate', () => {
  it.each([
    '2026-11-22',
    '2024-02-29',
    '2026-11-22T09:30Z',
    '2026-11-22T09:30:00+01:00',
    '2026-11-22 09:30:00.125',
    '2026-11-22T09:30:00-0500',
  ])('takes %s', (text) => {
    expect(isIsoDate(text)).toBe(true);
  });

  it.each(['2026-02-29', '2026-04-31', '2026-13-01', '22.11.2026', '2026-1-2', '2026-11-22T25:00Z', '2026-11-22T09', 'tomorrow', ''])(
    'refuses %s',
    (text) => {
      expect(isIsoDate(text)).toBe(false);
    },
  );
});
