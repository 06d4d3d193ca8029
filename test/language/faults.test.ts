import { describe, expect, it } from 'vitest';
import { buildReading } from './build-reading.js';

/** `actor role` of each failing that the text asserts. */
const faults = (text: string): string[] =>
  buildReading(text, { kind: 'complaint' })
    .faults.filter(({ asserted }) => asserted)
    .map(({ actor, role }) => `${actor} ${role}`);

describe('more given out than there is', () => {
  it.each([
    ['We booked more tunings than two men could do.', 'own subject'],
    ['We took on more orders than we could bake.', 'own subject'],
    ['We sold more tickets than the hall holds.', 'own subject'],
    ['We had accepted too many bookings for that weekend.', 'own subject'],
    ['We gave two families the same cottage.', 'own subject'],
    ['We put two parties down for one table.', 'own subject'],
    ['Your warehouse sold the same sofa twice.', 'thing subject'],
    ['Too many people were let in.', 'nobody none'],
  ])('%s', (text, fault) => {
    expect(faults(text)).toEqual([fault]);
  });

  it.each([
    ['We sent you more than you ordered.'],
    ['We booked more time than you needed.'],
    ['We never sold more seats than we have.'],
    ['We took more photos than we could use.'],
    ['We booked two lessons for you in the same week.'],
    ['We have more than two rooms left.'],
  ])('none: %s', (text) => {
    expect(faults(text)).toEqual([]);
  });
});
