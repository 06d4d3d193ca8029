import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/draft/draft.js';
import { readStrengths } from '../../src/language/message/strengths.js';
import { buildReading } from './build-reading.js';

const strengths = (text: string, context: Context = { kind: 'complaint' }): Record<string, string> =>
  Object.fromEntries(readStrengths(buildReading(text, context)).map(({ id, span }) => [id, text.slice(span.start, span.end)]));

describe('strengths', () => {
  it('are told with their words, in text order', () => {
    const text = [
      'Dear Helen,\n',
      'Thank you for telling us about Friday’s lesson. I can see how maddening it is to lose a second morning to a piano.',
      "I'm sorry we missed you on both mornings. We planned more tunings than two men could do.",
      'I have struck the £28 fee from your bill. From now on any visit that slips triggers a call from us.',
      'I will ring you by noon on Friday. Which slot would you prefer?\n',
      'Kind regards,\nMartin Cole\nDepot Manager\n01632 960114',
    ].join('\n');
    const found = strengths(text);
    expect(found).toMatchObject({
      'name-used': 'Helen',
      'own-act-apology': "I'm sorry we missed you on both mornings",
      'cause-explained': 'We planned more tunings than two men could do.',
      prevention: 'From now on any visit that slips triggers a call from us.',
      'dated-commitment': 'I will ring you by noon on Friday.',
      'preference-asked': 'Which slot would you prefer?',
      'human-contact': '01632 960114',
      'senior-answer': 'Depot Manager',
    });
    expect(found).toHaveProperty('thanks-for-contact');
    expect(found).toHaveProperty('specific-empathy');
    expect(found).toHaveProperty('redress-offered');
    const starts = readStrengths(buildReading(text, { kind: 'complaint' })).map(({ span }) => span.start);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });

  it('personal interest counts only when the customer spoke of it', () => {
    const reply = 'I hope the wedding is a joy from start to finish.';
    expect(strengths(reply, { customer: 'I need the suit for my wedding on Saturday.' })).toHaveProperty('personal-interest');
    expect(strengths(reply, { customer: 'Where is my parcel?' })).not.toHaveProperty('personal-interest');
    expect(strengths('I hope you had a lovely weekend.', { customer: 'Where is my parcel?' })).toEqual({});
  });

  it.each([
    ['a role in the greeting', 'Dear Customer,\n\nThe desk opens at nine.', 'name-used'],
    ['thanks for patience', 'Thank you for your patience.', 'thanks-for-contact'],
    ['a formula of empathy', 'I understand your frustration.', 'specific-empathy'],
    ['sorrow about their lot', 'I am sorry to hear about that evening.', 'own-act-apology'],
    ['a promise without a time', 'We will ring you soon.', 'dated-commitment'],
    ['a refund where nothing is admitted', 'A refund takes five days.', 'redress-offered'],
    ['a title nobody senior has', 'We have sent it.\n\nRegards,\nAna Roth\nCustomer Care Assistant', 'senior-answer'],
    ['somebody else’s words', 'You wrote “thank you for telling us, we will ring you by noon on Friday”.', 'dated-commitment'],
  ])('are not found in %s', (_what, text, id) => {
    expect(strengths(text)).not.toHaveProperty(id);
  });

  it('a notice sent before anybody asked is one', () => {
    expect(strengths('We are writing to tell you that the 10.31 now leaves at 10.52.', { kind: 'proactive' })).toHaveProperty('proactive');
    expect(strengths('Your train now leaves at 10.52.', { kind: 'question' })).not.toHaveProperty('proactive');
  });
});
