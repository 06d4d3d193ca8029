import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, daysIn, lastDayOf, weekdayOf } from '../../src/text/calendar.js';

const day = (iso: string): number => dayOf(iso)!;

describe('days', () => {
  it('count as the calendar does', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1971-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }), (date) => {
        const iso = date.toISOString();
        expect(day(iso)).toBe(Math.floor(date.getTime() / 86_400_000));
        expect(weekdayOf(day(iso)) % 7).toBe(date.getUTCDay());
      }),
    );
  });

  it.each(['2026-02-29', '2026-13-01', '2026-04-31', 'soon', ''])('has no day for %j', (iso) => expect(dayOf(iso)).toBeUndefined());

  it('knows leap years', () => expect([2024, 2025, 2000, 2100].map((year) => daysIn(year, 2))).toEqual([29, 28, 29, 28]));
});

describe('lastDayOf', () => {
  const written = day('2026-05-11'); // a Monday
  it.each([
    [{ days: 0 }, '2026-05-11'],
    [{ days: 2 }, '2026-05-13'],
    [{ workingDays: 5 }, '2026-05-18'],
    [{ weekday: 1 }, '2026-05-11'],
    [{ weekday: 5 }, '2026-05-15'],
    [{ day: 3, month: 6 }, '2026-06-03'],
    [{ day: 20, month: 12 }, '2026-12-20'],
    [{ day: 6, month: 5 }, '2026-05-06'],
    [{ day: 3, month: 1, year: 2027 }, '2027-01-03'],
    [{ day: 13 }, '2026-05-13'],
    [{ day: 6 }, '2026-06-06'],
    [{ month: 6 }, '2026-06-30'],
    [{ year: 2027 }, '2027-12-31'],
  ])('%j is %s', (when, iso) => expect(lastDayOf(when, written)).toBe(day(iso)));

  it('takes the nearest year over the turn of the year', () => {
    expect(lastDayOf({ day: 4, month: 1 }, day('2026-12-30'))).toBe(day('2027-01-04'));
    expect(lastDayOf({ day: 30, month: 12 }, day('2026-01-04'))).toBe(day('2025-12-30'));
  });

  it('does not know a day that no calendar has', () => {
    expect(lastDayOf({ day: 31, month: 4 }, written)).toBeUndefined();
    expect(lastDayOf({}, written)).toBeUndefined();
  });
});
