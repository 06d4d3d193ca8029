import { describe, expect, it } from 'vitest';
import { buildReading } from './build-reading.js';

/** Whether the reply shows that its writer understood, and how. */
function shown(text: string, customer?: string): string | undefined {
  return buildReading(text, customer === undefined ? {} : { customer }).empathy.find((each) => each.specific || each.kind === 'evaluation')
    ?.kind;
}

describe('an evaluation is predicated of the situation, whatever the words', () => {
  it.each([
    ['Explaining the same leak to three people is wearing.', 'the main verb itself may judge'],
    ['A light that drops off on the first ride is dangerous as well as annoying.', 'two judgements'],
    ['A cake that turns up after the last guest has gone is no use to anyone.', 'what it is not'],
    ['A week of broken exports costs real money.', 'a cost'],
    ['Three lost reservations in a row would try anyone’s patience.', 'what anybody would feel'],
    ['Four hours is a long time to sit on a runway with a baby.', 'a length'],
    ['How galling to be charged for something you cancelled.', 'an exclamation'],
  ])('%s (%s)', (text) => expect(shown(text)).toBe('evaluation'));

  it('a predicate of no list judges when its subject restates what the customer told', () => {
    const text = 'Two hours of baking lost before sunrise is a lot of bread.';
    expect(shown(text, 'Wrong flour again, we lost two hours of baking.')).toBe('evaluation');
    expect(shown(text)).toBeUndefined();
  });
});

describe('an impact is what befell the customer, or what we did to them', () => {
  it.each([
    'You planned to propose on Sunday.',
    'You took the morning off and nobody came.',
    'You had guests coming at seven and no oven.',
    'We left you at the gate with two children.',
    'Your mother spent her birthday in a departure lounge.',
    'That meant another night on the sofa for you.',
  ])('%s', (text) => expect(shown(text)).toBe('impact'));
});

describe('validation sides with the customer', () => {
  it.each([
    'Nobody should have to ring four times to cancel.',
    "I'd be cross too.",
    'You have every right to be annoyed about the two bills.',
    'Your anger is justified.',
    'We let you down.',
    'Neither was an answer.',
    'Three letters should be enough for an answer.',
    'We never want you to wait for your suitcase.',
  ])('%s', (text) => expect(shown(text)).toMatch(/^(?:validation|standard)$/));
});

describe('a standard counts when it names a failing', () => {
  it('a room that was not clean is not good enough', () => expect(shown('A room that was not clean is not good enough.')).toBeDefined());
  it('not the experience we want for our guests', () =>
    expect(shown('This is not the experience we want for our guests.')).toBeUndefined());
});

describe('what only reports shows no understanding', () => {
  it.each([
    'Your order is booked for Tuesday.',
    'A new card is on its way to you.',
    'You ordered the blue one on 3 May.',
    'You paid for the standard room.',
    'You were charged £30 for the second visit.',
    'You waited too long to claim.',
    'It costs £35 for a second visit.',
    'I can see that the payment was taken on Monday.',
    'We understand that you want a refund.',
    'We would like to know what went wrong.',
    'It is difficult to say what happened.',
    "I'm sorry the parcel was late.",
    "It's never our intention to let you down.",
    'It is disappointing to read that the room was noisy.',
  ])('%s', (text) => expect(shown(text)).toBeUndefined());
});

it('a bare formula is perspective without a situation', () => {
  const [statement] = buildReading('I completely understand your frustration.').empathy;
  expect(statement).toMatchObject({ kind: 'perspective', specific: false });
});

it('what is understood may stand before the formula', () => {
  expect(shown('A hedge takes ten years to grow, so I understand that you are angry.')).toBe('perspective');
});
