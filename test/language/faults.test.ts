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

describe('verbs that no list holds', () => {
  it.each([
    ['The voucher was not honoured.', 'nobody none'],
    ['Your table was double-booked.', 'nobody none'],
    ['The policy was mis-sold to you.', 'nobody none'],
    ['The policy was missold to you.', 'nobody none'],
    ['Your meter was misclassified.', 'nobody none'],
    ['We overfilled the bath.', 'own subject'],
    ['We over-ordered for the week.', 'own subject'],
    ['Our courier mis-sorted the box.', 'third-party subject'],
    ['Your prescription was not dispensed.', 'nobody none'],
    ['Your plants were not watered.', 'nobody none'],
    ['Your name was left off the list.', 'nobody none'],
    ['Our clerk threw away your form.', 'colleague subject'],
    ['The parcel went astray.', 'thing subject'],
    ['Your request slipped through the net.', 'thing subject'],
  ])('%s', (text, fault) => {
    expect(faults(text)).toEqual([fault]);
  });

  it.each([
    ['We double-checked your meter.'],
    ['We overcame the frost.'],
    ['We are short-staffed.'],
    ['We were honoured to have you.'],
    ['The voucher was honoured.'],
    ['Your account was not affected.'],
    ['Your card was not charged.'],
    ['The stairs are not heated.'],
    ['Your name is cut off from the game on Friday.'],
    ['If there is any case where your claim was not answered, please write to me.'],
    ['Nothing went astray.'],
    ['We threw away the old carpet.'],
  ])('none: %s', (text) => {
    expect(faults(text)).toEqual([]);
  });
});
